#pragma once

#include <string>
#include <vector>

#include "core/fix/field_edit.h"
#include "core/rules/finding.h"

namespace noclobber::fix {

/// A declaration that misses something.
struct Gap {
    std::string rule;
    argo::ObjectId id; ///< what the finding is about: not the declaration's where a set generates it
    const argo::Declaration *declaration = nullptr;
    Wish wish;
    std::string refusal; ///< why nothing is to be added to its text, whole sentences; "" if it is
};

/// What the declarations in effect miss that a finding of a fixable rule is about.
std::vector<Gap> gapsOf(const rules::Finding &finding, const argo::Inventory &inventory,
                        const argo::Configuration &configuration);

} // namespace noclobber::fix
