// SPDX-License-Identifier: MIT
//
// The commands of pdsa that write into the project.
#include "tools/pdsa/recording.hpp"

#include <memory>
#include <string>
#include <utility>

#include "libthrive/ramps/describe/describe_evidence.hpp"
#include "libthrive/text/names.hpp"
#include "tools/pdsa/opened.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

struct NewOptions : ramps::NewCycle {
  model::Ramp about;  // of a ramp that does not exist yet
  bool form = false;
};

std::string id_of_new(const NewOptions& options, const model::Ramp* ramp) {
  if (!options.id.empty()) return options.id;
  return ramps::next_cycle_id(ramp != nullptr ? *ramp : model::Ramp{}, options.ramp);
}

bool decide_new(cli::Session& session, const NewOptions& options, const project::Opened& project,
                project::Changes& changes) {
  if (const auto refusal = ramps::refuse_plan(options.plan)) return refuse(session, {}, *refusal);
  const model::Ramp* ramp = project.model().ramps.find(options.ramp);
  if (ramp == nullptr && options.about.name.empty())
    return refuse(session, project.place_of_key({"ramps"}),
                  {"pdsa-unknown-ramp", "there is no ramp '" + options.ramp + "'",
                   text::did_you_mean(options.ramp, project.model().ramps.ids()) +
                       (project.model().ramps.empty() ? "" : " ") + "start a new one by giving --ramp-name too"});
  const std::string id = id_of_new(options, ramp);
  const text::Value cycle = project::to_value(ramps::planned_cycle(options, ramp, session.today()));
  if (ramp == nullptr) {
    text::Value about = project::to_value(options.about);
    about.set("cycles", text::Value().set(id, cycle));
    changes.insert({"ramps"}, options.ramp, std::move(about));
    return true;
  }
  changes.insert({"ramps", options.ramp, "cycles"}, id, cycle);
  if (ramp->cycles.empty()) return true;
  const auto& last = ramp->cycles[ramp->cycles.size() - 1];
  if (last.value.act && !last.value.act->next)
    changes.set({"ramps", options.ramp, "cycles", last.id, "act", "next"}, id);
  return true;
}

Exit print_form(cli::Session& session, const NewOptions& options) {
  const auto project = session.project();
  if (!project) return Exit::trouble;
  const model::Ramp* ramp = project->model().ramps.find(options.ramp);
  const std::string id = id_of_new(options, ramp);
  cli::Result result;
  result.text = [&] { return ramps::blank_cycle(ramp, id, options.start.value_or(session.today())); };
  session.write(result);
  return Exit::ok;
}

/// A blank of one stage of a cycle, for an editor.
Exit print_stage(cli::Session& session, const std::string& cycle, ramps::Stage stage) {
  if (cycle.empty()) return session.usage_error("say which cycle with --cycle");
  const auto opened = open(session, session.project());
  const auto place = opened ? wanted_cycle(session, opened->project, cycle) : std::nullopt;
  if (!place) return Exit::trouble;
  if (const auto refusal = ramps::refuse_blank(*place, stage))
    return refuse(session, opened->project.place({"ramps", place->ramp, "cycles", place->id}), *refusal), Exit::trouble;
  cli::Result result;
  result.text = [&] { return ramps::blank_stage(opened->reported(), *place, stage); };
  session.write(result);
  return Exit::ok;
}

struct ObservedOptions : ramps::NewObservations {
  bool form = false;
};

struct StudyOptions : ramps::NewStudy {
  bool form = false;
};

/// What the charts say goes to the person who studies, not into the file.
void say_what_the_data_say(cli::Session& session, const project::Opened& project, const ramps::CyclePlace& place) {
  const auto opened = open(session, project);
  if (!opened) return;
  const text::Place at = project.place({"ramps", place.ramp, "cycles", place.id});
  for (const std::string& sentence : ramps::what_the_data_say(opened->reported(), place))
    session.problems().note("pdsa-data-since", at, sentence);
}

struct DecisionOptions : ramps::NewDecision {
  bool form = false, looked = false;
};

bool decide_look(cli::Session& session, const DecisionOptions& options, const ramps::CyclePlace& place,
                 const text::Place& at, project::Changes& changes) {
  if (const auto refusal = ramps::refuse_look(place, options.look_every_weeks)) return refuse(session, at, *refusal);
  const project::Path path = {"ramps", place.ramp, "cycles", place.id, "act", "sustain"};
  changes.set(
      path,
      project::to_value(ramps::after_a_look(*place.cycle->act->sustain, options.look_every_weeks, session.today())),
      yaml::Layout::one_line);
  return true;
}

}  // namespace

