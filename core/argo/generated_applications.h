#pragma once

#include <map>
#include <tuple>
#include <vector>

#include "core/argo/application_sets.h"
#include "core/argo/identity.h"

namespace noclobber::argo {

/// Puts what ApplicationSets make beside the declared Applications, round by round. Each set is evaluated once for
/// each commit. What it is made with must outlive it.
class GeneratedApplications
{
public:
    GeneratedApplications(const git::Comparison &comparison, const CommitScans &scans, const OwnAddresses &own,
                          ContentReader &contents)
        : m_comparison(comparison), m_scans(scans), m_own(own), m_contents(contents)
    {}

    /// The sets in effect of a commit (isHead) and their Applications. applications holds the declared ones and gets
    /// the others, sorted by id: where both name one, the declared one stands; of two sets the first. before: for head
    /// the Applications of base. Errors: Git.
    Result<std::vector<ApplicationSet>> add(bool isHead, const SharedObjects &sets,
                                            const std::vector<Application> &before,
                                            std::vector<Application> &applications);

private:
    Result<const EvaluatedSet *> evaluated(bool isHead, const Declaration &declaration);

    const git::Comparison &m_comparison;
    const CommitScans &m_scans;
    const OwnAddresses &m_own;
    ContentReader &m_contents;
    std::map<bool, SetBudget> m_budgets;                                    ///< by commit
    std::map<std::tuple<bool, git::BlobId, int, int>, EvaluatedSet> m_sets; ///< by commit: its tree decides too
};

} // namespace noclobber::argo
