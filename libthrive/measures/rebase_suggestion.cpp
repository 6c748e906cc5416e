// SPDX-License-Identifier: MIT
#include "libthrive/measures/rebase_suggestion.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "libthrive/measures/lines.hpp"
#include "libthrive/measures/reading.hpp"
#include "libthrive/measures/signals.hpp"
#include "libthrive/measures/spacing.hpp"
#include "libthrive/measures/statistics.hpp"

namespace thrive::measures {

namespace {

constexpr std::size_t fewest_before = 12;
constexpr std::size_t fewest_after = 8;

/// A useful point of the current segment.
struct Useful {
  text::Date date{};
  double value = 0;
};

std::vector<Useful> useful_points(const Analysis& analysis) {
  std::vector<Useful> points;
  const Segment& segment = analysis.segments.back();
  for (std::size_t row = segment.begin; row < segment.end; ++row) {
    const AnalysedPoint& point = analysis.data[row];
    if (point.value && !point.is_left_out() && !point.provisional) points.push_back({point.date, *point.value});
  }
  return points;
}

std::vector<double> values(const std::vector<Useful>& points, std::size_t from, std::size_t to) {
  std::vector<double> result;
  for (std::size_t i = from; i < to; ++i) result.push_back(points[i].value);
  return result;
}

double squares(const std::vector<double>& figures, double mean) {
  double sum = 0;
  for (const double figure : figures) sum += (figure - mean) * (figure - mean);
  return sum;
}

/// The splits that may leave least variation: by running sums, and so within what rounding can make of them.
std::vector<std::size_t> likely_splits(const std::vector<Useful>& points) {
  const std::vector<double> figures = values(points, 0, points.size());
  const double centre = exact_mean(figures);
  const auto count = static_cast<long double>(figures.size());
  long double total = 0, total_squares = 0, largest = 0;
  for (const double figure : figures) {
    const long double from_centre = static_cast<long double>(figure) - centre;
    total += from_centre;
    total_squares += from_centre * from_centre;
    largest = std::max(largest, std::fabs(static_cast<long double>(figure)));
  }
  std::vector<long double> left;  // by split, from 2 on
  long double sum = 0, least = std::numeric_limits<long double>::infinity();
  for (std::size_t at = 1; at + 2 <= figures.size(); ++at) {
    sum += static_cast<long double>(figures[at - 1]) - centre;
    if (at < 2) continue;
    const auto before = static_cast<long double>(at);
    const long double rest = total - sum;
    left.push_back(total_squares - sum * sum / before - rest * rest / (count - before));
    least = std::min(least, left.back());
  }
  const long double rounded = largest * std::numeric_limits<double>::epsilon();
  const long double margin = 1e-9L * total_squares + 4 * count * rounded * rounded;
  std::vector<std::size_t> splits;
  for (std::size_t i = 0; i < left.size(); ++i)
    if (left[i] <= least + margin) splits.push_back(i + 2);
  return splits;
}

/// The points in a unit in which the largest is about one, so that no square is too large or vanishes: by a power of
/// two, which leaves their bits as they are.
std::vector<Useful> in_their_own_unit(std::vector<Useful> points) {
  double largest = 0;
  for (const Useful& point : points) largest = std::max(largest, std::fabs(point.value));
  if (!(largest > 0)) return points;
  const int power = std::ilogb(largest);
  for (Useful& point : points) point.value = std::ldexp(point.value, -power);
  return points;
}

/// The split into two levels that leaves least variation about them, the first of equals.
std::size_t likeliest_split(const std::vector<Useful>& given) {
  const std::vector<Useful> points = in_their_own_unit(given);
  std::size_t best = 2;
  double least = std::numeric_limits<double>::infinity();
  for (const std::size_t at : likely_splits(points)) {
    const std::vector<double> before = values(points, 0, at);
    const std::vector<double> after = values(points, at, points.size());
    const double left = squares(before, exact_mean(before)) + squares(after, exact_mean(after));
    if (left >= least) continue;
    least = left;
    best = at;
  }
  return best;
}

/// What a split at one point would mean; nothing when a guard says no.
std::optional<RebaseSuggestion> consider(const std::vector<Useful>& points, std::size_t at) {
  RebaseSuggestion suggestion;
  const std::vector<double> before = values(points, 0, at);
  const std::vector<double> after = values(points, at, points.size());
  suggestion.at = points[at].date;
  suggestion.points_before = before.size();
  suggestion.points_after = after.size();
  suggestion.mean_before = exact_mean(before);
  suggestion.mean_after = exact_mean(after);
  suggestion.sigma_before = mean_range(moving_ranges(before), std::nullopt).mean / 1.128;
  const double change = suggestion.mean_after - suggestion.mean_before;
  if (change == 0 || std::fabs(change) < suggestion.sigma_before) return std::nullopt;
  suggestion.sigmas = suggestion.sigma_before > 0 ? std::fabs(change) / suggestion.sigma_before : 0;
  const auto on_new_side = [&](double value) {
    return change > 0 ? value > suggestion.mean_before : value < suggestion.mean_before;
  };
  const auto count = std::count_if(after.begin(), after.end(), on_new_side);
  suggestion.on_one_side = static_cast<double>(count) / static_cast<double>(after.size());
  if (suggestion.on_one_side < 0.8 || !std::all_of(after.end() - 3, after.end(), on_new_side)) return std::nullopt;
  if (!on_new_side(after.front())) return std::nullopt;
  return suggestion;
}

/// The same weeks of the year before.
struct YearBefore {
  std::size_t points = 0;
  double mean = 0;
  text::Date from{}, to{};
};

/// The date a year before: the same month, or the day 52 weeks ago.
text::Date year_before(text::Date date, model::Frequency frequency) {
  if (frequency != model::Frequency::monthly) return date - std::chrono::days(364);
  const std::chrono::year_month_day day(date);
  return text::Date((day.year() - std::chrono::years(1)) / day.month() / std::chrono::day(1));
}

/// The points that lie a year before those from `at` on, as far as they lie before the change themselves.
YearBefore same_weeks_before(const Analysis& analysis, const std::vector<Useful>& points, std::size_t at) {
  std::vector<text::Date> dates;
  for (const AnalysedPoint& point : analysis.data) dates.push_back(point.date);
  const std::optional<Spacing> spacing = spacing_of(dates, analysis.settings.frequency);
  YearBefore year;
  if (!spacing || !spacing->even) return year;
  const int reach = days_in(spacing->frequency) / 2;
  const bool by_month = spacing->frequency == model::Frequency::monthly;
  std::vector<double> figures;
  for (std::size_t i = at; i < points.size(); ++i) {
    const text::Date wanted = year_before(points[i].date, spacing->frequency);
    const text::Date first = wanted - std::chrono::days(by_month ? 0 : reach);
    const text::Date last = wanted + std::chrono::days(by_month ? 30 : reach);
    const auto row = std::lower_bound(dates.begin(), dates.end(), first);
    if (row == dates.end() || *row > last || *row >= points[at].date) continue;
    const AnalysedPoint& point = analysis.data[static_cast<std::size_t>(row - dates.begin())];
    if (!point.value || point.is_left_out()) continue;
    if (figures.empty()) year.from = point.date;
    year.to = point.date;
    figures.push_back(*point.value);
  }
  year.points = figures.size();
  if (!figures.empty()) year.mean = exact_mean(figures);
  return year;
}

/// True when the year before was at the new level in the same weeks: for at least half of the points behind the change,
/// or of a whole year of them.
bool is_season(const YearBefore& year, const RebaseSuggestion& found, const Analysis& analysis) {
  const std::optional<model::Frequency>& stated = analysis.settings.frequency;
  const std::size_t in_a_year = stated == model::Frequency::monthly ? 12 : 52;
  if (year.points == 0 || 2 * year.points < std::min(found.points_after, in_a_year)) return false;
  return std::fabs(year.mean - found.mean_after) < std::fabs(year.mean - found.mean_before);
}

bool is_settled(const std::vector<Useful>& points, std::size_t from) {
  SegmentView view;
  view.value = values(points, from, points.size());
  const double centre = median(view.value);
  view.lines.assign(view.value.size(), Lines{centre, 0, 0, 0, 0});
  view.excluded.assign(view.value.size(), false);
  return !runs_of(view, RuleSet{}, Chart::run).signal;
}

/// The cycle that began last before the change, at most eight weeks before it or one week after.
std::optional<std::string> cycle_before(const Subject& subject, text::Date at) {
  std::optional<std::string> found;
  for (const CycleMark& cycle : subject.cycles) {
    const int days = text::days_between(cycle.start, at);
    if (days >= -7 && days <= 56) found = cycle.id;
  }
  return found;
}

std::string line_to_add(const RebaseSuggestion& suggestion, const Subject& subject) {
  std::string line = "rebase: [";
  for (const model::Rebase& rebase : subject.measure.rebase)
    line += fmt::format("{{at: {}, reason: {}}}, ", text::format_date(rebase.at), rebase.reason);
  return line + fmt::format("{{at: {}, reason: {}}}]", text::format_date(suggestion.at),
                            suggestion.cycle.value_or("\"what changed, and how you know\""));
}

}  // namespace

std::optional<RebaseSuggestion> suggest_rebase(const Analysis& analysis, const Subject& subject,
                                               NoSuggestion& why_not) {
  why_not = {};
  if (analysis.segments.empty()) {
    why_not.reason = "there are no figures";
    return std::nullopt;
  }
  if (kind_of(analysis.settings.chart).points == Points::ranges) {
    why_not.reason = "a moving range chart shows how far values move, and no level";
    return std::nullopt;
  }
  if (analysis.far) {
    why_not.reason =
        fmt::format("the figure of {} has to be looked at first: it is {:.0f} times the median of the others",
                    text::format_date(analysis.far->date), analysis.far->times);
    return std::nullopt;
  }
  if (analysis.segments.back().growing) {
    why_not.reason = "a list that grows or shrinks steadily has no level to start anew from";
    return std::nullopt;
  }
  const std::vector<Useful> points = useful_points(analysis);
  if (points.size() < fewest_before + fewest_after) {
    why_not.reason =
        fmt::format("{} points since {}, provisional ones left out: {} before and {} after a change are needed",
                    points.size(), text::format_date(analysis.segments.back().start), fewest_before, fewest_after);
    return std::nullopt;
  }
  const Runs& runs = analysis.runs.back();
  if (!runs.signal) {
    why_not.reason = fmt::format(
        "runs are as long and as many as in a stable process (longest {} of at most {}, {} crossings of at least {})",
        runs.longest_run, runs.longest_run_limit, runs.crossings, runs.crossings_limit);
    return std::nullopt;
  }
  const std::size_t at = likeliest_split(points);
  if (at < fewest_before || at + fewest_after > points.size()) {
    why_not.reason =
        fmt::format("the likeliest date of a change, {}, has {} points before it and {} after: {} and {} are needed",
                    text::format_date(points[at].date), at, points.size() - at, fewest_before, fewest_after);
    return std::nullopt;
  }
  std::optional<RebaseSuggestion> best = consider(points, at);
  if (!best) {
    why_not.reason = fmt::format("the levels before and after {} do not differ by a sigma, or do not stay apart",
                                 text::format_date(points[at].date));
    return std::nullopt;
  }
  if (const YearBefore year = same_weeks_before(analysis, points, at); is_season(year, *best, analysis)) {
    why_not = {"", SeasonBefore{year.from, year.to, year.mean, best->mean_after > best->mean_before}};
    return std::nullopt;
  }
  best->runs = runs;
  best->settled = is_settled(points, at);
  best->reading =
      reading_of(best->mean_after > best->mean_before ? Direction::high : Direction::low, analysis.settings.better);
  best->cycle = cycle_before(subject, best->at);
  if (best->reading != Reading::concern) best->line = line_to_add(*best, subject);
  return best;
}

}  // namespace thrive::measures
