// SPDX-License-Identifier: MIT
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "libthrive/journeys/describe/contract.hpp"
#include "libthrive/journeys/describe/describe_waits.hpp"
#include "libthrive/journeys/describe/waits_table.hpp"
#include "libthrive/journeys/draw/draw.hpp"
#include "libthrive/journeys/entry/partial.hpp"
#include "libthrive/journeys/publish.hpp"
#include "libthrive/project/privacy/personal_columns.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "tools/measure/commands.hpp"
#include "tools/measure/extracts.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

struct WaitsOptions {
  std::string from;
  std::string extract;
  std::string earlier;
  std::optional<text::Date> earlier_as_of;
  std::optional<journeys::SuppressionRule> suppress;
  std::optional<int> within;
  bool inclusive = false;
  bool strict = false;
  std::optional<model::ClockStart> start;
  std::optional<model::ClockStop> stop;
  std::vector<std::string> splits;
  double max_faults = 5;
  bool partial = false;
  std::vector<std::string> merge;
};

/// Options go before the definition, and what they changed is remembered.
std::vector<std::string> change_definition(const WaitsOptions& options, model::Extract& definition) {
  std::vector<std::string> changed;
  const auto note = [&changed](bool is_changed, const char* option) {
    if (is_changed) changed.emplace_back(option);
    return is_changed;
  };
  if (note(options.start.has_value(), "start")) definition.start = *options.start;
  if (note(options.stop.has_value(), "stop")) definition.stop = *options.stop;
  if (note(options.within.has_value(), "within")) definition.within.days = *options.within;
  if (note(options.inclusive, "inclusive")) definition.within.inclusive = true;
  if (note(options.strict, "strict")) definition.within.inclusive = false;
  if (note(!options.splits.empty(), "split")) definition.split_by = options.splits;
  return changed;
}

/// What a definition must be after options have changed it; the project's own was checked when it was opened.
bool can_be_used(const model::Extract& definition, const project::Opened& project, cli::Session& session) {
  const text::Place place = project.place({"extracts"});
  std::vector<model::DateRole> roles = model::roles_needed(definition.stop);
  roles.push_back(model::role_of(definition.start));
  bool is_good = true;
  const auto refuse = [&](const findings::Finding& finding) {
    findings::say(session.problems(), finding);
    is_good = false;
  };
  for (const model::DateRole role : roles) {
    if (definition.columns.*model::date_columns[static_cast<std::size_t>(role)].title) continue;
    const bool is_start = role == model::role_of(definition.start);
    refuse({"extract-without-column",
            place,
            {{"part", is_start ? "start" : "stop"},
             {"word", is_start ? model::word(definition.start) : model::word(definition.stop)},
             {"role", model::name_of(role)}}});
  }
  if (model::word(definition.start) == model::word(definition.stop))
    refuse({"extract-stop-is-start", place, {{"word", model::word(definition.stop)}}});
  for (const std::string& title : definition.split_by) {
    const bool is_key = model::is_key_of_extract(definition.columns, title);
    if (is_key || project::is_about_one_person(title))
      refuse({"personal-split", place, {{"case", is_key ? "key" : "title"}, {"title", title}}});
  }
  return is_good;
}

journeys::WaitsRequest request_of(const model::Extract& definition) {
  return {definition.within, definition.provisional_weeks, definition.queue_weeks, definition.covers_from};
}

/// An extract counted, and its referrals when another one is to be compared with it.
struct Counted {
  journeys::Tally tally;
  std::optional<journeys::Referrals> referrals;
};

std::optional<Counted> counted(const std::string& file, text::Date cut_off, bool keeps_keys,
                               const model::Extract& definition, cli::Session& session) {
  journeys::ExtractQuestion question = question_of(definition, cut_off);
  question.keeps_keys = keeps_keys;
  auto gated = read_gated(file, question, definition, session);
  if (!gated) return std::nullopt;
  return Counted{journeys::tallied(gated->episodes, std::move(gated->quality), definition.within.last_day(),
                                   definition.split_by.size()),
                 std::move(gated->referrals)};
}

