#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>

namespace noclobber::widgets {

/// A quiet line above a page: something happened, and one thing that can be done about it. Moves nothing but the page's
/// upper edge, and goes when it is told to.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// `action` is the button's text; without one there is only "Dismiss". Readers are told.
    void showNotice(const QString &text, const QString &action = {});
    QString text() const { return m_text->text(); }

signals:
    void acted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeColours();

    QLabel *m_glyph;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_dismiss;
};

} // namespace noclobber::widgets
