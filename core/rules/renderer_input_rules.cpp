#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

using Kustomizations = std::map<std::string, argo::Kustomization>;

constexpr std::string_view deletingPatch = "$patch: delete";

/// What a kustomization takes in by itself, each with the file or folder it comes from: objects, "the folder base/x".
using Inputs = std::map<std::string, std::string>;

/// One commit's kustomizations and how to read what they take in.
class Renderers
{
public:
    Renderers(const git::TreeSnapshot &tree, const Kustomizations &all, argo::ContentReader &reader)
        : m_tree(tree), m_all(all), m_reader(reader)
    {}

    const Kustomizations &all() const { return m_all; }
    const git::TreeSnapshot &tree() const { return m_tree; }

    bool isFolder(const std::string &path) const
    {
        const auto first = std::ranges::lower_bound(m_tree.entries, path + '/', {}, &git::TreeEntry::path);
        return first != m_tree.entries.end() && first->path.starts_with(path + '/');
    }

    Result<std::string> text(const std::string &path) const
    {
        const git::TreeEntry *entry = m_tree.find(path);
        return entry && entry->type == git::EntryType::File ? m_reader.file(entry->id) : Result<std::string>("");
    }

    Result<Inputs> inputsOf(const argo::Kustomization &one) const
    {
        Inputs inputs;
        for (const std::string &path : one.resources) {
            if (argo::isRemoteResource(path)) {
                inputs.emplace(say("what {} holds", path.substr(0, path.find('?'))), path);
            } else if (isFolder(path)) {
                inputs.emplace(say("the folder {}", path), path);
            } else if (auto read = addObjects(path, inputs); !read) {
                return read.error();
            }
        }
        for (const std::string &path : one.consumed) {
            if (isFolder(path))
                inputs.emplace(say("the folder {}", path), path);
        }
        return inputs;
    }

private:
    Result<void> addObjects(const std::string &path, Inputs &inputs) const
    {
        const auto bytes = text(path);
        if (!bytes)
            return bytes.error();
        for (const auto &manifest : kube::readManifests(*bytes, yaml::formatOf(path)).manifests) {
            const argo::ObjectId id{"", {manifest->group, manifest->kind, manifest->nameSpace, manifest->name}};
            inputs.emplace(argo::shortText(id), path);
        }
        return {};
    }

    const git::TreeSnapshot &m_tree;
    const Kustomizations &m_all;
    argo::ContentReader &m_reader;
};

/// Files of base whose objects are judged one by one: an Application reads them as they stand, or they are gone. Made
/// when something leaves a kustomization.
class JudgedElsewhere
{
public:
    explicit JudgedElsewhere(const Judgement &judgement) : m_judgement(judgement) {}

    /// Whether the file, or a file of the folder, is among them.
    bool contains(const std::string &path) const
    {
        if (!m_paths)
            read();
        const auto inside = m_paths->lower_bound(path + '/');
        return m_paths->contains(path) || (inside != m_paths->end() && inside->starts_with(path + '/'));
    }

private:
    void read() const
    {
        m_paths.emplace();
        const argo::FileIndex &files = m_judgement.lookups.baseFiles();
        for (std::size_t i = 0; i < files.size(); ++i) {
            const auto file = files.file(i);
            const std::string_view path = file.front()->location.path;
            const auto isDeployed = [](const argo::Declaration *one) { return one->application.has_value(); };
            if (std::ranges::any_of(file, isDeployed) || !m_judgement.change.comparison.head.find(path))
                m_paths->emplace(path);
        }
    }

    const Judgement &m_judgement;
    mutable std::optional<std::set<std::string, std::less<>>> m_paths;
};

/// How often a kustomization and the patches it reads say that an object is to be left out.
Result<std::size_t> countDeletingPatches(const Renderers &renderers, const argo::Kustomization &one)
{
    std::size_t many = 0;
    std::vector<std::string> paths = one.consumed;
    paths.push_back(one.file);
    for (const std::string &path : paths) {
        const auto text = renderers.text(path);
        if (!text)
            return text.error();
        for (auto at = text->find(deletingPatch); at != std::string::npos; at = text->find(deletingPatch, at + 1))
            ++many;
    }
    return many;
}

