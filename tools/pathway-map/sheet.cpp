// SPDX-License-Identifier: MIT
#include "tools/pathway-map/commands.hpp"

#include <memory>
#include <string>
#include <vector>

#include "libthrive/pathway/describe/sheet.hpp"

using namespace thrive;

void declare_sheet(cli::Command& command) {
  struct Options {
    std::string what;
    std::string begin = "09:30";
    int first = 60;
    int second = 60;
  };
  const auto options = std::make_shared<Options>();
  command.word("WHAT", {"scope", "review", "agenda"}, options->what, "the sheet to print")
      .option("--begin", "HH:MM", options->begin, "agenda: when the workshop begins (default: 09:30)")
      .option("--first-slot", "MINUTES", options->first, "agenda: time to find and draw (default: 60)")
      .option("--second-slot", "MINUTES", options->second, "agenda: time for the review (default: 60)")
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html})
      .example("pathway-map sheet scope -o scope.html", "a blank for finding the services, to print")
      .example("pathway-map sheet agenda --first-slot 75", "the agenda, with an hour and a quarter to draw")
      .run([options](cli::Session& session) {
        const int begin = pathway::minutes_of_day(options->begin);
        if (begin < 0) return session.usage_error("--begin takes a time such as 09:30");
        if (options->first < 1 || options->second < 1) return session.usage_error("a slot has at least one minute");
        const auto project = session.project();
        if (!project) return cli::Exit::trouble;
        std::vector<std::string> perspectives;
        for (const auto& term : project->vocabulary().terms("perspectives")) perspectives.push_back(term.name);
        const auto sessions = pathway::usual_agenda(perspectives, options->first, options->second);
        cli::Result result;
        result.document = [&] {
          if (options->what == "scope") return pathway::scope_sheet(project->model(), project->vocabulary());
          if (options->what == "review") return pathway::review_sheet(project->model(), project->vocabulary());
          return pathway::agenda_sheet(project->model(), sessions, begin);
        };
        session.write(result);
        return cli::Exit::ok;
      });
}