/// The parts of an extract that were counted one by one, as one.
std::optional<Counted> merged(const WaitsOptions& options, const model::Extract& definition, cli::Session& session) {
  std::optional<Counted> all;
  std::optional<text::Date> cut_off;
  if (session.has_as_of()) cut_off = session.today();
  for (const std::string& file : options.merge) {
    const auto input = session.table(file);
    if (!input) return std::nullopt;
    auto part = journeys::read_partial(*input, definition, cut_off, session.problems());
    if (!part) return std::nullopt;
    cut_off = part->cut_off;
    if (all)
      all->tally.add(*part);
    else
      all = Counted{std::move(*part), std::nullopt};
  }
  return all;
}

/// What was typed late: the same list as it was earlier.
std::optional<journeys::Comparison> comparison_of(const WaitsOptions& options, const model::Extract& definition,
                                                  const Counted& now, const std::vector<journeys::Week>& weeks_now,
                                                  cli::Session& session) {
  const auto then = counted(options.earlier, *options.earlier_as_of, true, definition, session);
  if (!then) return std::nullopt;
  const auto weeks_then =
      journeys::weeks_of(then->tally, {definition.provisional_weeks, definition.covers_from, std::nullopt});
  return journeys::compared(*then->referrals, weeks_then, *now.referrals, weeks_now);
}

/// Only a result that is no part of a project may hold counts of single people.
bool goes_into_project(const project::Opened& project, cli::Session& session) {
  const std::string& output = session.output_file();
  const bool is_file = !output.empty() && output != "-";
  return is_file && project.path() != "-" && !project::is_outside(project.folder(), output);
}

/// The counts of a part of an extract, for --merge.
Exit write_partial(const journeys::Tally& tally, const model::Extract& definition, const project::Opened& project,
                   cli::Session& session) {
  if (session.format() != Format::text && session.format() != Format::csv)
    return session.usage_error("--partial writes a form of its own, and takes no other format");
  if (goes_into_project(project, session)) {
    findings::say(session.problems(), {"partial-in-project", text::whole_file(session.output_file())});
    return Exit::trouble;
  }
  cli::Result result;
  result.text = result.csv = [&] { return journeys::partial_file(tally, definition); };
  session.write(result);
  return Exit::ok;
}

/// Exact counts are for those who hold the extract, and not for a folder that goes into git.
bool may_be_exact(const project::Opened& project, cli::Session& session) {
  if (goes_into_project(project, session)) {
    findings::say(session.problems(), {"exact-counts-in-project", text::whole_file(session.output_file())});
    return false;
  }
  session.say("small numbers are not suppressed: this is not for publication");
  return true;
}

std::optional<std::string> misuse(const WaitsOptions& options) {
  if (options.from.empty() == options.merge.empty()) return "either --from or --merge is needed";
  if (!options.merge.empty() && (options.partial || !options.earlier.empty()))
    return "--merge goes with neither --partial nor --earlier";
  if (options.partial && (!options.earlier.empty() || options.suppress))
    return "--partial goes with neither --earlier nor --suppress";
  if (options.inclusive && options.strict) return "--inclusive and --strict exclude each other";
  if (options.within && !options.inclusive && !options.strict)
    return "--within needs --inclusive (that day still counts) or --strict (the day before is the last)";
  if (options.within && (*options.within < 1 || *options.within > journeys::believed_days))
    return "--within is a number of days from 1 to 7305";
  if (options.earlier.empty() == options.earlier_as_of.has_value()) return "--earlier and --earlier-as-of go together";
  if (options.max_faults < 0 || options.max_faults > 100) return "--max-faults is a percentage";
  return std::nullopt;
}

/// True for a file that --partial wrote.
bool is_part(const std::string& path) {
  std::string start(journeys::partial_heading.size(), ' ');
  std::ifstream file(path, std::ios::binary);
  return file.read(start.data(), static_cast<std::streamsize>(start.size())) && start == journeys::partial_heading;
}

/// The one project. What a shell put behind `--merge` with it, as in `--merge part-*`, are parts.
std::optional<project::Opened> project_of(WaitsOptions& options, cli::Session& session) {
  std::vector<std::string> projects;
  for (const std::string& path : session.paths())
    (!options.merge.empty() && is_part(path) ? options.merge : projects).push_back(path);
  if (projects.empty())
    if (const auto found = project::find()) projects.push_back(*found);
  if (projects.size() != 1) session.usage_error("one PROJECT is needed, and no other file");
  return session.project(projects.front());
}