/// Whether both commits have the kustomization and all that it reads by itself as the same bytes.
bool isUntouched(const Renderers &base, const Renderers &head, const argo::Kustomization &was,
                 const argo::Kustomization &now)
{
    if (was.resources != now.resources || was.consumed != now.consumed)
        return false;
    const auto isSame = [&](const std::string &path) {
        const git::TreeEntry *before = base.tree().find(path);
        const git::TreeEntry *after = head.tree().find(path);
        return before && after ? before->id == after->id
                               : !before && !after && base.isFolder(path) == head.isFolder(path);
    };
    return isSame(was.file) && std::ranges::all_of(was.resources, isSame) && std::ranges::all_of(was.consumed, isSame);
}

/// What a kustomization of base no longer renders in head, as clauses.
Result<std::vector<std::string>> losses(const Renderers &base, const Renderers &head, const argo::Kustomization &was,
                                        const argo::Kustomization &now, const JudgedElsewhere &judgedElsewhere)
{
    std::vector<std::string> clauses;
    if (isUntouched(base, head, was, now))
        return clauses;
    const auto before = base.inputsOf(was);
    const auto after = head.inputsOf(now);
    if (!before || !after)
        return !before ? before.error() : after.error();
    const auto patchesBefore = countDeletingPatches(base, was);
    const auto patchesAfter = countDeletingPatches(head, now);
    if (!patchesBefore || !patchesAfter)
        return !patchesBefore ? patchesBefore.error() : patchesAfter.error();
    for (const auto &[what, path] : *before) {
        if (!after->contains(what) && !judgedElsewhere.contains(path))
            clauses.push_back(say("it no longer takes in {}{}", what, what.ends_with(path) ? "" : say(" of {}", path)));
    }
    if (*patchesAfter > *patchesBefore)
        clauses.emplace_back(say("a patch leaves an object out ($patch: delete)"));
    if (was.names != now.names)
        clauses.push_back(say("the names it gives change from {} to {}", was.names, now.names));
    if (was.nameSpace != now.nameSpace)
        clauses.push_back(say("the namespace it gives changes from {} to {}",
                              was.nameSpace.empty() ? say("(none)") : was.nameSpace,
                              now.nameSpace.empty() ? say("(none)") : now.nameSpace));
    return clauses;
}

/// The paths of a commit by what stands there.
using PathsByBlob = std::multimap<git::BlobId, std::string_view>;

/// Templates of a Helm chart that stays, gone from it. paths: of head, made when a file is gone.
std::vector<std::string> lostTemplates(const Judgement &judgement, const argo::NotRendered &chart, PathsByBlob &paths)
{
    std::vector<std::string> lost;
    const git::TreeSnapshot &base = judgement.change.comparison.base;
    const git::TreeSnapshot &head = judgement.change.comparison.head;
    for (const std::string &path : chart.files) {
        const git::TreeEntry *entry = base.find(path);
        if (!entry || head.find(path) || path.find("/templates/") == std::string::npos)
            continue;
        for (const git::TreeEntry &other : paths.empty() ? head.entries : std::vector<git::TreeEntry>())
            paths.emplace(other.id, other.path);
        const auto [begin, end] = paths.equal_range(entry->id);
        if (std::none_of(begin, end, [&](const auto &other) { return isWithin(other.second, chart.path); }))
            lost.push_back(path);
    }
    return lost;
}

void tell(Judgement &judgement, const std::string &place, const std::string &what)
{
    Finding finding;
    finding.location = argo::Location{Name(place), 1, 0, 1, 1};
    finding.message = say(
        "{}: {}. What is rendered from it is not seen here, so neither is what of it would be deleted.", place, what);
    report(judgement, "unknown-consequence", Weight::Full, std::move(finding));
}

