#include "tests/support/changes.h"

#include <QtGlobal>
#include <algorithm>
#include <array>

namespace noclobber::test {
namespace {

git::Comparison compareBranches(const ScratchRepository &repository)
{
    auto comparison = git::compare({repository.path(), "main", "change"}, {});
    if (!comparison)
        qFatal("%s", comparison.error().message.c_str());
    return std::move(*comparison);
}

argo::Inventories readBoth(const git::Comparison &comparison, const git::Files &base)
{
    argo::Configuration configuration;
    if (const auto file = base.find(".noclobber.yaml"); file != base.end()) {
        const auto read = argo::readConfiguration(file->second, file->first);
        if (!read)
            qFatal("%s", read.error().message.c_str());
        configuration = *read;
    }
    auto inventories = argo::readInventories(comparison, configuration, {2}, {});
    if (!inventories)
        qFatal("%s", inventories.error().message.c_str());
    return std::move(*inventories);
}

diff::ChangeSet compareBoth(const git::Comparison &comparison, const argo::Inventories &inventories)
{
    auto changes = diff::compareInventories(comparison, inventories, 2, {});
    if (!changes)
        qFatal("%s", changes.error().message.c_str());
    return std::move(*changes);
}

std::string flagText(const diff::Flags &flags)
{
    std::string text;
    for (const auto &[isSet, name] :
         {std::pair(flags.apiMigrated, "apiMigrated"), std::pair(flags.recreated, "recreated"),
          std::pair(flags.contested, "contested"), std::pair(flags.formattingOnly, "formattingOnly"),
          std::pair(flags.deduplicated, "deduplicated"), std::pair(flags.hook, "hook")}) {
        if (isSet)
            text += (text.empty() ? "" : ",") + std::string(name);
    }
    return text.empty() ? text : "[" + text + "] ";
}

std::string declarationText(const argo::Declaration &declaration)
{
    std::string text = declaration.location.path + "#" + std::to_string(declaration.location.document);
    if (declaration.location.item > 0)
        text += "." + std::to_string(declaration.location.item);
    return declaration.application ? text + "@" + declaration.application->key.name : text;
}

std::string valueText(const std::optional<yaml::Node> &value)
{
    return value ? yaml::toCanonicalJson(*value) : "-";
}

} // namespace

ComparedSides::ComparedSides(const git::Files &base, const git::Files &head)
    : repository(base, head), comparison(compareBranches(repository)), inventories(readBoth(comparison, base)),
      changes(compareBoth(comparison, inventories))
{}

std::string printChanges(const diff::ChangeSet &changes)
{
    constexpr std::array<std::string_view, 10> names{"unknown",  "renamed", "added",    "removed",    "overwritten",
                                                     "shadowed", "moved",   "modified", "duplicated", "unchanged"};
    std::string text;
    for (const diff::ObjectChange &change : changes.changes) {
        text += std::string(names[static_cast<std::size_t>(change.status)]) + " " + flagText(change.flags) +
                toText(change.id) + " <";
        for (std::size_t i = 0; i < change.base.size(); ++i)
            text += (change.baseWinner == i ? " *" : " ") + declarationText(change.base[i]);
        text += " >";
        for (std::size_t i = 0; i < change.head.size(); ++i) {
            const bool isNew = std::ranges::find(change.newDeclarations, i) != change.newDeclarations.end();
            text +=
                std::string(change.headWinner == i ? " *" : " ") + (isNew ? "+" : "") + declarationText(change.head[i]);
        }
        text += "\n";
    }
    return text;
}

std::string printChanges(const git::Files &base, const git::Files &head)
{
    return printChanges(ComparedSides(base, head).changes);
}

std::string printFields(const std::vector<diff::FieldChange> &fields)
{
    std::string text;
    for (const diff::FieldChange &field : fields) {
        text += field.path + ": " + valueText(field.base) + " -> " + valueText(field.head) +
                (field.isOrderOnly ? " order" : "") + (field.isImmutable ? " immutable" : "") +
                (field.isSecret ? " secret" : "") + "\n";
    }
    return text;
}

yaml::Node content(const std::string &text)
{
    auto document = yaml::readDocument(text, yaml::TextFormat::Yaml, 1);
    if (!document)
        qFatal("%s", document.error().message.c_str());
    return std::move(document->root);
}

} // namespace noclobber::test
