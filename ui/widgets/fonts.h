#pragma once

#include <QFont>
#include <QWidget>

namespace noclobber::widgets {

/// Sizes of the letters in points; 0: as the desktop says.
struct FontSizes {
    double interface = 0;
    double code = 0;

    bool operator==(const FontSizes &) const = default;
};

/// Takes sizes into use at once, in every window.
void useFontSizes(const FontSizes &sizes);

/// The sizes of the desktop.
FontSizes systemFontSizes();

/// Gives a widget letters that are `factor` times the size of the others, and stay so when the size changes.
void setTextSize(QWidget *widget, double factor, bool isBold = false);

/// Gives a widget the font of code, and the size people chose for code.
void useCodeFont(QWidget *widget);

/// The font of code.
QFont codeFont();

} // namespace noclobber::widgets