void declare_new(cli::Command& command) {
  const auto options = std::make_shared<NewOptions>();
  command.option("--ramp", "ID", options->ramp, "the ramp the cycle belongs to")
      .option("--ramp-name", "TEXT", options->about.name, "start a new ramp of this name")
      .option("--measure", "ID", options->about.measure, "a new ramp: the measure that should move")
      .option("--balancing", "ID", options->about.balancing, "a new ramp: a measure that must not get worse")
      .option("--owner", "ROLE", options->about.owner, "a new ramp: who leads it")
      .option("--co-produced-with", "TEXT", options->about.co_produced_with,
              "a new ramp: the young people and families who shaped it")
      .option("--stop-rule", "TEXT", options->about.stop_rule, "a new ramp: what would make the team stop")
      .option("--id", "ID", options->id, "the id of the cycle; the next number when left out")
      .option("--prediction", "TEXT", options->plan.predictions, "what you think will happen, with a number")
      .option("--question", "TEXT", options->plan.questions, "what the cycle should answer")
      .option("--name", "TEXT", options->cycle.name, "the test in a few words")
      .choice("--kind", {"collect", "test", "implement"}, options->kind, "what the cycle is for")
      .option("--start", "DATE", options->start, "first day; today when left out")
      .option("--end", "DATE", options->cycle.end, "last day planned")
      .option("--people", "N", options->cycle.scale.people, "staff taking part")
      .option("--referrals", "N", options->cycle.scale.referrals, "referrals")
      .option("--young-people", "N", options->cycle.scale.young_people, "young people")
      .option("--schools", "N", options->cycle.scale.schools, "schools")
      .option("--practices", "N", options->cycle.scale.practices, "GP practices")
      .option("--sites", "N", options->cycle.scale.sites, "sites")
      .option("--task", "TEXT", options->task.what, "what is to be done")
      .option("--who", "ROLE", options->task_who, "who does it")
      .option("--when", "TEXT", options->task_when, "when")
      .option("--where", "TEXT", options->task_where, "where")
      .option("--count", "TEXT", options->data_what, "what is counted")
      .option("--counted-by", "ROLE", options->data_who, "who counts it")
      .option("--counted-how", "TEXT", options->data_how, "how it is written down")
      .flag("--form", options->form, "print a commented blank cycle to fill in instead")
      .writes({Format::text})
      .records()
      .dated()
      .example("pdsa new --ramp r1 --form", "a blank cycle for your editor")
      .example("pdsa new --ramp r3 --name 'Slot at noon' --prediction '6 calls' --question 'Does noon suit GPs?'",
               "plan the next cycle")
      .run([options](cli::Session& session) {
        if (options->ramp.empty()) return session.usage_error("say which ramp with --ramp");
        if (options->form) return print_form(session, *options);
        if (options->cycle.name.empty()) return session.usage_error("say what is tested with --name");
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              return decide_new(session, *options, project, changes);
            },
            "planned a cycle of ramp " + options->ramp);
      });
}

void declare_do(cli::Command& command) {
  const auto options = std::make_shared<ObservedOptions>();
  command.option("--cycle", "ID", options->cycle, "the cycle")
      .option("--observed", "TEXT", options->observed, "what happened")
      .option("--surprises", "TEXT", options->surprises, "what nobody expected")
      .choice("--as-planned", {"yes", "no"}, options->as_planned, "whether it was carried out as planned")
      .flag("--form", options->form, "print a commented blank of this stage to fill in instead")
      .writes({Format::text})
      .records()
      .dated()
      .example("pdsa do --cycle r3c4 --observed 'Eight GP calls, 51 school calls' --as-planned yes",
               "write down what happened")
      .example("pdsa do --cycle r3c4 --observed 'Nobody rang' --as-planned no -n", "look at the change first")
      .run([options](cli::Session& session) {
        if (options->form) return print_stage(session, options->cycle, ramps::Stage::doing);
        if (options->cycle.empty() || options->observed.empty())
          return session.usage_error("say which cycle with --cycle and what happened with --observed");
        const auto decide = [&](const project::Opened& project, project::Changes& changes) {
          const auto place = wanted_cycle(session, project, options->cycle);
          if (!place) return false;
          const project::Path path = {"ramps", place->ramp, "cycles", place->id};
          if (const auto refusal = ramps::refuse_do(*place)) return refuse(session, project.place(path), *refusal);
          changes.insert(path, "do", project::to_value(ramps::happened(*options, *place->cycle, session.today())));
          return true;
        };
        return session.record(decide, "wrote down what happened in " + options->cycle);
      });
}

