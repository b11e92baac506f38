#pragma once

#include <QAction>
#include <QFrame>
#include <QLabel>
#include <QToolButton>

namespace noclobber::widgets {

/// A verdict over the whole width: glyph, word, one sentence. Can have the keyboard, so that a reader finds it.
class Banner : public QFrame
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    struct Content {
        QString glyph;
        QString word;
        QString sentence;
        int level = 0;       ///< of Theme::levels
        bool isSafe = false; ///< Theme::safe instead of the level's colours
    };

    void setContent(const Content &content);
    /// What leads on from the verdict, as a button beside it with the action's icon text; hidden while it cannot be
    /// done.
    void setAction(QAction *action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeColours();

    Content m_content;
    QLabel *m_glyph;
    QLabel *m_word;
    QLabel *m_sentence;
    QToolButton *m_further;
};

} // namespace noclobber::widgets
