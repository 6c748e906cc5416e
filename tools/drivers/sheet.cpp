// SPDX-License-Identifier: MIT
#include <memory>

#include "libthrive/improvement/describe/describe.hpp"
#include "tools/drivers/commands.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_sheet(cli::Command& command) {
  const auto causes = std::make_shared<bool>(false);
  command.flag("--causes", *causes, "sheets for a problem and its causes instead: fishbone, whys, a tally")
      .writes({Format::html, Format::text, Format::markdown})
      .example("drivers sheet -o sheet.html examples/thornmere",
               "a blank diagram, the workshop's steps and labels, on A3")
      .example("drivers sheet --causes -o causes.html examples/thornmere", "a blank fishbone, whys and a tally")
      .run([causes](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        cli::Result result;
        result.document = [&] {
          return *causes ? improvement::describe_causes_sheet(project->model(), project->vocabulary())
                         : improvement::describe_sheet(project->model());
        };
        session.write(result);
        return Exit::ok;
      });
}
