#pragma once

#include <QTest>
#include <string>
#include <vector>

#include "core/diff/change_set.h"
#include "tests/support/scratch_repository.h"

namespace noclobber::test {

/// Two sides in a real repository, compared object by object; with the configuration of base's .noclobber.yaml. Aborts
/// the test program if that fails.
struct ComparedSides {
    ComparedSides(const git::Files &base, const git::Files &head);

    ScratchRepository repository;
    git::Comparison comparison;
    argo::Inventories inventories;
    diff::ChangeSet changes;
};

/// Each change as a line: "STATUS [flags] ID < base declarations > head declarations", a declaration as
/// "path#document[.item][@application]", a winner with a star in front, a new one with a plus.
std::string printChanges(const diff::ChangeSet &changes);
std::string printChanges(const git::Files &base, const git::Files &head);

/// Each field as a line: "PATH: BASE -> HEAD" in canonical JSON, "-" where absent; then "order", "immutable", "secret".
std::string printFields(const std::vector<diff::FieldChange> &fields);

/// The content of a YAML text with one document. Aborts the test program if it cannot be read.
yaml::Node content(const std::string &text);

} // namespace noclobber::test

namespace QTest {

/// What a failed comparison shows of a text.
template <>
inline char *toString(const std::string &text)
{
    return qstrdup(text.c_str());
}

} // namespace QTest
