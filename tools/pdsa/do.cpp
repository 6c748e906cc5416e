// SPDX-License-Identifier: MIT
#include "tools/pdsa/commands.hpp"

#include <memory>

#include "tools/pdsa/form.hpp"
#include "tools/pdsa/opened.hpp"

using namespace thrive;
using cli::Format;

namespace {

struct ObservedOptions : ramps::NewObservations {
  bool form = false;
};

}  // namespace

void declare_do(cli::Command& command) {
  const auto options = std::make_shared<ObservedOptions>();
  command.option("--cycle", "ID", options->cycle, "the cycle")
      .option("--observed", "TEXT", options->observed, "what happened")
      .option("--surprises", "TEXT", options->surprises, "what nobody expected")
      .choice("--as-planned", "yes", "no", options->as_planned, "whether it was carried out as planned")
      .flag("--form", options->form, "print a commented blank of this stage to fill in instead")
      .writes({Format::text})
      .records()
      .dated()
      .example("pdsa do --cycle r3c4 --observed 'Eight GP calls, 51 school calls' --as-planned yes",
               "write down what happened")
      .example("pdsa do --cycle r3c4 --observed 'Nobody rang' --as-planned no -n", "look at the change first")
      .run([options](cli::Session& session) {
        if (options->form) session.only_with("form", {"cycle", "format", "output", "as-of"});
        session.goes_with("form", {"format", "output"});
        if (options->form) return print_stage(session, options->cycle, ramps::Stage::doing);
        if (options->cycle.empty() || options->observed.empty())
          return session.usage_error("say which cycle with --cycle and what happened with --observed");
        const auto decide = [&](const project::Opened& project, project::Changes& changes) {
          const auto place = wanted_cycle(session, project, options->cycle);
          if (!place) return false;
          const project::Path path = {"ramps", place->ramp, "cycles", place->id};
          if (const auto refusal = ramps::refuse_do(*place)) return refuse(session, project.place(path), *refusal);
          return write(session, project, *place,
                       ramps::write_do(*place, ramps::happened(*options, *place->cycle, session.today())), changes);
        };
        return session.record(decide, "wrote down what happened in " + options->cycle);
      });
}
