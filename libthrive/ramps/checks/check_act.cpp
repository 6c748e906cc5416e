// SPDX-License-Identifier: MIT
#include "libthrive/ramps/checks/check_parts.hpp"

#include <fmt/core.h>

namespace thrive::ramps {

namespace {

void check_adopted(const CheckInput& input, const RampState& ramp, std::size_t position, RampFindings& findings) {
  const CycleState& state = ramp.cycles[position];
  const model::Act& act = *state.cycle->act;
  if (position == 0) {
    findings.about_cycle(state, "pdsa-adopted-too-soon", "adopts a change after one cycle", "act");
  } else {
    const Chart* chart = chart_of(input, ramp);
    const std::size_t points =
        chart == nullptr
            ? 0
            : data_since(*chart, ramp.cycles.front().cycle->start, input.thresholds.points_since_change).points;
    if (points < static_cast<std::size_t>(input.thresholds.points_since_change))
      findings.about_cycle(state, "pdsa-adopted-too-soon", "adopts a change without data over time", "act");
  }
  const bool is_kept = act.sustain && act.sustain->owner && act.sustain->agenda && act.sustain->look_every_weeks;
  if (!is_kept)
    findings.about_cycle(state, "pdsa-no-sustain-plan",
                         "adopts a change without saying who keeps it, on which agenda and how often somebody looks",
                         "act");
}

void check_adapted(const RampState& ramp, std::size_t position, RampFindings& findings) {
  const CycleState& state = ramp.cycles[position];
  const model::Act& act = *state.cycle->act;
  if (!act.reason)
    findings.about_cycle(state, "pdsa-adapted-without-change", "is to be adapted, and nothing says how", "act");
  const bool has_follower = position + 1 < ramp.cycles.size();
  if (has_follower && act.next != ramp.cycles[position + 1].id)
    findings.about_cycle(ramp.cycles[position + 1], "pdsa-adapted-without-change",
                         "follows '" + state.id + "', which does not name it as its next");
}

}  // namespace

void check_act(const CheckInput& input, const RampState& ramp, std::size_t position, RampFindings& findings) {
  const CycleState& state = ramp.cycles[position];
  const model::Cycle& cycle = *state.cycle;
  if (has_study(cycle) && !has_decision(cycle))
    findings.about_cycle(state, "pdsa-no-decision", "was studied, and nobody decided what comes of it", "act");
  if (state.days_over > input.thresholds.overdue_days)
    findings.about_cycle(state, "pdsa-cycle-overdue",
                         fmt::format("is still open {} days past its planned end", state.days_over));
  if (!has_decision(cycle)) return;
  if (cycle.act->decision == model::Decision::adopt) check_adopted(input, ramp, position, findings);
  if (cycle.act->decision == model::Decision::adapt) check_adapted(ramp, position, findings);
}

}  // namespace thrive::ramps
