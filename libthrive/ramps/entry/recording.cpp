// SPDX-License-Identifier: MIT
#include "libthrive/ramps/entry/recording.hpp"

#include <algorithm>

#include "libthrive/ramps/stages.hpp"
#include "libthrive/text/fingerprint.hpp"

namespace thrive::ramps {

namespace {

std::optional<std::string> given_words(const std::string& words) {
  return words.empty() ? std::nullopt : std::optional(words);
}

/// Looking at data ends with looking too rarely.
std::optional<Refusal> refuse_weeks(int weeks) {
  if (weeks >= 1 && weeks <= longest_weeks_between_looks) return std::nullopt;
  return Refusal{"pdsa-looks-too-rare",
                 "data cannot be looked at every " + std::to_string(weeks) + (weeks == 1 ? " week" : " weeks"),
                 "less often with time, never never: 1 to " + std::to_string(longest_weeks_between_looks)};
}

}  // namespace

std::optional<CyclePlace> find_cycle(const model::Project& project, std::string_view id) {
  for (const auto& ramp : project.ramps)
    if (const model::Cycle* cycle = ramp.value.cycles.find(id)) return CyclePlace{ramp.id, std::string(id), cycle};
  return std::nullopt;
}

std::vector<std::string> cycle_ids(const model::Project& project) {
  std::vector<std::string> ids;
  for (const auto& ramp : project.ramps)
    for (const auto& cycle : ramp.value.cycles) ids.push_back(cycle.id);
  return ids;
}

std::string next_cycle_id(const model::Ramp& ramp, const std::string& ramp_id) {
  for (std::size_t number = ramp.cycles.size() + 1;; ++number) {
    const std::string id = ramp_id + "c" + std::to_string(number);
    if (!ramp.cycles.contains(id)) return id;
  }
}

std::string carried_over(const model::Ramp& ramp) {
  if (ramp.cycles.empty()) return {};
  const auto& last = ramp.cycles[ramp.cycles.size() - 1];
  std::string words;
  if (last.value.study) {
    if (last.value.study->learning) {
      words = *last.value.study->learning;
    } else if (!last.value.study->findings.empty()) {
      words = last.value.study->findings.back();
    }
  }
  if (has_decision(last.value) && last.value.act->reason)
    words += (words.empty() ? "" : ". ") + std::string("Decided to ") +
             std::string(model::word(*last.value.act->decision)) + ": " + *last.value.act->reason;
  return words.empty() ? words : "From " + last.id + ": " + words;
}

model::Cycle planned_cycle(const NewCycle& given, const model::Ramp* ramp, text::Date today) {
  model::Cycle cycle = given.cycle;
  cycle.kind = given.kind;
  cycle.start = given.start.value_or(today);
  model::Plan plan = given.plan;
  plan.recorded = today;
  if (!given.task.what.empty())
    plan.tasks.push_back(
        {given.task.what, given_words(given.task_who), given_words(given.task_when), given_words(given.task_where)});
  if (!given.data_what.empty())
    plan.data = model::DataPlan{given.data_what, given_words(given.data_who), given_words(given.data_how)};
  cycle.plan = plan;
  if (ramp != nullptr) cycle.note = given_words(carried_over(*ramp));
  return cycle;
}

model::Do happened(const NewObservations& given, const model::Cycle& cycle, text::Date today) {
  model::Do what;
  if (given.as_planned) what.as_planned = *given.as_planned;
  what.observed = given.observed;
  what.surprises = given_words(given.surprises);
  what.recorded = today;
  if (cycle.plan) what.predictions_hash = text::fingerprint(cycle.plan->predictions);
  return what;
}

model::Act decision_of(const NewDecision& given, text::Date today) {
  model::Act act = {given.decision, given_words(given.reason), given_words(given.next), {}, today};
  if (given.owner.empty() && given.agenda.empty() && !given.look_every_weeks) return act;
  model::Sustain sustain = {given_words(given.owner), given_words(given.agenda), given.look_every_weeks, {}};
  if (given.look_every_weeks) sustain.next_look = today + std::chrono::days{7 * *given.look_every_weeks};
  act.sustain = sustain;
  return act;
}

model::Study studied(const NewStudy& given, text::Date today) {
  model::Study study;
  study.findings = given.findings;
  study.learning = given_words(given.learning);
  study.predictions_held = given.held;
  study.recorded = today;
  return study;
}

model::Sustain after_a_look(const model::Sustain& sustain, std::optional<int> weeks, text::Date today) {
  model::Sustain next = sustain;
  const int doubled = std::min(2 * sustain.look_every_weeks.value_or(1), longest_weeks_between_looks);
  next.look_every_weeks = weeks.value_or(doubled);
  next.next_look = today + std::chrono::days{7 * *next.look_every_weeks};
  return next;
}

Refusal no_such_ramp(const model::Project& project, const std::string& id) {
  const bool is_empty = project.ramps.empty();
  std::string message = "there is no ramp '" + id + "'";
  if (id.empty()) message = is_empty ? "the project has no ramps" : "there are several ramps; say which with --ramp";
  return {
      "pdsa-unknown-ramp", message,
      is_empty ? "start one with 'pdsa new --ramp r1 --ramp-name NAME'" : text::did_you_mean(id, project.ramps.ids())};
}

std::optional<Refusal> refuse_plan(const model::Plan& plan) {
  if (plan.predictions.empty())
    return Refusal{"pdsa-no-prediction", "a cycle starts with a prediction",
                   "say what you think will happen with --prediction, or print a form to fill in with --form"};
  if (plan.questions.empty())
    return Refusal{"pdsa-no-question", "a cycle needs a question", "say what it should answer with --question"};
  return std::nullopt;
}

std::optional<Refusal> refuse_do(const CyclePlace& place) {
  if (has_do(*place.cycle))
    return Refusal{"pdsa-already-recorded", "what happened in '" + place.id + "' is written down already",
                   "correct it in the file by hand; git keeps what was there"};
  return std::nullopt;
}

std::optional<Refusal> refuse_blank(const CyclePlace& place, Stage stage) {
  const model::Cycle& cycle = *place.cycle;
  const bool is_there = stage == Stage::doing      ? has_do(cycle)
                        : stage == Stage::studying ? has_study(cycle)
                                                   : has_decision(cycle);
  if (!is_there) return std::nullopt;
  return Refusal{"pdsa-already-recorded",
                 "the stage '" + std::string(model::word(stage)) + "' of '" + place.id + "' is written down already",
                 "correct it in the file by hand; git keeps what was there"};
}

std::optional<Refusal> refuse_study(const CyclePlace& place, const model::Study& study) {
  if (!has_do(*place.cycle))
    return Refusal{"pdsa-out-of-order", "nothing is written about what happened in '" + place.id + "'",
                   "record it with 'pdsa do' first"};
  if (has_study(*place.cycle))
    return Refusal{"pdsa-already-recorded", "the study of '" + place.id + "' is written down already",
                   "correct it in the file by hand; git keeps what was there"};
  const std::size_t predictions = place.cycle->plan ? place.cycle->plan->predictions.size() : 0;
  if (study.predictions_held.size() != predictions)
    return Refusal{"pdsa-no-comparison",
                   "'" + place.id + "' has " + std::to_string(predictions) +
                       (predictions == 1 ? " prediction, and " : " predictions, and ") +
                       std::to_string(study.predictions_held.size()) + " are said to have held or not",
                   "give --held yes, no or partly once for each prediction, in their order"};
  return std::nullopt;
}

std::optional<Refusal> refuse_look(const CyclePlace& place, std::optional<int> weeks) {
  const bool is_kept = has_decision(*place.cycle) && place.cycle->act->decision == model::Decision::adopt &&
                       place.cycle->act->sustain.has_value();
  if (!is_kept)
    return Refusal{"pdsa-out-of-order", "'" + place.id + "' has not been adopted with a plan for keeping it",
                   "record the decision first; only adopted changes are looked at again"};
  return weeks ? refuse_weeks(*weeks) : std::nullopt;
}

std::optional<Refusal> refuse_act(const CyclePlace& place, const model::Act& act) {
  if (!has_study(*place.cycle))
    return Refusal{"pdsa-out-of-order", "'" + place.id + "' has not been studied",
                   "record the study with 'pdsa study' first"};
  if (has_decision(*place.cycle))
    return Refusal{"pdsa-already-recorded", "the decision on '" + place.id + "' is written down already",
                   "correct it in the file by hand; git keeps what was there"};
  if (act.decision != model::Decision::adopt) return std::nullopt;
  const bool is_kept = act.sustain && act.sustain->owner && act.sustain->agenda && act.sustain->look_every_weeks;
  if (!is_kept)
    return Refusal{
        "pdsa-no-sustain-plan", "adopting a change needs a plan for keeping it",
        "say who keeps it with --owner, where it is talked about with --agenda and how often the data are looked at "
        "with --look-every-weeks"};
  return refuse_weeks(*act.sustain->look_every_weeks);
}

}  // namespace thrive::ramps
