// SPDX-License-Identifier: MIT
#include "libthrive/ramps/checks/checks.hpp"

#include <algorithm>

#include "libthrive/ramps/checks/check_parts.hpp"

namespace thrive::ramps {

namespace {

bool is_abandoned(const CycleState& state) {
  return has_decision(*state.cycle) && state.cycle->act->decision == model::Decision::abandon;
}

void check_all_ramps(const CheckInput& input, std::vector<findings::Finding>& found) {
  const auto has_abandoned = [](const RampState& ramp) {
    return std::any_of(ramp.cycles.begin(), ramp.cycles.end(), is_abandoned);
  };
  const bool are_many = input.ramps.size() >= static_cast<std::size_t>(input.thresholds.many_ramps);
  if (are_many && std::none_of(input.ramps.begin(), input.ramps.end(), has_abandoned))
    found.push_back({"pdsa-never-abandoned", {"ramps"}, {{"ramps", input.ramps.size()}}});
  for (const Rate& rate : site_rates(input)) {
    const std::optional<double> share = rate.percent();
    if (share && *share < rate.published)
      found.push_back({"pdsa-below-benchmark",
                       {"ramps"},
                       {{"feature", rate.name},
                        {"have", rate.have},
                        {"of", rate.of},
                        {"percent", *share},
                        {"published_percent", rate.published}}});
  }
}

/// Counts cycles that have a feature, of those that could have it.
template <class Applies, class Has>
Rate count_cycles(const CheckInput& input, std::string id, std::string name, double published, Applies applies,
                  Has has) {
  Rate rate = {std::move(id), std::move(name), 0, 0, published};
  for (const RampState& ramp : input.ramps)
    for (const CycleState& state : ramp.cycles) {
      if (!applies(*state.cycle)) continue;
      ++rate.of;
      rate.have += has(ramp, *state.cycle) ? 1 : 0;
    }
  return rate;
}

/// Counts series of two cycles or more that have a feature.
template <class Has>
Rate count_series(const CheckInput& input, std::string id, std::string name, double published, Has has) {
  Rate rate = {std::move(id), std::move(name), 0, 0, published};
  for (const RampState& ramp : input.ramps) {
    if (ramp.cycles.size() < 2) continue;
    ++rate.of;
    rate.have += has(ramp) ? 1 : 0;
  }
  return rate;
}

/// The last cycle is larger than the first, in people or else in the first size that both have.
bool grows_in_scale(const RampState& ramp) {
  return grows(ramp.cycles.front().cycle->scale, ramp.cycles.back().cycle->scale);
}

}  // namespace

std::vector<Rate> site_rates(const CheckInput& input) {
  const Benchmarks& published = input.thresholds.benchmarks;
  const auto every = [](const model::Cycle&) { return true; };
  const auto decided = [](const model::Cycle& cycle) { return has_decision(cycle); };
  const auto studied = [](const model::Cycle& cycle) { return has_study(cycle); };
  return {
      count_cycles(input, "stages-documented", "decided cycles with all four stages written down",
                   published.stages_documented, decided,
                   [](const RampState&, const model::Cycle& cycle) {
                     return has_plan(cycle) && has_do(cycle) && has_study(cycle);
                   }),
      count_cycles(input, "study-past-tense", "studies that tell what happened", published.study_past_tense, studied,
                   [&input](const RampState&, const model::Cycle& cycle) {
                     return !any_has_phrase(study_texts(cycle), input.thresholds.future);
                   }),
      count_cycles(input, "learning", "studied cycles that learned something", published.learning, studied,
                   [](const RampState&, const model::Cycle& cycle) { return !study_texts(cycle).empty(); }),
      count_cycles(
          input, "explicit-prediction", "cycles with an explicit prediction", published.explicit_prediction, every,
          [](const RampState&, const model::Cycle& cycle) { return cycle.plan && !cycle.plan->predictions.empty(); }),
      count_cycles(input, "in-a-series", "cycles in a series of two or more", published.in_a_series, every,
                   [](const RampState& ramp, const model::Cycle&) { return ramp.cycles.size() >= 2; }),
      count_series(input, "growing-series", "series that grow in scale", published.growing_series, grows_in_scale),
      count_series(input, "regular-data", "series with data over time", published.regular_data,
                   [&input](const RampState& ramp) { return chart_of(input, ramp) != nullptr; }),
  };
}

std::vector<findings::Finding> check_ramps(const CheckInput& input) {
  std::vector<findings::Finding> found;
  for (const RampState& ramp : input.ramps) {
    RampFindings about(ramp, found);
    check_whole_ramp(input, ramp, about);
    check_scale(input, ramp, about);
    for (std::size_t at = 0; at < ramp.cycles.size(); ++at) {
      check_plan(input, ramp, ramp.cycles[at], about);
      check_do(ramp.cycles[at], about);
      check_study(input, ramp, ramp.cycles[at], about);
      check_act(input, ramp, at, about);
    }
  }
  check_all_ramps(input, found);
  return found;
}

}  // namespace thrive::ramps
