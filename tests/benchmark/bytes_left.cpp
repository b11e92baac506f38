#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/kube/manifest.h"
#include "core/yaml/reader.h"

// bytes_left FOLDER...: how many bytes of the YAML below each folder our own reader leaves to yaml-cpp, as
// "BYTES LEFT FOLDER" a line.
int main(int argc, char **argv)
{
    using namespace noclobber;
    yaml::useReader(yaml::Reader::Fast);
    for (int i = 1; i < argc; ++i) {
        std::size_t bytes = 0;
        const std::uint64_t before = yaml::bytesLeftToParser();
        for (const auto &file : std::filesystem::recursive_directory_iterator(argv[i])) {
            const auto ending = file.path().extension();
            if (!file.is_regular_file() || (ending != ".yaml" && ending != ".yml"))
                continue;
            std::ifstream stream(file.path(), std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(stream), {}};
            bytes += text.size();
            kube::readManifests(text, yaml::TextFormat::Yaml);
        }
        std::printf("%zu %llu %s\n", bytes, static_cast<unsigned long long>(yaml::bytesLeftToParser() - before),
                    argv[i]);
    }
}
