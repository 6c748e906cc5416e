// SPDX-License-Identifier: MIT
#include "libthrive/ramps/entry/recording.hpp"

#include <algorithm>

#include "libthrive/ramps/stages.hpp"
#include "libthrive/records/to_value.hpp"
#include "libthrive/text/fingerprint.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::ramps {

using findings::Finding;

namespace {

std::optional<std::string> given_words(const std::string& words) {
  return words.empty() ? std::nullopt : std::optional(words);
}

/// Looking at data ends with looking too rarely.
std::optional<Finding> refuse_weeks(int weeks) {
  if (weeks >= 1 && weeks <= longest_weeks_between_looks) return std::nullopt;
  return Finding{"pdsa-looks-too-rare", {}, {{"weeks", weeks}, {"longest", longest_weeks_between_looks}}};
}

template <class Record>
text::Value in_full(const Record& record) {
  return records::to_value(record, records::Fullness::full);
}

/// Writes a stage that the file may have a part of. Its date and the fingerprint of the predictions say when it was
/// begun: they stay as they are.
template <class Record>
WrittenStage write_stage(const CyclePlace& place, const std::string& stage, const std::optional<Record>& there,
                         const Record& given, bool on_one_line) {
  const std::vector<std::string> path = {"ramps", place.ramp, "cycles", place.id, stage};
  if (!there) return {{{records::Edit::Kind::set, path, {}, records::to_value(given), on_one_line}}, {}};
  const text::Value known = in_full(*there);
  text::Value wanted = text::Value::map();
  const text::Value all = in_full(given);
  for (const auto& [field, value] : *all.as_map())
    if ((field != "recorded" && field != "predictions_hash") || known.find(field) == nullptr) wanted.set(field, value);
  records::Update update = records::update_of(known, wanted, path);
  if (!update.takes_something()) return {std::move(update.changes), {}};
  return {{},
          Finding{"pdsa-already-recorded",
                  {},
                  {{"cycle", place.id}, {"case", "details"}, {"differences", update.as_refusal()}}}};
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
  model::Sustain sustain = {given_words(given.owner), given_words(given.agenda), given.look_every_weeks, {}, {}};
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

model::Sustain after_a_look(const model::Sustain& sustain, const NewLook& given, text::Date today) {
  model::Sustain next = sustain;
  const auto is_later = [today](const model::Look& look) { return look.date > today; };
  const auto later = std::find_if(next.looks.begin(), next.looks.end(), is_later);
  const bool is_late = given.holds && !given.weeks && later != next.looks.end();
  if (given.holds) next.looks.insert(later, model::Look{today, *given.holds, given_words(given.note)});
  if (is_late) return next;
  const int doubled = std::min(2 * sustain.look_every_weeks.value_or(1), longest_weeks_between_looks);
  next.look_every_weeks = given.weeks.value_or(doubled);
  next.next_look = today + std::chrono::days{7 * *next.look_every_weeks};
  return next;
}

WrittenStage write_do(const CyclePlace& place, const model::Do& what) {
  return write_stage(place, "do", place.cycle->do_, what, false);
}

WrittenStage write_study(const CyclePlace& place, const model::Study& study) {
  return write_stage(place, "study", place.cycle->study, study, false);
}

WrittenStage write_act(const CyclePlace& place, const model::Act& act) {
  return write_stage(place, "act", place.cycle->act, act, true);
}

WrittenStage write_look(const CyclePlace& place, const model::Sustain& sustain) {
  const std::vector<std::string> path = {"ramps", place.ramp, "cycles", place.id, "act", "sustain"};
  return {records::replacement_of(in_full(*place.cycle->act->sustain), in_full(sustain), path).changes, {}};
}

Finding no_such_ramp(const model::Project& project, const std::string& id) {
  const std::string why = project.ramps.empty() ? "none" : id.empty() ? "which" : "unknown";
  return {
      "pdsa-unknown-ramp", {}, {{"ramp", id}, {"case", why}, {"near", text::nearest_name(id, project.ramps.ids())}}};
}

std::optional<Finding> refuse_plan(const model::Plan& plan) {
  if (plan.predictions.empty()) return Finding{"pdsa-no-prediction", {}, {{"case", "recording"}}};
  if (plan.questions.empty()) return Finding{"pdsa-no-question", {}, {{"case", "recording"}}};
  return std::nullopt;
}

std::optional<Finding> refuse_do(const CyclePlace& place) {
  if (has_do(*place.cycle)) return Finding{"pdsa-already-recorded", {}, {{"cycle", place.id}, {"case", "do"}}};
  return std::nullopt;
}

std::optional<Finding> refuse_blank(const CyclePlace& place, Stage stage) {
  const model::Cycle& cycle = *place.cycle;
  const bool is_there = stage == Stage::doing      ? has_do(cycle)
                        : stage == Stage::studying ? has_study(cycle)
                                                   : has_decision(cycle);
  if (!is_there) return std::nullopt;
  return Finding{"pdsa-already-recorded", {}, {{"cycle", place.id}, {"case", "blank"}, {"stage", model::word(stage)}}};
}

std::optional<Finding> refuse_study(const CyclePlace& place, const model::Study& study) {
  if (!has_do(*place.cycle)) return Finding{"pdsa-out-of-order", {}, {{"cycle", place.id}, {"case", "not-done"}}};
  if (has_study(*place.cycle)) return Finding{"pdsa-already-recorded", {}, {{"cycle", place.id}, {"case", "study"}}};
  const std::size_t predictions = place.cycle->plan ? place.cycle->plan->predictions.size() : 0;
  if (study.predictions_held.size() == predictions) return std::nullopt;
  return Finding{"pdsa-no-comparison",
                 {},
                 {{"cycle", place.id},
                  {"case", "recording"},
                  {"predictions", predictions},
                  {"answers", study.predictions_held.size()}}};
}

std::optional<Finding> refuse_look(const CyclePlace& place, std::optional<int> weeks) {
  const bool is_kept = has_decision(*place.cycle) && place.cycle->act->decision == model::Decision::adopt &&
                       place.cycle->act->sustain.has_value();
  if (!is_kept) return Finding{"pdsa-out-of-order", {}, {{"cycle", place.id}, {"case", "not-adopted"}}};
  return weeks ? refuse_weeks(*weeks) : std::nullopt;
}

std::optional<Finding> refuse_next(const model::Project& project, const CyclePlace& place, const std::string& next) {
  if (next.empty() || (next != place.id && find_cycle(project, next))) return std::nullopt;
  std::vector<std::string> others = cycle_ids(project);
  others.erase(std::remove(others.begin(), others.end(), place.id), others.end());
  return Finding{"pdsa-unknown-next",
                 {},
                 {{"case", next == place.id ? "itself" : "unknown"},
                  {"cycle", place.id},
                  {"next", next},
                  {"near", next == place.id ? std::string() : text::nearest_name(next, others)}}};
}

std::optional<Finding> refuse_act(const CyclePlace& place, const model::Act& act) {
  if (!has_study(*place.cycle)) return Finding{"pdsa-out-of-order", {}, {{"cycle", place.id}, {"case", "not-studied"}}};
  if (has_decision(*place.cycle)) return Finding{"pdsa-already-recorded", {}, {{"cycle", place.id}, {"case", "act"}}};
  if (act.decision != model::Decision::adopt) return std::nullopt;
  const bool is_kept = act.sustain && act.sustain->owner && act.sustain->agenda && act.sustain->look_every_weeks;
  if (!is_kept) return Finding{"pdsa-no-sustain-plan", {}, {{"case", "recording"}}};
  return refuse_weeks(*act.sustain->look_every_weeks);
}

}  // namespace thrive::ramps