void judgeCharts(Judgement &judgement)
{
    PathsByBlob paths;
    for (const argo::NotRendered &chart : judgement.change.inventories.base.notRendered) {
        const std::string settings = normalPath(chart.path + "/Chart.yaml");
        if (chart.renderer != argo::Renderer::Helm || !judgement.change.comparison.head.find(settings))
            continue;
        const std::vector<std::string> lost = lostTemplates(judgement, chart, paths);
        if (!lost.empty())
            tell(judgement, settings, say("the chart loses {}", join(lost, ", ")));
    }
}

/// Folders and files that an Application or a kustomization of base reads: who reads one is told of its end.
std::set<std::string> readPaths(const Judgement &judgement, const Renderers &base)
{
    std::set<std::string> paths;
    for (const auto &[folder, one] : base.all()) {
        paths.insert(one.resources.begin(), one.resources.end());
        paths.insert(one.consumed.begin(), one.consumed.end());
    }
    for (const argo::Application &application : judgement.change.inventories.base.applications) {
        for (const argo::Source &source : application.sources) {
            if (source.isHere)
                paths.insert(source.path);
        }
    }
    return paths;
}

/// What each kustomization takes in that only head has.
struct NewInputs {
    std::vector<Inputs> all;
    std::map<std::string, std::vector<std::size_t>> byInput; ///< places in `all`

    /// Whether one of them takes in all of this.
    bool cover(const Inputs &before) const
    {
        if (before.empty())
            return !all.empty();
        const auto found = byInput.find(before.begin()->first);
        return found != byInput.end() && std::ranges::any_of(found->second, [&](std::size_t place) {
                   return std::ranges::all_of(before,
                                              [&](const auto &input) { return all[place].contains(input.first); });
               });
    }
};

Result<NewInputs> newInputs(const Renderers &base, const Renderers &head)
{
    NewInputs added;
    for (const auto &[folder, now] : head.all()) {
        if (base.all().contains(folder))
            continue;
        auto inputs = head.inputsOf(now);
        if (!inputs)
            return inputs.error();
        for (const auto &[input, path] : *inputs)
            added.byInput[input].push_back(added.all.size());
        added.all.push_back(std::move(*inputs));
    }
    return added;
}

/// A kustomization that is gone, and nobody here says who deployed it, by what it took in. One of head that is new and
/// takes in the same is the same one at another place.
void judgeGone(Judgement &judgement, const argo::Kustomization &was, const Inputs &before, const NewInputs &added,
               const JudgedElsewhere &judgedElsewhere)
{
    const auto isTold = [&](const auto &input) { return judgedElsewhere.contains(input.second); };
    if (added.cover(before) || std::ranges::all_of(before, isTold))
        return;
    std::vector<std::string> what;
    for (const auto &[input, path] : before)
        what.push_back(input);
    tell(judgement, was.file, say("this kustomization is gone, and with it {}", join(what, ", ")));
}

} // namespace

Result<void> judgeRendererInput(Judgement &judgement)
{
    judgeCharts(judgement);
    const argo::Inventories &inventories = judgement.change.inventories;
    const git::Comparison &comparison = judgement.change.comparison;
    const Renderers base(comparison.base, inventories.base.kustomizations, judgement.reader);
    const Renderers head(comparison.head, inventories.head.kustomizations, judgement.reader);
    if (base.all().empty())
        return {};
    const JudgedElsewhere judgedElsewhere(judgement);
    std::optional<std::set<std::string>> read; // made when a kustomization is gone
    const auto added = newInputs(base, head);
    if (!added)
        return added.error();
    for (const auto &[folder, was] : base.all()) {
        const auto now = head.all().find(folder);
        if (now == head.all().end()) {
            if (!read)
                read = readPaths(judgement, base);
            const auto before = read->contains(folder) ? Result<Inputs>(Inputs()) : base.inputsOf(was);
            if (!before)
                return before.error();
            judgeGone(judgement, was, *before, *added, judgedElsewhere);
            continue;
        }
        const auto clauses = losses(base, head, was, now->second, judgedElsewhere);
        if (!clauses)
            return clauses.error();
        if (!clauses->empty())
            tell(judgement, now->second.file, join(*clauses, say("; ")));
    }
    return {};
}

} // namespace noclobber::rules
