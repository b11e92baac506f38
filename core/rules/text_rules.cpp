#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/base/say.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

constexpr std::string_view configurationPath = ".noclobber.yaml";

Finding aboutFile(const std::string &path, int line)
{
    Finding finding;
    const int place = std::max(line, 1); // about the file as a whole: its beginning
    finding.location = argo::Location{Name(path), 0, 0, place, place};
    return finding;
}

std::string placeText(const argo::Problem &problem)
{
    return problem.line > 0 ? problem.path + ":" + std::to_string(problem.line) : problem.path;
}

std::set<git::BlobId> blobsOf(const std::vector<argo::Problem> &problems)
{
    std::set<git::BlobId> blobs;
    for (const argo::Problem &problem : problems)
        blobs.insert(problem.blob);
    return blobs;
}

std::set<std::string> pathsOf(const std::vector<argo::Problem> &problems)
{
    std::set<std::string> paths;
    for (const argo::Problem &problem : problems)
        paths.insert(problem.path);
    return paths;
}

/// The declaration around a line, or nullptr.
const argo::Declaration *declarationAt(const argo::FileIndex &files, const argo::Problem &problem)
{
    for (const argo::Declaration *declaration : files.at(Name(problem.path))) {
        const argo::Location &location = declaration->location;
        if (location.firstLine <= problem.line && problem.line <= location.lastLine)
            return declaration;
    }
    return nullptr;
}

/// Whether base has the same document, ambiguous already.
bool isOldDocument(Judgement &judgement, const argo::Declaration &now)
{
    return std::ranges::any_of(judgement.lookups.baseFiles().at(now.location.path), [&](const argo::Declaration *was) {
        if (!was->manifest->isAmbiguous)
            return false;
        const auto old = judgement.reader.content(*was);
        const auto content = judgement.reader.content(now);
        return old && content && **old == **content;
    });
}

/// Path, first line of the document (0: outside of them) and weight: what is told in one finding.
using AmbiguousPlace = std::tuple<std::string, int, Weight>;

/// What readers take differently in one document, by line.
struct Ambiguities {
    const argo::Declaration *declaration = nullptr; ///< or outside of all
    std::vector<const argo::Problem *> list;
};

void reportAmbiguities(Judgement &judgement, Weight weight, const Ambiguities &ambiguities)
{
    const argo::Problem &first = *ambiguities.list.front();
    const std::size_t more = ambiguities.list.size() - 1;
    Finding finding = aboutFile(first.path, first.line);
    if (ambiguities.declaration) {
        finding.id = ambiguities.declaration->id;
        finding.location = ambiguities.declaration->location;
        finding.location->firstLine = first.line;
        finding.location->lastLine = first.line;
    }
    finding.message = placeText(first) + ": " + first.message;
    if (more > 0)
        finding.message +=
            say(", and {} more like it {}, the last at line {}", more,
                ambiguities.declaration ? say("in this document") : say("in this file"), ambiguities.list.back()->line);
    finding.message += say(". What a person reads here and what the cluster gets need not be the same.");
    report(judgement, "ambiguous-yaml", weight, std::move(finding));
}

} // namespace

