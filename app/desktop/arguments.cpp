#include "app/desktop/arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>
#include <cstdlib>

namespace noclobber::desktop {

namespace {

[[noreturn]] void refuse(const QString &message)
{
    std::fputs(qPrintable(QStringLiteral("noclobber-desktop: %1\n").arg(message)), stderr);
    std::exit(2);
}

QCommandLineOption option(const char *name, const QString &description, const char *value = "")
{
    return {QLatin1String(name), description, QLatin1String(value)};
}

widgets::ThemeChoice themeOf(const QString &word)
{
    if (word == QLatin1String("light"))
        return widgets::ThemeChoice::Light;
    if (word == QLatin1String("dark"))
        return widgets::ThemeChoice::Dark;
    if (word == QLatin1String("system"))
        return widgets::ThemeChoice::System;
    refuse(QCoreApplication::translate("arguments", "--theme is light, dark or system, not %1").arg(word));
}

void describe(QCommandLineParser &parser)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("arguments", text); };
    parser.setApplicationDescription(
        tr("Shows what a change of rendered Kubernetes manifests overwrites and deletes."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("dir"), tr("A folder of a git repository."), QStringLiteral("[DIR]"));
    parser.addOptions({
        option("base", tr("The revision the change goes into (default: the remote's default branch)."), "REV"),
        option("head", tr("The change (default: HEAD)."), "REV"),
        option("sample", tr("Open the bundled sample incident.")),
        option("sample-repository", tr("Write the sample's repository there, print its folder and end."), "DIR"),
        option("picture", tr("Draw the review window into a file and end."), "FILE"),
        option("report", tr("Write the HTML report into a file and end."), "FILE"),
        option("theme", tr("light, dark or system."), "NAME"),
    });
}

} // namespace

Arguments readArguments(const QStringList &words)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(words))
        refuse(parser.errorText());
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp(0);
    if (parser.positionalArguments().size() > 1)
        refuse(QCoreApplication::translate("arguments", "one folder at most"));
    const auto value = [&](const char *name) { return parser.value(QLatin1String(name)); };
    Arguments arguments;
    arguments.sample = parser.isSet(QStringLiteral("sample"));
    arguments.sampleRepository = value("sample-repository");
    arguments.picture = value("picture");
    arguments.report = value("report");
    if (parser.isSet(QStringLiteral("theme")))
        arguments.theme = themeOf(value("theme"));
    arguments.folder = parser.positionalArguments().value(0);
    const bool isToEnd = !arguments.picture.isEmpty() || !arguments.report.isEmpty();
    const bool namesCommits = parser.isSet(QStringLiteral("base")) || parser.isSet(QStringLiteral("head"));
    if (!arguments.sample && (namesCommits || isToEnd)) {
        git::ComparisonRequest request;
        request.folder = arguments.folder.isEmpty() ? "." : arguments.folder.toStdString();
        if (parser.isSet(QStringLiteral("base")))
            request.base = value("base").toStdString();
        if (parser.isSet(QStringLiteral("head")))
            request.head = value("head").toStdString();
        arguments.comparison = request;
    }
    return arguments;
}

} // namespace noclobber::desktop
