// SPDX-License-Identifier: MIT
#include "tools/pathway-map/commands.hpp"

#include <algorithm>
#include <fstream>
#include <memory>
#include <string>
#include <utility>

#include "libthrive/findings/say.hpp"
#include "libthrive/journeys/describe/describe_discovery.hpp"
#include "libthrive/journeys/describe/discovery_contract.hpp"
#include "tools/pathway-map/drafts.hpp"
#include "tools/pathway-map/event_logs.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

struct Options {
  LogOptions log;
  bool partial = false;
  bool add = false;
  std::vector<std::string> flows;
  std::optional<double> max_ties;
  std::string table = "flows";
};

/// Options that would do nothing are refused.
std::optional<std::string> misuse(const Options& options, const cli::Session& session) {
  if (options.log.from.empty() == options.log.merge.empty())
    return "--from FILE names the log, or --merge FILE the summaries of its parts";
  if (options.max_ties && (*options.max_ties < 0 || *options.max_ties > 100)) return "--max-ties is a percentage";
  if (!options.flows.empty() && !options.add) return "--flow goes with --add";
  if (!options.log.merge.empty() && options.log.ties) return "--ties goes with --partial, which made the summaries";
  if (!options.log.merge.empty() && options.log.columns != journeys::LogColumns{})
    return "the columns of the log go with --partial, which made the summaries";
  if (options.partial) {
    if (!options.log.merge.empty()) return "--partial and --merge exclude each other";
    if (options.add) return "--partial and --add exclude each other";
    if (options.log.suppress) return "--suppress goes with --merge; a summary of a part is exact";
    if (session.has_as_of()) return "--as-of goes with --merge; a summary of a part is of no day";
    const bool uses_pathway = options.log.ties == journeys::TieRule::map;
    if (!options.log.pathway.empty() && !uses_pathway) return "--pathway goes with --merge, or with --ties map";
    if (session.format() != Format::text && session.format() != Format::csv) return "--partial writes CSV only";
  }
  if (options.add && session.has_format()) return "--add writes an edit; -f and -o go without it";
  if (!options.add && session.is_dry_run()) return "--dry-run goes with --add";
  return std::nullopt;
}

/// Says it when ties are many. True when there are more than may be.
bool too_many_ties(const Options& options, const CountedLog& counted, cli::Session& session) {
  constexpr double many = 5;
  const journeys::TieCount& ties = counted.part.tally.ties;
  const journeys::Figure percent = ties.percent();
  const bool too_many = options.max_ties && percent.is_known() && percent.value > *options.max_ties;
  const bool are_many = percent.is_known() && percent.value > many;
  if (!too_many && !are_many) return false;
  const char* what = too_many ? "too-many" : counted.part.rule == journeys::TieRule::file ? "as-usual" : "by-rule";
  findings::say(session.problems(),
                {"many-ties", text::Place{}, {{"case", what}, {"percent", percent.value}, {"most", options.max_ties}}});
  return too_many;
}

Exit write_partial(CountedLog& counted, const project::Opened* project, cli::Session& session) {
  if (!stays_outside(project, session.output_file(), "partial-in-project", session)) return Exit::trouble;
  journeys::put_in_order(counted.part.tally, at_once_of(session));
  cli::Result result;
  result.text = result.csv = [&] { return journeys::partial_file(counted.part); };
  session.write(result);
  return Exit::ok;
}

/// True for a file that --partial wrote.
bool is_part(const std::string& path) {
  std::string start(journeys::kind_of_part.size(), ' ');
  std::ifstream file(path, std::ios::binary);
  return file.read(start.data(), static_cast<std::streamsize>(start.size())) && start == journeys::kind_of_part;
}

/// What a shell put behind `--merge`, as in `--merge part-*`, are parts; the project is what is left, if anything is.
std::optional<std::string> take_parts(Options& options, cli::Session& session) {
  std::vector<std::string> projects;
  if (!session.has_project()) return std::nullopt;
  for (const std::string& path : session.paths())
    (!options.log.merge.empty() && is_part(path) ? options.log.merge : projects).push_back(path);
  if (projects.size() > 1) session.usage_error("one PROJECT is enough");
  return projects.empty() ? project::find() : projects.front();
}

