// SPDX-License-Identifier: MIT
#include "libthrive/measures/checks.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "libthrive/measures/dispersion.hpp"
#include "libthrive/measures/spacing.hpp"

namespace thrive::measures {

namespace {

using Warnings = std::vector<Warning>;

std::string words_of(text::Date date) { return text::format_date(date); }

std::string count_of(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

std::vector<double> present_values(const Analysis& analysis) {
  std::vector<double> values;
  for (const AnalysedPoint& point : analysis.data)
    if (point.value && !point.excluded) values.push_back(*point.value);
  return values;
}

std::vector<text::Date> dates_of(const Analysis& analysis) {
  std::vector<text::Date> dates;
  dates.reserve(analysis.data.size());
  for (const AnalysedPoint& point : analysis.data) dates.push_back(point.date);
  return dates;
}

void check_dates(const Analysis& analysis, const std::optional<Spacing>& spacing, Warnings& warnings) {
  const Settings& settings = analysis.settings;
  if (!spacing || kind_of(settings.chart).points == Points::between) return;
  if (!spacing->even) {
    warnings.push_back(
        {"uneven-spacing", settings.frequency
                               ? fmt::format("dates are not one {} apart", period_word(*settings.frequency))
                               : std::string("dates are not evenly spaced: runs and limits assume that they are")});
    return;
  }
  if (spacing->missing_periods == 0) return;
  const std::size_t first = spacing->gaps.front();
  warnings.push_back({"gaps", fmt::format("{} without a row, the first after {}: shown as a gap, not filled in",
                                          count_of(static_cast<std::size_t>(spacing->missing_periods),
                                                   period_word(spacing->frequency)),
                                          words_of(analysis.data[first - 1].date))});
}

void check_missing(const Analysis& analysis, Warnings& warnings) {
  if (analysis.missing > 0)
    warnings.push_back({"missing-values", fmt::format("{} of {} points have no value: gaps, never zeros",
                                                      analysis.missing, analysis.points)});
  std::size_t zero_denominators = 0;
  for (const AnalysedPoint& point : analysis.data) zero_denominators += point.denominator == 0.0 ? 1 : 0;
  if (zero_denominators > 0)
    warnings.push_back({"zero-denominator", fmt::format("{} with a denominator of zero: no value there",
                                                        count_of(zero_denominators, "point"))});
  const bool has_ratio = std::any_of(analysis.data.begin(), analysis.data.end(),
                                     [](const AnalysedPoint& point) { return point.denominator.has_value(); });
  if (needs_denominator(analysis.settings.chart) && !has_ratio)
    warnings.push_back({"no-denominator", fmt::format("a {} chart needs a numerator and a denominator",
                                                      model::word(analysis.settings.chart))});
}

/// Counts and times are never negative, and between two events some time goes by.
void check_possible(const model::Series& series, Chart chart, Warnings& warnings) {
  const ChartKind& kind = kind_of(chart);
  const bool counts = kind.ratio == Ratio::count;
  if (!counts && kind.points != Points::between) return;
  const auto cannot_be = [&](const model::SeriesPoint& point) {
    const std::optional<double>& figure = counts && point.numerator ? point.numerator : point.value;
    return figure && (*figure < 0 || (!kind.has_zero && *figure == 0));
  };
  const auto first = std::find_if(series.points.begin(), series.points.end(), cannot_be);
  if (first == series.points.end()) return;
  const auto count = static_cast<std::size_t>(std::count_if(first, series.points.end(), cannot_be));
  warnings.push_back(
      {"impossible-value",
       fmt::format("{} {}, which a {} chart cannot have: the first on {}", count_of(count, "value"),
                   kind.has_zero ? "below zero" : "of zero or less", model::word(chart), words_of(first->date))});
}

void check_latest(const Analysis& analysis, Warnings& warnings) {
  if (analysis.data.empty()) return;
  const Settings& settings = analysis.settings;
  if (!analysis.data.back().value)
    warnings.push_back(
        {"latest-missing", fmt::format("the latest row, {}, has no value{}", words_of(analysis.data.back().date),
                                       analysis.latest && !settings.rules.to_the_letter
                                           ? "; the icon speaks of " + words_of(analysis.data[*analysis.latest].date)
                                           : std::string())});
  if (settings.as_of && is_old(analysis))
    warnings.push_back({"stale-series", fmt::format("the latest value is {} days old on {}",
                                                    text::days_between(*latest_date(analysis), *settings.as_of),
                                                    words_of(*settings.as_of))});
  if (settings.provisional > 0)
    warnings.push_back(
        {"provisional-points", fmt::format("the latest {} may still change",
                                           count_of(static_cast<std::size_t>(settings.provisional), "point"))});
}

/// The value that most points have.
struct Commonest {
  double value = 0;
  std::size_t count = 0;
};

Commonest commonest(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  Commonest best;
  std::size_t run = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    run = i > 0 && values[i] == values[i - 1] ? run + 1 : 1;
    if (run > best.count) best = {values[i], run};
  }
  return best;
}

void check_values(const Analysis& analysis, const std::vector<double>& values, Warnings& warnings) {
  if (values.size() < 3 || kind_of(analysis.settings.chart).points == Points::ranges) return;
  const Commonest most = commonest(values);
  const auto zeros = static_cast<std::size_t>(std::count(values.begin(), values.end(), 0.0));
  const auto percent = [&](std::size_t count) {
    return 100.0 * static_cast<double>(count) / static_cast<double>(values.size());
  };
  if (most.count == values.size()) {
    warnings.push_back({"constant-series", "every value is the same"});
  } else if (10 * zeros > 3 * values.size()) {
    warnings.push_back(
        {"mostly-zero",
         fmt::format("{:.0f}% of the values are zero: a g or t chart suits rare events better", percent(zeros))});
  } else if (2 * most.count > values.size()) {
    warnings.push_back({"mostly-equal", fmt::format("{:.0f}% of the values are {}: limits say little",
                                                    percent(most.count), most.value)});
  }
}

void check_segments(const Analysis& analysis, Warnings& warnings) {
  const Settings& settings = analysis.settings;
  for (const Segment& segment : analysis.segments) {
    const std::string where =
        analysis.segments.size() == 1 ? std::string("the series") : "the stretch from " + words_of(segment.start);
    if (segment.is_short)
      warnings.push_back(
          {"short-series", fmt::format("{} has {}: fewer than {} are not enough to judge by", where,
                                       count_of(segment.end - segment.begin, "point"), settings.rules.short_below)});
    if (segment.growing)
      warnings.push_back(
          {"growing-list",
           fmt::format("{} goes steadily one way: a trend, not a stable process, so it has no limits", where)});
    else if (kind_of(settings.chart).has_limits && !segment.limits && segment.present > 0)
      warnings.push_back(
          {"no-limits", fmt::format("{} has no limits: too few neighbouring values to work them out from", where)});
    if (segment.screening_refused)
      warnings.push_back(
          {"screening-refused",
           fmt::format("leaving out large moving ranges would discard most of them in {}: none was left out", where)});
    else if (2 * segment.screened > segment.ranges)
      warnings.push_back(
          {"screened-most",
           fmt::format("{} of {} moving ranges in {} were left out as too large: its limits are too narrow",
                       segment.screened, segment.ranges, where)});
  }
}

void check_dates_asked_for(const Analysis& analysis, Warnings& warnings) {
  const Settings& settings = analysis.settings;
  const auto row_of = [&](text::Date date) {
    return std::lower_bound(analysis.data.begin(), analysis.data.end(), date,
                            [](const AnalysedPoint& row, text::Date wanted) { return row.date < wanted; });
  };
  for (const text::Date date : settings.rebase) {
    const auto at = row_of(date);
    if (at != analysis.data.end() && at->date == date) continue;
    if (at == analysis.data.end() || settings.rules.to_the_letter)
      warnings.push_back({"rebase-ignored", fmt::format("no point on {}: the rebase is left aside", words_of(date))});
    else if (at == analysis.data.begin())
      warnings.push_back({"rebase-ignored", fmt::format("the rebase on {} is before the first point", words_of(date))});
    else
      warnings.push_back({"rebase-between-points", fmt::format("no point on {}: the rebase starts at the next one, {}",
                                                               words_of(date), words_of(at->date))});
  }
  for (const text::Date date : settings.exclude) {
    const auto at = row_of(date);
    if (at == analysis.data.end() || at->date != date)
      warnings.push_back({"exclude-without-point", fmt::format("no point on {} to leave out", words_of(date))});
  }
}

void check_spread(const Analysis& analysis, const std::optional<Spacing>& spacing, Warnings& warnings) {
  const Settings& settings = analysis.settings;
  if (const std::optional<double> ratio = dispersion(analysis))
    warnings.push_back(
        {"over-dispersed", fmt::format("the spread is {:.1f} times what chance explains: a {} chart allows for that",
                                       *ratio, model::word(*kind_of(settings.chart).advised))});
  if (const std::optional<double> ratio = denominator_ratio(analysis))
    warnings.push_back(
        {"uneven-denominators",
         fmt::format(
             "the largest denominator is {:.1f} times the smallest: a p-prime chart gives each point limits of its own",
             *ratio)});
  if (const std::optional<double> likeness = likeness_at(analysis, 1))
    warnings.push_back(
        {"alike-neighbours",
         fmt::format(
             "neighbouring values are alike (correlation {:.2f}): limits are too narrow and some signals may be false",
             *likeness)});
  if (const std::optional<int> year = periods_in_a_year(spacing, analysis.points))
    if (const std::optional<double> likeness = likeness_at(analysis, *year))
      warnings.push_back(
          {"season",
           fmt::format("values are like those a year before (correlation {:.2f}): compare with the same season",
                       *likeness)});
}

}  // namespace

std::optional<text::Date> latest_date(const Analysis& analysis) {
  for (std::size_t row = analysis.data.size(); row-- > 0;)
    if (analysis.data[row].value) return analysis.data[row].date;
  return std::nullopt;
}

bool is_old(const Analysis& analysis) {
  const std::optional<text::Date> date = latest_date(analysis);
  if (!date || !analysis.settings.as_of) return false;
  const std::optional<Spacing> spacing = spacing_of(dates_of(analysis), analysis.settings.frequency);
  if (!spacing) return false;
  // A weekly figure dated Monday comes in after that week; a second one may be late.
  return text::days_between(*date, *analysis.settings.as_of) > 3 * days_in(spacing->frequency);
}

std::vector<Warning> check_data(const model::Series& series, const Analysis& analysis) {
  Warnings warnings;
  if (analysis.data.empty()) {
    warnings.push_back({"no-points", "the series has no points"});
    return warnings;
  }
  const std::vector<double> values = present_values(analysis);
  const std::optional<Spacing> spacing = spacing_of(dates_of(analysis), analysis.settings.frequency);
  check_dates(analysis, spacing, warnings);
  check_missing(analysis, warnings);
  check_possible(series, analysis.settings.chart, warnings);
  check_latest(analysis, warnings);
  check_dates_asked_for(analysis, warnings);
  check_segments(analysis, warnings);
  check_values(analysis, values, warnings);
  check_spread(analysis, spacing, warnings);
  return warnings;
}

}  // namespace thrive::measures
