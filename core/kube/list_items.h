#pragma once

#include <functional>
#include <string_view>

#include "core/yaml/document.h"

namespace noclobber::kube {

/// A value that may declare an object: a document's root, or an item of its Lists.
struct Candidate {
    const yaml::Node *node = nullptr;
    int item = 0;                ///< from 1, nested Lists counted through; 0 for the root itself
    int lastLine = 0;            ///< of what stands before the next item; the document's last for the last
    std::string_view apiVersion; ///< of the List, for an item that has none; may be empty. As long as the root lives
    std::string_view kind;       ///< of the typed List's items; the same
};

/// As Node::text, without a copy: as long as the node lives.
std::string_view textOf(const yaml::Node &node, std::string_view key);

/// Hands over the root, or each item of it if it is a List: `kind: List`, or a kind that ends in List with an `items`
/// sequence. Stops when visit returns false.
void visitCandidates(const yaml::Node &root, int lastLine, const std::function<bool(const Candidate &)> &visit);

/// The content of a candidate: its node, with what it inherits.
yaml::Node contentOf(const Candidate &candidate);

} // namespace noclobber::kube
