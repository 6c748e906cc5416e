// SPDX-License-Identifier: MIT
#include "libthrive/ramps/stages.hpp"

namespace thrive::ramps {

namespace {

Stage stage_of(const model::Cycle& cycle, text::Date today) {
  if (has_decision(cycle)) return Stage::closed;
  if (has_study(cycle)) return Stage::deciding;
  if (has_do(cycle)) return Stage::studying;
  return cycle.start > today ? Stage::planning : Stage::doing;
}

/// The latest look up to the day; nothing when nobody has looked.
std::optional<text::Date> last_look(const model::Sustain& sustain, text::Date today) {
  std::optional<text::Date> last;
  for (const model::Look& look : sustain.looks)
    if (look.date <= today && (!last || look.date > *last)) last = look.date;
  return last;
}

/// An adopted change is looked at on the day written down, unless somebody has looked since, or so many weeks after the
/// last look, or after the cycle ended.
std::optional<text::Date> next_look(const model::Cycle& cycle, text::Date today) {
  if (!cycle.act || cycle.act->decision != model::Decision::adopt || !cycle.act->sustain) return std::nullopt;
  const model::Sustain& sustain = *cycle.act->sustain;
  const std::optional<text::Date> last = last_look(sustain, today);
  if (sustain.next_look && !(last && *last >= *sustain.next_look)) return sustain.next_look;
  if (!sustain.look_every_weeks) return std::nullopt;
  return last.value_or(cycle.end.value_or(cycle.start)) + std::chrono::days{7 * *sustain.look_every_weeks};
}

CycleState state_of(const std::string& id, const model::Cycle& cycle, text::Date today) {
  CycleState state;
  state.id = id;
  state.cycle = &cycle;
  state.stage = stage_of(cycle, today);
  state.is_open = state.stage != Stage::closed;
  if (state.is_open && cycle.end && *cycle.end < today) state.days_over = text::days_between(*cycle.end, today);
  state.next_look = next_look(cycle, today);
  state.look_is_due = state.next_look && *state.next_look <= today;
  if (state.look_is_due) state.look_days_over = text::days_between(*state.next_look, today);
  return state;
}

/// The next thing to write down for a cycle.
std::string next_step(const CycleState& state) {
  switch (state.stage) {
    case Stage::planning:
      return state.id + " starts on " + text::format_date(state.cycle->start);
    case Stage::doing:
      return "write down what happened in " + state.id;
    case Stage::studying:
      return "study " + state.id + ": compare what happened with what was predicted";
    case Stage::deciding:
      return "decide on " + state.id + ": adopt, adapt, expand or abandon";
    case Stage::closed:
      break;
  }
  return {};
}

std::string next_for(const RampState& ramp) {
  for (const CycleState& cycle : ramp.cycles)
    if (cycle.is_open) return next_step(cycle);
  for (const CycleState& cycle : ramp.cycles)
    if (cycle.look_is_due) return "look at the data of " + cycle.id + ", due on " + text::format_date(*cycle.next_look);
  if (ramp.cycles.empty()) return "plan the first cycle";
  const model::Act& last = *ramp.cycles.back().cycle->act;
  const bool goes_on = last.decision == model::Decision::adapt || last.decision == model::Decision::expand;
  if (goes_on) return "plan the cycle after " + ramp.cycles.back().id;
  return {};
}

}  // namespace

bool has_plan(const model::Cycle& cycle) {
  return cycle.plan &&
         (!cycle.plan->questions.empty() || !cycle.plan->predictions.empty() || !cycle.plan->tasks.empty());
}

bool has_do(const model::Cycle& cycle) {
  return cycle.do_ && (cycle.do_->observed || cycle.do_->surprises || cycle.do_->as_planned);
}

bool has_study(const model::Cycle& cycle) {
  return cycle.study &&
         (!cycle.study->findings.empty() || !cycle.study->predictions_held.empty() || cycle.study->learning);
}

bool has_decision(const model::Cycle& cycle) { return cycle.act && cycle.act->decision; }

text::Date change_began(const model::Cycle& cycle) { return cycle.start; }

std::vector<RampState> ramp_states(const model::Project& project, text::Date today) {
  std::vector<RampState> states;
  for (const auto& entry : project.ramps) {
    RampState ramp;
    ramp.id = entry.id;
    ramp.ramp = &entry.value;
    for (const auto& cycle : entry.value.cycles) ramp.cycles.push_back(state_of(cycle.id, cycle.value, today));
    ramp.next = next_for(ramp);
    ramp.is_open = !ramp.next.empty();
    states.push_back(std::move(ramp));
  }
  return states;
}

}  // namespace thrive::ramps
