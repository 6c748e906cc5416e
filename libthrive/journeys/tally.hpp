// SPDX-License-Identifier: MIT
//
// What is kept of all waits: counts by day, never rows. Everything that is said of waits is worked out of it, and two
// of them, of different people, add up.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/journeys/quality.hpp"
#include "libthrive/journeys/referrals.hpp"

namespace thrive::journeys {

/// How many waits of so many days ended in each way.
class WaitCounts {
 public:
  void add(Outcome outcome, int wait, std::int64_t count = 1) {
    std::vector<std::int64_t>& days = by_day_[static_cast<std::size_t>(outcome)];
    if (static_cast<std::size_t>(wait) >= days.size()) days.resize(static_cast<std::size_t>(wait) + 1);
    days[static_cast<std::size_t>(wait)] += count;
  }
  void add(const WaitCounts& more);
  /// By the days waited, as far as there are any.
  const std::vector<std::int64_t>& of(Outcome outcome) const { return by_day_[static_cast<std::size_t>(outcome)]; }
  /// How many waited so many days.
  std::int64_t at(Outcome outcome, std::size_t wait) const { return wait < of(outcome).size() ? of(outcome)[wait] : 0; }
  std::int64_t total(Outcome outcome) const;
  std::int64_t total() const;
  /// How many waited at most so many days.
  std::int64_t up_to(Outcome outcome, int wait) const;
  /// One more than the longest wait of all.
  std::size_t days() const;

 private:
  std::array<std::vector<std::int64_t>, outcome_count> by_day_;
};

/// What happened on one day.
struct DayCounts {
  std::int64_t started = 0;
  std::int64_t stopped = 0;
  std::int64_t within = 0;  // stopped after at most as long as is promised
  std::int64_t left = 0;
  std::int64_t days_waited = 0;  // by those who stopped or left on this day
};

/// Those whose wait started in one month.
struct CohortCounts {
  std::int64_t all = 0;
  std::int64_t seen = 0;  // within the time that is promised
  std::int64_t left = 0;  // without being seen, within that time
};

/// A split: the waits of those with each value.
struct SplitTally {
  std::string by;
  std::map<std::string, WaitCounts> groups;
  WaitCounts unknown;
};

/// The waits of an extract, counted.
struct Tally {
  text::Date cut_off{};
  int last_day = 0;  // of the wait that is promised
  Quality quality;
  WaitCounts waits;
  std::int64_t matured = 0;             // started so early that they had the whole time that is promised
  std::int64_t matured_seen = 0;        // of these, seen within it
  std::map<int, CohortCounts> cohorts;  // by month: 12 times the year, and the month from 0
  std::map<std::string, std::int64_t> reasons;
  std::int64_t left_without_reason = 0;
  bool has_second_wait = false;
  WaitCounts second_waits;  // from the first to the second contact
  std::vector<SplitTally> splits;
  std::vector<DayCounts> days;  // by how many days before the cut-off
  /// The waits that stopped in a week, in days and in no order, by how many weeks before that of the cut-off.
  std::vector<std::vector<std::uint16_t>> stops_by_week;

  /// Adds the tally of other referrals, read by the same definition at the same cut-off.
  void add(const Tally& more);
};

/// Counts waits. The first `splits` of the watched columns become splits.
Tally tallied(const Episodes& episodes, Quality quality, int last_day, std::size_t splits);

/// How many weeks before the week of the cut-off a day lies, from its days before the cut-off.
std::size_t weeks_before(text::Date cut_off, std::size_t days_before);

}  // namespace thrive::journeys
