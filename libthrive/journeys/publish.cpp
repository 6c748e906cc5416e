// SPDX-License-Identifier: MIT
#include "libthrive/journeys/publish.hpp"

#include <cmath>
#include <utility>
#include <vector>

#include "libthrive/journeys/small_numbers.hpp"

namespace thrive::journeys {

namespace {

/// The counts of waits that are published, in a table with the sums they stand in, and the way back from its cells.
class CountsOfWaits {
 public:
  explicit CountsOfWaits(Waits& waits) {
    Quality& quality = waits.quality;
    const Cell analysed = add(quality.analysed, HidingRank::spine);
    const Cell rows = add(quality.rows, HidingRank::sum);
    const Cell waiting = add(waits.waiting.n, HidingRank::spine), left = add(waits.left, HidingRank::spine);
    table_.spines.push_back({analysed, {add(waits.completed.n, HidingRank::spine), waiting, left}, {}});
    CountTable::Sum all{rows, {analysed}};
    for (const WayOut& way : ways_out) all.parts.push_back(add(quality.*way.count, HidingRank::cell));
    table_.sums.push_back(std::move(all));
    for (Split& split : waits.splits) add_split(split);
    add_sum(waiting, waits.bands);
    add_sum(left, waits.reasons);
    add_sum(analysed, waits.cohorts);
  }

  /// Hides what has to be; every other count becomes as it is shown.
  Hidden apply(SuppressionRule rule) {
    Hidden hidden = hide(table_, rule);
    for (Cell cell = 0; cell < counts_.size(); ++cell)
      *counts_[cell] = hidden.cells[cell] ? Count::untold() : shown(counts_[cell]->people, rule);
    return hidden;
  }

 private:
  Cell add(Count& count, HidingRank rank) {
    counts_.push_back(&count);
    return table_.add(count.people, rank);
  }

  void add_split(Split& split) {
    std::vector<CountTable::Row> rows;
    for (Group& group : split.groups) {
      const Cell sum = add(group.n, HidingRank::sum);
      const Cell completed = add(group.completed, HidingRank::cell), waiting = add(group.waiting, HidingRank::cell);
      rows.push_back({sum, {completed, waiting, add(group.left, HidingRank::cell)}});
    }
    table_.spines.front().splits.push_back(std::move(rows));
  }

  template <class Part>
  void add_sum(Cell total, std::vector<Part>& parts) {
    CountTable::Sum sum{total, {}};
    for (Part& part : parts) sum.parts.push_back(add(part.n, HidingRank::cell));
    table_.sums.push_back(std::move(sum));
  }

  CountTable table_;
  std::vector<Count*> counts_;
};

/// Rewrites everything that is no published count, before the counts themselves are rewritten: what is said of people
/// depends on how many they really are.
class Publisher {
 public:
  Publisher(SuppressionRule rule, const Waits& exact) : threshold_(threshold_of(rule)), exact_(exact) {}

  void publish(Waits& waits) const {
    const bool has_seen = tells(waits.completed.n, exact_.completed.n);
    const bool has_all = tells(waits.quality.analysed, exact_.quality.analysed);
    const bool has_waiting = tells(waits.waiting.n, exact_.waiting.n);
    const bool has_left = tells(waits.left, exact_.left);
    publish(waits.completed, has_seen);
    publish(waits.waiting, has_waiting);
    waits.left_median = days(waits.left_median, has_left);
    publish(waits.within_completed, has_seen);
    publish(waits.within_cohort, has_all && has_seen);
    waits.waiting_longer = Count::untold();
    waits.kaplan_meier.n = waits.quality.analysed;
    waits.kaplan_meier.events = waits.completed.n;
    KaplanMeier& curve = waits.kaplan_meier;
    for (CurveDay* day : {&curve.p25, &curve.median, &curve.p75, &curve.p90, &curve.p92})
      publish(*day, has_all && has_seen);
    for (AtDay& at : waits.at) publish(at, has_all && has_seen, has_all && has_left, has_all && has_waiting);
    waits.curve.reset();
    if (waits.second_wait) publish(*waits.second_wait);
    for (std::size_t at = 0; at < waits.splits.size(); ++at) publish(waits.splits[at], exact_.splits[at], has_all);
    for (std::size_t at = 0; at < waits.cohorts.size(); ++at) publish(waits.cohorts[at], exact_.cohorts[at]);
    waits.weeks.clear();
    if (waits.queue) publish(*waits.queue);
    if (waits.comparison) publish(*waits.comparison);
    publish(waits.quality);
  }