void declare_study(cli::Command& command) {
  const auto options = std::make_shared<StudyOptions>();
  command.option("--cycle", "ID", options->cycle, "the cycle")
      .option("--finding", "TEXT", options->findings, "what the data show, beside what was predicted")
      .option("--held", "WORD", options->held, "yes, no or partly, once for each prediction")
      .option("--learning", "TEXT", options->learning, "what the team knows now")
      .flag("--form", options->form, "print a commented blank of this stage to fill in instead")
      .writes({Format::text})
      .records()
      .dated()
      .example("pdsa study --cycle r3c4 --finding '8 GP calls against 10 predicted' --held no --held partly",
               "study a cycle")
      .example("pdsa study --cycle r3c4 --finding 'Too few to tell' --held partly -n", "look at the change first")
      .run([options](cli::Session& session) {
        if (options->form) return print_stage(session, options->cycle, ramps::Stage::studying);
        if (options->cycle.empty() || options->findings.empty())
          return session.usage_error("say which cycle with --cycle and what it showed with --finding");
        const auto study = ramps::studied(*options, session.today());
        if (!study) return session.usage_error("--held takes yes, no or partly");
        const auto decide = [&](const project::Opened& project, project::Changes& changes) {
          const auto place = wanted_cycle(session, project, options->cycle);
          if (!place) return false;
          const project::Path path = {"ramps", place->ramp, "cycles", place->id};
          if (const auto refusal = ramps::refuse_study(*place, *study))
            return refuse(session, project.place(path), *refusal);
          say_what_the_data_say(session, project, *place);
          changes.insert(path, "study", project::to_value(*study));
          return true;
        };
        return session.record(decide, "wrote down the study of " + options->cycle);
      });
}

void declare_act(cli::Command& command) {
  const auto options = std::make_shared<DecisionOptions>();
  command.option("--cycle", "ID", options->cycle, "the cycle")
      .choice("--decision", {"adopt", "adapt", "expand", "abandon"}, options->decision, "what comes of it")
      .option("--reason", "TEXT", options->reason, "why")
      .option("--next", "ID", options->next, "the cycle that follows")
      .option("--owner", "ROLE", options->owner, "adopting: who keeps it going")
      .option("--agenda", "TEXT", options->agenda, "adopting: the standing agenda item it is on")
      .option("--look-every-weeks", "N", options->look_every_weeks, "adopting: weeks between looks at the data")
      .flag("--looked", options->looked, "the data of an adopted change were looked at; plan the next look")
      .flag("--form", options->form, "print a commented blank of this stage to fill in instead")
      .writes({Format::text})
      .records()
      .dated()
      .example("pdsa act --cycle r3c4 --decision adapt --reason 'Try noon'", "decide what comes of a cycle")
      .example(
          "pdsa act --cycle r3c4 --decision adopt --reason Works --owner 'team manager' --agenda 'team meeting' "
          "--look-every-weeks 4",
          "adopt a change, with a plan for keeping it")
      .run([options](cli::Session& session) {
        if (options->form) return print_stage(session, options->cycle, ramps::Stage::deciding);
        if (options->cycle.empty() || (!options->looked && (options->decision.empty() || options->reason.empty())))
          return session.usage_error(
              "say which cycle with --cycle, what comes of it with --decision and why with --reason");
        const auto decide = [&](const project::Opened& project, project::Changes& changes) {
          const auto place = wanted_cycle(session, project, options->cycle);
          if (!place) return false;
          const project::Path path = {"ramps", place->ramp, "cycles", place->id};
          if (options->looked) return decide_look(session, *options, *place, project.place(path), changes);
          const model::Act act = ramps::decision_of(*options, session.today());
          if (const auto refusal = ramps::refuse_act(*place, act))
            return refuse(session, project.place(path), *refusal);
          changes.set({"ramps", place->ramp, "cycles", place->id, "act"}, project::to_value(act),
                      yaml::Layout::one_line);
          return true;
        };
        return session.record(
            decide, (options->looked ? "planned the next look at " : "wrote down the decision on ") + options->cycle);
      });
}
