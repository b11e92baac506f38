#pragma once

#include <QProcess>
#include <QStringList>
#include <nlohmann/json.hpp>

#include "tests/support/scratch_repository.h"

namespace noclobber::test {

/// What the program said.
struct Run {
    int exitCode = -1; ///< -1: it crashed or did not end
    QString out;
    QString err;
};

/// The program's own environment: nothing of this machine decides about colours, dates or repositories.
QProcessEnvironment plainEnvironment(const QStringList &settings = {});

/// Runs the real binary to its end. Settings are written as NAME=value.
Run runProgram(const QStringList &arguments, const QStringList &settings = {});

/// The arguments of a review of `main` and `change`, and more.
QStringList reviewOf(const ScratchRepository &repository, const QStringList &more = {});

/// Arguments, written as in a shell without quotes.
QStringList words(const char *text);

/// What the program wrote, as JSON.
nlohmann::json jsonOf(const Run &run);

/// A file's bytes; none where it cannot be read.
QByteArray contentOf(const QString &path);

/// "base" or "head" of the bundled incident.
git::Files sampleSide(const std::string &side);

/// A ConfigMap that holds one value.
std::string settingsMap(const std::string &name, const std::string &value);

/// A change that only adds a ConfigMap.
git::Files quietBase();
git::Files quietHead();

/// A change that defines an existing ConfigMap again, with another value: blocked, nothing with state is lost.
git::Files overwrittenHead();

} // namespace noclobber::test
