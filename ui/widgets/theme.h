#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>
#include <array>

namespace noclobber::widgets {

enum class ThemeChoice { System, Light, Dark, HighContrast };

/// Text on a fill.
struct ColourPair {
    QColor text;
    QColor fill;
};

/// Every colour of the program. Hue means severity only; a glyph and a word carry the state.
struct Theme {
    bool isDark = false;
    std::array<ColourPair, 5> levels; ///< quiet, information, caution, danger, loss of data
    ColourPair page;
    QColor window; ///< around the pages
    QColor line;   ///< between panes
    QColor border; ///< of what one types into or checks
    QColor weak;   ///< text of second rank
    QColor focus;  ///< ring around what has the keyboard
    QColor link;
    ColourPair selection;
    ColourPair safe;    ///< banner of a change that is fine
    QColor addedLine;   ///< fill of a line that only head has
    QColor removedLine; ///< fill of a line that only base has
    QColor addedWord;   ///< fill of words that differ
    QColor removedWord;
    QColor absentLine; ///< hatch where a side has no line
};

const Theme &lightTheme();
const Theme &darkTheme();
const Theme &highContrastTheme();

/// The one in use.
const Theme &currentTheme();

/// Takes a theme into use for the whole program: style (see desktop_style.h), palette, and the ring around what has the
/// keyboard. System: dark where the palette of the desktop was dark when the program began.
void useTheme(ThemeChoice choice);

QPalette paletteOf(const Theme &theme);

/// A glyph of resources/icons in a colour; the null icon for an empty name.
QIcon glyph(const QString &name, const QColor &colour);

/// A glyph in the text colour of the theme in use.
QIcon glyph(const QString &name);

} // namespace noclobber::widgets
