// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <cmath>
#include <string>
#include <vector>

#include "libthrive/ramps/describe/describe.hpp"
#include "libthrive/ramps/describe/describe_evidence.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::ramps {

std::string size_in_words(const model::CycleScale& scale, const text::SmallNumbers& small) {
  std::vector<std::string> parts;
  const auto add = [&parts](const std::optional<double>& size, const text::SmallNumbers& rule, std::string_view one,
                            std::string_view many) {
    if (!size) return;
    const bool is_one = *size == 1 && !rule.hides(*size);
    const bool is_whole = *size == std::floor(*size);
    parts.push_back(report::people_number(*size, rule, is_whole ? 0 : 1) + " " + std::string(is_one ? one : many));
  };
  const text::SmallNumbers shown{0};
  add(scale.people, small, "person", "people");
  add(scale.referrals, small, "referral", "referrals");
  add(scale.young_people, small, "young person", "young people");
  add(scale.schools, shown, "school", "schools");
  add(scale.practices, shown, "practice", "practices");
  add(scale.sites, shown, "site", "sites");
  return text::join(parts, ", ");
}

std::vector<std::string> what_the_data_say(const Reported& reported, const RampState& ramp, const CycleState& cycle) {
  std::vector<std::string> sentences;
  const int needed = reported.thresholds.points_since_change;
  for (const Chart* chart : charts_of(*ramp.ramp, reported.charts))
    sentences.push_back(in_words(data_since(*chart, change_began(*cycle.cycle), needed), *chart, needed));
  return sentences;
}

std::vector<std::string> what_the_data_say(const Reported& reported, const CyclePlace& place) {
  for (const RampState& ramp : reported.ramps)
    for (const CycleState& cycle : ramp.cycles)
      if (ramp.id == place.ramp && cycle.id == place.id) return what_the_data_say(reported, ramp, cycle);
  return {};
}

}  // namespace thrive::ramps
