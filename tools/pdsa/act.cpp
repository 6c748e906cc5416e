// SPDX-License-Identifier: MIT
#include "tools/pdsa/commands.hpp"

#include <memory>

#include "tools/pdsa/form.hpp"
#include "tools/pdsa/opened.hpp"

using namespace thrive;
using cli::Format;

namespace {

struct DecisionOptions : ramps::NewDecision {
  bool form = false, looked = false;
  std::optional<model::Held> holds;
  std::string note;
};

bool decide_look(cli::Session& session, const DecisionOptions& options, const ramps::CyclePlace& place,
                 const text::Place& at, project::Changes& changes) {
  if (const auto refusal = ramps::refuse_look(place, options.look_every_weeks)) return refuse(session, at, *refusal);
  const ramps::NewLook look = {options.holds, options.note, options.look_every_weeks};
  const model::Sustain sustain = ramps::after_a_look(*place.cycle->act->sustain, look, session.today());
  changes.add(ramps::write_look(place, sustain).changes);
  return true;
}

}  // namespace

void declare_act(cli::Command& command) {
  const auto options = std::make_shared<DecisionOptions>();
  command.option("--cycle", "ID", options->cycle, "the cycle")
      .choice("--decision", options->decision, "what comes of it")
      .option("--reason", "TEXT", options->reason, "why")
      .option("--next", "ID", options->next, "the cycle that follows")
      .option("--owner", "ROLE", options->owner, "adopting: who keeps it going")
      .option("--agenda", "TEXT", options->agenda, "adopting: the standing agenda item it is on")
      .option("--look-every-weeks", "N", options->look_every_weeks, "adopting: weeks between looks at the data")
      .flag("--looked", options->looked, "the data of an adopted change were looked at; plan the next look")
      .choice("--holds", options->holds, "with --looked: whether the change still holds; it is kept with the date")
      .option("--note", "TEXT", options->note, "with --holds: what was seen")
      .flag("--form", options->form, "print a commented blank of this stage to fill in instead")
      .writes({Format::text})
      .records()
      .dated()
      .example("pdsa act --cycle r3c4 --decision adapt --reason 'Try noon'", "decide what comes of a cycle")
      .example(
          "pdsa act --cycle r3c4 --decision adopt --reason Works --owner 'team manager' --agenda 'team meeting' "
          "--look-every-weeks 4",
          "adopt a change, with a plan for keeping it")
      .example("pdsa act --cycle r1c5 --looked --holds yes --note 'Median 3.0 days' --as-of 2025-06-30",
               "somebody looked at the data of an adopted change")
      .run([options](cli::Session& session) {
        if (options->form) session.only_with("form", {"cycle", "format", "output", "as-of"});
        session.goes_with("form", {"format", "output"});
        if (options->looked)
          session.only_with(
              "looked", {"cycle", "holds", "note", "look-every-weeks", "as-of", "dry-run", "lock-wait", "break-lock"});
        session.goes_with("looked", {"holds", "note"});
        session.goes_with("holds", {"note"});
        if (options->form) return print_stage(session, options->cycle, ramps::Stage::deciding);
        if (options->cycle.empty() || (!options->looked && (!options->decision || options->reason.empty())))
          return session.usage_error(
              "say which cycle with --cycle, what comes of it with --decision and why with --reason");
        const auto decide = [&](const project::Opened& project, project::Changes& changes) {
          const auto place = wanted_cycle(session, project, options->cycle);
          if (!place) return false;
          const project::Path path = {"ramps", place->ramp, "cycles", place->id};
          if (options->looked) return decide_look(session, *options, *place, project.place(path), changes);
          if (const auto refusal = ramps::refuse_next(project.model(), *place, options->next))
            return refuse(session, project.place(path), *refusal);
          const model::Act act = ramps::decision_of(*options, session.today());
          if (const auto refusal = ramps::refuse_act(*place, act))
            return refuse(session, project.place(path), *refusal);
          return write(session, project, *place, ramps::write_act(*place, act), changes);
        };
        const std::string what = !options->looked ? "wrote down the decision on "
                                 : options->holds ? "wrote down a look at "
                                                  : "planned the next look at ";
        return session.record(decide, what + options->cycle);
      });
}
