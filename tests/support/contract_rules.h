#pragma once

#include <string_view>

#include "core/base/severity.h"

namespace noclobber::test {

struct ContractRule {
    std::string_view id;
    Severity severity;
};

/// The rules and their defaults as the contract's table has them (section 7; unreadable-manifest by section 4).
inline constexpr ContractRule contractRules[] = {
    {"overwrite", Severity::Block},
    {"duplicate-identity", Severity::Block},
    {"shadowed-declaration", Severity::Warn},
    {"contested-object", Severity::Block},
    {"application-retargeted", Severity::Block},
    {"application-removed", Severity::Block},
    {"application-renamed", Severity::Block},
    {"project-restricted", Severity::Block},
    {"applicationset-shrinks", Severity::Block},
    {"stateful-deleted", Severity::Block},
    {"stateful-orphaned-data", Severity::Block},
    {"stateful-recreated", Severity::Block},
    {"stateful-renamed", Severity::Block},
    {"orphaned-object", Severity::Warn},
    {"namespace-deleted", Severity::Block},
    {"crd-deleted", Severity::Block},
    {"shared-object-removed", Severity::Block},
    {"prune-all", Severity::Block},
    {"render-exclusion", Severity::Block},
    {"destructive-addition", Severity::Block},
    {"protection-removed", Severity::Block},
    {"protection-ineffective", Severity::Warn},
    {"missing-prune-protection", Severity::Note},
    {"missing-shared-resource-guard", Severity::Note},
    {"reclaim-policy-delete", Severity::Note},
    {"naming", Severity::Block},
    {"near-miss-name", Severity::Note},
    {"layout", Severity::Note},
    {"immutable-field", Severity::Warn},
    {"api-removed", Severity::Note},
    {"unreadable-manifest", Severity::Block},
    {"ambiguous-yaml", Severity::Block},
    {"unknown-consequence", Severity::Warn},
    {"tracking-collision", Severity::Warn},
    {"gitops-core-affected", Severity::Block},
    {"cluster-scoped-removed", Severity::Note},
    {"applicationset-unsafe", Severity::Note},
    {"moving-revision", Severity::Note},
    {"merge-conflict", Severity::Block},
    {"configuration-changed", Severity::Warn},
    {"waiver-unused", Severity::Note},
};

} // namespace noclobber::test
