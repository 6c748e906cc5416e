// SPDX-License-Identifier: MIT
//
// An event log: one row for each thing that happened to somebody. What is kept of a row is numbers; the keys of cases
// are compared while reading and then forgotten.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/journeys/count.hpp"
#include "libthrive/tables/input.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::journeys {

/// The titles of a log's columns, as they stand in the file.
struct LogColumns {
  std::string of_case;
  std::string activity;
  std::string time;   // when an activity was complete
  std::string start;  // when it began; empty when the log does not say
  std::string order;  // a number that says what came first on equal times; empty when there is none
  friend bool operator==(const LogColumns&, const LogColumns&) = default;
};

/// How many rows a log has, and which could not be used.
struct LogRows {
  Count read;
  Count used;
  Count without_case;  // a row is counted for each field that it lacks
  Count without_activity;
  Count without_time;
  Count unreadable_times;  // among those without a time
  Count without_start;     // used, with the time as start
  Count without_order;     // used, behind those with one
  LogRows& operator+=(const LogRows& more);
  friend bool operator==(const LogRows&, const LogRows&) = default;
};

/// The events of a log in the order of its rows. Times are in ticks since 1970-01-01 00:00 UTC.
struct EventLog {
  LogRows rows;
  std::int64_t ticks_per_second = 1;  // 1, or a million where a time has a fraction of a second
  std::vector<std::string> activities;
  std::size_t cases = 0;
  std::vector<std::uint32_t> case_of;      // by event: the number of its case
  std::vector<std::uint32_t> activity_of;  // by event
  std::vector<std::int64_t> time_of;       // by event
  std::vector<std::int64_t> start_of;      // by event; empty for a log without starts
  std::vector<double> order_of;            // by event; empty for a log without an order

  std::size_t size() const { return case_of.size(); }
};

/// Ticks of a second in a log that has fractions of it.
inline constexpr std::int64_t finest_ticks = 1'000'000;

/// What a log was read from, and what was found there.
struct ReadLog {
  EventLog log;
  LogColumns columns;  // the titles that were used
};

/// Reads a log. Columns that are not named are looked for by the names that other programs give them. A row without
/// case, activity or time is left out, counted, and said with its line, never with what stands in it. Nothing, with
/// problems added, when a column is not there, most times cannot be read, or the file cannot be read to its end.
std::optional<ReadLog> read_event_log(const tables::Input& input, const LogColumns& wanted,
                                      text::Diagnostics& problems);

}  // namespace thrive::journeys
