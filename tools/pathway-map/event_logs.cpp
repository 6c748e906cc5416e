// SPDX-License-Identifier: MIT
#include "tools/pathway-map/event_logs.hpp"

#include <utility>

#include "libthrive/findings/say.hpp"
#include "libthrive/journeys/small_numbers.hpp"
#include "libthrive/pathway/entry/resolve.hpp"
#include "libthrive/project/privacy/outside.hpp"
#include "libthrive/text/fingerprint.hpp"
#include "libthrive/text/names.hpp"

using namespace thrive;

namespace {

/// The definition that is meant: the one named, or the only one there is; nothing when columns are named instead.
bool choose_definition(const LogOptions& options, const project::Opened* project, CountedLog& counted,
                       cli::Session& session) {
  if (project == nullptr) {
    if (options.log.empty()) return true;
    findings::say(session.problems(), {"unknown-event-log", text::Place{}, {{"case", "none"}}});
    return false;
  }
  const auto& logs = project->model().event_logs;
  const text::Place place = project->place({"event_logs"});
  const auto refuse = [&](const findings::Finding& finding) {
    findings::say(session.problems(), finding);
    return false;
  };
  const bool names_columns = options.columns != journeys::LogColumns{};
  if (options.log.empty() && (logs.empty() || names_columns)) return true;
  if (logs.empty()) return refuse({"unknown-event-log", place, {{"case", "none"}}});
  const text::Value known = text::Value::list_of(logs.ids());
  if (options.log.empty() && logs.size() > 1)
    return refuse({"unknown-event-log", place, {{"case", "several"}, {"known", known}}});
  counted.id = options.log.empty() ? logs[0].id : options.log;
  counted.definition = logs.find(counted.id);
  if (counted.definition != nullptr) return true;
  return refuse({"unknown-event-log",
                 place,
                 {{"case", "unknown"},
                  {"log", options.log},
                  {"near", text::nearest_name(options.log, logs.ids())},
                  {"known", known}}});
}

/// Options go before the definition.
journeys::LogColumns columns_of(const LogOptions& options, const model::EventLogDefinition* definition) {
  journeys::LogColumns columns = options.columns;
  if (definition == nullptr) return columns;
  const model::EventColumns& defined = definition->columns;
  const auto fill = [](std::string& title, const std::optional<std::string>& usual) {
    if (title.empty()) title = usual.value_or("");
  };
  fill(columns.of_case, defined.of_case);
  fill(columns.activity, defined.activity);
  fill(columns.time, defined.time);
  fill(columns.start, defined.start);
  fill(columns.order, defined.order);
  return columns;
}

/// What orders ties: the option, the definition, a column of numbers when there is one, else the rows.
journeys::TieRule rule_of(const LogOptions& options, const CountedLog& counted, const journeys::LogColumns& columns) {
  if (options.ties) return *options.ties;
  if (counted.definition != nullptr && counted.definition->ties && options.columns.order.empty())
    return *counted.definition->ties;
  return columns.order.empty() ? journeys::TieRule::file : journeys::TieRule::order_column;
}

/// A sign of all that orders ties by the map.
std::string sign_of(const journeys::DrawnMap& map) {
  std::vector<std::string> texts;
  for (const auto& [id, service] : map.project->services) {
    texts.push_back(id);
    texts.push_back(service.name);
  }
  if (map.activities != nullptr)
    for (const auto& [activity, is] : *map.activities) texts.push_back(activity + " = " + is.service);
  for (const auto& [from, to] : journeys::drawn_flows(map))
    texts.push_back(map.project->services[from].id + " -> " + map.project->services[to].id);
  return text::fingerprint(texts);
}

/// Reads the rows of a log, and counts them.
bool count_rows(const LogOptions& options, CountedLog& counted, cli::Session& session) {
  using journeys::TieRule;
  journeys::LogColumns columns = columns_of(options, counted.definition);
  counted.part.rule = rule_of(options, counted, columns);
  if (counted.part.rule == TieRule::order_column && columns.order.empty())
    session.usage_error("--ties order-column needs --order-column NAME");
  if (counted.part.rule != TieRule::order_column) {
    if (!options.columns.order.empty()) session.usage_error("--order-column goes with --ties order-column");
    columns.order.clear();
  }
  if (counted.part.rule == TieRule::map && counted.map.project == nullptr)
    session.usage_error("--ties map needs a PROJECT with a drawn map");
  const auto input = session.table(options.from);
  if (!input) return false;
  auto read = journeys::read_event_log(*input, columns, session.problems());
  if (!read) return false;
  counted.part.columns = read->columns;
  std::optional<journeys::AllowedSteps> steps;
  if (counted.part.rule == TieRule::map) {
    steps = journeys::allowed_steps(read->log.activities, counted.map);
    counted.part.map_sign = sign_of(counted.map);
  }
  counted.part.tally =
      journeys::tally_of(std::move(read->log), counted.part.rule, steps ? &*steps : nullptr, at_once_of(session));
  return true;
}

/// Puts the summaries of parts together.
bool merge_parts(const LogOptions& options, CountedLog& counted, cli::Session& session) {
  bool is_first = true;
  for (const std::string& file : options.merge) {
    const auto input = session.table(file);
    if (!input) return false;
    auto part = journeys::read_partial(*input, session.problems());
    if (!part) return false;
    if (std::exchange(is_first, false))
      counted.part = std::move(*part);
    else if (!journeys::add(counted.part, std::move(*part), input->name, session.problems()))
      return false;
  }
  return true;
}

/// The rule for small numbers that holds; nothing when every number is told.
std::optional<journeys::UntoldRule> rule_for_small_numbers(const LogOptions& options, const project::Opened* project,
                                                           const model::EventLogDefinition* definition) {
  using journeys::SuppressionRule;
  std::optional<SuppressionRule> rule = options.suppress;
  if (!rule && definition != nullptr && definition->suppress) rule = journeys::rule_of(*definition->suppress);
  constexpr int usual = 5;
  const bool is_stricter = project != nullptr && model::small_numbers(project->model().project).under > usual;
  if (!rule) rule = is_stricter ? SuppressionRule::lt10 : SuppressionRule::mhsds;
  if (*rule == SuppressionRule::none) return std::nullopt;
  return journeys::UntoldRule{std::string(model::word(*rule)), journeys::threshold_of(*rule),
                              *rule == SuppressionRule::mhsds};
}

/// Exact counts are for those who hold the log, and not for a folder that goes into git.
bool may_be_exact(const project::Opened* project, cli::Session& session) {
  if (!stays_outside(project, session.output_file(), "exact-counts-in-project", session)) return false;
  session.say("small numbers are not suppressed: what follows is about single people");
  return true;
}

}  // namespace

