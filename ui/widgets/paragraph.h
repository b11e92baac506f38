#pragma once

#include <QLabel>
#include <QWidget>

namespace noclobber::widgets {

/// A bold heading and plain text below it, wrapped and selectable; hidden while it has no text.
class Paragraph : public QWidget
{
    Q_OBJECT
public:
    explicit Paragraph(QWidget *parent = nullptr);

    /// The heading may be empty.
    void setContent(const QString &heading, const QString &text);
    /// Makes the text itself a title.
    void setTitleFont(double size);
    /// Shows the text as a sample of code.
    void setFixedFont();

private:
    QLabel *m_heading;
    QLabel *m_text;
};

} // namespace noclobber::widgets
