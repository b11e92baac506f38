#pragma once

#include <string>
#include <vector>

#include "core/review/review.h"

namespace noclobber::benchmarks {

/// What the parts are measured with. Made once; ends the program with one sentence if it cannot be made.
struct Inputs {
    review::ReviewPtr review;       ///< of the change in the first repository
    review::ReviewPtr large;        ///< the same of the second, of which nearly everything changed
    std::vector<std::string> texts; ///< every different manifest of the first repository's head, 64 MB at most
    std::size_t bytes = 0;          ///< of texts
};

/// The inputs that `readInputs` made.
const Inputs &inputs();

/// Both are repositories of make_repository.py.
void readInputs(const std::string &repository, const std::string &large);

} // namespace noclobber::benchmarks
