// SPDX-License-Identifier: MIT
//
// What an event log shows about flows, waits and ways, worked out of its tally.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/journeys/event_tally.hpp"
#include "libthrive/journeys/time_spread.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::journeys {

/// One activity: how often it was, and in how many cases it came first, last, or more than once.
struct ActivityFigures {
  std::string name;
  bool is_told = true;  // false for one of so few people that its name is not shown either
  Count events;
  Count cases;
  Count starts;
  Count ends;
  Count rework;
  Count self_loops;  // followed by itself, so often
};

/// One activity right behind another: how often, in how many cases, and after how long.
struct RecordedFlow {
  std::size_t from = 0;  // positions in `activities`
  std::size_t to = 0;
  Count count;
  Count cases;
  TimeSpread waits;
};

/// A way that so many cases took, activity by activity.
struct Variant {
  Count cases;
  std::vector<std::size_t> steps;  // positions in `activities`
};

/// How long people stayed at an activity before they moved on, those counted who had not by the end of the last day.
struct Onward {
  std::size_t activity = 0;
  Count moved_on;
  Count still_there;
  Count negative;      // moved on before they were done here; taken as at once
  Figure median_days;  // of those who moved on
  Figure kaplan_meier_median_days;
};

struct Discovery {
  LogRows rows;
  TieCount ties;
  Figure tied_percent;  // of all pairs
  Count cases;
  Count variants_n;
  Count negative_or_zero_waits;
  std::vector<ActivityFigures> activities;  // by name, byte for byte
  std::vector<RecordedFlow> flows;          // by names
  std::vector<Variant> variants;            // the fifty most frequent, then by names
  TimeSpread durations;                     // of cases, from the first completion to the last
};

/// Puts the activities of a tally in the order of their names, and all its times in order, so that what is worked out
/// of it does not depend on the order of rows or parts.
void put_in_order(EventTally& tally, const AtOnce& at_once);

/// Works out what a tally in order shows.
Discovery discover(const EventTally& tally, const AtOnce& at_once);

/// How many cases were last seen after a day.
std::int64_t cases_seen_after(const EventTally& tally, text::Date day);

/// How long people stayed, by activity; those of which nobody moved on or is still there are left out. `ends_here` says
/// of each activity of the tally whether people who came there last are where they should be, and not still there.
std::vector<Onward> onward(const EventTally& tally, text::Date as_of, const std::vector<bool>& ends_here,
                           const AtOnce& at_once);

}  // namespace thrive::journeys
