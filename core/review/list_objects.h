#pragma once

#include "core/review/review.h"

namespace noclobber::review {

struct ObjectListRequest {
    std::string folder = "."; ///< any folder of the repository, or a bare one
    std::string revision = "HEAD";
    std::optional<std::string> configurationFile; ///< instead of the commit's .noclobber.yaml
    std::vector<std::string> scopes;              ///< these only; empty: all
    unsigned jobs = 0;                            ///< 0: one a core, eight at most
    std::optional<std::string> indexFolder;       ///< as of ReviewRequest
    Progress progress;
};

/// Every object of one commit. Made once, then const.
struct ObjectList {
    git::Comparison comparison; ///< base and head are the commit
    argo::Inventory inventory;
    std::vector<Problem> problems; ///< sorted by path, line
};

/// Reads one commit. Errors as of buildReview.
Result<ObjectList> listObjects(const ObjectListRequest &request, std::stop_token stop);

} // namespace noclobber::review