 private:
  bool is_enough(std::int64_t people) const { return people >= threshold_; }
  /// True when something may be said of people who are counted so: they are enough, and that they are is no secret.
  bool tells(const Count& count, const Count& exact) const { return !count.hidden && is_enough(exact.people); }

  static Figure days(const Figure& figure, bool may_be_told) {
    if (!may_be_told) return Figure::untold();
    return figure.is_known() ? Figure(std::floor(figure.value + 0.5)) : figure;
  }

  static Figure rounded(const Figure& figure, bool may_be_told, double step) {
    if (!may_be_told) return Figure::untold();
    return figure.is_known() ? Figure(step * std::round(figure.value / step)) : figure;
  }

  Figure percent(const Figure& figure, std::int64_t people, std::int64_t numerator, bool may_be_told) const {
    const int step = percent_step(people);
    if (step == 0 || (figure.is_known() && !is_enough(numerator))) return Figure::untold();
    return rounded(figure, may_be_told, step);
  }

  void publish(Rate& rate, std::int64_t people, std::int64_t numerator, bool may_be_told) const {
    for (Figure* figure : {&rate.lower, &rate.upper, &rate.percent})
      *figure = percent(*figure, people, numerator, may_be_told);
  }

  void publish(Spread& spread, bool may_be_told) const {
    for (Figure* figure : {&spread.mean, &spread.p25, &spread.median, &spread.p75, &spread.p90, &spread.p92})
      *figure = days(*figure, may_be_told);
  }

  static void publish(CurveDay& day, bool may_be_told) {
    for (Figure* figure : {&day.days, &day.lower, &day.upper}) *figure = days(*figure, may_be_told);
  }

  void publish(Share& share, bool may_be_told) const {
    publish(share.rate, share.denominator.people, share.numerator.people, may_be_told);
    share.numerator = share.denominator = Count::untold();
  }

  void publish(AtDay& at, bool seen, bool left, bool waiting) const {
    const std::int64_t people = exact_.quality.analysed.people;
    publish(at.seen_if_none_left, people, at.seen_by.people, seen);
    publish(at.seen, people, at.seen_by.people, seen);
    publish(at.left, people, at.left_by.people, left);
    const double still = at.waiting.value / 100 * static_cast<double>(people);
    at.waiting = percent(at.waiting, people, static_cast<std::int64_t>(std::floor(still + 1e-9)), waiting);
    at.at_risk = at.seen_by = at.left_by = Count::untold();
  }

  void publish(SecondWait& second) const {
    const std::int64_t completed = second.completed.n.people;
    publish(second.completed, is_enough(completed));
    publish(second.waiting, is_enough(second.waiting.n.people));
    publish(second.median, is_enough(second.n.people) && is_enough(completed));
    second.n = second.left = second.completed.n = second.waiting.n = Count::untold();
  }

  void publish(Split& split, const Split& exact, bool has_all) const {
    std::int64_t unknown_completed = 0, unknown_others = 0;
    bool is_told = true;
    for (std::size_t at = 0; at < split.groups.size(); ++at) {
      Group& group = split.groups[at];
      const Group& was = exact.groups[at];
      if (!group.value) {
        unknown_completed = was.completed.people;
        unknown_others = was.n.people - unknown_completed;
        is_told = !group.n.hidden && !group.completed.hidden;
      }
      const bool has_seen = tells(group.completed, was.completed);
      const bool has_group = tells(group.n, was.n) && has_seen;
      group.completed_median = days(group.completed_median, has_seen);
      publish(group.kaplan_meier_median, has_group);
      publish(group.seen, was.n.people, was.seen_by.people, has_group);
      group.seen_by = Count::untold();
    }
    const std::int64_t completed = exact_.completed.n.people;
    split.unknown_completed_percent =
        percent(split.unknown_completed_percent, completed, unknown_completed, has_all && is_told);
    split.unknown_others_percent = percent(split.unknown_others_percent, exact_.quality.analysed.people - completed,
                                           unknown_others, has_all && is_told);
    if (!split.log_rank) return;
    split.log_rank->chi_square = rounded(split.log_rank->chi_square, has_all, 0.01);
    split.log_rank->p = rounded(split.log_rank->p, has_all, 0.001);
  }

