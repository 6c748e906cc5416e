// SPDX-License-Identifier: MIT
#include "tools/prioritise/commands.hpp"

#include <memory>
#include <string>

#include "libthrive/priorities/describe/describe_candidates.hpp"
#include "tools/prioritise/room.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_candidates(cli::Command& command) {
  const auto assessment = std::make_shared<std::string>();
  command
      .option("--assessment", "ID", *assessment,
              "whose scores to show (left out: the latest, or the latest before the room agreed)")
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .example("prioritise candidates -o top-line.html", "what the room should know before it prioritises")
      .example("prioritise candidates -f csv", "the same as a table")
      .run([assessment](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        if (!priorities::check_assessment(project->model(), *assessment, session.problems())) return Exit::trouble;
        const Room room = room_of(*project, *assessment);
        cli::Result result;
        result.document = [&] {
          return priorities::describe_candidates(room.known, room.names, room.candidates, project->model(),
                                                 room.assessment);
        };
        result.table = [&] {
          return priorities::candidates_table(room.known, room.names, room.candidates, project->model());
        };
        result.json = [&] { return priorities::candidates_contract(room.known, room.assessment); };
        session.write(result);
        return Exit::ok;
      });
}
