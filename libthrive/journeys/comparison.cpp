// SPDX-License-Identifier: MIT
#include "libthrive/journeys/comparison.hpp"

#include <cmath>
#include <unordered_map>

namespace thrive::journeys {

namespace {

constexpr double change_that_counts = 0.05;

struct KeyOfHash {
  std::size_t operator()(const KeyHash& key) const { return static_cast<std::size_t>(key.low); }
};

/// A day of a snapshot as a date; nothing where there is none.
std::optional<text::Date> date_of(const Referrals& referrals, std::size_t row, std::size_t role) {
  const Day day = referrals.rows[row].days[role];
  if (day == no_day || day == later_day) return std::nullopt;
  return referrals.cut_off + std::chrono::days(day);
}

void compare_days(const Referrals& then, std::size_t row_then, const Referrals& now, std::size_t row_now,
                  std::vector<ChangedDays>& days) {
  std::size_t at = 0;
  for (std::size_t role = 0; role < model::date_role_count; ++role) {
    if (!now.has_role[role]) continue;
    ChangedDays& changed = days[at++];
    const auto before = date_of(then, row_then, role), after = date_of(now, row_now, role);
    if (!before && after && *after <= then.cut_off) changed.typed_since += 1;
    if (before && !after) changed.removed += 1;
    if (before && after && *before != *after) changed.altered += 1;
  }
}

const Week* week_of(const std::vector<Week>& weeks, text::Date monday) {
  for (const Week& week : weeks)
    if (week.monday == monday) return &week;
  return nullptr;
}

bool has_changed(const WeekTwice& week) {
  const auto then = static_cast<double>(week.stopped_then.people), now = static_cast<double>(week.stopped_now.people);
  return std::abs(now - then) > change_that_counts * then;
}

void compare_weeks(const std::vector<Week>& then, const std::vector<Week>& now, Comparison& comparison) {
  for (const Week& week : then) {
    WeekTwice twice{week.monday, week.received, {}, week.stopped, {}};
    if (const Week* same = week_of(now, week.monday)) {
      twice.received_now = same->received;
      twice.stopped_now = same->stopped;
    }
    comparison.weeks.push_back(twice);
  }
  int back = 0;
  for (std::size_t at = then.size(); at > 0; --at) {
    if (!then[at - 1].complete) continue;
    ++back;
    if (has_changed(comparison.weeks[at - 1])) comparison.suggested_provisional_weeks = back;
  }
}

}  // namespace

Comparison compared(const Referrals& then, const std::vector<Week>& weeks_then, const Referrals& now,
                    const std::vector<Week>& weeks_now) {
  Comparison comparison;
  comparison.earlier = then.cut_off;
  for (std::size_t role = 0; role < model::date_role_count; ++role)
    if (now.has_role[role]) comparison.days.push_back({model::date_columns[role].name, {}, {}, {}});
  std::unordered_map<KeyHash, std::size_t, KeyOfHash> rows_then;
  for (std::size_t row = 0; row < then.keys.size(); ++row)
    if (then.keys[row] != KeyHash()) rows_then.emplace(then.keys[row], row);
  std::size_t met = 0;
  for (std::size_t row = 0; row < now.keys.size(); ++row) {
    if (now.keys[row] == KeyHash()) continue;  // a row without an id
    const auto before = rows_then.find(now.keys[row]);
    if (before == rows_then.end()) {
      comparison.added += 1;
      continue;
    }
    ++met;
    compare_days(then, before->second, now, row, comparison.days);
  }
  comparison.in_both = static_cast<std::int64_t>(met);
  comparison.gone = static_cast<std::int64_t>(rows_then.size() - met);
  compare_weeks(weeks_then, weeks_now, comparison);
  return comparison;
}

}  // namespace thrive::journeys
