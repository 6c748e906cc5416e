// SPDX-License-Identifier: MIT
#include "tools/pdsa/commands.hpp"

#include <memory>
#include <string>
#include <utility>

#include "libthrive/ramps/describe/describe.hpp"
#include "libthrive/text/names.hpp"
#include "tools/pdsa/opened.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

struct NewOptions : ramps::NewCycle {
  model::Ramp about;  // of a ramp that does not exist yet
  std::optional<std::string> stop_rule;
  bool form = false;
};

std::string id_of_new(const NewOptions& options, const model::Ramp* ramp) {
  if (!options.id.empty()) return options.id;
  return ramps::next_cycle_id(ramp != nullptr ? *ramp : model::Ramp{}, options.ramp);
}

/// True when something is said that only a new ramp can take.
bool says_what_a_ramp_is(const NewOptions& options) {
  const model::Ramp& about = options.about;
  return !about.name.empty() || about.measure || !about.balancing.empty() || about.owner || about.co_produced_with ||
         options.stop_rule;
}

text::Value new_ramp(const NewOptions& options) {
  model::Ramp ramp = options.about;
  if (options.stop_rule) ramp.stop_rule = model::StopRule{*options.stop_rule, {}, {}, {}};
  return project::to_value(ramp);
}

bool decide_new(cli::Session& session, const NewOptions& options, const project::Opened& project,
                project::Changes& changes) {
  if (const auto refusal = ramps::refuse_plan(options.plan)) return refuse(session, {}, *refusal);
  const model::Ramp* ramp = project.model().ramps.find(options.ramp);
  if (ramp == nullptr && options.about.name.empty())
    return refuse(session, project.place_of_key({"ramps"}),
                  {"pdsa-unknown-ramp",
                   {},
                   {{"ramp", options.ramp},
                    {"case", "start"},
                    {"near", text::nearest_name(options.ramp, project.model().ramps.ids())}}});
  if (ramp != nullptr && says_what_a_ramp_is(options))
    session.usage_error("ramp '" + options.ramp +
                        "' is there; what a new ramp is, its name, measures, owner, panel and stop rule, is changed "
                        "with 'pdsa edit'");
  const std::string id = id_of_new(options, ramp);
  const text::Value cycle = project::to_value(ramps::planned_cycle(options, ramp, session.today()));
  if (ramp == nullptr) {
    text::Value about = new_ramp(options);
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
      .option("--stop-rule", "TEXT", options->stop_rule, "a new ramp: what would make the team stop")
      .option("--id", "ID", options->id, "the id of the cycle; the next number when left out")
      .option("--prediction", "TEXT", options->plan.predictions, "what you think will happen, with a number")
      .option("--question", "TEXT", options->plan.questions, "what the cycle should answer")
      .option("--name", "TEXT", options->cycle.name, "the test in a few words")
      .choice("--kind", options->kind, "what the cycle is for")
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
        if (options->form) session.only_with("form", {"ramp", "id", "start", "format", "output", "as-of"});
        session.goes_with("form", {"format", "output"});
        session.goes_with("task", {"who", "when", "where"});
        session.goes_with("count", {"counted-by", "counted-how"});
        if (options->form) return print_form(session, *options);
        if (options->cycle.name.empty()) return session.usage_error("say what is tested with --name");
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              return decide_new(session, *options, project, changes);
            },
            "planned a cycle of ramp " + options->ramp);
      });
}
