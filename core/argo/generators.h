#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/argo/content_reader.h"
#include "core/argo/sources.h"
#include "core/argo/template_value.h"

namespace noclobber::argo {

constexpr std::size_t mostApplications = 10'000; ///< that one set may make
constexpr std::size_t mostOfAllSets = 20'000;    ///< that the sets of one commit may make

/// What all sets of one commit may still make and take together: a file of many sets must not keep a review for
/// minutes.
struct SetBudget {
    std::size_t applications = mostOfAllSets;
    long long steps = 20'000'000; ///< of templates and parameters; about a second

    /// What is used up, for a person; nothing while there is some left.
    std::optional<std::string> spent() const;
};

/// What an ApplicationSet is evaluated with: one commit, and how its templates are read.
struct GeneratorContext {
    const git::TreeSnapshot &tree;
    const CommitScan &scan;
    const OwnAddresses &own;
    ContentReader &contents;
    SetBudget &budget;
    bool usesGoTemplate = false;
    std::vector<std::string> options; ///< goTemplateOptions
    long long steps = 10'000'000;     ///< left for all of it
    std::vector<std::string> folders =
        {}; ///< of the commit without hidden ones, in walk order; filled when first asked for
};

/// One set of parameters. For templates of the older form a Mapping of Strings by whole name ("path.basename").
struct ParameterSet {
    Parameters values;
    std::string origin; ///< what yields it, for a person: "the folder apps/x"
};

/// What a generator yields.
struct Generated {
    std::vector<ParameterSet> sets;
    std::vector<std::string> dynamic;  ///< generators whose answer is not in the repository, by their key
    std::vector<std::string> unknowns; ///< why there may be more, whole sentences
};

/// Evaluates an entry of `generators`, its selector included. Error Yaml: Argo CD refuses it, or it is not followed
/// here; errors Git and Io of the repository. Source: docs/operator-manual/applicationset of Argo CD.
Result<Generated> generate(const yaml::Node &generator, GeneratorContext &context);

// By kind, the same for the value of the generator's key.
Result<Generated> generateList(const yaml::Node &list, GeneratorContext &context);
Result<Generated> generateGit(const yaml::Node &git, GeneratorContext &context);
Result<Generated> generateClusters(const yaml::Node &clusters, GeneratorContext &context);
Result<Generated> generateMatrix(const yaml::Node &matrix, GeneratorContext &context);
Result<Generated> generateMerge(const yaml::Node &merge, GeneratorContext &context);

/// A text filled in with parameters, in the set's own form. Error Yaml.
Result<std::string> renderText(const std::string &text, const Parameters &parameters, GeneratorContext &context);

/// All texts of a node, keys of Mappings included, filled in. Error Yaml.
Result<yaml::Node> renderNode(const yaml::Node &node, const Parameters &parameters, GeneratorContext &context);

/// Adds the generator's `values`, filled in with the parameters. Error Yaml.
Result<void> addValues(const yaml::Node &generator, Parameters &parameters, GeneratorContext &context);

/// Whether a label selector (matchLabels, matchExpressions; nullptr takes all) takes these labels. Error Yaml for an
/// operator that there is not.
Result<bool> matchesSelector(const yaml::Node *selector, const std::map<std::string, std::string> &labels);

/// Fills what is missing or empty in one Mapping from another, at every level.
void fillFrom(yaml::Node &into, const yaml::Node &from);

/// Whether Go takes the value for empty: null, false, 0, "", nothing in it.
bool isEmptyValue(const yaml::Node &node);

} // namespace noclobber::argo
