// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/improvement/describe/shown.hpp"

namespace thrive::improvement {

/// "97% of the way (3.15 days; 9 to 3)", "passed the target: 116% ...", "too few to say".
std::string progress_in_words(const AimProgress& progress);
/// "triage-wait: getting better"; what the chart says today.
std::string reading_in_words(const Worked& worked, const std::string& measure);
/// "d1a Senior clinician time at SPA (triage-wait: getting better)"; the readings of its measures, or that there is
/// none.
std::string readings_of(const Worked& worked, const DriverStanding& driver);
/// "6 of 12 ideas tried; d4 has been a theory since 22 May 2024."
std::string last_sentence(const Worked& worked);

}  // namespace thrive::improvement