void judgeUnreadable(Judgement &judgement)
{
    const argo::Inventory &base = judgement.change.inventories.base;
    const argo::Inventory &head = judgement.change.inventories.head;
    const std::set<git::BlobId> oldBlobs = blobsOf(base.problems);
    const std::set<std::string> headPaths = pathsOf(head.problems);
    for (const argo::Problem &problem : head.problems) {
        const bool isOld = oldBlobs.contains(problem.blob);
        const bool isPassedOver =
            !problem.argoWouldReport && judgement.lookups.baseFiles().at(Name(problem.path)).empty();
        Finding finding = aboutFile(problem.path, problem.line);
        finding.message = say("{} cannot be read: {}{}", placeText(problem), problem.message,
                              isOld          ? say(". The change does not touch it.")
                              : isPassedOver ? say(". It held no object before, and Argo CD passes it over.")
                                             : say(". What it declares, or no longer declares, cannot be judged."));
        report(judgement, "unreadable-manifest", isOld || isPassedOver ? Weight::AtMostNote : Weight::Full,
               std::move(finding));
    }
    const std::set<git::BlobId> newBlobs = blobsOf(head.problems);
    for (const argo::Problem &problem : base.problems) {
        if (headPaths.contains(problem.path) || newBlobs.contains(problem.blob))
            continue;
        const bool isMended = judgement.change.comparison.head.find(problem.path) != nullptr;
        Finding finding = aboutFile(problem.path, problem.line);
        finding.message =
            say("{} could not be read in base: {}{}", placeText(problem), problem.message,
                isMended ? say(". The change mends it; what it declared before is not known.")
                         : say(". The change removes the file, and what it declared with it, which is not known."));
        const bool isHarmless = isMended || !problem.argoWouldReport;
        report(judgement, "unreadable-manifest", isHarmless ? Weight::AtMostNote : Weight::Full, std::move(finding));
    }
}

void judgeAmbiguous(Judgement &judgement)
{
    const argo::Inventory &base = judgement.change.inventories.base;
    const argo::Inventory &head = judgement.change.inventories.head;
    if (head.ambiguities.empty())
        return;
    const std::set<git::BlobId> oldBlobs = blobsOf(base.ambiguities);
    const argo::FileIndex &now = judgement.lookups.headFiles();
    std::multiset<std::pair<std::string, std::string>> old; // path and message: lines move
    for (const argo::Problem &ambiguity : base.ambiguities)
        old.emplace(ambiguity.path, ambiguity.message);
    std::map<AmbiguousPlace, Ambiguities> folded;
    for (const argo::Problem &ambiguity : head.ambiguities) {
        const argo::Declaration *declaration = declarationAt(now, ambiguity);
        const auto known = old.find({ambiguity.path, ambiguity.message});
        const bool isUntouched =
            oldBlobs.contains(ambiguity.blob) || (declaration && isOldDocument(judgement, *declaration));
        const Weight weight = isUntouched ? Weight::AtMostNote : known != old.end() ? Weight::AtMostWarn : Weight::Full;
        if (known != old.end())
            old.erase(known);
        const int firstLine = declaration ? declaration->location.firstLine : 0;
        Ambiguities &alike = folded[{ambiguity.path, firstLine, weight}];
        alike.declaration = declaration;
        alike.list.push_back(&ambiguity);
    }
    for (const auto &[place, alike] : folded)
        reportAmbiguities(judgement, std::get<Weight>(place), alike);
}

void judgeConflicts(Judgement &judgement)
{
    for (const std::string &path : judgement.change.comparison.conflicts) {
        Finding finding = aboutFile(path, 0);
        finding.message = say("{} does not merge cleanly into the base, so what merging gives is not known. Shown is "
                              "the change since the two parted.",
                              path);
        report(judgement, "merge-conflict", Weight::Full, std::move(finding));
    }
}

void judgeConfiguration(Judgement &judgement)
{
    const git::TreeEntry *base = judgement.change.comparison.base.find(configurationPath);
    const git::TreeEntry *head = judgement.change.comparison.head.find(configurationPath);
    if (!base && !head)
        return;
    if (base && head && base->id == head->id && base->type == head->type)
        return;
    Finding finding = aboutFile(std::string(configurationPath), 1);
    const std::string path(configurationPath);
    if (!base)
        finding.message = say("The change adds {}. This review is judged by the one of base; the next ones will be "
                              "judged by the new one.",
                              path);
    else if (!head)
        finding.message = say("The change removes {}. This review is judged by the one of base; the next ones will be "
                              "judged by the new one.",
                              path);
    else
        finding.message = say("The change edits {}. This review is judged by the one of base; the next ones will be "
                              "judged by the new one.",
                              path);
    report(judgement, "configuration-changed", Weight::Full, std::move(finding));
}

} // namespace noclobber::rules
