#include "core/argo/source_overrides.h"

#include <array>
#include <optional>

#include "core/argo/application_template.h"
#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

constexpr std::string_view common = ".argocd-source.yaml";

std::optional<yaml::Node> readMapping(const std::string &bytes)
{
    const auto document = yaml::readDocument(bytes, yaml::TextFormat::Yaml, 1);
    if (!document || document->root.type != yaml::NodeType::Mapping)
        return std::nullopt;
    return document->root;
}

/// The source with the settings merged in. Where it reads from stays as the Application says.
Source merged(const Source &source, const yaml::Node &settings)
{
    const auto declared = yaml::readDocument(source.text, yaml::TextFormat::Json, 1);
    if (!declared)
        return source;
    yaml::Node node = declared->root;
    mergePatch(node, settings);
    for (const char *key : {"repoURL", "path", "targetRevision", "chart"}) {
        const yaml::Node *kept = declared->root.find(key);
        std::erase_if(node.fields, [&](const yaml::Field &field) { return field.key == key; });
        if (kept)
            node.fields.push_back({key, 0, *kept});
    }
    return readSource(node);
}

} // namespace

bool isSourceOverride(std::string_view fileName)
{
    return fileName == common || (fileName.starts_with(".argocd-source-") && fileName.ends_with(".yaml"));
}

Result<SourceOverrides> SourceOverrides::read(const CommitScan &scan, ContentReader &contents)
{
    SourceOverrides overrides;
    for (const git::TreeEntry &entry : scan.telling) {
        if (entry.type != git::EntryType::File || !isSourceOverride(fileName(entry.path)))
            continue;
        const auto bytes = contents.file(entry.id);
        if (!bytes && bytes.error().code != ErrorCode::Io)
            return bytes.error();
        overrides.m_files[entry.path] = bytes ? readMapping(*bytes) : std::nullopt;
    }
    return overrides;
}

void SourceOverrides::apply(Application &application, const OwnAddresses &own) const
{
    if (m_files.empty() || application.engine != Engine::ArgoCd)
        return;
    // One outside Argo CD's own namespace is called by its namespace too; which that is, nobody says.
    const kube::ResourceKey &key = application.id.key;
    const std::array<std::string, 3> names = {std::string(common), ".argocd-source-" + key.name + ".yaml",
                                              ".argocd-source-" + key.nameSpace + '_' + key.name + ".yaml"};
    for (Source &source : application.sources) {
        if (!source.chart.empty() || !own.contains(source.repository))
            continue;
        for (const std::string &name : names) {
            const auto file = m_files.find(source.path.empty() ? name : source.path + '/' + name);
            if (file != m_files.end() && file->second)
                source = merged(source, *file->second);
            else if (file != m_files.end())
                application.unknownChildren.push_back(
                    say("the settings of its source in {} cannot be read, so Argo CD does not render it", file->first));
        }
    }
}

} // namespace noclobber::argo
