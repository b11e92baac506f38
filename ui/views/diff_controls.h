#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include "ui/widgets/line_or_two.h"
#include "ui/widgets/section_bar.h"

namespace noclobber::views {

/// How the text of an object is shown: the buttons above it, with what they hide counted.
class DiffControls : public widgets::LineOrTwo
{
    Q_OBJECT
public:
    enum class Mode { SideBySide, Unified, Fields };

    explicit DiffControls(QWidget *parent = nullptr);

    void setMode(Mode mode) { m_modes->setCurrent(static_cast<int>(mode)); }
    void setFieldCount(int count) { m_modes->setCount(static_cast<int>(Mode::Fields), count); }
    void setVerbatim(bool isVerbatim) { setOn(m_verbatim, isVerbatim); }
    void setWordMarks(bool shown) { setOn(m_words, shown); }
    void setContext(int lines);
    /// `count` fields that noise rules fold, of what is shown now.
    void setNoise(int count, bool isShown);
    /// Of fields there are no lines to choose.
    void setForText(bool isText);

signals:
    void modeChosen(noclobber::views::DiffControls::Mode mode);
    void verbatimChosen(bool isVerbatim);
    void wordMarksChosen(bool shown);
    void noiseChosen(bool shown);
    void contextChosen(int step);

private:
    /// What is so already, chosen by nobody.
    static void setOn(QToolButton *toggle, bool isOn);
    QToolButton *makeButton(const QString &text, const QString &tip, bool isCheckable);

    widgets::SectionBar *m_modes;
    QToolButton *m_verbatim;
    QToolButton *m_words;
    QToolButton *m_noise;
    QLabel *m_context;
    QToolButton *m_less;
    QToolButton *m_more;
};

} // namespace noclobber::views
