#include "core/argo/applications.h"

#include <algorithm>
#include <tuple>

#include "core/argo/engines.h"
#include "core/argo/flux.h"
#include "core/argo/flux_sources.h"
#include "core/argo/generated_applications.h"
#include "core/argo/rendering.h"
#include "core/argo/source_overrides.h"
#include "core/base/parallel_map.h"
#include "core/base/say.h"

namespace noclobber::argo {
namespace {

bool isApplication(const kube::Manifest &manifest)
{
    return !manifest.name.empty() && isDeployer({manifest.group, manifest.kind, {}, {}});
}

Application readAny(const yaml::Node &content, const Declaration &declaration)
{
    const kube::ResourceKey &key = declaration.id.key;
    return isFluxKustomization(key) ? readFluxKustomization(content, declaration)
           : isHelmRelease(key)     ? readHelmRelease(content, declaration)
                                    : readApplication(content, declaration);
}

/// The manifests that are wanted, in walk order. What is wanted is of few kinds.
template <typename IsWanted>
std::vector<ManifestPlace> placesOf(const CommitScan &scan, IsWanted isWanted)
{
    std::vector<ManifestPlace> wanted;
    for (const auto &[kind, places] : scan.kinds) {
        const auto isOne = [&](ManifestPlace place) { return isWanted(*scan.at(place)); };
        kube::Manifest named;
        std::tie(named.group, named.kind) = kind;
        named.name = "any";
        if (isWanted(named))
            std::ranges::copy_if(places, std::back_inserter(wanted), isOne);
    }
    std::ranges::sort(wanted);
    return wanted;
}

/// Who deploys, with all that declares them.
struct Declared {
    SharedObjects applications;
    SharedObjects sets;
};

constexpr std::string_view bootstrapSource = "GitRepository flux-system/flux-system";

class Resolver
{
public:
    Resolver(const git::Comparison &comparison, const Configuration &configuration, const CommitScans &scans,
             unsigned jobs, ContentReader contents, Sides &sides)
        : m_comparison(comparison), m_configuration(configuration), m_scans(scans), m_jobs(jobs),
          m_contents(std::move(contents)), m_sides(sides), m_generated(comparison, scans, m_own, m_contents)
    {
        m_sides.base.commit.scan = &m_scans.base;
        m_sides.head.commit.scan = &m_scans.head;
    }

    Result<void> run(std::stop_token stop);

private:
    Side &side(bool isHead) { return isHead ? m_sides.head : m_sides.base; }
    Result<const Application *> known(const Declaration &declaration);
    Result<Application> read(const Declaration &declaration);
    Result<Application> resolved(bool isHead, const Declaration &declaration);
    void findSources(bool isHead, Application &application);
    Result<void> readFlux();
    Result<void> findOwnAddresses();
    Result<void> compareAddresses(bool isHead, std::set<std::string> &pathsAreHere, bool &anyMatches);
    Result<std::vector<std::pair<std::string, std::string>>> addressesIn(bool isHead, const CommitScan &scan,
                                                                         ManifestPlace place);
    SharedObjects declared(bool isHead, const Identities &identities, bool (*isWanted)(const kube::Manifest &)) const;
    Declared declared(bool isHead) const;
    Result<std::vector<Application>> applicationsInEffect(bool isHead, const Declared &declared,
                                                          const std::vector<Application> &before);
    void setApplications(std::vector<Application> base, std::vector<Application> head);
    void findCovers();

