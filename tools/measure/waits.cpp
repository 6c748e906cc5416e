// SPDX-License-Identifier: MIT
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "libthrive/journeys/describe/contract.hpp"
#include "libthrive/journeys/describe/describe.hpp"
#include "libthrive/journeys/draw/draw.hpp"
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
  const auto refuse = [&](const char* code, findings::Facts facts) {
    findings::say(session.problems(), {code, place, std::move(facts)});
    is_good = false;
  };
  for (const model::DateRole role : roles) {
    if (definition.columns.*model::date_columns[static_cast<std::size_t>(role)].title) continue;
    const bool is_start = role == model::role_of(definition.start);
    refuse("extract-without-column", {{"part", is_start ? "start" : "stop"},
                                      {"word", is_start ? model::word(definition.start) : model::word(definition.stop)},
                                      {"role", model::name_of(role)}});
  }
  if (model::word(definition.start) == model::word(definition.stop))
    refuse("extract-stop-is-start", {{"word", model::word(definition.stop)}});
  for (const std::string& title : definition.split_by) {
    const bool is_key = model::is_key_of_extract(definition.columns, title);
    if (is_key || project::is_about_one_person(title))
      refuse("personal-split", {{"case", is_key ? "key" : "title"}, {"title", title}});
  }
  return is_good;
}

journeys::WaitsRequest request_of(const model::Extract& definition) {
  return {definition.within, definition.provisional_weeks, definition.queue_weeks, definition.covers_from};
}

/// The waits of the extract, with the comparison when there is an earlier one.
std::optional<journeys::Waits> waits_of(const WaitsOptions& options, const model::Extract& definition,
                                        journeys::Quality& quality, cli::Session& session) {
  journeys::ExtractQuestion question = question_of(definition, session.today());
  question.keeps_keys = !options.earlier.empty();
  auto gated = read_gated(options.from, question, definition, session);
  if (!gated) return std::nullopt;
  quality = gated->quality;
  const auto tally = journeys::tallied(gated->episodes, std::move(gated->quality), definition.within.last_day(),
                                       definition.split_by.size());
  gated->episodes = {};
  journeys::Waits waits = journeys::worked_out(tally, request_of(definition));
  if (options.earlier.empty()) return waits;
  question.cut_off = *options.earlier_as_of;
  auto earlier = read_gated(options.earlier, question, definition, session);
  if (!earlier) return std::nullopt;
  const auto tally_then = journeys::tallied(earlier->episodes, std::move(earlier->quality),
                                            definition.within.last_day(), definition.split_by.size());
  const auto weeks_then = journeys::weeks_of(tally_then, {definition.provisional_weeks, definition.covers_from});
  waits.comparison = journeys::compared(*earlier->referrals, weeks_then, *gated->referrals, waits.weeks);
  return waits;
}

/// Exact counts are for those who hold the extract, and not for a folder that goes into git.
bool may_be_exact(const project::Opened& project, cli::Session& session) {
  const std::string& output = session.output_file();
  if (!output.empty() && project.path() != "-" && !project::is_outside(project.folder(), output)) {
    findings::say(session.problems(), {"exact-counts-in-project", text::whole_file(output)});
    return false;
  }
  session.say("small numbers are not suppressed: what follows is about single people");
  return true;
}

std::optional<std::string> misuse(const WaitsOptions& options) {
  if (options.from.empty()) return "--from is needed";
  if (options.inclusive && options.strict) return "--inclusive and --strict exclude each other";
  if (options.within && !options.inclusive && !options.strict)
    return "--within needs --inclusive (that day still counts) or --strict (the day before is the last)";
  if (options.within && (*options.within < 1 || *options.within > journeys::believed_days))
    return "--within is a number of days from 1 to 7305";
  if (options.earlier.empty() == options.earlier_as_of.has_value()) return "--earlier and --earlier-as-of go together";
  if (options.max_faults < 0 || options.max_faults > 100) return "--max-faults is a percentage";
  return std::nullopt;
}

Exit run(const WaitsOptions& options, cli::Session& session) {
  if (const auto wrong = misuse(options)) return session.usage_error(*wrong);
  const auto project = session.project();
  if (!project) return Exit::trouble;
  auto chosen = chosen_extract(*project, options.extract, session);
  if (!chosen || !stays_outside(*project, options.from, session)) return Exit::trouble;
  if (!options.earlier.empty() && !stays_outside(*project, options.earlier, session)) return Exit::trouble;
  journeys::WaitsReport report;
  report.changed = change_definition(options, chosen->definition);
  report.extract = chosen->id;
  report.definition = chosen->definition;
  report.rule = options.suppress.value_or(usual_rule(*project, report.definition));
  report.classification = project->model().project.classification.value_or("");
  if (!can_be_used(report.definition, *project, session)) return Exit::trouble;
  if (report.rule == journeys::SuppressionRule::none && !may_be_exact(*project, session)) return Exit::trouble;
  journeys::Quality quality;
  auto waits = waits_of(options, report.definition, quality, session);
  if (!waits) return Exit::trouble;
  journeys::Published published = journeys::published(std::move(*waits), report.rule);
  report.waits = std::move(published.waits);
  report.hidden = published.hidden;
  report.secondary = published.secondary;
  cli::Result result;
  result.document = [&] { return journeys::describe_waits(report); };
  result.table = [&] { return journeys::waits_table(report); };
  result.svg = [&] { return journeys::draw_waits(report); };
  result.json = [&] { return journeys::waits_value(report); };
  session.write(result);
  return judged(quality, options.max_faults, options.from, session);
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
      .dated()
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json, Format::svg})
      .example("measure waits --from referrals.csv", "how long people wait, by the project's definition")
      .run([options](cli::Session& session) { return run(*options, session); });
}
