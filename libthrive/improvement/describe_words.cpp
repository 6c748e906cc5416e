// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <cmath>
#include <string>
#include <vector>

#include "libthrive/improvement/describe.hpp"
#include "libthrive/improvement/describe_evidence.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::improvement {

std::string size_in_words(const model::CycleScale& scale) {
  std::vector<std::string> parts;
  const auto add = [&parts](const std::optional<double>& size, std::string_view one, std::string_view many) {
    if (!size) return;
    const bool is_whole = *size == std::floor(*size);
    parts.push_back(report::number(*size, is_whole ? 0 : 1) + " " + std::string(*size == 1 ? one : many));
  };
  add(scale.people, "person", "people");
  add(scale.referrals, "referral", "referrals");
  add(scale.young_people, "young person", "young people");
  add(scale.schools, "school", "schools");
  add(scale.practices, "practice", "practices");
  add(scale.sites, "site", "sites");
  return text::join(parts, ", ");
}

std::vector<std::string> what_the_data_say(const Reported& reported, const RampState& ramp, const CycleState& cycle) {
  std::vector<std::string> sentences;
  const auto add = [&](const std::string& measure) {
    const auto chart = reported.charts.find(measure);
    if (chart == reported.charts.end()) return;
    const int needed = reported.thresholds.points_since_change;
    sentences.push_back(in_words(data_since(chart->second, change_began(*cycle.cycle), needed), chart->second, needed));
  };
  if (ramp.ramp->measure) add(*ramp.ramp->measure);
  for (const std::string& measure : ramp.ramp->balancing) add(measure);
  return sentences;
}

}  // namespace thrive::improvement