Exit discover(Options options, cli::Session& session) {
  std::optional<project::Opened> project;
  if (const auto path = take_parts(options, session)) {
    project = session.project(*path);
    if (!project) return Exit::trouble;
  }
  const project::Opened* opened = project ? &*project : nullptr;
  auto counted = CountedLog::read(options.log, opened, session);
  if (!counted) return Exit::trouble;
  const bool too_many = too_many_ties(options, *counted, session);
  const Exit judged = too_many ? Exit::findings : Exit::ok;
  if (options.partial) return write_partial(*counted, opened, session) == Exit::ok ? judged : Exit::trouble;
  const auto found = told_in(*counted, options.log, opened, session);
  if (!found) return Exit::trouble;
  const std::string classification = project ? project->model().project.classification.value_or("") : "";
  cli::Result result;
  result.document = [&] { return journeys::describe_discovery(*found, classification); };
  result.table = [&] { return journeys::discovery_table(options.table, *found); };
  result.json = [&] { return journeys::discovery_contract(*found); };
  session.write(result);
  return judged;
}

/// Of the flows that are seen and not drawn, those that are asked for; all without a wish.
std::vector<model::Flow> flows_to_add(const journeys::AgainstTheMap& map, const std::vector<std::string>& wanted,
                                      cli::Session& session) {
  std::vector<model::Flow> flows;
  const auto add = [&](const journeys::ServiceFlow& seen) {
    model::Flow flow;
    flow.from = seen.from;
    flow.to = seen.to;
    flow.note = "recorded, not drawn";
    flows.push_back(flow);
  };
  if (wanted.empty())
    for (const journeys::ServiceFlow& seen : map.seen_not_drawn) add(seen);
  for (const std::string& name : wanted) {
    const auto is_it = [&](const auto& seen) { return seen.from + ":" + seen.to == name; };
    const auto seen = std::find_if(map.seen_not_drawn.begin(), map.seen_not_drawn.end(), is_it);
    if (seen != map.seen_not_drawn.end())
      add(*seen);
    else
      findings::say(session.problems(), {"flow-not-missing", text::Place{}, {{"flow", name}}});
  }
  return flows;
}

Exit add_flows(const Options& options, cli::Session& session) {
  return session.record([&](const project::Opened& project, project::Changes& changes) {
    auto counted = CountedLog::read(options.log, &project, session);
    if (!counted) return false;
    too_many_ties(options, *counted, session);
    const auto found = told_in(*counted, options.log, &project, session);
    if (!found) return false;
    if (counted->map.pathway.empty()) {
      findings::say(session.problems(), {"no-pathway-to-add-to", text::Place{}});
      return false;
    }
    const auto flows = flows_to_add(*found->map, options.flows, session);
    if (session.problems().has_errors()) return false;
    write_flows(counted->map.pathway, flows, changes);
    session.say(flows.empty()
                    ? "no flow is missing that can be told"
                    : std::to_string(flows.size()) + (flows.size() == 1 ? " flow is missing" : " flows are missing"));
    return true;
  });
}

}  // namespace

void declare_discover(cli::Command& command) {
  const auto options = std::make_shared<Options>();
  command.takes_projects().option("--from", "FILE", options->log.from,
                                  "the event log, CSV with a row an event; '-' is standard input");
  add_log_options(command, options->log);
  command
      .option("--max-ties", "P", options->max_ties,
              "exit status 1 when more than P percent of pairs have the same time")
      .option("--pathway", "ID", options->log.pathway,
              "the pathway it is held against (default: the log's, or the first)")
      .flag("--partial", options->partial, "write an exact summary of one part of the log, to be merged")
      .option("--merge", "FILE", options->log.merge, "read such summaries instead of a log; may be repeated")
      .flag("--add", options->add, "draw what is seen and not drawn, as an edit of the project")
      .option("--flow", "FROM:TO", options->flows, "draw only this flow; may be repeated")
      .choice("--table", journeys::discovery_tables(), options->table, "the table that CSV has (default: flows)")
      .records()
      .dated()
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .example("pathway-map discover --from events.csv examples/thornmere", "the drawn map beside what happened")
      .example("pathway-map discover --from events.csv --add -n examples/thornmere",
               "the flows that are missing, as an edit")
      .run([options](cli::Session& session) {
        if (const auto wrong = misuse(*options, session)) return session.usage_error(*wrong);
        if (options->add && session.paths().size() > 1) return session.usage_error("one PROJECT is enough");
        return options->add ? add_flows(*options, session) : discover(*options, session);
      });
}
