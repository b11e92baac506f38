#pragma once

#include <QPlainTextEdit>
#include <QWidget>

namespace noclobber::widgets {

/// Some lines in the fixed font to be copied, with a button that does so; as high as its lines, up to a bound.
class TextBlock : public QWidget
{
    Q_OBJECT
public:
    /// `name` says what it is.
    TextBlock(const QString &name, const QString &text, QWidget *parent = nullptr);

    void copy() const;

private:
    QString m_text;
    QPlainTextEdit *m_lines;
};

} // namespace noclobber::widgets
