#pragma once

#include <string>

#include "core/record/review_record.h"

namespace noclobber::report {

// What reports say of a review record, in whole sentences without markup.

/// "Approved", "Approved although it is blocked", "Changes requested".
std::string decisionWord(const record::Decision &decision);

/// " by Kim, 2026-11-23T18:04:05Z, for head 0123456789ab into base ba9876543210", each part only where it is known.
std::string decisionCircumstances(const record::Decision &decision);

/// "The name app01-cluster01 was typed to confirm. Reason: planned cut-over".
std::string overrideSentence(const record::Override &overridden);

/// "12 of 412 objects seen, 31 of 31 that need a look; 5 changed since they were seen."
std::string progressSentence(const record::Progress &progress);

/// That base or head moved since; "" unless it did.
std::string outdatedSentence(const record::ShownRecord &record);

} // namespace noclobber::report
