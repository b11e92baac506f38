#pragma once

#include <string>

#include "core/review/review.h"

namespace noclobber::test {

/// A review as the lines of a fixture's expected.txt, see tests/fixtures/README.md. Contents and messages are left out.
std::string printReview(const review::Review &review);

} // namespace noclobber::test
