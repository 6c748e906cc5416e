// SPDX-License-Identifier: MIT
//
// What the recording commands of `pdsa` write down, and when they refuse.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/model/project.hpp"
#include "libthrive/ramps/stages.hpp"
#include "libthrive/records/update.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::ramps {

/// Where a cycle is.
struct CyclePlace {
  std::string ramp;
  std::string id;
  const model::Cycle* cycle = nullptr;
};

/// Finds a cycle by its id in any ramp; nothing when there is none.
std::optional<CyclePlace> find_cycle(const model::Project& project, std::string_view id);
/// The ids of all cycles, for "did you mean".
std::vector<std::string> cycle_ids(const model::Project& project);

/// The id that follows in a ramp: the ramp's id, `c` and the next free number.
std::string next_cycle_id(const model::Ramp& ramp, const std::string& ramp_id);

/// What a new cycle carries over from the one before it: what was learned and decided; empty when nothing is written
/// down.
std::string carried_over(const model::Ramp& ramp);

/// A cycle as it is given on a command line: empty texts were not given.
struct NewCycle {
  std::string ramp, id;
  model::Cycle cycle;  // name, end and scale
  model::CycleKind kind = model::CycleKind::test;
  std::optional<text::Date> start;  // today when left out
  model::Plan plan;                 // questions and predictions
  model::Task task;                 // what is to be done
  std::string task_who, task_when, task_where;
  std::string data_what, data_who, data_how;
};
/// The cycle to record: planned today, with the learning of the ramp's last cycle in its note. `ramp` is a null pointer
/// for a new ramp.
model::Cycle planned_cycle(const NewCycle& given, const model::Ramp* ramp, text::Date today);

/// A decision as it is given on a command line.
struct NewDecision {
  std::string cycle, reason, next, owner, agenda;
  std::optional<model::Decision> decision;
  std::optional<int> look_every_weeks;
};
/// The decision to record. The data of an adopted change are looked at for the first time so many weeks from today.
model::Act decision_of(const NewDecision& given, text::Date today);

/// What happened, as it is given on a command line.
struct NewObservations {
  std::string cycle, observed, surprises;
  std::optional<bool> as_planned;
};
/// What to record, with the fingerprint of the predictions as they are now.
model::Do happened(const NewObservations& given, const model::Cycle& cycle, text::Date today);

/// A study, as it is given on a command line.
struct NewStudy {
  std::string cycle, learning;
  std::vector<std::string> findings;
  std::vector<model::Held> held;  // once for each prediction
};
/// The study to record.
model::Study studied(const NewStudy& given, text::Date today);

/// A look at the data of an adopted change, as it is given on a command line.
struct NewLook {
  std::optional<model::Held> holds;  // nothing when only the next look is planned
  std::string note;
  std::optional<int> weeks;  // to the next look
};
/// The plan for keeping an adopted change after somebody looked at its data: the next look is so many weeks from today,
/// or twice as long as before where no number is given; at most half a year, so that looking never stops. What was
/// found is put among the looks by its date, and none of those is lost; one that is written down late, without `weeks`,
/// moves no next look.
model::Sustain after_a_look(const model::Sustain& sustain, const NewLook& given, text::Date today);

/// What it takes to write a stage of a cycle down, `do`, `study` or `act`, where the file may have a part of it. What
/// is there stays; `refusal` says why where it says otherwise than what is given.
struct WrittenStage {
  std::vector<records::Edit> changes;
  std::optional<findings::Finding> refusal;
};
WrittenStage write_do(const CyclePlace& place, const model::Do& what);
WrittenStage write_study(const CyclePlace& place, const model::Study& study);
WrittenStage write_act(const CyclePlace& place, const model::Act& act);
/// The next look at the data of an adopted change; the rest of the plan for keeping it stays.
WrittenStage write_look(const CyclePlace& place, const model::Sustain& sustain);

// Why something cannot be recorded, as a finding without its place; nothing when it can.

/// Why a ramp cannot be shown: there is none of that id, or none was named and there are several.
findings::Finding no_such_ramp(const model::Project& project, const std::string& id);
/// A plan needs a question and a prediction that can come true or false.
std::optional<findings::Finding> refuse_plan(const model::Plan& plan);
/// What happened can be written down once, after planning.
std::optional<findings::Finding> refuse_do(const CyclePlace& place);
/// A blank of a stage that is written down already would stand there twice.
std::optional<findings::Finding> refuse_blank(const CyclePlace& place, Stage stage);
/// A study comes after doing, once, and says of each prediction whether it held.
std::optional<findings::Finding> refuse_study(const CyclePlace& place, const model::Study& study);
/// Only an adopted change with a plan for keeping it is looked at again, and never later than half a year from now.
std::optional<findings::Finding> refuse_look(const CyclePlace& place, std::optional<int> weeks);
/// The cycle that follows is planned, and is another one; what is offered instead never is the cycle itself.
std::optional<findings::Finding> refuse_next(const model::Project& project, const CyclePlace& place,
                                             const std::string& next);
/// A decision comes after the study, once, with a reason; adopting needs a plan for keeping the change.
std::optional<findings::Finding> refuse_act(const CyclePlace& place, const model::Act& act);

}  // namespace thrive::ramps
