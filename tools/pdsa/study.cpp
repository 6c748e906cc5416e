// SPDX-License-Identifier: MIT
#include "tools/pdsa/commands.hpp"

#include <memory>
#include <string>

#include "libthrive/findings/say.hpp"
#include "libthrive/ramps/describe/describe.hpp"
#include "tools/pdsa/form.hpp"
#include "tools/pdsa/opened.hpp"

using namespace thrive;
using cli::Format;

namespace {

struct StudyOptions : ramps::NewStudy {
  bool form = false;
};

/// What the charts say goes to the person who studies, not into the file.
void say_what_the_data_say(cli::Session& session, const project::Opened& project, const ramps::CyclePlace& place) {
  const auto opened = open(session, project);
  if (!opened) return;
  const text::Place at = project.place({"ramps", place.ramp, "cycles", place.id});
  for (const std::string& sentence : ramps::what_the_data_say(opened->reported(), place))
    findings::say(session.problems(), {"pdsa-data-since", at, {{"sentence", sentence}}});
}

}  // namespace

void declare_study(cli::Command& command) {
  const auto options = std::make_shared<StudyOptions>();
  command.option("--cycle", "ID", options->cycle, "the cycle")
      .option("--finding", "TEXT", options->findings, "what the data show, beside what was predicted")
      .choice("--held", options->held, "once for each prediction")
      .option("--learning", "TEXT", options->learning, "what the team knows now")
      .flag("--form", options->form, "print a commented blank of this stage to fill in instead")
      .writes({Format::text})
      .records()
      .dated()
      .example("pdsa study --cycle r3c4 --finding '8 GP calls against 10 predicted' --held no --held partly",
               "study a cycle")
      .example("pdsa study --cycle r3c4 --finding 'Too few to tell' --held partly -n", "look at the change first")
      .run([options](cli::Session& session) {
        if (options->form) session.only_with("form", {"cycle", "format", "output", "as-of"});
        session.goes_with("form", {"format", "output"});
        if (options->form) return print_stage(session, options->cycle, ramps::Stage::studying);
        if (options->cycle.empty() || options->findings.empty())
          return session.usage_error("say which cycle with --cycle and what it showed with --finding");
        const model::Study study = ramps::studied(*options, session.today());
        const auto decide = [&](const project::Opened& project, project::Changes& changes) {
          const auto place = wanted_cycle(session, project, options->cycle);
          if (!place) return false;
          const project::Path path = {"ramps", place->ramp, "cycles", place->id};
          if (const auto refusal = ramps::refuse_study(*place, study))
            return refuse(session, project.place(path), *refusal);
          say_what_the_data_say(session, project, *place);
          return write(session, project, *place, ramps::write_study(*place, study), changes);
        };
        return session.record(decide, "wrote down the study of " + options->cycle);
      });
}
