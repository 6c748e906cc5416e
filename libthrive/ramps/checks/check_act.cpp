// SPDX-License-Identifier: MIT
#include "libthrive/ramps/checks/check_parts.hpp"

namespace thrive::ramps {

namespace {

void check_adopted(const CheckInput& input, const RampState& ramp, std::size_t position, RampFindings& findings) {
  const CycleState& state = ramp.cycles[position];
  const model::Act& act = *state.cycle->act;
  if (position == 0) {
    findings.about_cycle(state, "pdsa-adopted-too-soon", "act", {{"case", "one-cycle"}});
  } else {
    const Chart* chart = chart_of(input, ramp);
    const std::size_t points =
        chart == nullptr
            ? 0
            : data_since(*chart, ramp.cycles.front().cycle->start, input.thresholds.points_since_change).points;
    if (points < static_cast<std::size_t>(input.thresholds.points_since_change))
      findings.about_cycle(state, "pdsa-adopted-too-soon", "act", {{"case", "no-data"}});
  }
  const bool is_kept = act.sustain && act.sustain->owner && act.sustain->agenda && act.sustain->look_every_weeks;
  if (!is_kept) findings.about_cycle(state, "pdsa-no-sustain-plan", "act");
  const int weeks = act.sustain && act.sustain->look_every_weeks ? *act.sustain->look_every_weeks : 1;
  if (weeks < 1 || weeks > longest_weeks_between_looks)
    findings.about_cycle(state, "pdsa-looks-too-rare", "act",
                         {{"case", "in-file"}, {"weeks", weeks}, {"longest", longest_weeks_between_looks}});
  if (state.look_days_over > input.thresholds.look_grace_days)
    findings.about_cycle(state, "pdsa-look-overdue", "act",
                         {{"date", text::format_date(*state.next_look)}, {"days", state.look_days_over}});
}

void check_adapted(const RampState& ramp, std::size_t position, RampFindings& findings) {
  const CycleState& state = ramp.cycles[position];
  const model::Act& act = *state.cycle->act;
  if (!act.reason) findings.about_cycle(state, "pdsa-adapted-without-change", "act", {{"case", "no-reason"}});
  const bool has_follower = position + 1 < ramp.cycles.size();
  if (has_follower && act.next != ramp.cycles[position + 1].id)
    findings.about_cycle(ramp.cycles[position + 1], "pdsa-adapted-without-change", {},
                         {{"case", "not-named"}, {"before", state.id}});
}

}  // namespace

void check_act(const CheckInput& input, const RampState& ramp, std::size_t position, RampFindings& findings) {
  const CycleState& state = ramp.cycles[position];
  const model::Cycle& cycle = *state.cycle;
  if (has_study(cycle) && !has_decision(cycle)) findings.about_cycle(state, "pdsa-no-decision", "act");
  if (state.days_over > input.thresholds.overdue_days)
    findings.about_cycle(state, "pdsa-cycle-overdue", {}, {{"days", state.days_over}});
  if (!has_decision(cycle)) return;
  // How a change is adapted is asked for below.
  if (cycle.act->decision != model::Decision::adapt && !cycle.act->reason)
    findings.about_cycle(state, "pdsa-no-reason", "act", {{"decision", model::word(*cycle.act->decision)}});
  if (cycle.act->decision == model::Decision::adopt) check_adopted(input, ramp, position, findings);
  if (cycle.act->decision == model::Decision::adapt) check_adapted(ramp, position, findings);
}

}  // namespace thrive::ramps
