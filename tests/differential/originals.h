#pragma once

#include <string>
#include <vector>

#include "core/yaml/document.h"

namespace noclobber::test {

/// A file of the tests.
struct InputFile {
    std::string path; ///< from the folder that was asked for
    std::string bytes;
    yaml::TextFormat format = yaml::TextFormat::Yaml;
};

/// All `.yaml`, `.yml` and `.json` files below a folder, by path.
std::vector<InputFile> manifestFiles(const std::string &folder);

/// Real texts to begin with: whole files and single documents of at most 1,500 bytes, each once.
std::vector<std::string> smallOriginals(const std::vector<InputFile> &files);

} // namespace noclobber::test
