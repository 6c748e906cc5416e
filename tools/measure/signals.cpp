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

/// What the measures of one project say.
struct Heard {
  std::vector<measures::SignalNews> signals;
  std::vector<measures::Unheard> unheard;
  std::vector<measures::MeasureRead> read;
};

/// What a `--state` file calls a project: its real path, however it was named. A thrive.yaml stands for its folder.
std::string kept_as(const std::string& path) {
  std::error_code failed;
  const std::filesystem::path real = std::filesystem::canonical(path, failed);
  if (path == "-" || failed) return path;
  return (real.filename() == "thrive.yaml" ? real.parent_path() : real).string();
}

/// Says of a measure that a figure has to be looked at: nothing is judged before, and silence is no good news.
void warn_of_doubt(const measures::Read& read, const project::Opened& project, text::Diagnostics& problems) {
  for (findings::Finding warning : read.analysis.warnings) {
    if (warning.code != "far-value") continue;
    warning.place = project.place({"measures", read.subject.id, "data"});
    findings::say(problems, warning);
  }
}

/// Says of which measures of a project the figures are late.
void warn_of_late(const Heard& heard, const project::Opened& project, text::Date today, text::Diagnostics& problems) {
  text::Value names = text::Value::list();
  std::size_t count = 0;
  for (const measures::Unheard& each : heard.unheard) {
    if (!each.late_days) continue;
    names.push(each.measure);
    ++count;
  }
  if (count == 0) return;
  findings::say(problems, {"late-figures",
                           project.place_of_key({"measures"}),
                           {{"count", count}, {"measures", std::move(names)}, {"as_of", text::format_date(today)}}});
}

/// What the measures of one project say, which is named as it was on the command line.
Heard heard_of(const Reading& reading, const std::string& path, const project::Opened& project, DatedRules& book,
               text::Diagnostics& problems) {
  Heard heard;
  const std::string name = kept_as(path);
  for (const std::string& id : measures::wanted(project.model(), reading.measures, problems)) {
    const auto read = read_measure(reading, project, id, book, problems);
    if (!read) continue;
    heard.read.push_back({name, path, id});
    for (const measures::SignalEvent& event : measures::signal_events(read->analysis, read->subject))
      heard.signals.push_back({path, event,
                               measures::signal_in_words(event, read->analysis, read->analysis.settings.unit),
                               measures::doubts_of(read->analysis), name});
    if (auto unheard = measures::unheard_of(read->analysis, read->subject, path))
      heard.unheard.push_back(std::move(*unheard));
    warn_of_doubt(*read, project, problems);
  }
  return heard;
}

/// Every signal of every project. One that cannot be used as a whole tells none, and counts as not read.
Heard all_signals(const Reading& reading, cli::Session& session) {
  DatedRules book(session);
  std::vector<Heard> found(session.paths().size());
  session.each_project([&](std::size_t position, const project::Opened& project, text::Diagnostics& problems) {
    found[position] = heard_of(reading, session.paths()[position], project, book, problems);
    warn_of_late(found[position], project, session.today(), problems);
    if (problems.has_errors()) found[position] = {};
  });
  Heard all;
  for (Heard& each : found) {
    std::move(each.signals.begin(), each.signals.end(), std::back_inserter(all.signals));
    std::move(each.unheard.begin(), each.unheard.end(), std::back_inserter(all.unheard));
    std::move(each.read.begin(), each.read.end(), std::back_inserter(all.read));
  }
  return all;
}

/// Nothing new is not nothing: what began before the date and goes on is said beside the new.
void note_what_goes_on(const std::vector<measures::SignalNews>& going_on, text::Date since,
                       text::Diagnostics& problems) {
  if (going_on.empty()) return;
  text::Value names = text::Value::list();
  std::string before;
  for (const measures::SignalNews& news : going_on) {
    if (news.signal.measure != before) names.push(news.signal.measure);
    before = news.signal.measure;
  }
  findings::say(problems,
                {"signals-going-on",
                 {},
                 {{"count", going_on.size()}, {"since", text::format_date(since)}, {"measures", std::move(names)}}});
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
        const Heard all = all_signals(*options, session);
        const bool trouble = session.problems().has_errors();
        const auto remembered = options->state.empty() ? std::string() : session.remembered(options->state);
        if (!remembered) return cli::Exit::trouble;
        if (!measures::KnownSignals::is_one(*remembered)) {
          findings::say(session.problems(), {"not-a-state-file", text::whole_file(options->state)});
          return cli::Exit::trouble;
        }
        measures::SignalsTold told;
        told.unheard = all.unheard;
        if (options->since) told.going_on = measures::signals_going_on(all.signals, *options->since);
        told.fresh = measures::fresh_signals(all.signals, options->since, measures::KnownSignals::read(*remembered),
                                             !options->state.empty());
        cli::Result result;
        result.text = [&] { return measures::signals_text(told.fresh, session.paths().size() > 1); };
        result.table = [&] { return measures::signals_table(told.fresh); };
        result.json = [&] { return measures::signals_value(told); };
        session.write(result);
        if (options->since && session.format() == cli::Format::text)
          note_what_goes_on(told.going_on, *options->since, session.problems());
        if (!options->state.empty() &&
            !session.remember(options->state, measures::KnownSignals::write(all.signals, all.read, *remembered)))
          return cli::Exit::trouble;
        if (trouble) return cli::Exit::trouble;
        return told.fresh.empty() ? cli::Exit::ok : cli::Exit::findings;
      });
}
