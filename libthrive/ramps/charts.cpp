// SPDX-License-Identifier: MIT
#include "libthrive/ramps/charts.hpp"

#include <algorithm>
#include <utility>

#include "libthrive/measures/request.hpp"
#include "libthrive/measures/subject.hpp"

namespace thrive::ramps {

std::vector<std::string> measures_of_ramps(const model::Project& project) {
  std::vector<std::string> names;
  const auto add = [&names](const std::string& measure) {
    if (std::find(names.begin(), names.end(), measure) == names.end()) names.push_back(measure);
  };
  for (const auto& ramp : project.ramps)
    if (ramp.value.measure) add(*ramp.value.measure);
  for (const auto& ramp : project.ramps)
    for (const std::string& measure : ramp.value.balancing) add(measure);
  return names;
}

Charts make_charts(const model::Project& project, const std::map<std::string, model::Series>& series,
                   const Rules& rules, text::Date today) {
  Charts charts;
  for (const auto& [id, figures] : series) {
    const model::Measure* measure = project.measures.find(id);
    if (measure == nullptr) continue;
    auto rule_set = rules(measures::rule_set_name({}, *measure));
    if (!rule_set) continue;
    measures::Settings settings = measures::settings_of(*measure, std::move(*rule_set));
    settings.as_of = today;
    Chart chart = {
        id, measure->name, measures::analyse(figures, settings), {}, measures::subject_of(project, id, figures)};
    chart.signals = measures::signal_events(chart.analysis, chart.subject);
    charts.emplace(id, std::move(chart));
  }
  return charts;
}

}  // namespace thrive::ramps
