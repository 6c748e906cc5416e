// SPDX-License-Identifier: MIT
#include "libthrive/improvement/aim_progress.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "libthrive/measures/statistics.hpp"

namespace thrive::improvement {

std::vector<UsedFigure> used_figures(const ramps::Chart& chart) {
  std::vector<UsedFigure> figures;
  for (const measures::AnalysedPoint& point : chart.analysis.data) {
    // Of the measure's own value, whatever its chart plots.
    const std::optional<double>& value = chart.analysis.plots_value ? point.value : point.measured;
    if (value && !point.is_left_out()) figures.push_back({point.date, *value});
  }
  return figures;
}

std::vector<double> baseline_figures(const model::Measure& measure, const std::vector<UsedFigure>& figures) {
  std::vector<double> values;
  if (!measure.baseline) return values;
  const model::Baseline& baseline = *measure.baseline;
  for (const UsedFigure& figure : figures) {
    const bool is_in = baseline.points ? values.size() < static_cast<std::size_t>(*baseline.points)
                                       : (!baseline.from || figure.date >= *baseline.from) &&
                                             (!baseline.to || figure.date <= *baseline.to);
    if (is_in) values.push_back(figure.value);
  }
  return values;
}

std::optional<double> latest_median(const std::vector<UsedFigure>& figures, const TheoryLimits& limits) {
  if (figures.size() < limits.fewest_points || figures.empty()) return std::nullopt;
  std::vector<double> latest;
  for (std::size_t at = figures.size() - std::min(figures.size(), limits.latest_points); at < figures.size(); ++at)
    latest.push_back(figures[at].value);
  return measures::median(std::move(latest));
}

std::optional<double> way_from_to(double from, double to, double now) {
  if (to == from) return std::nullopt;
  return (now - from) / (to - from);
}

std::optional<model::Target> target_on(const model::Measure& measure, text::Date day) {
  const model::DatedTarget* chosen = nullptr;
  for (const model::DatedTarget& target : measure.targets) {
    if (target.name || (target.until && *target.until < day)) continue;
    const bool is_in_force = !target.from || *target.from <= day;
    const bool is_nearer = chosen == nullptr || (is_in_force && (!chosen->from || *target.from >= *chosen->from)) ||
                           (!is_in_force && chosen->from && *chosen->from > day && *target.from < *chosen->from);
    if (is_nearer) chosen = &target;
  }
  if (chosen == nullptr) return measure.target;
  model::Target target;
  target.value = chosen->value;
  target.by = measure.target && measure.target->by ? measure.target->by : chosen->until;
  return target;
}

bool rounds_to(double value, double written) {
  const std::string digits = fmt::format("{}", written);
  const std::size_t point = digits.find('.');
  const int decimals = point == std::string::npos || digits.find('e') != std::string::npos
                           ? 0
                           : static_cast<int>(digits.size() - point - 1);
  const double scale = std::pow(10, decimals);
  return std::llround(value * scale) == std::llround(written * scale);
}

bool begins_elsewhere(const AimProgress& progress) {
  return progress.baseline_median && !rounds_to(*progress.baseline_median, progress.from) &&
         !rounds_to(*progress.baseline_mean, progress.from);
}

std::vector<AimProgress> aim_progress(const model::Project& project, const ramps::Charts& charts,
                                      const TheoryLimits& limits, text::Date today) {
  std::vector<AimProgress> all;
  if (!project.drivers || !project.drivers->aim) return all;
  for (const auto& entry : project.drivers->aim->measures) {
    AimProgress progress;
    progress.measure = entry.id;
    progress.from = entry.value.from;
    const model::Measure* measure = project.measures.find(entry.id);
    if (measure != nullptr) {
      progress.unit = measure->unit;
      if (const auto target = target_on(*measure, today)) {
        progress.to = target->value;
        progress.by = target->by;
      }
    }
    const auto chart = charts.find(entry.id);
    if (measure != nullptr && chart != charts.end()) {
      const std::vector<UsedFigure> figures = used_figures(chart->second);
      progress.points = figures.size();
      progress.decimals = chart->second.analysis.decimals;
      progress.latest = latest_median(figures, limits);
      if (const std::vector<double> baseline = baseline_figures(*measure, figures); !baseline.empty()) {
        progress.baseline_median = measures::median(baseline);
        progress.baseline_mean = measures::exact_mean(baseline);
      }
    }
    progress.began = begins_elsewhere(progress) ? *progress.baseline_median : progress.from;
    if (progress.latest && progress.to) progress.way = way_from_to(progress.began, *progress.to, *progress.latest);
    all.push_back(std::move(progress));
  }
  return all;
}

}  // namespace thrive::improvement
