#include "tests/support/scratch_repository.h"

#include <QProcess>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace noclobber::test {

ScratchRepository::ScratchRepository(const git::Files &base, const git::Files &head)
{
    const auto written = git::writeRepository(path(), base, head);
    if (!written)
        qFatal("cannot make a scratch repository: %s", written.error().message.c_str());
}

ScratchRepository::~ScratchRepository()
{
    std::error_code ignored;
    std::filesystem::remove_all(path(), ignored); // QTemporaryDir cannot remove names that are not valid UTF-8
}

std::string ScratchRepository::path() const
{
    return m_folder.path().toStdString();
}

std::string ScratchRepository::git(const std::vector<std::string> &arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), QStringLiteral("/dev/null"));
    environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
    for (const char *role : {"AUTHOR", "COMMITTER"}) {
        const QString prefix = QStringLiteral("GIT_") + QLatin1String(role);
        environment.insert(prefix + QStringLiteral("_NAME"), QStringLiteral("Test"));
        environment.insert(prefix + QStringLiteral("_EMAIL"), QStringLiteral("test@example.invalid"));
        environment.insert(prefix + QStringLiteral("_DATE"), QStringLiteral("2024-01-03T00:00:00+0000"));
    }
    process.setProcessEnvironment(environment);
    QStringList words{QStringLiteral("-C"), m_folder.path()};
    for (const std::string &argument : arguments)
        words << QString::fromStdString(argument);
    process.start(QStringLiteral("git"), words);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("git %s: %s", qPrintable(words.join(QLatin1Char(' '))), process.readAllStandardError().constData());
    return process.readAllStandardOutput().trimmed().toStdString();
}

git::Files readFolder(const std::string &folder)
{
    git::Files files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        if (entry.is_symlink()) {
            files[name + "@"] = std::filesystem::read_symlink(entry.path()).generic_string();
        } else if (entry.is_regular_file()) {
            std::ifstream file(entry.path(), std::ios::binary);
            files[name] = std::string(std::istreambuf_iterator<char>(file), {});
        }
    }
    return files;
}

} // namespace noclobber::test
