#include "core/blast/last_spec.h"

#include <algorithm>

#include "core/argo/sources.h"
#include "core/base/say.h"
#include "core/blast/application_change.h"

namespace noclobber::blast {

namespace {

bool isFolder(const argo::Source &source)
{
    return source.isHere && source.chart.empty() && source.type == argo::SourceType::Directory;
}

/// Whether a commit has a file in a folder; "" is the root.
bool holdsFiles(const git::TreeSnapshot &commit, const std::string &folder)
{
    const std::string start = folder.empty() ? folder : folder + '/';
    const auto first = std::ranges::lower_bound(commit.entries, start, {}, &git::TreeEntry::path);
    return first != commit.entries.end() && first->path.starts_with(start);
}

/// The identity that a declaration has when this Application reads it.
argo::ObjectId identityFor(const argo::Declaration &declaration, const argo::Application &application)
{
    argo::ObjectId id = declaration.id;
    id.scope = application.scope;
    if (id.key.nameSpace.empty()) // of the whole cluster
        return id;
    id.key.nameSpace = declaration.manifest->nameSpace;
    if (id.key.nameSpace.empty())
        id.key.nameSpace = application.destination.nameSpace.empty() ? "default" : application.destination.nameSpace;
    return id;
}

} // namespace

LastSpec::LastSpec(const Tracing &tracing, const argo::Application &application)
    : m_tracing(tracing), m_application(application)
{
    for (const argo::Source &source : application.sources) {
        if (isFolder(source))
            readFolder(source);
    }
}

void LastSpec::readFolder(const argo::Source &source)
{
    const std::string start = source.path.empty() ? source.path : source.path + '/';
    const Declarations &all = m_tracing.headByPath();
    const auto path = [](const argo::Declaration *declaration) -> const std::string & {
        return declaration->location.path;
    };
    for (auto place = std::ranges::lower_bound(all, start, {}, path);
         place != all.end() && path(*place).starts_with(start); ++place) {
        if (argo::wouldRead(source, path(*place)))
            m_found.insert(identityFor(**place, m_application));
    }
}

bool LastSpec::isWhollySeen() const
{
    return m_application.unknownChildren.empty() && std::ranges::all_of(m_application.sources, isFolder);
}

bool LastSpec::stillDeploys(const argo::DeclaredObject &object) const
{
    return m_found.contains(object.id) || (!isWhollySeen() && m_tracing.head.find(object.id));
}

bool LastSpec::isLeftEmpty() const
{
    return m_found.empty() && isWhollySeen();
}

std::string LastSpec::error() const
{
    for (const argo::Source &source : m_application.sources) {
        if (isFolder(source) && source.exists && !holdsFiles(m_tracing.change.comparison.head, source.path))
            return say("its source path {} holds no file any more", source.path);
    }
    return comparisonError(m_application, m_tracing.head);
}

} // namespace noclobber::blast
