#pragma once

#include "core/argo/application.h"
#include "core/argo/application_set.h"
#include "core/argo/generators.h"

namespace noclobber::argo {

bool isApplicationSet(const kube::Manifest &manifest);

/// What an ApplicationSet makes in one commit, before anybody asks which of it is in effect.
struct EvaluatedSet {
    ApplicationSet set; ///< without id, declaration and what it generates
    struct Made {
        std::string name;
        std::string origin;
        yaml::Node content;
    };
    std::vector<Made> applications; ///< by name, each once
};

/// The commit's side of a GeneratorContext.
struct CommitFiles {
    const git::TreeSnapshot &tree;
    const CommitScan &scan;
    const OwnAddresses &own;
    ContentReader &contents;
    SetBudget &budget; ///< shared by the commit's sets, in the order in which they are evaluated
};

/// Evaluates an ApplicationSet. What cannot be told is in its unknowns. Errors: Git.
Result<EvaluatedSet> evaluateSet(const yaml::Node &content, const CommitFiles &files);

/// The Applications of a set as they are once Argo CD has seen its commit, sorted by id.
/// before: for head the Applications of base, of which a policy that does not delete or update leaves the set's as they
/// were, and so does an error. Fills in what the set makes.
std::vector<Application> applicationsOf(ApplicationSet &set, const EvaluatedSet &evaluated,
                                        const std::vector<Application> &before);

/// The repositories that a set's generators and sources name, each with a path that shows whether it is this one; no
/// templates among them.
std::vector<std::pair<std::string, std::string>> addressesOf(const yaml::Node &content);

} // namespace noclobber::argo
