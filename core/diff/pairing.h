#pragma once

#include <optional>
#include <vector>

#include "core/diff/declared_contents.h"

namespace noclobber::diff {

/// All declarations of one object, with the numbers of their contents (DeclaredContents::classify).
struct DeclaredSides {
    const Few<argo::Declaration> &base;
    const Few<argo::Declaration> &head;
    std::vector<int> baseClasses;
    std::vector<int> headClasses;
};

/// Which declarations are the same one, before and after.
struct Pairing {
    std::vector<std::optional<std::size_t>> headOf; ///< for each of base, its partner in head
    std::vector<std::optional<std::size_t>> baseOf; ///< for each of head, its partner in base
};

/// Equal content at the same path, then the same path, then equal content elsewhere, then what is left (contract,
/// section 2); where a step leaves a choice, the most alike first, then those of one Application, then apply order.
/// Generated names stand for different objects: of those nothing is paired that shares neither path nor content.
/// Errors: Git, Yaml.
Result<Pairing> pairDeclarations(const DeclaredSides &sides, DeclaredContents &contents);

} // namespace noclobber::diff
