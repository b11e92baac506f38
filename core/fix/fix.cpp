#include "core/fix/fix.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/base/say.h"
#include "core/fix/file_fix.h"
#include "core/fix/gaps.h"
#include "core/fix/safe_patch.h"
#include "core/git/blob_reader.h"

namespace noclobber::fix {

namespace {

using Place = std::tuple<int, int>; ///< document and item

/// The gaps of one file, each once, whoever covers it.
std::vector<Gap> withoutRepeats(std::vector<Gap> gaps)
{
    std::vector<Gap> each;
    for (Gap &gap : gaps) {
        const bool isKnown = std::ranges::any_of(each, [&](const Gap &other) {
            return other.declaration->location == gap.declaration->location && other.wish.path == gap.wish.path;
        });
        if (!isKnown)
            each.push_back(std::move(gap));
    }
    return each;
}

Unfixed unfixed(const Gap &gap, std::string reason)
{
    return {gap.rule, gap.id, gap.declaration->location, std::move(reason)};
}

/// Why the text of an object cannot be edited, as a sentence with what to do.
std::string editRefusal(const Gap &gap, const std::string &clause)
{
    std::string field;
    for (const std::string &key : gap.wish.path)
        field += key.find('/') != std::string::npos ? "[\"" + key + "\"]" : (field.empty() ? "" : ".") + key;
    std::string wanted;
    for (const std::string &value : gap.wish.values)
        wanted += (wanted.empty() ? "" : ",") + value;
    return say("Its text cannot be edited safely: {}. Set {}: {} by hand.", clause, field, wanted);
}

/// The patch of one file; what it does not mend is added to the fix.
Result<std::string> patchOf(const std::string &path, const std::string &bytes, const std::vector<Gap> &gaps, Fix &fix)
{
    std::vector<FileWish> wishes;
    for (const Gap &gap : gaps)
        wishes.push_back({gap.declaration->location.document, gap.declaration->location.item, gap.wish});
    FileFix fixed = fixFile(bytes, yaml::formatOf(path), wishes);
    auto patch = writeSafePatch(path, bytes, fixed.bytes);
    if (!patch && patch.error().code == ErrorCode::Yaml) {
        for (std::string &refused : fixed.refused)
            refused = refused.empty() ? patch.error().message : refused;
        patch = std::string();
    }
    std::set<Place> objects;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        if (fixed.refused[i].empty())
            objects.emplace(wishes[i].document, wishes[i].item);
        else
            fix.unfixed.push_back(unfixed(gaps[i], editRefusal(gaps[i], fixed.refused[i])));
    }
    fix.objects += objects.size();
    fix.files += objects.empty() ? 0 : 1;
    return patch;
}

/// What is to be added, by file; what must not be is added to the fix.
std::map<std::string, std::vector<Gap>> gapsByFile(const blast::Change &change,
                                                   const std::vector<rules::Finding> &findings, Fix &fix)
{
    std::map<std::string, std::vector<Gap>> files;
    for (const rules::Finding &finding : findings) {
        if (!isFixable(finding.rule) || finding.waived)
            continue;
        auto gaps = gapsOf(finding, change.inventories.head, change.configuration);
        if (gaps.empty())
            fix.unfixed.push_back({finding.rule, finding.id, finding.location.value_or(argo::Location()),
                                   say("What it misses is not seen in its text: mend it by hand.")});
        for (Gap &gap : gaps) {
            const std::string &path = gap.declaration->location.path;
            const git::TreeEntry *entry = change.comparison.head.find(path);
            if (gap.refusal.empty() && (!entry || entry->type != git::EntryType::File))
                gap.refusal = say("Its file is a symbolic link: mend the file it leads to.");
            if (gap.refusal.empty())
                files[path].push_back(std::move(gap));
            else
                fix.unfixed.push_back(unfixed(gap, gap.refusal));
        }
    }
    return files;
}

} // namespace

Result<Fix> writeFix(const blast::Change &change, const std::vector<rules::Finding> &findings, std::stop_token stop)
{
    Fix fix;
    auto files = gapsByFile(change, findings, fix);
    const auto reader = git::BlobReader::open(change.comparison);
    if (!reader)
        return reader.error();
    for (auto &[path, gaps] : files) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "cancelled", ""};
        const auto bytes = reader->read(gaps.front().declaration->blob, yaml::Limits().bytes);
        if (!bytes)
            return bytes.error();
        const auto patch = patchOf(path, *bytes, withoutRepeats(std::move(gaps)), fix);
        if (!patch)
            return patch.error();
        fix.patch += *patch;
    }
    std::ranges::sort(fix.unfixed, {}, [](const Unfixed &entry) { return std::tie(entry.location, entry.rule); });
    return fix;
}

} // namespace noclobber::fix
