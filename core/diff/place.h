#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/kube/list_keys.h"
#include "core/yaml/document.h"

namespace noclobber::diff {

/// What kind of object a content is: decides how its lists are matched and what must not be shown.
struct Subject {
    std::string group; ///< under which it is stored: extensions Deployments are apps ones
    std::string kind;
    bool isSecret = false; ///< a Secret; of any group, as a slip in the group must not show its values
};

/// Reads apiVersion and kind of a content.
Subject subjectOf(const yaml::Node &content);

/// A way through a content, told twice: as a person reads it, and as the tables of core/kube name it.
class Place
{
public:
    void enterKey(std::string_view key);
    /// The label is what stands between the brackets: "name=web" or "2".
    void enterItem(std::string_view label);
    void leave();

    /// "spec.containers[name=web].image", "metadata.labels[\"a.b/c\"]".
    const std::string &text() const { return m_text; }
    /// The same without list items: "spec.containers.image".
    const std::string &plain() const { return m_plain; }

private:
    std::string m_text;
    std::string m_plain;
    std::vector<std::pair<std::size_t, std::size_t>> m_lengths;
};

/// The label of each item of a list, unique in it: "name=web", "port=80,protocol=TCP". Nothing when the items go by
/// their place: there is no key, an item lacks it, or two items share it.
std::optional<std::vector<std::string>> itemLabels(const kube::ListKey &key, const yaml::Node &list);

/// Whether the value at this way of keys is identity, which differs only where the object does: its name and namespace.
bool isIdentityField(std::string_view plainPath);

/// Whether what a manifest writes as name and namespace counts. Between declarations of one object it says nothing
/// more.
enum class Identity { Counts, LeftOut };

/// Whether nobody compares the value at this way of keys: the cluster writes it, or it is identity that does not count.
bool isLeftOut(std::string_view plainPath, Identity identity);

} // namespace noclobber::diff
