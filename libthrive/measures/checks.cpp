// SPDX-License-Identifier: MIT
#include "libthrive/measures/checks.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "libthrive/measures/dispersion.hpp"
#include "libthrive/measures/meaning.hpp"
#include "libthrive/measures/spacing.hpp"

namespace thrive::measures {

namespace {

using Warnings = std::vector<findings::Finding>;

std::string words_of(text::Date date) { return text::format_date(date); }

std::vector<double> present_values(const Analysis& analysis) {
  std::vector<double> values;
  for (const AnalysedPoint& point : analysis.data)
    if (point.value && !point.is_left_out()) values.push_back(*point.value);
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
        {"uneven-spacing",
         {},
         {{"period", settings.frequency ? text::Value(period_word(*settings.frequency)) : text::Value()}}});
    return;
  }
  if (spacing->missing_periods == 0) return;
  const std::size_t first = spacing->gaps.front();
  warnings.push_back({"gaps",
                      {},
                      {{"count", spacing->missing_periods},
                       {"period", period_word(spacing->frequency)},
                       {"date", words_of(analysis.data[first - 1].date)}}});
}

void check_missing(const Analysis& analysis, Warnings& warnings) {
  if (analysis.missing > 0)
    warnings.push_back({"missing-values", {}, {{"missing", analysis.missing}, {"points", analysis.points}}});
  std::size_t zero_denominators = 0;
  for (const AnalysedPoint& point : analysis.data) zero_denominators += point.denominator == 0.0 ? 1 : 0;
  if (zero_denominators > 0) warnings.push_back({"zero-denominator", {}, {{"points", zero_denominators}}});
  const bool has_ratio = std::any_of(analysis.data.begin(), analysis.data.end(),
                                     [](const AnalysedPoint& point) { return point.denominator.has_value(); });
  if (needs_denominator(analysis.settings.chart) && !has_ratio)
    warnings.push_back({"no-denominator", {}, {{"chart", model::word(analysis.settings.chart)}}});
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
  warnings.push_back({"impossible-value",
                      {},
                      {{"case", kind.has_zero ? "negative" : "not-positive"},
                       {"values", count},
                       {"chart", model::word(chart)},
                       {"date", words_of(first->date)}}});
}

/// A week that has begun and is not over has a part of its figure.
void check_unfinished(const Analysis& analysis, Warnings& warnings) {
  const auto is_unfinished = [](const AnalysedPoint& point) { return point.value && point.unfinished; };
  const auto first = std::find_if(analysis.data.begin(), analysis.data.end(), is_unfinished);
  if (first == analysis.data.end()) return;
  const auto count = std::count_if(first, analysis.data.end(), is_unfinished);
  warnings.push_back({"unfinished-period",
                      {},
                      {{"count", static_cast<std::size_t>(count)},
                       {"date", words_of(first->date)},
                       {"as_of", words_of(*analysis.settings.as_of)}}});
}

