#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/yaml/document.h"
#include "tests/differential/answer.h"

namespace noclobber::test {

/// What both readers of YAML made of one input.
struct Comparison {
    std::string fast;        ///< answer of the fast reader
    std::string exact;       ///< of yaml-cpp
    bool isAccepted = false; ///< the exact reader had documents and no problem
    bool isSure = false;     ///< and the fast one left nothing to yaml-cpp

    bool isEqual() const { return fast == exact; }
};

/// Asks both. Changes the reader in use and puts it back: nobody else may read meanwhile.
Comparison compareReaders(std::string_view bytes, yaml::TextFormat format, Depth depth);

/// A smaller input for which `isWanted` still holds, as it does for the first one; by whole lines, then by bytes.
std::string minimised(std::string input, const std::function<bool(const std::string &)> &isWanted);

/// A difference for a person: the input made small, and the lines in which the answers differ. "" if they are equal.
std::string describeDifference(std::string_view bytes, yaml::TextFormat format, Depth depth);

} // namespace noclobber::test
