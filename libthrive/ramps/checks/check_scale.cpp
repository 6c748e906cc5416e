// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <string>

#include "libthrive/ramps/checks/check_parts.hpp"

namespace thrive::ramps {

namespace {

int length_in_days(const model::Cycle& cycle) {
  return cycle.end ? text::days_between(cycle.start, *cycle.end) + 1 : 0;
}

void check_first(const CheckInput& input, const CycleState& first, RampFindings& findings) {
  const Thresholds& limits = input.thresholds;
  const model::CycleScale& scale = first.cycle->scale;
  std::string large;
  if (scale.people.value_or(0) > limits.first_cycle_people) large = fmt::format("{} people", *scale.people);
  if (scale.sites.value_or(0) > limits.first_cycle_sites) large = fmt::format("{} sites", *scale.sites);
  if (length_in_days(*first.cycle) > limits.first_cycle_days)
    large = fmt::format("{} days", length_in_days(*first.cycle));
  if (!large.empty())
    findings.about_cycle(first, "pdsa-first-cycle-large", "is the first of its ramp and not small: " + large, "scale");
}

/// The size that grew most between two cycles, as a factor; 0 when none can be compared.
double largest_jump(const model::CycleScale& before, const model::CycleScale& after) {
  double jump = 0;
  const auto compare = [&jump](const std::optional<double>& was, const std::optional<double>& is) {
    if (was && is && *was > 0) jump = std::max(jump, *is / *was);
  };
  compare(before.people, after.people);
  compare(before.referrals, after.referrals);
  compare(before.young_people, after.young_people);
  compare(before.schools, after.schools);
  compare(before.practices, after.practices);
  compare(before.sites, after.sites);
  return jump;
}

void check_step(const CheckInput& input, const CycleState& before, const CycleState& after, RampFindings& findings) {
  const double jump = largest_jump(before.cycle->scale, after.cycle->scale);
  if (jump > input.thresholds.scale_jump)
    findings.about_cycle(after, "pdsa-scale-jump", fmt::format("is {:.0f} times as large as '{}'", jump, before.id),
                         "scale");
  else if (shrinks(before.cycle->scale, after.cycle->scale))
    findings.about_cycle(after, "pdsa-scale-jump", "is smaller than '" + before.id + "' before it", "scale");
  if (!before.cycle->end) return;
  const int gap = text::days_between(*before.cycle->end, after.cycle->start);
  if (gap <= 0) findings.about_cycle(after, "pdsa-cycle-dates", "starts before '" + before.id + "' has ended", "start");
  if (gap > 7 * input.thresholds.gap_weeks)
    findings.about_cycle(after, "pdsa-cycle-dates", fmt::format("starts {} weeks after '{}' ended", gap / 7, before.id),
                         "start");
}

}  // namespace

void check_scale(const CheckInput& input, const RampState& ramp, RampFindings& findings) {
  if (!ramp.cycles.empty()) check_first(input, ramp.cycles.front(), findings);
  bool tested = false;
  for (std::size_t at = 0; at < ramp.cycles.size(); ++at) {
    const CycleState& state = ramp.cycles[at];
    if (at > 0) check_step(input, ramp.cycles[at - 1], state, findings);
    if (state.cycle->kind == model::CycleKind::implement && !tested)
      findings.about_cycle(state, "pdsa-implemented-untested", "puts a change in place that no cycle has tested",
                           "kind");
    tested = tested || state.cycle->kind == model::CycleKind::test;
  }
}

void check_whole_ramp(const CheckInput& input, const RampState& ramp, RampFindings& findings) {
  const model::Ramp& wanted = *ramp.ramp;
  if (!wanted.measure) findings.about_ramp("pdsa-no-measure", "names no measure that should move");
  if (wanted.balancing.empty())
    findings.about_ramp("pdsa-no-balancing-measure", "watches nothing that might get worse");
  if (!wanted.co_produced_with)
    findings.about_ramp("pdsa-no-co-production", "does not say which young people or families shaped it");
  std::size_t done = 0;
  bool surprised = false, is_risky = false;
  for (const CycleState& state : ramp.cycles) {
    const model::Cycle& cycle = *state.cycle;
    done += has_do(cycle);
    surprised = surprised || (cycle.do_ && cycle.do_->surprises);
    is_risky = is_risky || cycle.kind == model::CycleKind::implement ||
               cycle.scale.people.value_or(0) > input.thresholds.first_cycle_people ||
               cycle.scale.sites.value_or(0) > input.thresholds.first_cycle_sites;
  }
  if (is_risky && !wanted.stop_rule)
    findings.about_ramp("pdsa-no-stop-rule", "has grown beyond a small test and has no rule for stopping");
  if (done > 0 && !surprised)
    findings.about_ramp(done > 1 ? "pdsa-nothing-unexpected" : "pdsa-nothing-unexpected-yet",
                        "has met nothing unexpected; it is rarely so");
  const bool is_finished = ramp.cycles.size() == 1 && has_decision(*ramp.cycles.front().cycle) && !ramp.is_open;
  if (is_finished) findings.about_ramp("pdsa-single-cycle", "ended after one cycle");
}

}  // namespace thrive::ramps
