// SPDX-License-Identifier: MIT
#include "libthrive/measures/signals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "libthrive/measures/statistics.hpp"

namespace thrive::measures {

int side_of(double value, double centre) {
  if (std::isnan(value) || std::isnan(centre)) return no_side;
  return value > centre ? 1 : value < centre ? -1 : 0;
}

double SegmentView::drawn(double line) const { return power == 1 ? line : std::pow(std::max(line, 0.0), power); }

namespace {

/// True when a value lies above a line by more than the arithmetic that made the line can be off: a few units in the
/// last place of the largest number in it.
bool lies_above(double value, double line, double centre) {
  const double largest = std::max({std::fabs(line), std::fabs(centre), std::fabs(line - centre)});
  return value - line > 8 * std::numeric_limits<double>::epsilon() * largest;
}

bool lies_below(double value, double line, double centre) { return lies_above(-value, -line, -centre); }

}  // namespace

bool is_outside(double value, const Lines& lines) {
  return lies_above(value, lines.upper, lines.centre) || lies_below(value, lines.lower, lines.centre);
}

bool is_near_limit(double value, const Lines& lines) {
  return !is_outside(value, lines) &&
         (lies_above(value, lines.near_upper, lines.centre) || lies_below(value, lines.near_lower, lines.centre));
}

namespace {

using Fired = std::vector<std::vector<FiredRule>>;

/// A stretch of entries that belong together: positions in a list of rows, both ends included.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
  int sign = 0;
  int length() const { return static_cast<int>(last - first) + 1; }
};

/// The rows that speak for the process.
std::vector<std::size_t> rows_in_use(const SegmentView& view) {
  std::vector<std::size_t> rows;
  rows.reserve(view.value.size());
  for (std::size_t row = 0; row < view.value.size(); ++row)
    if (!view.excluded[row]) rows.push_back(row);
  return rows;
}

/// Unbroken runs of rows on one side of the centre line.
std::vector<Stretch> runs_on_one_side(const SegmentView& view, const std::vector<std::size_t>& rows) {
  std::vector<Stretch> runs;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const int side = side_of(view.value[rows[at]], view.lines[rows[at]].centre);
    if (!runs.empty() && runs.back().sign == side && runs.back().last + 1 == at)
      runs.back().last = at;
    else if (side == 1 || side == -1)
      runs.push_back({at, at, side});
  }
  return runs;
}

/// Stretches that rise, or fall, from each row to the next.
std::vector<Stretch> one_way_stretches(const SegmentView& view, const std::vector<std::size_t>& rows) {
  std::vector<Stretch> stretches;
  for (std::size_t at = 1; at < rows.size(); ++at) {
    const int way = side_of(view.value[rows[at]], view.value[rows[at - 1]]);
    if (!stretches.empty() && stretches.back().sign == way && stretches.back().last + 1 == at)
      stretches.back().last = at;
    else if (way == 1 || way == -1)
      stretches.push_back({at - 1, at, way});
  }
  return stretches;
}

void fire(Fired& fired, const SegmentView& view, const std::vector<std::size_t>& rows, const Stretch& stretch,
          Rule rule, int needed) {
  const bool shift = rule == Rule::shift;
  const Direction up = shift ? Direction::high : Direction::up;
  const Direction down = shift ? Direction::low : Direction::down;
  for (std::size_t at = stretch.first; at <= stretch.last; ++at) {
    FiredRule each{rule,
                   stretch.sign > 0 ? up : down,
                   view.begin + rows[stretch.first],
                   view.begin + rows[stretch.last],
                   stretch.length(),
                   needed,
                   std::nullopt};
    if (shift) each.limit = view.drawn(view.lines[rows[at]].centre);
    fired[rows[at]].push_back(each);
  }
}

void fire_outside(Fired& fired, const SegmentView& view) {
  for (std::size_t row = 0; row < view.value.size(); ++row) {
    if (view.excluded[row] || !is_outside(view.value[row], view.lines[row])) continue;
    const bool high = view.value[row] > view.lines[row].upper;
    const std::size_t here = view.begin + row;
    fired[row].push_back({Rule::outside, high ? Direction::high : Direction::low, here, here, 1, 1,
                          view.drawn(high ? view.lines[row].upper : view.lines[row].lower)});
  }
}

void fire_astronomical(Fired& fired, const SegmentView& view) {
  for (std::size_t row = 0; row < view.value.size(); ++row) {
    if (view.excluded[row] || !is_outside(view.value[row], view.individuals)) continue;
    const bool high = view.value[row] > view.individuals.upper;
    const std::size_t here = view.begin + row;
    fired[row].push_back({Rule::astronomical, high ? Direction::high : Direction::low, here, here, 1, 1,
                          view.drawn(high ? view.individuals.upper : view.individuals.lower)});
  }
}

void fire_shift(Fired& fired, const SegmentView& view, std::vector<std::size_t> rows, const ShiftRule& rule) {
  if (rule.skip_centre || rule.longest_run) {
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [&](std::size_t row) {
                                const int side = side_of(view.value[row], view.lines[row].centre);
                                return side == 0 || side == no_side;
                              }),
               rows.end());
  }
  const int needed = rule.longest_run ? longest_run_limit(static_cast<int>(rows.size())) + 1 : rule.length;
  for (const Stretch& run : runs_on_one_side(view, rows))
    if (run.length() >= needed) fire(fired, view, rows, run, Rule::shift, needed);
}

/// Rows that differ from the row before them; the first of equal ones stays.
std::vector<std::size_t> without_ties(const SegmentView& view, const std::vector<std::size_t>& rows) {
  std::vector<std::size_t> kept;
  for (const std::size_t row : rows) {
    if (std::isnan(view.value[row])) continue;
    if (kept.empty() || view.value[kept.back()] != view.value[row]) kept.push_back(row);
  }
  return kept;
}