    const git::Comparison &m_comparison;
    const Configuration &m_configuration;
    const CommitScans &m_scans;
    unsigned m_jobs;
    ContentReader m_contents;
    Sides &m_sides;
    OwnAddresses m_own;
    std::map<bool, FluxSources> m_fluxSources; ///< by commit: is it head
    /// What each declaration says, read once for each namespace that it may get.
    std::map<std::pair<const kube::Manifest *, Name>, Application> m_read;
    GeneratedApplications m_generated;
    std::map<bool, SourceOverrides> m_overrides; ///< by commit: is it head
};

/// What a declaration says, under whatever name it is known here.
Result<const Application *> Resolver::known(const Declaration &declaration)
{
    const std::pair key(declaration.manifest.get(), declaration.id.key.nameSpace);
    auto found = m_read.find(key);
    if (found == m_read.end()) {
        const auto content = m_contents.content(declaration);
        if (!content)
            return content.error();
        found = m_read.emplace(key, readAny(**content, declaration)).first;
    }
    return &found->second;
}

Result<Application> Resolver::read(const Declaration &declaration)
{
    const auto said = known(declaration);
    if (!said)
        return said.error();
    Application application = **said;
    application.id = declaration.id;
    application.declaration = declaration;
    return application;
}

Result<void> Resolver::readFlux()
{
    for (const bool isHead : {false, true}) {
        auto sources = FluxSources::read(isHead ? m_scans.head : m_scans.base, m_contents);
        if (!sources)
            return sources.error();
        m_fluxSources.emplace(isHead, std::move(*sources));
    }
    return {};
}

/// This repository's addresses: its remotes and what the configuration adds. If none of them is a source of any
/// Application (a fork, a mirror, a local clone), then the addresses whose paths are here.
Result<void> Resolver::findOwnAddresses()
{
    for (const auto *addresses : {&m_comparison.place.remotes, &m_configuration.repositories}) {
        for (const std::string &address : *addresses)
            m_own.addresses.insert(normalAddress(address));
    }
    if (!m_fluxSources.at(false).hasAny("flux-system") && !m_fluxSources.at(true).hasAny("flux-system"))
        m_own.addresses.insert(normalAddress(bootstrapSource)); // what `flux bootstrap` calls the repository it is in
    std::set<std::string> pathsAreHere;
    bool anyMatches = false;
    for (const bool isHead : {false, true}) {
        if (auto compared = compareAddresses(isHead, pathsAreHere, anyMatches); !compared)
            return compared;
    }
    if (anyMatches || pathsAreHere.empty())
        return {};
    m_own.addresses.merge(pathsAreHere);
    m_sides.notes.push_back(
        say("No Application's repository is one of this clone's remotes, so the addresses whose paths are in this "
            "repository are taken as its own (argoCd.repositories in .noclobber.yaml settles it)."));
    return {};
}

/// The repositories that an Application or an ApplicationSet names, each with a path in it ("" if that says nothing).
Result<std::vector<std::pair<std::string, std::string>>> Resolver::addressesIn(bool isHead, const CommitScan &scan,
                                                                               ManifestPlace place)
{
    const ManifestFile &file = scan.files[place.file];
    Declaration declaration;
    declaration.manifest = scan.at(place);
    const kube::Manifest &manifest = *declaration.manifest;
    declaration.id.key = {manifest.group, manifest.kind, manifest.nameSpace, manifest.name};
    declaration.location = {file.path, manifest.document, manifest.item, 0, 0};
    declaration.blob = file.blob;
    if (isApplicationSet(manifest)) {
        const auto content = m_contents.content(declaration);
        if (!content)
            return content.error();
        return addressesOf(**content);
    }
    const auto said = known(declaration);
    if (!said)
        return said.error();
    std::optional<Application> resolved; // of Flux the source is named elsewhere
    if ((*said)->engine == Engine::Flux) {
        resolved = **said;
        resolved->declaration = declaration;
        m_fluxSources.at(isHead).resolve(*resolved);
    }
    std::vector<std::pair<std::string, std::string>> named;
    for (const Source &source : (resolved ? *resolved : **said).sources)
        named.emplace_back(source.repository, source.chart.empty() ? source.path : std::string());
    return named;
}

Result<void> Resolver::compareAddresses(bool isHead, std::set<std::string> &pathsAreHere, bool &anyMatches)
{
    const CommitScan &scan = isHead ? m_scans.head : m_scans.base;
    const auto isWanted = [](const kube::Manifest &manifest) {
        return isApplication(manifest) || isApplicationSet(manifest);
    };
    for (const ManifestPlace place : placesOf(scan, isWanted)) {
        const auto named = addressesIn(isHead, scan, place);
        if (!named)
            return named.error();
        for (const auto &[repository, path] : *named) {
            if (repository.find(' ') != std::string::npos)
                continue; // a reference to a source of Flux that is no GitRepository in the tree
            anyMatches = anyMatches || m_own.contains(repository);
            if (!repository.empty() && !path.empty() && scan.hasPath(path))
                pathsAreHere.insert(normalAddress(repository));
        }
    }
    return {};
}

/// The Applications or ApplicationSets of one commit with all that declares them.
SharedObjects Resolver::declared(bool isHead, const Identities &identities,
                                 bool (*isWanted)(const kube::Manifest &)) const
{
    const CommitScan &scan = isHead ? m_scans.head : m_scans.base;
    SharedObjects::Store objects;
    std::optional<std::uint32_t> last;
    for (const ManifestPlace place : placesOf(scan, isWanted)) {
        if (last == place.file)
            continue;
        last = place.file;
        identities.addDeclarations(isHead, place.file, objects);
    }
    for (auto &part : objects)
        std::erase_if(part, [&](const DeclaredObject &one) { return !isWanted(*one.declarations.front().manifest); });
    return groupDeclarations(std::move(objects));
}

Declared Resolver::declared(bool isHead) const
{
    const Identities identities(m_configuration, m_sides.base, m_sides.head);
    return {declared(isHead, identities, isApplication), declared(isHead, identities, isApplicationSet)};
}

void Resolver::findSources(bool isHead, Application &application)
{
    m_overrides.at(isHead).apply(application, m_own);
    resolveSources(application, m_own, side(isHead).commit);
}

/// What an Application says and what the tree makes of it. What the last round found out of the same declaration holds.
Result<Application> Resolver::resolved(bool isHead, const Declaration &declaration)
{
    const std::vector<Application> &last = side(isHead).applications;
    const auto known = std::ranges::lower_bound(last, declaration.id, {}, &Application::id);
    if (known != last.end() && known->id == declaration.id && !known->generatedBy &&
        known->declaration.manifest == declaration.manifest &&
        known->declaration.location.path == declaration.location.path) {
        Application application = *known;
        application.declaration = declaration;
        return application;
    }
    auto application = read(declaration);
    if (!application)
        return application.error();
    m_fluxSources.at(isHead).resolve(*application);
    findSources(isHead, *application);
    return application;
}

/// before: for head the Applications of base.
Result<std::vector<Application>> Resolver::applicationsInEffect(bool isHead, const Declared &declared,
                                                                const std::vector<Application> &before)
{
    std::vector<Application> applications;
    for (const DeclaredObject &object : declared.applications) {
        // While two Applications contest a third, the later of them stands for what it deploys.
        auto application = resolved(isHead, object.declarations[object.inEffect.back()]);
        if (!application)
            return application.error();
        applications.push_back(std::move(*application));
    }
    auto sets = m_generated.add(isHead, declared.sets, before, applications);
    if (!sets)
        return sets.error();
    side(isHead).applicationSets = std::move(*sets);
    for (Application &application : applications) {
        if (application.generatedBy)
            findSources(isHead, application);
    }
    return applications;
}

std::vector<Few<Cover>> coversOf(const std::vector<Application> &applications, const Commit &commit)
{
    std::vector<Few<Cover>> covers(commit.scan->files.size());
    for (std::size_t a = 0; a < applications.size(); ++a) {
        std::size_t position = 0;
        for (std::size_t s = 0; s < applications[a].sources.size(); ++s) {
            for (const ReadFile &read : filesOf(applications[a].sources[s], commit)) {
                auto &of = covers[read.file];
                const Cover cover{a, s, position++, read.nameSpace};
                if (!of.empty() && of.back().application == a)
                    of.back() = cover; // read by an earlier source too: the later reading counts
                else
                    of.push_back(cover);
            }
        }
    }
    return covers;
}

bool readTheSame(const std::vector<Application> &a, const std::vector<Application> &b)
{
    return std::ranges::equal(
        a, b, [](const Application &x, const Application &y) { return x.id == y.id && x.sources == y.sources; });
}

void Resolver::setApplications(std::vector<Application> base, std::vector<Application> head)
{
    const bool areCoversSame =
        readTheSame(base, m_sides.base.applications) && readTheSame(head, m_sides.head.applications);
    m_sides.base.applications = std::move(base);
    m_sides.head.applications = std::move(head);
    if (!areCoversSame)
        findCovers();
}

/// Which files the Applications read, and which count as declarations.
void Resolver::findCovers()
{
    std::tie(m_sides.base.covers, m_sides.head.covers) =
        forBoth(m_jobs, [&](bool isHead) { return coversOf(side(isHead).applications, side(isHead).commit); });
    std::tie(m_sides.base.isRendered, m_sides.head.isRendered) =
        forBoth(m_jobs, [&](bool isHead) { return findRendered(side(isHead), side(!isHead)); });
}

bool isSame(const std::vector<Application> &a, const std::vector<Application> &b)
{
    return std::ranges::equal(a, b, [](const Application &x, const Application &y) {
        return x.id == y.id && x.declaration.location == y.declaration.location &&
               x.declaration.application == y.declaration.application && x.sources == y.sources;
    });
}

Result<void> Resolver::run(std::stop_token stop)
{
    for (const bool isHead : {false, true}) {
        auto kustomizations = readKustomizations(*side(isHead).commit.scan, m_contents);
        if (!kustomizations)
            return kustomizations.error();
        side(isHead).commit.kustomizations = std::move(*kustomizations);
        auto overrides = SourceOverrides::read(*side(isHead).commit.scan, m_contents);
        if (!overrides)
            return overrides.error();
        m_overrides.emplace(isHead, std::move(*overrides));
        side(isHead).renderers = Renderers(m_configuration, side(isHead).commit);
    }
    if (auto read = readFlux(); !read)
        return read;
    if (auto found = findOwnAddresses(); !found)
        return found;
    findCovers();
    constexpr int mostRounds = 16; // one a level of app-of-apps
    for (int round = 0; round < mostRounds; ++round) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "stopped", ""};
        const auto [inBase, inHead] = forBoth(m_jobs, [this](bool isHead) { return declared(isHead); });
        auto base = applicationsInEffect(false, inBase, {});
        if (!base)
            return base.error();
        auto head = applicationsInEffect(true, inHead, *base);
        if (!head)
            return head.error();
        if (isSame(*base, m_sides.base.applications) && isSame(*head, m_sides.head.applications))
            return {};
        setApplications(std::move(*base), std::move(*head));
    }
    m_sides.notes.push_back(
        say("The Applications define one another in a circle that has no end; the state after 16 rounds is shown."));
    return {};
}

} // namespace

Result<Sides> resolveApplications(const git::Comparison &comparison, const Configuration &configuration,
                                  const CommitScans &scans, unsigned jobs, std::stop_token stop)
{
    auto contents = ContentReader::open(comparison);
    if (!contents)
        return contents.error();
    Sides sides;
    if (auto resolved = Resolver(comparison, configuration, scans, jobs, std::move(*contents), sides).run(stop);
        !resolved)
        return resolved.error();
    const Identities identities(configuration, sides.base, sides.head);
    for (const bool isHead : {false, true}) {
        auto &applications = (isHead ? sides.head : sides.base).applications;
        for (std::size_t i = 0; i < applications.size(); ++i)
            applications[i].scope = identities.destinationScope(isHead, i);
    }
    return sides;
}

} // namespace noclobber::argo
