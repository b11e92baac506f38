#include "tests/cli/program.h"

#include <QFile>

#include "core/base/resources.h"

namespace noclobber::test {

QProcessEnvironment plainEnvironment(const QStringList &settings)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"NO_COLOR", "CLICOLOR_FORCE", "SOURCE_DATE_EPOCH", "TERM"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), QStringLiteral("/dev/null"));
    for (const QString &setting : settings)
        environment.insert(setting.section(QLatin1Char('='), 0, 0), setting.section(QLatin1Char('='), 1));
    return environment;
}

Run runProgram(const QStringList &arguments, const QStringList &settings)
{
    QProcess process;
    process.setProcessEnvironment(plainEnvironment(settings));
    process.start(QStringLiteral(NOCLOBBER_PROGRAM), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QStringList reviewOf(const ScratchRepository &repository, const QStringList &more)
{
    return QStringList{QStringLiteral("-C"), QString::fromStdString(repository.path()), QStringLiteral("review"),
                       QStringLiteral("main"), QStringLiteral("change")} +
           more;
}

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

nlohmann::json jsonOf(const Run &run)
{
    return nlohmann::json::parse(run.out.toStdString());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

git::Files sampleSide(const std::string &side)
{
    git::Files files;
    const std::string folder = "sample/" + side + "/";
    for (const Resource &resource : resources()) {
        if (resource.path.starts_with(folder))
            files[std::string(resource.path.substr(folder.size()))] = std::string(resource.bytes);
    }
    return files;
}

std::string settingsMap(const std::string &name, const std::string &value)
{
    return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name +
           "\n  namespace: web\ndata:\n  value: " + value + "\n";
}

git::Files quietBase()
{
    return {{"env/one/web/settings.yaml", settingsMap("settings", "a")}};
}

git::Files quietHead()
{
    git::Files files = quietBase();
    files["env/one/web/limits.yaml"] = settingsMap("limits", "10");
    return files;
}

git::Files overwrittenHead()
{
    git::Files files = quietBase();
    files["env/one/web/settings.yaml"] += "---\n" + settingsMap("settings", "b");
    return files;
}

} // namespace noclobber::test
