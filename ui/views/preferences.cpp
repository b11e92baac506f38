#include "ui/views/preferences.h"

#include <QSettings>

namespace noclobber::views {

namespace {

const QLatin1String themeKey("theme");
const QLatin1String interfaceFontKey("interfaceFont");
const QLatin1String codeFontKey("codeFont");
const QLatin1String languageKey("language");
constexpr int themes = 4;

double fontOf(const QLatin1String &key)
{
    const double size = QSettings().value(key).toDouble();
    return size >= smallestFont && size <= largestFont ? size : 0;
}

} // namespace

widgets::ThemeChoice chosenTheme()
{
    const int choice = QSettings().value(themeKey).toInt();
    return choice > 0 && choice < themes ? static_cast<widgets::ThemeChoice>(choice) : widgets::ThemeChoice::System;
}

void keepTheme(widgets::ThemeChoice choice)
{
    QSettings().setValue(themeKey, static_cast<int>(choice));
}

widgets::FontSizes chosenFontSizes()
{
    return {fontOf(interfaceFontKey), fontOf(codeFontKey)};
}

void keepFontSizes(const widgets::FontSizes &sizes)
{
    QSettings().setValue(interfaceFontKey, sizes.interface);
    QSettings().setValue(codeFontKey, sizes.code);
}

QString keptLanguage()
{
    return QSettings().value(languageKey).toString();
}

void keepLanguage(const QString &language)
{
    QSettings().setValue(languageKey, language);
}

} // namespace noclobber::views
