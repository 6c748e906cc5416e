// SPDX-License-Identifier: MIT
#include "libthrive/journeys/weeks.hpp"

#include <algorithm>

#include "libthrive/journeys/spread.hpp"

namespace thrive::journeys {

namespace {

/// How many days before the cut-off the first wait started; nothing when none did.
std::optional<std::size_t> first_start(const Tally& tally) {
  for (std::size_t back = tally.days.size(); back > 0; --back)
    if (tally.days[back - 1].started > 0) return back - 1;
  return std::nullopt;
}

/// The middle of the waits that stopped in weeks, from the one so many weeks before that of the cut-off.
Figure median_of_weeks(const Tally& tally, std::size_t weeks_before_cut_off, int weeks) {
  std::vector<std::uint16_t> waits;
  for (int i = 0; i < weeks; ++i) {
    const std::size_t at = weeks_before_cut_off - static_cast<std::size_t>(i);
    if (at < tally.stops_by_week.size())
      waits.insert(waits.end(), tally.stops_by_week[at].begin(), tally.stops_by_week[at].end());
  }
  return median_of(std::move(waits));
}

/// The last so many complete weeks, and later ones; all where there are not so many.
void mark_provisional(std::vector<Week>& weeks, int provisional_weeks) {
  int complete = 0;
  for (auto week = weeks.rbegin(); week != weeks.rend(); ++week) {
    if (week->complete && provisional_weeks == 0) return;
    week->provisional = true;
    if (week->complete && ++complete == provisional_weeks) return;
  }
}

}  // namespace

std::vector<Week> weeks_of(const Tally& tally, const WeeksRule& rule) {
  std::vector<Week> weeks;
  auto first = first_start(tally);
  if (rule.first_start) first = static_cast<std::size_t>(text::days_between(*rule.first_start, tally.cut_off));
  if (!first) return weeks;
  std::int64_t waiting = 0;
  Week week;
  for (std::size_t back = *first + 1; back > 0; --back) {
    const text::Date day = tally.cut_off - std::chrono::days(static_cast<int>(back - 1));
    const text::Date monday = text::monday_of(day);
    if (weeks.empty() || weeks.back().monday != monday) {
      week = {};
      week.monday = monday;
      const bool is_covered = !weeks.empty() || (rule.covers_from && *rule.covers_from <= monday);
      week.complete = is_covered && monday + std::chrono::days(6) <= tally.cut_off;
      week.median_wait = median_of_weeks(tally, weeks_before(tally.cut_off, back - 1), 1);
      weeks.push_back(week);
    }
    const DayCounts counts = back <= tally.days.size() ? tally.days[back - 1] : DayCounts();
    waiting += counts.started - counts.stopped - counts.left;
    Week& now = weeks.back();
    now.received += counts.started;
    now.stopped += counts.stopped;
    now.within += counts.within;
    now.left += counts.left;
    now.waiting_at_end = waiting;
  }
  mark_provisional(weeks, rule.provisional_weeks);
  return weeks;
}

std::vector<Week> periods_of(const Tally& tally, const std::vector<Week>& weeks, int every) {
  // Counted from a Monday that never changes, so that a period is the same one next month.
  const text::Date origin = text::monday_of(text::Date(std::chrono::year(2000) / 1 / 3));
  std::vector<Week> periods;
  const auto length = static_cast<std::size_t>(every);
  for (std::size_t at = 0; at + length <= weeks.size(); ++at) {
    if (text::days_between(origin, weeks[at].monday) / 7 % every != 0) continue;
    Week period = weeks[at];
    for (std::size_t i = 1; i < length; ++i) {
      const Week& more = weeks[at + i];
      period.complete = period.complete && more.complete;
      period.provisional = period.provisional || more.provisional;
      period.received += more.received;
      period.stopped += more.stopped;
      period.within += more.within;
      period.left += more.left;
      period.waiting_at_end = more.waiting_at_end;
    }
    if (!period.complete) continue;
    const int back = text::days_between(weeks[at].monday, tally.cut_off);
    period.median_wait = median_of_weeks(tally, weeks_before(tally.cut_off, static_cast<std::size_t>(back)), every);
    periods.push_back(period);
  }
  return periods;
}

}  // namespace thrive::journeys
