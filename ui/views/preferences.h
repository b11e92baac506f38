#pragma once

#include <QString>

#include "ui/widgets/fonts.h"
#include "ui/widgets/theme.h"

/// What a person chose for all windows. Kept in QSettings; keys are in key_bindings.h.
namespace noclobber::views {

widgets::ThemeChoice chosenTheme();
void keepTheme(widgets::ThemeChoice choice);

/// 0 where nothing was chosen. Sizes nobody can read do not count.
widgets::FontSizes chosenFontSizes();
void keepFontSizes(const widgets::FontSizes &sizes);

/// One of widgets::languages(), or "" for that of the system. Counts from the next start.
QString keptLanguage();
void keepLanguage(const QString &language);

constexpr double smallestFont = 6;
constexpr double largestFont = 48;

} // namespace noclobber::views
