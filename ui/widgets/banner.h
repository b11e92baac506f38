#pragma once

#include <QFrame>
#include <QLabel>

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

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeColours();

    Content m_content;
    QLabel *m_glyph;
    QLabel *m_word;
    QLabel *m_sentence;
};

} // namespace noclobber::widgets