  void publish(Cohort& cohort, const Cohort& exact) const {
    publish(cohort.seen_rate, exact.n.people, exact.seen.people, tells(cohort.n, exact.n));
    cohort.seen = cohort.left = cohort.waiting = Count::untold();
  }

  /// Counts a week, times the weeks, are exact counts; ratios of many people are not.
  void publish(Queue& queue) const {
    const double weeks = queue.weeks;
    const bool has_demand = is_enough(static_cast<std::int64_t>(queue.demand_per_week.value * weeks + 0.5));
    const bool has_removals = is_enough(static_cast<std::int64_t>(queue.removals_per_week.value * weeks + 0.5));
    const bool has_waiting = is_enough(queue.waiting.people);
    queue.load = rounded(queue.load, has_demand && has_removals, 0.1);
    queue.queue_ratio = rounded(queue.queue_ratio, has_demand && has_waiting, 0.1);
    queue.pressure = rounded(queue.pressure, has_waiting, 0.1);
    queue.mean_wait_of_waiting_weeks = rounded(queue.mean_wait_of_waiting_weeks, has_waiting, 1);
    queue.little.mean_wait_days = days(queue.little.mean_wait_days, has_removals);
    queue.little.ratio = rounded(queue.little.ratio, has_demand && has_removals && has_waiting, 0.1);
    queue.waiting = Count::untold();
    for (Figure* figure :
         {&queue.demand_per_week, &queue.stops_per_week, &queue.removals_per_week, &queue.dispersion_demand,
          &queue.dispersion_removals, &queue.target_queue, &queue.relief_per_week, &queue.target_capacity_per_week,
          &queue.little.mean_list, &queue.little.arrivals_per_day, &queue.little.expected_list})
      *figure = Figure::untold();
  }

  static void publish(Comparison& comparison) {
    comparison.in_both = comparison.added = comparison.gone = Count::untold();
    for (ChangedDays& days : comparison.days) days.typed_since = days.removed = days.altered = Count::untold();
    comparison.weeks.clear();
  }

  static void publish(Quality& quality) {
    for (Count* count : {&quality.conflicting_duplicates, &quality.second_before_first, &quality.after_cut_off,
                         &quality.stop_after_closed})
      *count = Count::untold();
    for (std::optional<Count>* count : {&quality.closed_without_reason, &quality.age_impossible})
      if (*count) **count = Count::untold();
    for (NamedCounts* counts : {&quality.unreadable_dates, &quality.implausible_dates, &quality.unknown})
      for (auto& named : *counts) named.second = Count::untold();
  }

  int threshold_;
  const Waits& exact_;
};

}  // namespace

int percent_step(std::int64_t people) {
  constexpr std::pair<std::int64_t, int> steps[] = {{500, 1}, {250, 2}, {100, 5}, {50, 10}, {20, 25}};
  for (const auto& [least, step] : steps)
    if (people >= least) return step;
  return 0;
}

Published published(Waits waits, SuppressionRule rule) {
  Published result;
  if (rule == SuppressionRule::none) {
    result.waits = std::move(waits);
    return result;
  }
  // An empty list would say that nobody left.
  if (waits.reasons.empty()) waits.reasons.push_back({std::nullopt, 0});
  const Waits exact = waits;
  const Hidden hidden = CountsOfWaits(waits).apply(rule);
  Publisher(rule, exact).publish(waits);
  result.waits = std::move(waits);
  result.hidden = hidden.small + hidden.secondary;
  result.secondary = hidden.secondary;
  return result;
}

}  // namespace thrive::journeys
