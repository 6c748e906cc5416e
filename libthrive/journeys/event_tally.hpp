// SPDX-License-Identifier: MIT
//
// What is counted in an event log: every figure about flows, waits and ways is worked out of this, and of nothing else.
// Tallies of parts of a log that hold whole cases can be put together in any order and make the tally of the whole.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "libthrive/journeys/event_log.hpp"
#include "libthrive/journeys/sequences.hpp"
#include "libthrive/journeys/ties.hpp"

namespace thrive::journeys {

/// Stands between two events of a way that have the same time and no order.
inline constexpr std::uint32_t no_order = 0xFFFFFFFFu;

/// The way of a case: its first and last activity by when they were complete, and all of them in their order.
struct Way {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::span<const std::uint32_t> steps;  // with `no_order` between those that no rule could order
};

/// The way that a sequence of `EventTally::ways` stands for.
inline Way way_of(std::span<const std::uint32_t> sequence) { return {sequence[0], sequence[1], sequence.subspan(2)}; }

/// From the end of one activity to the start of the next, in ticks; less than 0 where they overlap.
struct PairWaits {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::vector<std::int64_t> ticks;
};

struct EventTally {
  LogRows rows;
  std::int64_t ticks_per_second = 1;
  TieCount ties;
  std::vector<std::string> activities;
  Sequences ways;                                     // each with two numbers in front: see `way_of`
  bool has_own_variants = false;                      // what follows; else a way's steps are its variant
  Sequences variants;                                 // activities in the order in which they were complete
  std::vector<PairWaits> waits;                       // by pair of activities, in no order
  std::vector<std::vector<std::int64_t>> last_times;  // by activity: when it was complete, where nothing followed
  std::vector<std::int64_t> durations;                // by case, from the first completion to the last
};

/// Does something for every position below a count, in several threads if that is worth it.
using AtOnce = std::function<void(std::size_t count, const std::function<void(std::size_t)>&)>;

/// Counts a log. `steps` is what the rule `map` goes by, by the log's numbers of activities. Empties the log.
EventTally tally_of(EventLog log, TieRule rule, const AllowedSteps* steps, const AtOnce& at_once);

/// Adds the tally of another part of the same log.
void add(EventTally& into, EventTally more);

}  // namespace thrive::journeys
