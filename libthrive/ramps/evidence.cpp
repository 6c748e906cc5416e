// SPDX-License-Identifier: MIT
#include "libthrive/ramps/evidence.hpp"

#include <utility>

#include "libthrive/measures/statistics.hpp"

namespace thrive::ramps {

namespace {

std::optional<double> median(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  return measures::median(std::move(values));
}

}  // namespace

std::vector<const Chart*> charts_of(const model::Ramp& ramp, const Charts& charts) {
  std::vector<const Chart*> found;
  const auto add = [&](const std::string& measure) {
    const auto chart = charts.find(measure);
    if (chart != charts.end()) found.push_back(&chart->second);
  };
  if (ramp.measure) add(*ramp.measure);
  for (const std::string& measure : ramp.balancing) add(measure);
  return found;
}

DataSince data_since(const Chart& chart, text::Date since, int points_needed) {
  DataSince data;
  data.measure = chart.id;
  data.since = since;
  std::vector<double> before, after;
  for (const measures::AnalysedPoint& point : chart.analysis.data) {
    // Of the measure's own value, whatever its chart plots.
    const std::optional<double>& value = chart.analysis.plots_value ? point.value : point.measured;
    if (!value || point.is_left_out()) continue;
    (point.date < since ? before : after).push_back(*value);
  }
  data.points = after.size();
  data.median_before = median(before);
  data.median_since = median(after);
  data.is_enough = data.points >= static_cast<std::size_t>(points_needed);
  for (const measures::SignalEvent& signal : chart.signals)
    if (signal.since >= since)
      data.signals.push_back(signal);
    else if (signal.to >= since)
      data.going_on.push_back(signal);
  data.is_judged = chart.analysis.variation.has_value();
  return data;
}

}  // namespace thrive::ramps
