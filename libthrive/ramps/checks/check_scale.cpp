// SPDX-License-Identifier: MIT
#include <string>
#include <utility>

#include "libthrive/ramps/checks/check_parts.hpp"

namespace thrive::ramps {

namespace {

int length_in_days(const model::Cycle& cycle) {
  return cycle.end ? text::days_between(cycle.start, *cycle.end) + 1 : 0;
}

void check_first(const CheckInput& input, const CycleState& first, RampFindings& findings) {
  const Thresholds& limits = input.thresholds;
  const model::CycleScale& scale = first.cycle->scale;
  std::string unit;
  text::Value size;
  const auto set = [&](std::string_view of, text::Value what) {
    unit = of;
    size = std::move(what);
  };
  if (scale.people.value_or(0) > limits.first_cycle_people) set("people", *scale.people);
  if (scale.sites.value_or(0) > limits.first_cycle_sites) set("sites", *scale.sites);
  if (length_in_days(*first.cycle) > limits.first_cycle_days) set("days", length_in_days(*first.cycle));
  if (!unit.empty()) findings.about_cycle(first, "pdsa-first-cycle-large", "scale", {{"case", unit}, {"size", size}});
}

/// The size that grew most between two cycles.
struct Jump {
  double times = 0;          // 0 when none can be compared
  bool from_hidden = false;  // it grew from a count that readers do not see
};

Jump largest_jump(const model::CycleScale& before, const model::CycleScale& after, const text::SmallNumbers& small) {
  Jump jump;
  bool counts_people = true;
  const auto compare = [&](const std::optional<double>& was, const std::optional<double>& is) {
    if (was && is && *was > 0 && *is / *was > jump.times) jump = {*is / *was, counts_people && small.hides(*was)};
  };
  compare(before.people, after.people);
  compare(before.referrals, after.referrals);
  compare(before.young_people, after.young_people);
  counts_people = false;
  compare(before.schools, after.schools);
  compare(before.practices, after.practices);
  compare(before.sites, after.sites);
  return jump;
}

void check_step(const CheckInput& input, const CycleState& before, const CycleState& after, RampFindings& findings) {
  const Jump jump = largest_jump(before.cycle->scale, after.cycle->scale, model::small_numbers(input.project.project));
  if (jump.times > input.thresholds.scale_jump)
    findings.about_cycle(after, "pdsa-scale-jump", "scale",
                         {{"case", "larger"},
                          {"times", jump.from_hidden ? text::Value() : text::Value(jump.times)},
                          {"more_than", input.thresholds.scale_jump},
                          {"before", before.id}});
  else if (shrinks(before.cycle->scale, after.cycle->scale))
    findings.about_cycle(after, "pdsa-scale-jump", "scale", {{"case", "smaller"}, {"before", before.id}});
  if (!before.cycle->end) return;
  const int gap = text::days_between(*before.cycle->end, after.cycle->start);
  if (gap <= 0) findings.about_cycle(after, "pdsa-cycle-dates", "start", {{"case", "overlaps"}, {"before", before.id}});
  if (gap > 7 * input.thresholds.gap_weeks)
    findings.about_cycle(after, "pdsa-cycle-dates", "start",
                         {{"case", "far-apart"}, {"weeks", gap / 7}, {"before", before.id}});
}

}  // namespace

void check_scale(const CheckInput& input, const RampState& ramp, RampFindings& findings) {
  if (!ramp.cycles.empty()) check_first(input, ramp.cycles.front(), findings);
  bool tested = false;
  for (std::size_t at = 0; at < ramp.cycles.size(); ++at) {
    const CycleState& state = ramp.cycles[at];
    if (at > 0) check_step(input, ramp.cycles[at - 1], state, findings);
    if (state.cycle->kind == model::CycleKind::implement && !tested)
      findings.about_cycle(state, "pdsa-implemented-untested", "kind");
    tested = tested || state.cycle->kind == model::CycleKind::test;
  }
}

void check_whole_ramp(const CheckInput& input, const RampState& ramp, RampFindings& findings) {
  const model::Ramp& wanted = *ramp.ramp;
  if (!wanted.measure) findings.about_ramp("pdsa-no-measure");
  if (wanted.balancing.empty()) findings.about_ramp("pdsa-no-balancing-measure");
  if (!wanted.co_produced_with) findings.about_ramp("pdsa-no-co-production");
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
  if (is_risky && !wanted.stop_rule) findings.about_ramp("pdsa-no-stop-rule");
  if (done > 0 && !surprised) findings.about_ramp(done > 1 ? "pdsa-nothing-unexpected" : "pdsa-nothing-unexpected-yet");
  const bool is_finished = ramp.cycles.size() == 1 && has_decision(*ramp.cycles.front().cycle) && !ramp.is_open;
  if (is_finished) findings.about_ramp("pdsa-single-cycle");
}

}  // namespace thrive::ramps
