#pragma once

#include <QTest>
#include <string>
#include <vector>

#include "core/index/manifest_index.h"

namespace noclobber::test {

/// Readings of files that together use every field that readManifests fills; all of them just read.
std::vector<index::Reading> variedReadings();

/// The reading of a text, under an id that stands for it.
index::Reading readingOf(const std::string &text, yaml::TextFormat format = yaml::TextFormat::Yaml);

/// Everything that a file's manifests say, a line each.
std::string print(const kube::FileManifests &file);

/// What an index answers for the readings' keys: "-" for each that it does not know.
std::vector<std::string> answers(index::ManifestIndex &index, const std::vector<index::Reading> &readings);

/// What it must answer when it knows all.
std::vector<std::string> printed(const std::vector<index::Reading> &readings);

/// The only file that ends in .index in a folder, by its path; "" if there is none.
std::string indexFile(const std::string &folder);

std::string readBytes(const std::string &path);
void writeBytes(const std::string &path, const std::string &bytes);

} // namespace noclobber::test
