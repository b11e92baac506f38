#include "core/blast/hooks.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/text.h"

namespace noclobber::blast {

namespace {

constexpr std::array<std::string_view, 6> argoHooks = {"PreSync",  "Sync",      "PostSync",
                                                       "SyncFail", "PreDelete", "PostDelete"};
constexpr std::array<std::string_view, 6> helmHooks = {"pre-install",  "pre-upgrade", "post-install",
                                                       "post-upgrade", "pre-delete",  "post-delete"};

bool anyIn(const std::string &list, const auto &known)
{
    return std::ranges::any_of(split(list, ','), [&](const std::string &entry) {
        return std::ranges::find(known, trimmed(entry)) != known.end();
    });
}

} // namespace

HookRole hookRoleOf(const kube::Manifest &manifest)
{
    if (const auto own = manifest.annotations.find("argocd.argoproj.io/hook"); own != manifest.annotations.end()) {
        if (anyIn(own->second, std::array<std::string_view, 1>{"Skip"}))
            return HookRole::Skipped;
        return anyIn(own->second, argoHooks) ? HookRole::Hook : HookRole::Unsupported;
    }
    const auto helm = manifest.annotations.find("helm.sh/hook");
    if (helm == manifest.annotations.end() || anyIn(helm->second, std::array<std::string_view, 1>{"crd-install"}))
        return HookRole::None;
    return anyIn(helm->second, helmHooks) ? HookRole::Hook : HookRole::Unsupported;
}

bool isDroppedAsHook(const kube::Manifest &was, const kube::Manifest &now)
{
    return hookRoleOf(was) == HookRole::None && hookRoleOf(now) == HookRole::Unsupported;
}

} // namespace noclobber::blast
