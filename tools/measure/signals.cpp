// SPDX-License-Identifier: MIT
#include "tools/measure/commands.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "libthrive/measures/describe/contract.hpp"
#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/measures/describe/describe_words.hpp"
#include "tools/measure/reading.hpp"

using namespace thrive;

namespace {

/// Every signal of every project, each named as it was on the command line.
std::vector<measures::SignalNews> all_signals(const Reading& reading, cli::Session& session) {
  RuleBook book(session);
  std::vector<std::vector<measures::SignalNews>> found(session.paths().size());
  session.each_project([&](std::size_t position, const project::Opened& project, text::Diagnostics& problems) {
    for (const std::string& id : measures::wanted(project.model(), reading.measures, problems)) {
      const auto read = read_measure(reading, project, id, book, problems);
      if (!read) continue;
      for (const measures::SignalEvent& event : measures::signal_events(read->analysis, read->subject))
        found[position].push_back({session.paths()[position], event,
                                   measures::signal_in_words(event, read->analysis, read->subject.measure.unit)});
    }
    if (problems.has_errors()) found[position].clear();
  });
  std::vector<measures::SignalNews> news;
  for (auto& each : found)
    for (measures::SignalNews& one : each) news.push_back(std::move(one));
  return news;
}

}  // namespace

void declare_signals(cli::Command& command) {
  struct Options : Reading {
    std::optional<text::Date> since;
    std::string state;
  };
  const auto options = std::make_shared<Options>();
  command.takes_projects()
      .option("--since", "DATE", options->since, "signals that became one on DATE or later")
      .option("--state", "FILE", options->state, "signals that no earlier run with this FILE told")
      .option("--measure", "ID", options->measures, "only this measure; may be repeated");
  add_rules_option(command, *options);
  command.dated()
      .writes({cli::Format::text, cli::Format::csv, cli::Format::json})
      .example("measure signals --since 2025-02-01", "what became special since then")
      .example("measure signals --state signals.state north south",
               "for cron: only what is new, exit status 1 when there is any")
      .run([options](cli::Session& session) {
        const auto remembered = options->state.empty() ? std::string() : session.remembered(options->state);
        if (!remembered) return cli::Exit::trouble;
        if (!measures::KnownSignals::is_one(*remembered)) {
          findings::say(session.problems(), {"not-a-state-file", text::whole_file(options->state)});
          return cli::Exit::trouble;
        }
        const auto all = all_signals(*options, session);
        const bool trouble = session.problems().has_errors();
        const auto fresh = measures::fresh_signals(all, options->since, measures::KnownSignals::read(*remembered),
                                                   !options->state.empty());
        cli::Result result;
        result.text = [&] { return measures::signals_text(fresh, session.paths().size() > 1); };
        result.table = [&] { return measures::signals_table(fresh); };
        result.json = [&] { return measures::signals_value(fresh); };
        session.write(result);
        // A project that cannot be read today keeps what was told of it.
        const std::string kept = trouble ? *remembered : std::string();
        if (!options->state.empty() && !session.remember(options->state, measures::KnownSignals::write(all, kept)))
          return cli::Exit::trouble;
        if (trouble) return cli::Exit::trouble;
        return fresh.empty() ? cli::Exit::ok : cli::Exit::findings;
      });
}
