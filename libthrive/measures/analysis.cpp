// SPDX-License-Identifier: MIT
#include "libthrive/measures/analysis.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "libthrive/measures/checks.hpp"
#include "libthrive/measures/decimals.hpp"
#include "libthrive/measures/lines.hpp"
#include "libthrive/measures/meaning.hpp"
#include "libthrive/measures/plotted.hpp"
#include "libthrive/measures/reading.hpp"
#include "libthrive/measures/signals.hpp"
#include "libthrive/measures/statistics.hpp"
#include "libthrive/measures/targets.hpp"

namespace thrive::measures {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::optional<double> known(double figure) {
  return std::isfinite(figure) ? std::optional<double>(figure) : std::nullopt;
}

/// The plotted figure of a row; NaN when it is missing or cannot be on this chart.
double plotted(const model::SeriesPoint& point, Chart chart, bool has_denominator) {
  if (needs_denominator(chart) || has_denominator) {
    if (has_denominator && (!point.numerator || !point.denominator || !(*point.denominator > 0))) return missing;
    if (kind_of(chart).ratio == Ratio::count && has_denominator) return *point.numerator;
  }
  if (!point.value || !std::isfinite(*point.value)) return missing;
  // No count and no time is below zero; a warning says so.
  const Points points = kind_of(chart).points;
  if ((points == Points::counts || points == Points::between) && *point.value < 0) return missing;
  return *point.value;
}

/// How often figures of this series are made: as stated, or as most of its dates say.
std::optional<model::Frequency> frequency_of(const model::Series& series, const Settings& settings) {
  if (settings.frequency) return settings.frequency;
  std::vector<text::Date> dates;
  dates.reserve(series.points.size());
  for (const model::SeriesPoint& point : series.points) dates.push_back(point.date);
  const std::optional<Spacing> spacing = spacing_of(dates, std::nullopt);
  return spacing && spacing->even ? std::optional(spacing->frequency) : std::nullopt;
}

std::vector<AnalysedPoint> rows_of(const model::Series& series, const Settings& settings) {
  const bool has_periods = settings.as_of && kind_of(settings.chart).points != Points::between;
  const std::optional<model::Frequency> frequency = has_periods ? frequency_of(series, settings) : std::nullopt;
  std::vector<text::Date> exclude = settings.exclude;
  std::sort(exclude.begin(), exclude.end());
  std::vector<AnalysedPoint> rows;
  rows.reserve(series.points.size());
  for (const model::SeriesPoint& point : series.points) {
    AnalysedPoint row;
    row.date = point.date;
    row.value = known(plotted(point, settings.chart, series.has_denominator));
    row.numerator = point.numerator;
    row.denominator = point.denominator;
    row.measured = point.value;
    row.target = target_of(settings, point.date);
    row.excluded = std::binary_search(exclude.begin(), exclude.end(), point.date);
    row.unfinished = frequency && !is_over(point.date, *frequency, *settings.as_of);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// First rows of segments after the first, in order. A date between two rows starts at the next one, unless the rule
/// set repeats a program that ignores such a date.
std::vector<std::size_t> segment_starts(const std::vector<AnalysedPoint>& rows, const Settings& settings) {
  std::vector<std::size_t> starts;
  for (const text::Date date : settings.rebase) {
    const auto at = std::lower_bound(rows.begin(), rows.end(), date,
                                     [](const AnalysedPoint& row, text::Date wanted) { return row.date < wanted; });
    if (at == rows.begin() || at == rows.end()) continue;
    if (at->date != date && settings.rules.to_the_letter) continue;
    starts.push_back(static_cast<std::size_t>(at - rows.begin()));
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return starts;
}

std::vector<Segment> segments_of(const std::vector<AnalysedPoint>& rows, const Settings& settings) {
  std::vector<Segment> segments;
  if (rows.empty()) return segments;
  std::vector<std::size_t> starts = segment_starts(rows, settings);
  starts.insert(starts.begin(), 0);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    Segment segment;
    segment.begin = starts[i];
    segment.end = i + 1 < starts.size() ? starts[i + 1] : rows.size();
    segment.start = rows[segment.begin].date;
    segments.push_back(segment);
  }
  return segments;
}

/// Marks the rows that limits are worked out from. True when the baseline leaves rows of the segment out.
bool mark_baseline(std::vector<AnalysedPoint>& rows, const Segment& segment,
                   const std::optional<model::Baseline>& baseline) {
  const auto inside = [&](std::size_t row) {
    if (!baseline) return true;
    if (baseline->points) return row - segment.begin < static_cast<std::size_t>(std::max(0, *baseline->points));
    return (!baseline->from || rows[row].date >= *baseline->from) && (!baseline->to || rows[row].date <= *baseline->to);
  };
  std::size_t marked = 0;
  for (std::size_t row = segment.begin; row < segment.end; ++row) marked += rows[row].baseline = inside(row);
  // A stretch of dates speaks for the segments it touches; the others use all their points.
  if (marked == 0)
    for (std::size_t row = segment.begin; row < segment.end; ++row) rows[row].baseline = true;
  return marked != 0 && marked != segment.end - segment.begin;
}

Figures figures_of(const std::vector<AnalysedPoint>& rows, const Segment& segment) {
  Figures figures;
  for (auto* column : {&figures.value, &figures.numerator, &figures.denominator})
    column->reserve(segment.end - segment.begin);
  figures.base.reserve(segment.end - segment.begin);
  for (std::size_t i = segment.begin; i < segment.end; ++i) {
    const AnalysedPoint& row = rows[i];
    const bool whole = row.value.has_value();
    figures.value.push_back(row.value.value_or(missing));
    figures.numerator.push_back(whole ? row.numerator.value_or(missing) : missing);
    figures.denominator.push_back(whole ? row.denominator.value_or(missing) : missing);
    figures.base.push_back(row.baseline && !row.is_left_out());
  }
  return figures;
}

/// On a moving range chart the plotted figure is the distance from the row before.
void plot_ranges(std::vector<AnalysedPoint>& rows, const Segment& segment, Figures& figures) {
  std::vector<double> ranges = moving_ranges(figures.value);
  ranges.insert(ranges.begin(), missing);
  figures.value = std::move(ranges);
  for (std::size_t i = segment.begin; i < segment.end; ++i) rows[i].value = known(figures.value[i - segment.begin]);
}

/// A line as it is drawn. One that goes through the figure goes through it there too, whatever rounding makes of it.
std::optional<double> drawn(double line, const SegmentView& view, std::size_t at, const AnalysedPoint& row) {
  if (row.value && line == view.value[at]) return row.value;
  return known(view.drawn(line));
}

void put_lines(AnalysedPoint& row, const SegmentView& view, std::size_t at, bool has_limits) {
  const Lines& lines = view.lines[at];
  row.centre = drawn(lines.centre, view, at, row);
  const bool is_judged = row.value && !row.unfinished;
  if (is_judged && row.centre) row.side = side_of(view.value[at], lines.centre);
  if (!has_limits) return;
  row.lower = drawn(lines.lower, view, at, row);
  row.upper = drawn(lines.upper, view, at, row);
  row.near_lower = drawn(lines.near_lower, view, at, row);
  row.near_upper = drawn(lines.near_upper, view, at, row);
  if (!is_judged || !row.upper || !row.lower) return;
  row.outside = is_outside(view.value[at], lines);
  row.near_limit = is_near_limit(view.value[at], lines);
}

/// The lines that a segment reports: those of its last row that has any.
void summarise(Segment& segment, const std::vector<AnalysedPoint>& rows, bool fixed) {
  for (std::size_t i = segment.begin; i < segment.end; ++i) {
    const AnalysedPoint& row = rows[i];
    segment.present += row.value ? 1 : 0;
    segment.base += row.value && row.baseline && !row.is_left_out() ? 1 : 0;
    if (row.centre) segment.centre = row.centre;
    if (!row.lower || !row.upper) continue;
    segment.lower = row.lower;
    segment.upper = row.upper;
    segment.limits = fixed ? LimitKind::fixed : LimitKind::trial;
    // The nearer line is clipped less often than the limit, and the larger half is the one that was not clipped.
    segment.sigma = std::max(*row.near_upper - *row.centre, *row.centre - *row.near_lower) / 2;
  }
}

/// Rules that fire in a segment. A list that grows crosses its mean once, halfway: only trends say something about it.
std::vector<std::vector<FiredRule>> rules_fired(const Segment& segment, const SegmentView& view,
                                                const Settings& settings) {
  if (!segment.growing) return fired_rules(view, settings.rules, settings.chart);
  RuleSet rules = settings.rules;
  rules.shift.reset();
  return fired_rules(view, rules, settings.chart);
}

/// How many points there are to judge by, and whether those are enough.
void count_usable(Segment& segment, const std::vector<AnalysedPoint>& rows, const RuleSet& rules) {
  for (std::size_t i = segment.begin; i < segment.end; ++i)
    segment.usable += rules.to_the_letter || (rows[i].value && !rows[i].unfinished) ? 1 : 0;
  segment.is_short = static_cast<int>(segment.usable) < rules.short_below;
  segment.is_judged = !segment.is_short || rules.to_the_letter;
}

void analyse_segment(Analysis& analysis, std::size_t number) {
  const Settings& settings = analysis.settings;
  const ChartKind& kind = kind_of(settings.chart);
  Segment& segment = analysis.segments[number];
  const bool fixed = mark_baseline(analysis.data, segment, settings.baseline);
  Figures figures = figures_of(analysis.data, segment);
  if (kind.points == Points::ranges) plot_ranges(analysis.data, segment, figures);
  count_usable(segment, analysis.data, settings.rules);
  SegmentLines lines = lines_of(figures, settings);
  segment.varying = lines.varying;
  segment.ranges = lines.ranges;
  segment.screened = lines.screened;
  segment.screening_refused = lines.screening_refused;
  const bool may_grow = kind.points == Points::single && kind.has_limits && !settings.rules.to_the_letter;
  segment.growing = may_grow && is_growing_list(figures.value);
  const bool has_limits = !segment.growing;
  if (!has_limits)
    for (Lines& row : lines.rows) row = {row.centre, missing, missing, missing, missing};
  const bool bent = !lines.bent.empty();
  SegmentView view{segment.begin, bent ? lines.bent : figures.value, std::move(lines.rows), {}, {}, lines.power};
  for (std::size_t i = segment.begin; i < segment.end; ++i) {
    analysis.data[i].segment = number;
    put_lines(analysis.data[i], view, i - segment.begin, has_limits);
    view.excluded.push_back(analysis.data[i].is_left_out());
  }
  const auto& order = settings.rules.order;
  if (std::find(order.begin(), order.end(), Rule::astronomical) != order.end()) {
    if (bent) figures.value = std::move(lines.bent);
    view.individuals = individuals_lines(figures);
  }
  summarise(segment, analysis.data, fixed);
  std::vector<std::vector<FiredRule>> fired = rules_fired(segment, view, settings);
  for (std::size_t i = segment.begin; i < segment.end; ++i) {
    analysis.data[i].rules = std::move(fired[i - segment.begin]);
    read_point(analysis.data[i], settings.rules, settings.better);
  }
  analysis.runs.push_back(runs_of(view, settings.rules, settings.chart));
  analysis.runs.back().segment = number;
}

void mark_provisional(Analysis& analysis) {
  const auto count =
      std::min(analysis.data.size(), static_cast<std::size_t>(std::max(0, analysis.settings.provisional)));
  for (std::size_t i = analysis.data.size() - count; i < analysis.data.size(); ++i) analysis.data[i].provisional = true;
  for (AnalysedPoint& point : analysis.data) point.provisional = point.provisional || point.unfinished;
}

/// True when the latest points lie on one side for so long that centre and limits speak of what was before.
bool has_shifted(const Analysis& analysis) {
  if (!analysis.latest || analysis.settings.rules.to_the_letter) return false;
  const AnalysedPoint& latest = analysis.data[*analysis.latest];
  return std::any_of(latest.rules.begin(), latest.rules.end(),
                     [](const FiredRule& fired) { return fired.rule == Rule::shift; });
}

/// The figure that must be looked at before anything is judged, among those that would be.
std::optional<model::FarFigure> far_figure(const Analysis& analysis) {
  const Points points = kind_of(analysis.settings.chart).points;
  if (points == Points::ranges || points == Points::between) return std::nullopt;
  std::vector<model::SeriesPoint> figures;
  figures.reserve(analysis.data.size());
  for (const AnalysedPoint& point : analysis.data) {
    if (point.is_left_out()) continue;
    figures.emplace_back();
    figures.back().date = point.date;
    figures.back().value = point.value;
  }
  return model::far_figure(figures);
}

/// What is said of the whole, where the rule set and the figures allow that anything is said.
void judge(Analysis& analysis) {
  analysis.far = far_figure(analysis);
  const bool to_the_letter = analysis.settings.rules.to_the_letter;
  const bool has_doubt = analysis.far && !to_the_letter;
  if (!analysis.doubts_scale) analysis.met = met_targets(analysis);
  if (!analysis.latest || has_doubt || !latest_segment(analysis).is_judged) return;
  analysis.variation = variation_of(analysis);
  analysis.has_shifted = has_shifted(analysis);
  if (analysis.has_shifted || analysis.doubts_scale) return;
  analysis.assurance = assurance_of(analysis);
  analysis.chance_to_meet_target = chance_to_meet_target(analysis);
}

}  // namespace

Analysis analyse(const model::Series& series, const Settings& settings) {
  Analysis analysis;
  analysis.plots_value = plots_the_value(settings, series.has_denominator);
  analysis.better_of_value = settings.better;
  analysis.settings = settings_of_points(settings, series.has_denominator);
  analysis.data = rows_of(series, analysis.settings);
  analysis.points = analysis.data.size();
  analysis.missing = static_cast<std::size_t>(
      std::count_if(analysis.data.begin(), analysis.data.end(), [](const AnalysedPoint& row) { return !row.value; }));
  analysis.segments = segments_of(analysis.data, analysis.settings);
  for (std::size_t i = 0; i < analysis.segments.size(); ++i) analyse_segment(analysis, i);
  if (settings.quick) return analysis;
  mark_provisional(analysis);
  analysis.latest = latest_row(analysis);
  analysis.possible = possible_of(analysis);
  analysis.late = late(analysis);
  analysis.stale = !analysis.data.empty() && (!analysis.data.back().value || analysis.late);
  analysis.decimals = decimals_of(analysis);
  analysis.limit_decimals = limit_decimals_of(analysis);
  analysis.doubts_scale = percent_in_doubt(analysis, settings, series.has_denominator).has_value();
  judge(analysis);
  analysis.warnings = check_data(series, settings, analysis);
  return analysis;
}

Settings settings_of(const model::Measure& measure, RuleSet rules) {
  Settings settings;
  settings.rules = std::move(rules);
  settings.chart = measure.chart ? chart_named(*measure.chart).value_or(settings.rules.chart) : settings.rules.chart;
  settings.better = measure.better;
  if (measure.target) settings.target = measure.target->value;
  settings.targets = measure.targets;
  settings.unit = measure.unit;
  settings.baseline = measure.baseline;
  for (const model::Rebase& rebase : measure.rebase) settings.rebase.push_back(rebase.at);
  for (const model::Exclusion& exclusion : measure.exclude) settings.exclude.push_back(exclusion.at);
  settings.frequency = measure.frequency;
  settings.provisional = measure.provisional.value_or(0);
  settings.scale = model::multiplied_by(measure);
  if (model::is_percent(measure.unit)) settings.most = 100;
  return settings;
}

}  // namespace thrive::measures
