#include <filesystem>

#include "core/base/digest.h"
#include "core/base/resources.h"
#include "core/git/write_repository.h"
#include "core/review/review.h"

namespace noclobber::review {
namespace {

git::Files sampleSide(std::string_view side)
{
    const std::string prefix = "sample/" + std::string(side) + "/";
    git::Files files;
    for (const Resource &resource : resources()) {
        if (resource.path.starts_with(prefix))
            files[std::string(resource.path.substr(prefix.size()))] = resource.bytes;
    }
    return files;
}

} // namespace

std::string sampleName()
{
    std::string all;
    for (const Resource &resource : resources()) {
        if (resource.path.starts_with("sample/"))
            all.append(resource.path).append(1, '\0').append(resource.bytes).append(1, '\0');
    }
    return "sample-" + toHex(sha256(all)).substr(0, 12);
}

Result<void> writeSample(const std::string &folder)
{
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::path(folder) / ".git", ignored) && git::findRepository(folder))
        return {};
    return git::writeRepository(folder, sampleSide("base"), sampleSide("head"));
}

} // namespace noclobber::review
