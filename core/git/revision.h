#pragma once

#include "core/git/object_view.h"

namespace noclobber::git {

/// What a request's base and head come to: two revisions and how they are compared.
struct RevisionPair {
    std::string base;
    std::string head;
    ComparisonKind kind = ComparisonKind::MergeResult;
};

/// Takes `A..B` and `A...B` apart (an empty side is HEAD) and fills in the defaults. Error Usage for a range beside a
/// head, or a range as head; errors of defaultBase when it is needed.
Result<RevisionPair> revisionPair(const ObjectView &view, const ComparisonRequest &request);

/// The commit that a revision names, tags peeled. Error NotFound when there is none, saying what may help; Git when its
/// object cannot be read.
Result<git_oid> resolveCommit(const ObjectView &view, const std::string &revision);

struct Ends {
    git_oid base;
    git_oid head;
};

/// Both commits of a pair. Errors of resolveCommit.
Result<Ends> resolveEnds(const ObjectView &view, const RevisionPair &pair);

/// As git::defaultBase, in an open view.
Result<std::string> defaultBaseOf(const ObjectView &view);

} // namespace noclobber::git
