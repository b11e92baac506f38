#include <KSyntaxHighlighting/Repository>
#include <QApplication>
#include <algorithm>
#include <cstdio>
#include <string_view>

#include "app/desktop/arguments.h"
#include "core/base/text.h"
#include "ui/runner/language.h"
#include "ui/views/main_window.h"
#include "ui/views/preferences.h"
#include "ui/widgets/translation.h"

using namespace noclobber;

namespace {

int fail(const Error &error)
{
    const bool isSaid = error.message.find(error.where) != std::string::npos;
    const std::string where = isSaid ? "" : " (" + error.where + ")";
    std::fputs(("noclobber-desktop: " + printable(error.message + where, true) + "\n").c_str(), stderr);
    return 2;
}

int writeSampleRepository(const QString &folder)
{
    const Result<void> written = review::writeSample(folder.toStdString());
    if (!written)
        return fail(written.error());
    std::puts(qPrintable(folder));
    return 0;
}

void begin(views::MainWindow &window, const desktop::Arguments &arguments)
{
    if (arguments.sample)
        window.openSample();
    else if (arguments.comparison)
        window.openReview(*arguments.comparison);
    else if (!arguments.folder.isEmpty())
        window.chooseCommits(arguments.folder);
}

/// Draws and writes what was asked for, once the review stands there, and ends the program.
void endWhenShown(views::MainWindow &window, const desktop::Arguments &arguments)
{
    const auto giveUp = [](const Error &error) { QCoreApplication::exit(fail(error)); };
    QObject::connect(&window, &views::MainWindow::reviewFailed, &window, giveUp);
    QObject::connect(&window, &views::MainWindow::reportFailed, &window, giveUp);
    QObject::connect(&window, &views::MainWindow::reportWritten, &window, [] { QCoreApplication::exit(0); });
    const auto finish = [&window, arguments, giveUp] {
        if (!arguments.picture.isEmpty() && !window.grab().save(arguments.picture))
            giveUp({ErrorCode::Io, "The picture cannot be written.", arguments.picture.toStdString()});
        else if (arguments.report.isEmpty())
            QCoreApplication::exit(0);
        else
            window.exportReport(arguments.report);
    };
    QObject::connect(&window, &views::MainWindow::reviewShown, &window, finish, Qt::QueuedConnection);
}

bool asks(int count, char **words, const char *option)
{
    return std::any_of(words, words + count,
                       [option](const char *word) { return std::string_view(word).starts_with(option); });
}

} // namespace

int main(int count, char **words)
{
    const bool needsNoScreen = asks(count, words, "--picture") || asks(count, words, "--report") ||
                               asks(count, words, "--sample-repository") || asks(count, words, "--version") ||
                               asks(count, words, "--help");
    if (needsNoScreen && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(count, words);
    QApplication::setApplicationName(QStringLiteral("noclobber"));
    QApplication::setOrganizationName(QStringLiteral("noclobber"));
    QApplication::setApplicationVersion(QStringLiteral(NOCLOBBER_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("noclobber-desktop"));
    const desktop::Arguments arguments = desktop::readArguments(QApplication::arguments());
    if (!arguments.sampleRepository.isEmpty())
        return writeSampleRepository(arguments.sampleRepository);

    const QLocale language = widgets::chosenLanguage();
    widgets::useTranslation(language);
    runner::installCatalogue(language);
    const auto theme = arguments.theme.value_or(views::chosenTheme());
    widgets::useTheme(theme);
    const KSyntaxHighlighting::Repository highlighting;
    views::MainWindow window(runner::userServices(), highlighting);
    window.setTheme(theme);
    if (!arguments.picture.isEmpty() || !arguments.report.isEmpty())
        endWhenShown(window, arguments);
    window.show();
    begin(window, arguments);
    return QApplication::exec();
}