Exit write_waits(journeys::WaitsReport& report, cli::Session& session) {
  cli::Result result;
  result.document = [&] { return journeys::describe_waits(report); };
  result.table = [&] { return journeys::waits_table(report); };
  result.svg = [&] { return journeys::draw_waits(report); };
  result.json = [&] { return journeys::waits_value(report); };
  session.write(result);
  return Exit::ok;
}

/// False, with an error, when a file about people lies in the folder of the project.
bool all_stay_outside(const WaitsOptions& options, const project::Opened& project, cli::Session& session) {
  std::vector<std::string> files = options.merge;
  for (const std::string& file : {options.from, options.earlier})
    if (!file.empty()) files.push_back(file);
  for (const std::string& file : files)
    if (!stays_outside(project, file, session)) return false;
  return true;
}

Exit run(WaitsOptions options, cli::Session& session) {
  if (const auto wrong = misuse(options)) return session.usage_error(*wrong);
  const auto project = project_of(options, session);
  if (!project) return Exit::trouble;
  auto chosen = chosen_extract(*project, options.extract, session);
  if (!chosen || !all_stay_outside(options, *project, session)) return Exit::trouble;
  journeys::WaitsReport report;
  report.changed = change_definition(options, chosen->definition);
  report.extract = chosen->id;
  report.definition = chosen->definition;
  report.rule = options.suppress.value_or(usual_rule(*project, report.definition));
  report.classification = project->model().project.classification.value_or("");
  if (!can_be_used(report.definition, *project, session)) return Exit::trouble;
  if (!options.partial && report.rule == journeys::SuppressionRule::none && !may_be_exact(*project, session))
    return Exit::trouble;
  const auto now = options.merge.empty()
                       ? counted(options.from, session.today(), !options.earlier.empty(), report.definition, session)
                       : merged(options, report.definition, session);
  if (!now) return Exit::trouble;
  if (options.partial) return write_partial(now->tally, report.definition, *project, session);
  journeys::Waits waits = journeys::worked_out(now->tally, request_of(report.definition));
  if (!options.earlier.empty()) {
    waits.comparison = comparison_of(options, report.definition, *now, waits.weeks, session);
    if (!waits.comparison) return Exit::trouble;
  }
  journeys::Published published = journeys::published(std::move(waits), report.rule);
  report.waits = std::move(published.waits);
  report.hidden = published.hidden;
  report.secondary = published.secondary;
  write_waits(report, session);
  const std::string& file = options.merge.empty() ? options.from : options.merge.front();
  return judged(now->tally.quality, options.max_faults, file, session);
}

}  // namespace

void declare_waits(cli::Command& command) {
  const auto options = std::make_shared<WaitsOptions>();
  command.option("--from", "FILE", options->from, "the extract, one row a referral; - for standard input")
      .option("--extract", "ID", options->extract, "the definition to read it by, where the project has several")
      .option("--earlier", "FILE", options->earlier, "an earlier extract of the same list, to see what was typed late")
      .option("--earlier-as-of", "DATE", options->earlier_as_of, "the day on which that one was taken")
      .choice("--suppress", options->suppress, "how small numbers are kept from being told (default: the definition's)")
      .option("--within", "N", options->within, "the wait that is promised, in days, instead of the definition's")
      .flag("--inclusive", options->inclusive, "day N still counts")
      .flag("--strict", options->strict, "the day before N is the last that counts")
      .choice("--start", options->start, "the day from which somebody waits, instead of the definition's")
      .choice("--stop", options->stop, "the day on which the wait is over, instead of the definition's")
      .option("--split", "HEADER", options->splits, "tell waits apart by this column; may be repeated")
      .option("--max-faults", "PERCENT", options->max_faults,
              "exit status 1 when more of the rows in scope are faulty (default: 5)")
      .flag("--partial", options->partial, "write the counts of part of an extract, for --merge")
      .option("--merge", "FILE", options->merge, "add up parts that --partial wrote; may be repeated")
      .takes_projects()
      .dated()
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json, Format::svg})
      .example("measure waits --from ../thornmere-referrals.csv", "how long people wait, by the project's definition")
      .example("measure waits --from ../thornmere-referrals.csv --split source -f json", "does it matter who refers?")
      .run([options](cli::Session& session) { return run(*options, session); });
}
