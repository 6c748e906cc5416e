// SPDX-License-Identifier: MIT
#include "libthrive/measures/targets.hpp"

#include <algorithm>

namespace thrive::measures {

namespace {

bool has_steps(const Settings& settings) {
  return std::any_of(settings.targets.begin(), settings.targets.end(),
                     [](const model::DatedTarget& each) { return !each.name; });
}

}  // namespace

std::optional<double> target_of(const Settings& settings, text::Date day, std::string_view name) {
  if (!name.empty() || has_steps(settings)) return model::target_on(settings.targets, name, day);
  return settings.target;
}

bool has_target(const Settings& settings) { return settings.target || has_steps(settings); }

std::vector<std::string> targets_of(const Settings& settings) {
  std::vector<std::string> names = model::names_of_targets(settings.targets);
  if (has_target(settings)) names.insert(names.begin(), std::string());
  return names;
}

std::optional<double> latest_target(const Analysis& analysis) {
  return analysis.latest ? analysis.data[*analysis.latest].target : std::nullopt;
}

bool meets(double value, double target, model::Better better) {
  return better == model::Better::higher ? value >= target : value <= target;
}

std::vector<Met> met_targets(const Analysis& analysis) {
  const Settings& settings = analysis.settings;
  std::vector<Met> all;
  if (settings.better == model::Better::neither) return all;
  for (const std::string& name : targets_of(settings)) {
    Met counted{name, 0, 0};
    for (std::size_t row = analysis.data.size(); row-- > 0 && counted.points < 12;) {
      const AnalysedPoint& point = analysis.data[row];
      const std::optional<double> target = name.empty() ? point.target : target_of(settings, point.date, name);
      if (!point.value || point.is_left_out() || !target) continue;
      ++counted.points;
      counted.met += meets(*point.value, *target, settings.better) ? 1 : 0;
    }
    if (counted.points > 0) all.push_back(counted);
  }
  return all;
}

}  // namespace thrive::measures
