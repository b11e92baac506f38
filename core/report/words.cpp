#include "core/report/words.h"

#include <fmt/format.h>

#include <array>
#include <cassert>

#include "core/base/say.h"

namespace noclobber::report {

namespace {

/// The word at an enumerator's place; every enumerator has one.
template <typename Enum, std::size_t count>
std::string_view pick(const std::array<std::string_view, count> &words, Enum value)
{
    const auto place = static_cast<std::size_t>(value);
    assert(place < count && "an enumerator without a word");
    return words[place];
}

} // namespace

std::string_view word(diff::Status status)
{
    constexpr std::array<std::string_view, 10> words{"unknown",  "renamed", "added",    "removed",    "overwritten",
                                                     "shadowed", "moved",   "modified", "duplicated", "unchanged"};
    return pick(words, status);
}

std::string_view word(diff::FieldOperation operation)
{
    return pick(std::array<std::string_view, 3>{"added", "removed", "replaced"}, operation);
}

std::string_view word(blast::Effect effect)
{
    constexpr std::array<std::string_view, 10> words{
        toSay("pruned"),   toSay("cascade-deleted"), toSay("recreated"), toSay("prune-pending"), toSay("blocked"),
        toSay("orphaned"), toSay("adopted"),         toSay("kept"),      toSay("created"),       toSay("updated")};
    return pick(words, effect);
}

std::string_view word(blast::DataFate fate)
{
    return pick(
        std::array<std::string_view, 5>{toSay("lost"), toSay("at-risk"), toSay("retained"), toSay("kept"), "none"},
        fate);
}

std::string_view word(Severity severity)
{
    return pick(std::array<std::string_view, 4>{"off", toSay("note"), toSay("warn"), toSay("block")}, severity);
}

std::string_view word(recovery::Stage stage)
{
    constexpr std::array<std::string_view, 6> words{"stop", "look", "protect", "revert", "restore", "resume"};
    return pick(words, stage);
}

std::string_view word(review::Verdict verdict)
{
    return pick(std::array<std::string_view, 3>{"pass", "warn", "block"}, verdict);
}

std::string_view word(git::ComparisonKind kind)
{
    return pick(std::array<std::string_view, 3>{"merge-result", "two-dot", "three-dot"}, kind);
}

std::string_view word(argo::ScopeOrigin origin)
{
    return pick(std::array<std::string_view, 3>{"layout", toSay("application"), toSay("folder")}, origin);
}

std::string_view word(argo::Renderer renderer)
{
    return pick(std::array<std::string_view, 2>{"helm", "kustomize"}, renderer);
}

std::vector<std::string_view> words(const diff::Flags &flags)
{
    std::vector<std::string_view> set;
    const auto add = [&set](bool isSet, std::string_view name) {
        if (isSet)
            set.push_back(name);
    };
    add(flags.apiMigrated, toSay("apiMigrated"));
    add(flags.recreated, toSay("recreated"));
    add(flags.contested, toSay("contested"));
    add(flags.formattingOnly, toSay("formattingOnly"));
    add(flags.deduplicated, toSay("deduplicated"));
    add(flags.hook, toSay("hook"));
    return set;
}

std::string plural(std::size_t count, std::string_view one, std::string_view many)
{
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

} // namespace noclobber::report
