#include "core/recovery/situation.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/deployments.h"

namespace noclobber::recovery {

namespace {

/// The declaration that brings the object back: of base, where it was.
const argo::Declaration *declarationInBase(const blast::Change &change, const argo::ObjectId &id)
{
    const argo::DeclaredObject *object = change.inventories.base.find(id);
    return object ? &blast::declarationFor(*object, {}) : nullptr;
}

std::set<std::string> scopesOf(const Situation &situation)
{
    std::set<std::string> scopes;
    for (const blast::AffectedObject *object : situation.objects)
        scopes.insert(object->id.scope);
    for (const ConcernedApplication &application : situation.applications)
        scopes.insert(application.id.scope);
    return scopes;
}

} // namespace

const ConcernedApplication *Situation::find(const argo::ObjectId &id) const
{
    const auto found = places.find(id);
    return found == places.end() ? nullptr : &applications[found->second];
}

const ConcernedApplication *Situation::deployerOf(const argo::ObjectId &id) const
{
    const argo::Declaration *declaration = declarationInBase(change, id);
    return declaration && declaration->application ? find(*declaration->application) : nullptr;
}

Situation assess(const blast::Change &change, const blast::BlastRadius &radius)
{
    Situation situation{change, radius, concernedApplications(change, radius), {}, Commands({}), {}};
    for (const blast::AffectedObject &object : radius.objects) {
        if (needsRecovery(object))
            situation.objects.push_back(&object);
    }
    for (std::size_t i = 0; i < situation.applications.size(); ++i)
        situation.places.emplace(situation.applications[i].id, i);
    situation.commands = Commands(scopesOf(situation));
    return situation;
}

Step stepOf(Stage stage, std::string what)
{
    Step step;
    step.stage = stage;
    step.what = std::move(what);
    return step;
}

std::string namesOf(const std::vector<std::string> &names)
{
    const std::size_t shown = std::min(names.size(), mostAlike);
    std::string text = join(std::span(names).first(shown), ", ");
    if (names.size() > shown)
        text += say(" and {} more", names.size() - shown);
    return text;
}

std::string counted(std::size_t count, std::string_view one)
{
    const bool hisses = one.ends_with("s") || one.ends_with("x") || one.ends_with("ch");
    const bool isPlural = one.ends_with("Endpoints");
    const bool endsInY = one.size() > 1 && one.ends_with("y") &&
                         std::string_view("aeiou").find(one[one.size() - 2]) == std::string_view::npos;
    if (one == "object")
        return count == 1 ? say("{} object", count) : say("{} objects", count);
    if (!spokenLanguage().empty()) // kinds have a plural in English only
        return say("{} {}s", count, one);
    if (count == 1 || isPlural)
        return fmt::format("{} {}", count, one);
    if (endsInY)
        return fmt::format("{} {}ies", count, one.substr(0, one.size() - 1));
    return fmt::format("{} {}{}", count, one, hisses ? "es" : "s");
}

std::string bringBackCommand(const Situation &situation, const argo::ObjectId &id)
{
    const argo::Declaration *declaration = declarationInBase(situation.change, id);
    if (!declaration || !canBeCopied(id))
        return {};
    const ConcernedApplication *deployer = situation.deployerOf(id);
    if (deployer && !deployer->isFlux() && canBeCopied(deployer->id))
        return fmt::format("argocd app sync {} {}", shellWord(argo::applicationName(deployer->id)),
                           resourceArgument(id.key));
    const std::string &path = declaration->location.path;
    if (printable(path) != path)
        return {};
    return fmt::format("{} apply -f {}", situation.commands.kubectl(id.scope, id.key.nameSpace),
                       shellWord("./" + path));
}

} // namespace noclobber::recovery
