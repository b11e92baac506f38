#include "core/review/starter_configuration.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/argo/inventory.h"
#include "core/base/parallel_map.h"
#include "core/base/text.h"
#include "core/git/comparison.h"
#include "core/review/starter_layout.h"

namespace noclobber::review {
namespace {

constexpr std::size_t fewest = 3; ///< Applications that a rule for names is taken from
constexpr std::size_t shortList = 5;

/// What was found, and how sure it is.
struct Proposal {
    std::vector<std::string> layout;
    bool isExact = false; ///< the layout gives every object the cluster it has without
    ProposedNaming naming;
    std::vector<std::string> repositories;
    std::vector<argo::NotRendered> notRendered;
};

/// A text in double quotes.
std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\')
            result += '\\';
        result += byte;
    }
    return result + '"';
}

/// A comment line for each of the first ones of a list, and how many more there are.
std::string listed(const std::vector<std::string> &names)
{
    std::string lines;
    for (std::size_t i = 0; i < std::min(names.size(), shortList); ++i)
        lines += "#     " + printable(names[i]) + "\n";
    return lines + (names.size() > shortList ? fmt::format("#     and {} more\n", names.size() - shortList) : "");
}

std::string head(const git::TreeSnapshot &commit)
{
    return fmt::format(
        "# What noclobber is told about this repository. Everything may be left out: then Applications and\n"
        "# folders tell which cluster a manifest is meant for. A change is judged by the file of the base\n"
        "# commit, so that it cannot loosen the rules it is judged by.\n"
        "# `noclobber init` made this from commit {:.12}.\n",
        commit.commit);
}

std::string layoutSection(const Proposal &proposal)
{
    const std::string mark = proposal.isExact ? "" : "#";
    std::string text = "\n# The cluster and the application that a path is meant for; the first match wins.\n";
    if (proposal.layout.empty())
        text += "# Nothing here tells: no env/NAME or clusters/NAME folder, no destination named like a folder.\n";
    else if (!proposal.isExact)
        text += "# Not in use: by these folders other objects would share a cluster than by the Applications'\n"
                "# destinations. Use it if each of the folders is a cluster of its own.\n";
    text += mark + "layout:\n";
    for (const std::string &path :
         proposal.layout.empty() ? std::vector<std::string>{"env/{cluster}/{app}/**"} : proposal.layout)
        text += mark + "  - path: " + quoted(path) + "\n";
    return text;
}

std::string namingSection(const Proposal &proposal)
{
    const ProposedNaming &naming = proposal.naming;
    const bool isRule = proposal.isExact && naming.others.empty() && naming.named >= fewest;
    const std::string mark = isRule ? "" : "#";
    std::string text = "\n# Names that follow from the place: of the file, for an Application of its source path.\n";
    if (naming.named > 0)
        text += fmt::format("# {} of {} Applications are named so{}\n{}", naming.named, naming.applications,
                            naming.others.empty() ? "." : ", but not:", listed(naming.others));
    return text + mark + "naming:\n" + mark + "  - kind: Application\n" + mark +
           "    name: " + quoted(naming.named > 0 ? naming.name : "{app}-{cluster}") + "\n";
}

std::string renderedSection(const Proposal &proposal)
{
    std::vector<std::string> folders;
    for (const argo::NotRendered &folder : proposal.notRendered)
        folders.push_back(folder.path.empty() ? "(the root)" : folder.path);
    std::string text = "\n# Paths that hold no rendered manifests, and paths that do, whatever kustomization.yaml or\n"
                       "# Chart.yaml lies beside them.\n";
    if (!folders.empty())
        text += "# Input of a renderer, so not judged:\n" + listed(folders);
    return text + "#exclude: [\"**/charts/**\"]\n#rendered: [\"deploy/**\"]\n";
}

std::string argoSection(const Proposal &proposal)
{
    std::string text =
        "\n# The version of Argo CD decides which protections count (Prune and Delete on an Application:\n"
        "# from 3.4 on). repositories: other addresses of this repository than its remotes.\n";
    if (!proposal.repositories.empty())
        text += "# Applications name these for paths that this repository has: are they its addresses?\n";
    text += "#argoCd:\n#  version: \"3.4\"\n#  repositories:\n";
    for (const std::string &address : proposal.repositories.empty()
                                          ? std::vector<std::string>{"https://git.example.com/platform/manifests.git"}
                                          : proposal.repositories)
        text += "#    - " + quoted(printable(address)) + "\n";
    return text;
}

std::string examples()
{
    return "\n# Kinds that hold state, beyond those that noclobber knows.\n"
           "#stateful:\n"
           "#  - group: example.com\n"
           "#    kind: Ledger\n"
           "\n# Other severities than the usual ones: off, note, warn, block. `noclobber rules` lists the rules.\n"
           "#rules:\n"
           "#  missing-prune-protection: warn\n"
           "\n# Accepted exceptions. The identity is scope/group/Kind/namespace/name, read from the right; a part may "
           "be\n"
           "# empty, * matches within a part. until is the last day it counts.\n"
           "#waivers:\n"
           "#  - rule: overwrite\n"
           "#    identity: cluster01/argoproj.io/Application/argocd/app01-cluster01\n"
           "#    reason: planned cut-over, CHG-1234\n"
           "#    until: 2026-12-31\n";
}

/// The commit with and without the layout that its folders suggest.
Result<Proposal> propose(const git::Comparison &commit, unsigned jobs, std::stop_token stop)
{
    argo::Configuration configuration;
    const auto plain = argo::readInventories(commit, configuration, {jobs}, stop);
    if (!plain)
        return plain.error();
    Proposal proposal;
    proposal.layout = proposeLayout(plain->head);
    proposal.repositories = proposeRepositories(plain->head, commit);
    proposal.notRendered = plain->head.notRendered;
    if (proposal.layout.empty())
        return proposal;
    configuration.layout = proposal.layout;
    const auto laidOut = argo::readInventories(commit, configuration, {jobs}, stop);
    if (!laidOut)
        return laidOut.error();
    proposal.isExact = haveSameClusters(plain->head, laidOut->head);
    proposal.naming = proposeNaming(laidOut->head, proposal.layout);
    return proposal;
}

} // namespace

Result<StarterConfiguration> writeStarterConfiguration(const std::string &folder, unsigned jobs, std::stop_token stop)
{
    const auto commit = git::openCommit(folder, "HEAD", stop);
    if (!commit)
        return commit.error();
    const auto proposal = propose(*commit, jobs > 0 ? jobs : defaultJobs(), stop);
    if (!proposal)
        return proposal.error();
    const std::string &root = commit->place.workTree;
    return StarterConfiguration{head(commit->head) + layoutSection(*proposal) + namingSection(*proposal) +
                                    renderedSection(*proposal) + argoSection(*proposal) + examples(),
                                root.empty() ? "" : root + (root.ends_with('/') ? "" : "/") + ".noclobber.yaml"};
}

} // namespace noclobber::review