void fire_trend(Fired& fired, const SegmentView& view, std::vector<std::size_t> rows, const TrendRule& rule) {
  if (rule.skip_ties) rows = without_ties(view, rows);
  std::vector<Stretch> trends;
  for (const Stretch& stretch : one_way_stretches(view, rows))
    if (stretch.length() >= rule.length) trends.push_back(stretch);
  // A turning point belongs to two trends; the one that follows is named first, as NHSRplotthedots does.
  for (std::size_t i = trends.size(); i-- > 0;) fire(fired, view, rows, trends[i], Rule::trend, rule.length);
}

void fire_two_in_three(Fired& fired, const SegmentView& view, const std::vector<std::size_t>& rows,
                       const TwoInThreeRule& rule) {
  const auto far_out = [&](std::size_t row) {
    return is_near_limit(view.value[row], view.lines[row]) ||
           (rule.count_outside && is_outside(view.value[row], view.lines[row]));
  };
  for (std::size_t at = 0; at + 2 < rows.size(); ++at) {
    int far = 0;
    int sides = 0;
    for (std::size_t i = at; i < at + 3; ++i) {
      const int side = side_of(view.value[rows[i]], view.lines[rows[i]].centre);
      sides += side == no_side ? 0 : side;
      far += far_out(rows[i]) ? 1 : 0;
    }
    if ((sides != 3 && sides != -3) || far < 2) continue;
    for (std::size_t i = at; i < at + 3; ++i) {
      const std::size_t row = rows[i];
      const bool known = !fired[row].empty() && fired[row].back().rule == Rule::two_in_three;
      if (!far_out(row) || known) continue;
      fired[row].push_back({Rule::two_in_three, sides > 0 ? Direction::high : Direction::low, view.begin + rows[at],
                            view.begin + rows[at + 2], far, 2,
                            view.drawn(sides > 0 ? view.lines[row].near_upper : view.lines[row].near_lower)});
    }
  }
}

/// NHSRplotthedots names a trend's direction by the next row when that is in a trend too, else by the row before; a
/// level step counts as falling. So the last point of a rise can be called a fall. Repeated to the letter.
void name_trends_to_the_letter(Fired& fired, const SegmentView& view) {
  const auto trend_at = [&](std::size_t row) -> std::vector<FiredRule>::iterator {
    return std::find_if(fired[row].begin(), fired[row].end(),
                        [](const FiredRule& each) { return each.rule == Rule::trend; });
  };
  std::vector<bool> member(fired.size(), false);
  for (std::size_t row = 0; row < fired.size(); ++row) member[row] = trend_at(row) != fired[row].end();
  for (std::size_t row = 0; row < fired.size(); ++row) {
    if (!member[row]) continue;
    const bool next = row + 1 < fired.size() && member[row + 1];
    const int way = next ? side_of(view.value[row + 1], view.value[row])
                         : (row == 0 ? 0 : side_of(view.value[row], view.value[row - 1]));
    const auto first = trend_at(row);
    first->direction = way == 1 ? Direction::up : Direction::down;
    fired[row].erase(
        std::remove_if(first + 1, fired[row].end(), [](const FiredRule& each) { return each.rule == Rule::trend; }),
        fired[row].end());
  }
}

}  // namespace

std::vector<std::vector<FiredRule>> fired_rules(const SegmentView& view, const RuleSet& rules, Chart chart) {
  Fired fired(view.value.size());
  const std::vector<std::size_t> rows = rows_in_use(view);
  // Neighbouring moving ranges share a value, so runs and trends among them mean nothing.
  const bool single_points_only = kind_of(chart).points == Points::ranges;
  for (const Rule rule : rules.order) {
    if (rule == Rule::outside) fire_outside(fired, view);
    if (rule == Rule::astronomical) fire_astronomical(fired, view);
    if (single_points_only) continue;
    if (rule == Rule::shift && rules.shift) fire_shift(fired, view, rows, *rules.shift);
    if (rule == Rule::trend && rules.trend) fire_trend(fired, view, rows, *rules.trend);
    if (rule == Rule::two_in_three && rules.two_in_three) fire_two_in_three(fired, view, rows, *rules.two_in_three);
  }
  if (rules.to_the_letter && !single_points_only) name_trends_to_the_letter(fired, view);
  return fired;
}

Runs runs_of(const SegmentView& view, const RuleSet& rules, Chart chart) {
  Runs result;
  int before = 0;
  int run = 0;
  for (std::size_t row = 0; row < view.value.size(); ++row) {
    if (view.excluded[row]) continue;
    const int side = side_of(view.value[row], view.lines[row].centre);
    if (side == 0 || side == no_side) continue;
    ++result.useful;
    if (before != 0 && side != before) ++result.crossings;
    run = side == before ? run + 1 : 1;
    result.longest_run = std::max(result.longest_run, run);
    before = side;
  }
  result.longest_run_limit = longest_run_limit(result.useful);
  result.crossings_limit = crossings_limit(result.useful - 1);
  const bool has_runs = kind_of(chart).points != Points::ranges;
  result.signal = result.useful > 0 && has_runs &&
                  (result.longest_run > result.longest_run_limit || result.crossings < result.crossings_limit);
  if (rules.runs_table.empty() || !has_runs) return result;
  if (result.useful < rules.runs_table.front().useful) return result;
  result.runs = result.crossings + 1;
  UsualRuns usual = usual_runs(result.useful);
  for (const RunsLimits& row : rules.runs_table)
    if (row.useful == result.useful) usual = {row.lower, row.upper};
  result.fewest_runs = usual.fewest;
  result.most_runs = usual.most;
  return result;
}

}  // namespace thrive::measures
