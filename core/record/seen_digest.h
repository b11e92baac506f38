#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/digest.h"
#include "core/review/review.h"

namespace noclobber::record {

/// A secret of this user, so that digests of short texts cannot be guessed by who reads a record.
using Key = std::array<std::uint8_t, 32>;

/// HMAC-SHA256. Source: RFC 2104.
Digest keyedDigest(const Key &key, std::string_view text);

/// For each object a digest of what there is to see of it: the lines of all its declarations on both sides, which of
/// them are in effect, its status, and what becomes of it and its data. Not where it stands: an object that only moves
/// down its file, or to another commit, keeps its digest. An object of which nothing is known has one, too.
///
/// The texts of Secrets are in it as all others are, so it is keyed (Key): without the key a digest tells nothing, not
/// even whether two objects are equal, as the identity goes in as well. A text that cannot be read stands by the name
/// of its blob.
/// Error Cancelled.
Result<std::vector<Digest>> seenDigests(const review::Review &review, std::span<const argo::ObjectId> ids,
                                        const Key &key, std::stop_token stop);

} // namespace noclobber::record
