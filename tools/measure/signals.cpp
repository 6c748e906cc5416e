// SPDX-License-Identifier: MIT
#include "tools/measure/commands.hpp"

#include <cstddef>
#include <filesystem>
#include <iterator>
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

/// What a run found, and of what.
struct Found {
  std::vector<measures::SignalNews> news;
  std::vector<measures::MeasureRead> read;
};

/// What a `--state` file calls a project: its real path, however it was named. A thrive.yaml stands for its folder.
std::string kept_as(const std::string& path) {
  std::error_code failed;
  const std::filesystem::path real = std::filesystem::canonical(path, failed);
  if (path == "-" || failed) return path;
  return (real.filename() == "thrive.yaml" ? real.parent_path() : real).string();
}

/// The signals of one project, which is named as it was on the command line.
Found signals_of(const Reading& reading, const std::string& path, const project::Opened& project, RuleBook& book,
                 text::Diagnostics& problems) {
  Found found;
  const std::string name = kept_as(path);
  for (const std::string& id : measures::wanted(project.model(), reading.measures, problems)) {
    const auto read = read_measure(reading, project, id, book, problems);
    if (!read) continue;
    found.read.push_back({name, path, id});
    for (const measures::SignalEvent& event : measures::signal_events(read->analysis, read->subject))
      found.news.push_back(
          {path, event, measures::signal_in_words(event, read->analysis, read->subject.measure.unit), name});
  }
  return found;
}

/// Every signal of every project. One that cannot be used as a whole tells none, and counts as not read.
Found all_signals(const Reading& reading, cli::Session& session) {
  RuleBook book(session);
  std::vector<Found> found(session.paths().size());
  session.each_project([&](std::size_t position, const project::Opened& project, text::Diagnostics& problems) {
    found[position] = signals_of(reading, session.paths()[position], project, book, problems);
    if (problems.has_errors()) found[position] = {};
  });
  Found all;
  for (Found& each : found) {
    std::move(each.news.begin(), each.news.end(), std::back_inserter(all.news));
    std::move(each.read.begin(), each.read.end(), std::back_inserter(all.read));
  }
  return all;
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
        const Found all = all_signals(*options, session);
        const bool trouble = session.problems().has_errors();
        const auto remembered = options->state.empty() ? std::string() : session.remembered(options->state);
        if (!remembered) return cli::Exit::trouble;
        if (!measures::KnownSignals::is_one(*remembered)) {
          findings::say(session.problems(), {"not-a-state-file", text::whole_file(options->state)});
          return cli::Exit::trouble;
        }
        const auto fresh = measures::fresh_signals(all.news, options->since, measures::KnownSignals::read(*remembered),
                                                   !options->state.empty());
        cli::Result result;
        result.text = [&] { return measures::signals_text(fresh, session.paths().size() > 1); };
        result.table = [&] { return measures::signals_table(fresh); };
        result.json = [&] { return measures::signals_value(fresh); };
        session.write(result);
        if (!options->state.empty() &&
            !session.remember(options->state, measures::KnownSignals::write(all.news, all.read, *remembered)))
          return cli::Exit::trouble;
        if (trouble) return cli::Exit::trouble;
        return fresh.empty() ? cli::Exit::ok : cli::Exit::findings;
      });
}
