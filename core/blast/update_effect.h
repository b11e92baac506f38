#pragma once

#include <optional>
#include <string>

#include "core/blast/refusals.h"

namespace noclobber::blast {

/// What becomes of an object that head still declares.
struct UpdateEffect {
    Effect effect = Effect::Updated; ///< Created, Updated, Recreated or Blocked
    std::string words;               ///< one sentence
};

/// The effect of a change to what is in effect; nothing where the cluster gets nothing new (shadowed, moved as it was).
/// An immutable field blocks, unless Force=true has the object deleted and made anew; Replace=true together with
/// Force=true does that at every change. Source: kubectl apply --force and replace --force; domain rules on immutable
/// fields.
/// refusals: what other objects in the tree make the API server refuse.
std::optional<UpdateEffect> updateEffect(const Change &change, const diff::ObjectChange &object,
                                         const Refusals &refusals);

} // namespace noclobber::blast
