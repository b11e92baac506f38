#pragma once

#include <QLocale>

namespace noclobber::widgets {

/// What the program can be read in: "en", "zh_CN".
QStringList languages();

/// The language that the person chose (QSettings "language", a name of the above), else the system's.
QLocale chosenLanguage();

/// Has the texts of all windows that are made from now on in this language, or in English where it is none of ours, and
/// numbers and dates as they are written there.
void useTranslation(const QLocale &language);

} // namespace noclobber::widgets
