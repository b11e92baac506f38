#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/rules/judgement.h"

namespace noclobber::rules {

/// Something that a declaration says beside its name, and which of the two names it goes with.
struct Witness {
    enum class About { File, SourcePath, Project, DestinationNamespace, DestinationCluster };
    About about = About::File;
    std::string text;
    bool saysProperName = false; ///< else it says the name that the declaration has

    bool operator==(const Witness &) const = default;
};

/// What speaks for a declaration that was copied and kept the name of what it was copied from.
struct Slip {
    std::string name;               ///< that it should have by its place
    std::string word;               ///< in which its own name differs from that: "app01"; "" if not in one word
    std::string properWord;         ///< "app02"
    std::vector<Witness> witnesses; ///< of what says one of the two words, in the order of About
};

/// The name that a declaration should have by its place; of an AppProject that of the Application of its name that the
/// change declares beside it. "" if the one it has is right, or nothing tells.
std::string betterName(Judgement &judgement, const argo::Declaration &declaration);

/// Whether a declaration of head looks like such a copy; nothing if its name is right, or nothing tells.
std::optional<Slip> findSlip(Judgement &judgement, const argo::Declaration &declaration);

/// The same, asked from outside of a judgement. Error Git.
Result<std::optional<Slip>> findSlip(const blast::Change &change, const blast::BlastRadius &radius,
                                     const argo::Declaration &declaration);

} // namespace noclobber::rules
