// SPDX-License-Identifier: MIT
#include "libthrive/measures/plotted.hpp"

#include <algorithm>

namespace thrive::measures {

bool plots_the_value(const Settings& settings, bool has_denominator) {
  switch (kind_of(settings.chart).points) {
    case Points::single:
    case Points::counted:
      return true;
    case Points::ranges:
      return false;
    case Points::counts:
    case Points::between:
      break;
  }
  return !has_denominator && !model::is_percent(settings.unit);
}

bool applies_its_unit(const Settings& settings, bool has_denominator) {
  if (!settings.unit || !has_denominator || model::is_percent(settings.unit)) return true;
  const std::optional<double> wanted = model::number_in_unit(*settings.unit);
  return !wanted || *wanted == settings.scale;
}

Settings settings_of_points(Settings settings, bool has_denominator) {
  if (plots_the_value(settings, has_denominator)) {
    if (applies_its_unit(settings, has_denominator)) return settings;
    settings.unit.reset();
    settings.target.reset();
    settings.targets.clear();
    return settings;
  }
  settings.better = model::Better::neither;
  settings.target.reset();
  settings.targets.clear();
  settings.most.reset();
  if (kind_of(settings.chart).points == Points::ranges) {
    if (model::is_percent(settings.unit)) settings.unit = "percentage points";
    return settings;
  }
  settings.unit.reset();
  // A target for figures that are multiplied is one of the share or rate, whoever asks for it.
  const bool is_of_points = settings.scale == 1;
  settings.scale = 1;
  if (!is_of_points) return settings;
  settings.better = settings.better_of_points.value_or(settings.better);
  settings.target = settings.target_of_points;
  return settings;
}

std::string_view plotted_in_words(const Analysis& analysis) {
  if (analysis.plots_value) return {};
  switch (kind_of(analysis.settings.chart).points) {
    case Points::ranges:
      return "moving range";
    case Points::counts:
      return "count";
    case Points::single:
    case Points::counted:
    case Points::between:
      break;
  }
  return {};
}

Possible possible_of(const Analysis& analysis) {
  const auto any = [&](auto lies_beyond) {
    return std::any_of(analysis.data.begin(), analysis.data.end(),
                       [&](const AnalysedPoint& point) { return point.value && lies_beyond(*point.value); });
  };
  Possible possible;
  if (!any([](double value) { return value < 0; })) possible.least = 0;
  const std::optional<double>& most = analysis.settings.most;
  if (most && !any([&](double value) { return value > *most; })) possible.most = most;
  return possible;
}

}  // namespace thrive::measures