void add_log_options(cli::Command& command, LogOptions& options) {
  command.option("--log", "ID", options.log, "the definition that it is read by (default: the only one there is)")
      .option("--case-column", "NAME", options.columns.of_case, "its column of cases")
      .option("--activity-column", "NAME", options.columns.activity, "its column of activities")
      .option("--time-column", "NAME", options.columns.time, "its column of when they were complete")
      .option("--start-column", "NAME", options.columns.start, "its column of when they began")
      .option("--order-column", "NAME", options.columns.order,
              "its column of numbers that order events on the same time")
      .choice("--ties", options.ties, "what orders events of a case on the same time (default: file)")
      .choice("--suppress", options.suppress, "the rule for small numbers of people (default: mhsds)");
}

journeys::AtOnce at_once_of(cli::Session& session) {
  return [&session](std::size_t count, const std::function<void(std::size_t)>& work) {
    session.at_once(count, [&work](std::size_t position, text::Diagnostics&) { work(position); });
  };
}

bool stays_outside(const project::Opened* project, const std::string& file, const char* code, cli::Session& session) {
  if (file.empty() || file == "-") return true;
  const bool is_inside =
      (project != nullptr && project->path() != "-" && !project::is_outside(project->folder(), file)) ||
      project::lies_in_a_project(file);
  if (is_inside) findings::say(session.problems(), {code, text::whole_file(file)});
  return !is_inside;
}

std::optional<CountedLog> CountedLog::read(const LogOptions& options, const project::Opened* project,
                                           cli::Session& session) {
  CountedLog counted;
  if (!stays_outside(project, options.from, "extract-in-project", session)) return std::nullopt;
  for (const std::string& file : options.merge)
    if (!stays_outside(project, file, "extract-in-project", session)) return std::nullopt;
  if (!choose_definition(options, project, counted, session)) return std::nullopt;
  if (project != nullptr) {
    pathway::Resolver resolve(project->model(), session.problems());
    const bool is_defined = options.pathway.empty() && counted.definition != nullptr && counted.definition->pathway;
    counted.map.project = &project->model();
    counted.map.pathway = resolve.pathway(is_defined ? *counted.definition->pathway : options.pathway);
    if (counted.definition != nullptr) counted.map.activities = &counted.definition->activities;
    if (session.problems().has_errors()) return std::nullopt;
  }
  const bool is_read =
      options.merge.empty() ? count_rows(options, counted, session) : merge_parts(options, counted, session);
  if (!is_read) return std::nullopt;
  return counted;
}

journeys::JourneysFound CountedLog::found(cli::Session& session) {
  journeys::JourneysFound found = journeys::journeys_found(part.tally, map.project == nullptr ? nullptr : &map,
                                                           session.today(), at_once_of(session));
  found.log = id;
  if (definition != nullptr) found.name = definition->name.value_or(id);
  found.columns = part.columns;
  found.rule = part.rule;
  return found;
}

std::optional<journeys::JourneysFound> told_in(CountedLog& counted, const LogOptions& options,
                                               const project::Opened* project, cli::Session& session) {
  const auto rule = rule_for_small_numbers(options, project, counted.definition);
  if (!rule && !may_be_exact(project, session)) return std::nullopt;
  journeys::JourneysFound found = counted.found(session);
  if (journeys::cases_seen_after(counted.part.tally, session.today()) > 0)
    findings::say(session.problems(),
                  {"case-after-as-of", text::Place{}, {{"as-of", text::format_date(session.today())}}});
  if (rule) journeys::leave_untold(found, counted.part.tally, *rule);
  return found;
}

bool LogOptions::asks_for_something() const {
  return !log.empty() || columns != journeys::LogColumns{} || ties || suppress;
}
