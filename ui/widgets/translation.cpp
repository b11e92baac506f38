#include "ui/widgets/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QSettings>
#include <QTranslator>
#include <memory>

namespace noclobber::widgets {

namespace {

/// In use until the next call.
void install(std::unique_ptr<QTranslator> &inUse, const QLocale &language, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    const bool isThere = translator->load(language, name, QStringLiteral("_"), folder);
    inUse.reset(); // takes itself out of the application
    if (isThere && QCoreApplication::installTranslator(translator.get()))
        inUse = std::move(translator);
}

} // namespace

QStringList languages()
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

QLocale chosenLanguage()
{
    const QString name = QSettings().value(QLatin1String("language")).toString();
    return languages().contains(name) ? QLocale(name) : QLocale::system();
}

void useTranslation(const QLocale &language)
{
    static std::unique_ptr<QTranslator> english;
    static std::unique_ptr<QTranslator> own;
    static std::unique_ptr<QTranslator> ofQt; ///< "Cancel", "Save"
    const QString folder = QStringLiteral(":/i18n");
    install(english, QLocale(QLocale::English), QStringLiteral("noclobber"), folder); // its plurals
    install(ofQt, language, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(own, language, QStringLiteral("noclobber"), folder);
    QLocale::setDefault(language);
}

} // namespace noclobber::widgets
