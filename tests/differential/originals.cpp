#include "tests/differential/originals.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace noclobber::test {

namespace {

constexpr std::size_t leastBytes = 40;
constexpr std::size_t mostBytes = 1500;

bool isManifest(const std::filesystem::path &path)
{
    constexpr std::array<std::string_view, 3> endings{".yaml", ".yml", ".json"};
    return std::ranges::find(endings, path.extension().string()) != endings.end();
}

/// The text cut before each `---` line.
std::vector<std::string> documentsOf(const std::string &text)
{
    std::vector<std::string> documents;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t mark = text.find("\n---", begin);
        const std::size_t end = mark == std::string::npos ? text.size() : mark + 1;
        documents.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return documents;
}

} // namespace

std::vector<InputFile> manifestFiles(const std::string &folder)
{
    std::vector<InputFile> files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file() || entry.is_symlink() || !isManifest(entry.path()))
            continue;
        const std::string path = entry.path().lexically_relative(folder).generic_string();
        std::ifstream file(entry.path(), std::ios::binary);
        files.push_back({path, std::string(std::istreambuf_iterator<char>(file), {}), yaml::formatOf(path)});
    }
    std::ranges::sort(files, {}, &InputFile::path);
    return files;
}

std::vector<std::string> smallOriginals(const std::vector<InputFile> &files)
{
    std::set<std::string> originals;
    const auto add = [&](const std::string &text) {
        if (text.size() >= leastBytes && text.size() <= mostBytes)
            originals.insert(text);
    };
    for (const InputFile &file : files) {
        add(file.bytes);
        for (const std::string &document : documentsOf(file.bytes))
            add(document);
    }
    return {originals.begin(), originals.end()};
}

} // namespace noclobber::test
