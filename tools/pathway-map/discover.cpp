// SPDX-License-Identifier: MIT
#include "tools/pathway-map/commands.hpp"

#include <memory>
#include <string>

#include "libthrive/journeys/describe/discovery_contract.hpp"
#include "libthrive/journeys/event_log.hpp"
#include "libthrive/pathway/entry/resolve.hpp"

using namespace thrive;

void declare_discover(cli::Command& command) {
  struct Options {
    std::string from;
    journeys::LogColumns columns;
    std::optional<journeys::TieRule> ties;
    std::string pathway;
    std::string suppress = "none";
  };
  const auto options = std::make_shared<Options>();
  command.option("--from", "FILE", options->from, "the event log, CSV with one row an event; '-' for standard input")
      .option("--case-column", "NAME", options->columns.of_case, "its column of cases")
      .option("--activity-column", "NAME", options->columns.activity, "its column of activities")
      .option("--time-column", "NAME", options->columns.time, "its column of when they were complete")
      .option("--start-column", "NAME", options->columns.start, "its column of when they began")
      .option("--order-column", "NAME", options->columns.order, "its column that orders events on the same time")
      .choice("--ties", options->ties, "what orders events of a case on the same time (default: file)")
      .option("--pathway", "ID", options->pathway, "the pathway to hold it against (default: the first)")
      .choice("--suppress", {"mhsds", "lt5", "lt10", "none"}, options->suppress, "the rule for small numbers")
      .dated()
      .writes({cli::Format::json})
      .example("pathway-map discover --from events.csv", "flows")
      .run([options](cli::Session& session) {
        const auto input = session.table(options->from);
        if (!input) return cli::Exit::trouble;
        std::optional<project::Opened> project;
        if (session.has_project()) {
          project = session.project();
          if (!project) return cli::Exit::trouble;
        }
        const auto read = journeys::read_event_log(*input, options->columns, session.problems());
        if (!read) return cli::Exit::trouble;
        journeys::DrawnMap map;
        if (project) {
          map.project = &project->model();
          pathway::Resolver resolve(project->model(), session.problems());
          map.pathway = resolve.pathway(options->pathway);
        }
        const auto at_once = [&](std::size_t count, const std::function<void(std::size_t)>& work) {
          session.at_once(count, [&](std::size_t position, text::Diagnostics&) { work(position); });
        };
        auto rule = options->ties.value_or(journeys::TieRule::file);
        auto tally = journeys::tally_of(std::move(read->log), rule, nullptr, at_once);
        auto found = journeys::journeys_found(tally, project ? &map : nullptr, session.today(), at_once);
        found.columns = read->columns;
        found.rule = rule;
        cli::Result result;
        result.json = [&] { return journeys::discovery_contract(found); };
        session.write(result);
        return cli::Exit::ok;
      });
}
