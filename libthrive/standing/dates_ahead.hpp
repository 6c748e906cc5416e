// SPDX-License-Identifier: MIT
//
// Everything in a project that has a date ahead, is late, or should have a date.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/standing/facts.hpp"

namespace thrive::standing {

/// When something is due, seen from the day.
enum class When { overdue, week, later, undated };

/// Something with a date, or without one that it should have.
struct DateAhead {
  std::optional<text::Date> date;
  std::string kind;  // "cycle", "recommendation", "task-end" ...
  std::string id;    // as people write it: `r1c3`, `S3.r1`, `t32`
  std::string what;
  std::string owner;              // a role as the project writes it; empty when there is none
  std::vector<std::string> path;  // where it stands in the project
  When when = When::undated;
  int days = 0;  // from the day to the date; negative when it has passed
};

/// What lies ahead on a day.
struct Ahead {
  std::vector<DateAhead> dates;             // by date, then in the order of the sections; those without a date last
  std::size_t beyond = 0;                   // dates further ahead than asked for
  std::optional<text::Date> next_beyond{};  // the first of them
};

/// All dates up to so many days ahead, overdue ones included; with `owner` those alone whose role has it in its name
/// or id, case ignored.
Ahead dates_ahead(const Facts& facts, int within, const std::string& owner = {});

/// How many of them are overdue.
std::size_t count_overdue(const Ahead& ahead);

}  // namespace thrive::standing

namespace thrive::model {

template <>
struct Names<standing::When> {
  static constexpr std::string_view title = "when";
  static constexpr std::pair<standing::When, std::string_view> values[] = {{standing::When::overdue, "overdue"},
                                                                           {standing::When::week, "week"},
                                                                           {standing::When::later, "later"},
                                                                           {standing::When::undated, "undated"}};
};

}  // namespace thrive::model
