#include "core/review/configuration_source.h"

#include <filesystem>
#include <fstream>

#include "core/base/say.h"
#include "core/git/blob_reader.h"

namespace noclobber::review {
namespace {

constexpr std::string_view fileInRepository = ".noclobber.yaml";
constexpr std::size_t largestConfiguration = 1U << 20U;

Result<std::string> readFile(const std::string &path)
{
    std::error_code unknown;
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path, unknown)) // a folder opens, and throws when it is read
        return Error{ErrorCode::Io, say("cannot read the configuration file"), path};
    std::string text(largestConfiguration + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > largestConfiguration)
        return Error{ErrorCode::Configuration, say("the configuration is larger than 1 MiB"), path};
    return text;
}

Result<FoundConfiguration> readBaseConfiguration(const git::Comparison &comparison)
{
    const git::TreeEntry *entry = comparison.base.find(fileInRepository);
    if (!entry || entry->type != git::EntryType::File)
        return FoundConfiguration{};
    const auto reader = git::BlobReader::open(comparison);
    if (!reader)
        return reader.error();
    const auto text = reader->read(entry->id, largestConfiguration);
    if (!text)
        return text.error();
    auto configuration = argo::readConfiguration(
        *text, fmt::format("{} in {}", std::string(fileInRepository), comparison.base.revision));
    if (!configuration)
        return configuration.error();
    return FoundConfiguration{std::move(*configuration), ConfigurationOrigin::Base};
}

Result<FoundConfiguration> readGivenConfiguration(const std::string &path)
{
    const auto text = readFile(path);
    if (!text)
        return text.error();
    auto configuration = argo::readConfiguration(*text, path);
    if (!configuration)
        return configuration.error();
    return FoundConfiguration{std::move(*configuration), ConfigurationOrigin::Option};
}

} // namespace

Result<FoundConfiguration> findConfiguration(const ReviewRequest &request, const git::Comparison &comparison)
{
    auto found = request.configurationFile ? readGivenConfiguration(*request.configurationFile)
                                           : readBaseConfiguration(comparison);
    if (found && request.argoCdVersion)
        found->configuration.argoCdVersion = request.argoCdVersion;
    return found;
}

} // namespace noclobber::review
