// SPDX-License-Identifier: MIT
#include "libthrive/journeys/waits.hpp"

#include <algorithm>

#include "libthrive/journeys/log_rank.hpp"
#include "libthrive/journeys/spread.hpp"
#include "libthrive/journeys/survival.hpp"

namespace thrive::journeys {

namespace {

constexpr std::int64_t fewest_for_tail = 20;  // for the ninth tenth and beyond
constexpr std::size_t most_curve_steps = 5000;
constexpr int band_starts[] = {0, 7, 14, 28, 84, 126, 182, 364, 546, 728};
constexpr int days_told[] = {0, 7, 14, 28, 42, 56, 84, 126, 182, 364};
/// A value that is unknown for so many more of those not seen, in percentage points, is known only once they are.
constexpr double late_recording_points = 20;
constexpr std::int64_t fewest_seen_for_guard = 5;

Spread spread_of(const WaitCounts& waits, Outcome outcome) {
  const Histogram& days = waits.of(outcome);
  Spread spread;
  spread.n = waits.total(outcome);
  spread.mean = mean(days);
  spread.p25 = quantile(days, 0.25);
  spread.median = quantile(days, 0.5);
  spread.p75 = quantile(days, 0.75);
  if (spread.n.people >= fewest_for_tail) {
    spread.p90 = quantile(days, 0.9);
    spread.p92 = quantile(days, 0.92);
  }
  return spread;
}

std::vector<Band> bands_of(const WaitCounts& waits) {
  std::vector<Band> bands;
  const std::int64_t all = waits.total(Outcome::waiting);
  for (std::size_t i = 0; i < std::size(band_starts); ++i) {
    Band band{band_starts[i], {}, {}};
    if (i + 1 < std::size(band_starts)) band.to = band_starts[i + 1] - 1;
    const std::int64_t before = waits.up_to(Outcome::waiting, band.from - 1);
    band.n = (band.to ? waits.up_to(Outcome::waiting, *band.to) : all) - before;
    bands.push_back(band);
  }
  return bands;
}

Share share_of(std::int64_t numerator, std::int64_t denominator) {
  return {numerator, denominator, wilson(numerator, denominator)};
}

CurveDay curve_day(const Curves& curves, double share) {
  const Curves::DayOfShare found = curves.day_of_share(share);
  return {found.day, found.lower, found.upper};
}

AtDay at_day(const Curves& curves, int day) {
  AtDay at;
  at.day = day;
  at.at_risk = curves.at_risk(day);
  at.seen_if_none_left = curves.seen_if_none_left(day);
  at.seen = curves.seen(day);
  at.left = curves.left(day);
  at.waiting = curves.waiting(day);
  if (const CurveStep* step = curves.step_at(day)) {
    at.seen_by = step->seen_by;
    at.left_by = step->left_by;
  }
  return at;
}

std::vector<AtDay> days_to_tell(const Curves& curves, int last_day) {
  std::vector<int> days(std::begin(days_told), std::end(days_told));
  days.push_back(last_day);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  std::vector<AtDay> told;
  for (const int day : days) told.push_back(at_day(curves, day));
  return told;
}

KaplanMeier kaplan_meier_of(const Curves& curves, const WaitCounts& waits) {
  KaplanMeier result;
  result.n = curves.people();
  result.events = waits.total(Outcome::completed);
  result.p25 = curve_day(curves, 0.25);
  result.median = curve_day(curves, 0.5);
  result.p75 = curve_day(curves, 0.75);
  result.p90 = curve_day(curves, 0.9);
  result.p92 = curve_day(curves, 0.92);
  return result;
}

SecondWait second_wait_of(const WaitCounts& waits) {
  SecondWait result;
  result.n = waits.total();
  result.completed = spread_of(waits, Outcome::completed);
  result.waiting = spread_of(waits, Outcome::waiting);
  result.left = waits.total(Outcome::left);
  result.median = curve_day(Curves(waits), 0.5);
  return result;
}

Group group_of(const WaitCounts& waits, std::optional<std::string> value, int last_day, bool recorded_late) {
  Group group;
  group.value = std::move(value);
  group.n = waits.total();
  group.completed = waits.total(Outcome::completed);
  group.waiting = waits.total(Outcome::waiting);
  group.left = waits.total(Outcome::left);
  group.completed_median = quantile(waits.of(Outcome::completed), 0.5);
  if (recorded_late) return group;
  const Curves curves(waits);
  group.kaplan_meier_median = curve_day(curves, 0.5);
  group.seen = curves.seen(last_day);
  if (const CurveStep* step = curves.step_at(last_day)) group.seen_by = step->seen_by;
  return group;
}

Figure percent_of(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? Figure() : Figure(100 * static_cast<double>(part) / static_cast<double>(whole));
}

Split split_of(const SplitTally& tally, const WaitCounts& all, int last_day) {
  Split split;
  split.by = tally.by;
  const std::int64_t completed = all.total(Outcome::completed), others = all.total() - completed;
  const std::int64_t unknown_completed = tally.unknown.total(Outcome::completed);
  split.unknown_completed_percent = percent_of(unknown_completed, completed);
  split.unknown_others_percent = percent_of(tally.unknown.total() - unknown_completed, others);
  const Figure& known = split.unknown_completed_percent;
  const Figure& late = split.unknown_others_percent;
  split.recorded_late =
      completed >= fewest_seen_for_guard && late.is_known() && late.value - known.value > late_recording_points;
  std::vector<const WaitCounts*> compared;
  for (const auto& [value, waits] : tally.groups) {
    split.groups.push_back(group_of(waits, value, last_day, split.recorded_late));
    compared.push_back(&waits);
  }
  if (tally.unknown.total() > 0)
    split.groups.push_back(group_of(tally.unknown, std::nullopt, last_day, split.recorded_late));
  if (split.recorded_late) return split;
  if (const auto test = log_rank_test(compared)) split.log_rank = LogRank{test->chi_square, test->df, test->p};
  return split;
}

std::vector<Cohort> cohorts_of(const Tally& tally) {
  std::vector<Cohort> cohorts;
  if (tally.cohorts.empty()) return cohorts;
  const std::chrono::year_month_day last(tally.cut_off);
  const int last_month = 12 * static_cast<int>(last.year()) + static_cast<int>(static_cast<unsigned>(last.month())) - 1;
  for (int month = tally.cohorts.begin()->first; month <= last_month; ++month) {
    const auto found = tally.cohorts.find(month);
    const CohortCounts counts = found == tally.cohorts.end() ? CohortCounts() : found->second;
    const std::chrono::year_month when(std::chrono::year(month / 12),
                                       std::chrono::month(static_cast<unsigned>(month % 12 + 1)));
    Cohort cohort;
    cohort.from = text::Date(when / 1);
    cohort.to = text::Date(when / std::chrono::last);
    cohort.n = counts.all;
    cohort.seen = counts.seen;
    cohort.left = counts.left;
    cohort.waiting = counts.all - counts.seen - counts.left;
    cohort.matured = cohort.to + std::chrono::days(tally.last_day) <= tally.cut_off;
    if (cohort.matured) cohort.seen_rate = wilson(counts.seen, counts.all);
    cohorts.push_back(cohort);
  }
  return cohorts;
}

}  // namespace

Waits worked_out(const Tally& tally, const WaitsRequest& request) {
  const Curves curves(tally.waits);
  const std::int64_t completed = tally.waits.total(Outcome::completed);
  Waits waits;
  waits.cut_off = tally.cut_off;
  waits.within = request.within;
  waits.quality = tally.quality;
  waits.completed = spread_of(tally.waits, Outcome::completed);
  waits.waiting = spread_of(tally.waits, Outcome::waiting);
  waits.bands = bands_of(tally.waits);
  waits.left = tally.waits.total(Outcome::left);
  waits.left_median = quantile(tally.waits.of(Outcome::left), 0.5);
  for (const auto& [reason, count] : tally.reasons) waits.reasons.push_back({reason, count});
  if (tally.left_without_reason > 0) waits.reasons.push_back({std::nullopt, tally.left_without_reason});
  waits.within_completed = share_of(tally.waits.up_to(Outcome::completed, tally.last_day), completed);
  waits.within_cohort = share_of(tally.matured_seen, tally.matured);
  waits.waiting_longer = waits.waiting.n.people - tally.waits.up_to(Outcome::waiting, tally.last_day);
  waits.kaplan_meier = kaplan_meier_of(curves, tally.waits);
  waits.at = days_to_tell(curves, tally.last_day);
  waits.curve.emplace();
  for (const CurveStep& step : curves.steps())
    if (waits.curve->size() < most_curve_steps) waits.curve->push_back(at_day(curves, step.day));
  if (tally.has_second_wait && tally.second_waits.total() > 0) waits.second_wait = second_wait_of(tally.second_waits);
  for (const SplitTally& split : tally.splits) waits.splits.push_back(split_of(split, tally.waits, tally.last_day));
  waits.cohorts = cohorts_of(tally);
  waits.weeks = weeks_of(tally, {request.provisional_weeks, request.covers_from, std::nullopt});
  waits.queue = queue_of(tally, waits.weeks, request.queue_weeks, request.within.days);
  return waits;
}

}  // namespace thrive::journeys
