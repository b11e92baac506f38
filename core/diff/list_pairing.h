#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/diff/list_alignment.h"
#include "core/kube/list_keys.h"
#include "core/yaml/document.h"

namespace noclobber::diff {

/// Two items that stand side by side, or one alone.
struct ItemPair {
    std::string label; ///< what stands between the brackets of its path
    const yaml::Node *base = nullptr;
    const yaml::Node *head = nullptr;
};

struct PairedItems {
    std::vector<ItemPair> pairs; ///< every item of both, in the order in which a person reads them
    bool isReordered = false;    ///< the order matters and differs, which the pairs do not show
};

/// A text of an item that is equal for items that say the same.
using ItemForm = std::function<std::string(const yaml::Node &item)>;

/// Pairs the items of two lists by the list's key; where there is none, items that say the same, and the others by
/// their place.
PairedItems pairItems(const kube::ListKey &key, const yaml::Node &base, const yaml::Node &head, const ItemForm &form);

} // namespace noclobber::diff
