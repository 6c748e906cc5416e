// SPDX-License-Identifier: MIT
//
// Two snapshots of one list: what was typed late, and how many weeks it takes until figures stay.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "libthrive/journeys/count.hpp"
#include "libthrive/journeys/referrals.hpp"
#include "libthrive/journeys/weeks.hpp"

namespace thrive::journeys {

/// What became of the days of one role in referrals that both snapshots have.
struct ChangedDays {
  std::string_view role;
  Count typed_since;  // empty then, and now a day that had come by the earlier cut-off
  Count removed;
  Count altered;
};

/// One week as each snapshot has it.
struct WeekTwice {
  text::Date monday{};
  Count received_then, received_now;
  Count stopped_then, stopped_now;
};

struct Comparison {
  text::Date earlier{};  // its cut-off
  Count in_both, added, gone;
  std::vector<ChangedDays> days;
  std::vector<WeekTwice> weeks;
  /// The farthest of the last complete weeks, counted back from the earlier cut-off, whose stops changed by more than
  /// 5 %; 0 when none did.
  int suggested_provisional_weeks = 0;
};

/// Compares an earlier snapshot with the present one. Both have kept the keys of their rows.
Comparison compared(const Referrals& then, const std::vector<Week>& weeks_then, const Referrals& now,
                    const std::vector<Week>& weeks_now);

}  // namespace thrive::journeys
