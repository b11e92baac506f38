#pragma once

#include "core/record/review_record.h"
#include "core/review/review.h"

namespace noclobber::test {

/// A review made by hand, as buildReview would answer for a small accident: an overwritten Application, what its old
/// source leaves behind (StatefulSets, a claim, a Namespace, a Deployment), a Secret with another value, a new and a
/// renamed object, a problem in each commit, folders that are not rendered, and names that try to break out.
review::Review sampleReview();

/// What somebody did with it: an override of the verdict, marks, and a comment that tries to mention and to format.
record::ShownRecord sampleRecord();

/// A name that is markup: `web<img src=x onerror=alert(1)>`.
extern const char *const hostileName;

/// A name with a right-to-left override and an escape sequence for a terminal.
extern const char *const disguisedName;

/// A review of `count` modified objects, each with a few changed fields: for sizes and times.
review::Review largeReview(std::size_t count);

/// An identity in scope env/cluster01.
argo::ObjectId objectId(std::string_view group, std::string_view kind, std::string_view nameSpace,
                        std::string_view name);

/// A declaration in effect of an object, two lines long, in a file.
argo::Declaration declarationOf(const argo::ObjectId &id, const std::string &path, int line);

/// Values, as a manifest holds them.
yaml::Node textNode(std::string text);
yaml::Node numberNode(int value);

} // namespace noclobber::test