void check_latest(const Analysis& analysis, Warnings& warnings) {
  if (analysis.data.empty()) return;
  const Settings& settings = analysis.settings;
  if (!analysis.data.back().value)
    warnings.push_back(
        {"latest-missing",
         {},
         {{"date", words_of(analysis.data.back().date)},
          {"icon", analysis.latest && !settings.rules.to_the_letter ? words_of(analysis.data[*analysis.latest].date)
                                                                    : std::string()}}});
  if (analysis.late)
    warnings.push_back({"stale-series", {}, {{"days", analysis.late->days}, {"as_of", words_of(*settings.as_of)}}});
  check_unfinished(analysis, warnings);
  if (settings.provisional > 0) warnings.push_back({"provisional-points", {}, {{"points", settings.provisional}}});
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

/// As many digits as the figures have.
double rounded(double value, int decimals) {
  const double scale = std::pow(10, decimals);
  return std::fabs(value) < 1e15 / scale ? std::round(value * scale) / scale : value;
}

void check_values(const Analysis& analysis, const std::vector<double>& values, Warnings& warnings) {
  if (values.size() < 3 || kind_of(analysis.settings.chart).points == Points::ranges) return;
  const Commonest most = commonest(values);
  const auto zeros = static_cast<std::size_t>(std::count(values.begin(), values.end(), 0.0));
  const auto percent = [&](std::size_t count) {
    return 100.0 * static_cast<double>(count) / static_cast<double>(values.size());
  };
  if (most.count == values.size()) {
    warnings.push_back({"constant-series", {}});
  } else if (10 * zeros > 3 * values.size()) {
    warnings.push_back({"mostly-zero", {}, {{"percent", percent(zeros)}}});
  } else if (2 * most.count > values.size()) {
    warnings.push_back(
        {"mostly-equal", {}, {{"percent", percent(most.count)}, {"value", rounded(most.value, analysis.decimals)}}});
  }
}

/// Limits need two neighbours, or counts that can be, or both parts of a ratio.
std::string_view why_no_limits(const Analysis& analysis, const Segment& segment) {
  if (needs_denominator(analysis.settings.chart)) return "no-ratio";
  const Points points = kind_of(analysis.settings.chart).points;
  if (points == Points::counts || (points == Points::between && segment.present > 1)) return "cannot-be";
  return "few";
}

void check_segments(const Analysis& analysis, Warnings& warnings) {
  const Settings& settings = analysis.settings;
  for (const Segment& segment : analysis.segments) {
    const std::string where =
        analysis.segments.size() == 1 ? std::string("the series") : "the stretch from " + words_of(segment.start);
    if (segment.is_short)
      warnings.push_back(
          {"short-series", {}, {{"where", where}, {"points", segment.usable}, {"needed", settings.rules.short_below}}});
    else if (segment.base < model::fewest_behind_limits && segment.base > 0)
      warnings.push_back(few_behind(analysis, segment, {}));
    if (segment.growing)
      warnings.push_back({"growing-list", {}, {{"where", where}}});
    else if (kind_of(settings.chart).has_limits && !segment.limits && segment.present > 0)
      warnings.push_back({"no-limits", {}, {{"case", why_no_limits(analysis, segment)}, {"where", where}}});
    if (segment.screening_refused)
      warnings.push_back({"screening-refused", {}, {{"where", where}}});
    else if (2 * segment.screened > segment.ranges)
      warnings.push_back(
          {"screened-most", {}, {{"screened", segment.screened}, {"ranges", segment.ranges}, {"where", where}}});
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
      warnings.push_back({"rebase-ignored", {}, {{"case", "no-point"}, {"date", words_of(date)}}});
    else if (at == analysis.data.begin())
      warnings.push_back({"rebase-ignored", {}, {{"case", "too-early"}, {"date", words_of(date)}}});
    else
      warnings.push_back({"rebase-between-points", {}, {{"date", words_of(date)}, {"next", words_of(at->date)}}});
  }
  for (const text::Date date : settings.exclude) {
    const auto at = row_of(date);
    if (at == analysis.data.end() || at->date != date)
      warnings.push_back({"exclude-without-point", {}, {{"date", words_of(date)}}});
  }
}

void check_spread(const Analysis& analysis, const std::optional<Spacing>& spacing, Warnings& warnings) {
  const Settings& settings = analysis.settings;
  if (const std::optional<double> ratio = dispersion(analysis)) {
    const Chart better = *kind_of(settings.chart).advised;
    warnings.push_back({"over-dispersed",
                        {},
                        {{"times", *ratio},
                         {"better", model::word(better)},
                         {"article", better == Chart::xmr || better == Chart::i ? "an" : "a"}}});
  }
  if (const std::optional<double> ratio = denominator_ratio(analysis))
    warnings.push_back({"uneven-denominators", {}, {{"times", *ratio}}});
  if (const std::optional<double> likeness = likeness_at(analysis, 1))
    warnings.push_back({"alike-neighbours", {}, {{"correlation", *likeness}}});
  if (const std::optional<int> year = periods_in_a_year(spacing, analysis.points))
    if (const std::optional<double> likeness = likeness_at(analysis, *year))
      warnings.push_back({"season", {}, {{"correlation", *likeness}}});
}

}  // namespace

std::optional<text::Date> latest_date(const Analysis& analysis) {
  // A figure dated after today is no sign that figures come in.
  for (std::size_t row = analysis.data.size(); row-- > 0;)
    if (analysis.data[row].measured && !(analysis.data[row].date > analysis.settings.as_of))
      return analysis.data[row].date;
  return std::nullopt;
}

std::optional<Late> late(const Analysis& analysis) {
  const std::optional<text::Date> date = latest_date(analysis);
  if (!date || !analysis.settings.as_of) return std::nullopt;
  const std::optional<Spacing> spacing = spacing_of(dates_of(analysis), analysis.settings.frequency);
  if (!spacing || (!spacing->even && !analysis.settings.frequency)) return std::nullopt;
  // A weekly figure dated Monday comes in after that week; a second one may be late.
  const int days = text::days_between(*date, *analysis.settings.as_of);
  const int period = days_in(spacing->frequency);
  if (days <= 3 * period) return std::nullopt;
  return Late{days, days / period - 1, spacing->frequency};
}

std::vector<findings::Finding> check_data(const model::Series& series, const Settings& asked,
                                          const Analysis& analysis) {
  Warnings warnings;
  if (analysis.data.empty()) {
    warnings.push_back({"no-points", {}});
    return warnings;
  }
  const std::vector<double> values = present_values(analysis);
  const std::optional<Spacing> spacing = spacing_of(dates_of(analysis), analysis.settings.frequency);
  check_dates(analysis, spacing, warnings);
  check_meaning(analysis, asked, series.has_denominator, warnings);
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
