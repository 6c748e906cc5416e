// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "libthrive/journeys/small_numbers.hpp"
#include "libthrive/journeys/tally.hpp"
#include "libthrive/journeys/weekly.hpp"
#include "libthrive/measures/entry/merge.hpp"
#include "libthrive/text/names.hpp"
#include "tools/measure/commands.hpp"
#include "tools/measure/extracts.hpp"

using namespace thrive;
using cli::Exit;

namespace {

struct ComputeOptions {
  std::string from;
  std::string extract;
  std::vector<std::string> measures;
  std::optional<journeys::SuppressionRule> suppress;
  std::optional<int> every;
  double max_faults = 5;
};

/// A measure whose figures come from the extract.
struct Wanted {
  std::string id;
  const model::Measure* measure = nullptr;
  std::vector<std::size_t> conditions;  // the columns watched for its `only`, one a title
  int every = 1;                        // weeks in a figure
};

constexpr int four = 4;

/// The measures that name the extract, or those of them that are asked for.
std::optional<std::vector<Wanted>> wanted_measures(const project::Opened& project, const std::string& extract,
                                                   const ComputeOptions& options, cli::Session& session) {
  std::vector<Wanted> wanted;
  for (const auto& [id, measure] : project.model().measures) {
    const bool is_asked_for = options.measures.empty() ||
                              std::find(options.measures.begin(), options.measures.end(), id) != options.measures.end();
    if (!measure.computed || measure.computed->extract != extract || !is_asked_for) continue;
    const int usual = measure.frequency == model::Frequency::four_weekly ? four : 1;
    wanted.push_back({id, &measure, {}, options.every.value_or(usual)});
  }
  for (const std::string& id : options.measures) {
    const bool is_found = std::any_of(wanted.begin(), wanted.end(), [&](const Wanted& one) { return one.id == id; });
    if (is_found) continue;
    const auto& measures = project.model().measures;
    const bool is_known = measures.contains(id);
    findings::say(session.problems(), {"not-computed",
                                       project.place({"measures", id}),
                                       {{"case", is_known ? "other" : "unknown"},
                                        {"measure", id},
                                        {"extract", extract},
                                        {"near", is_known ? "" : text::nearest_name(id, measures.ids())}}});
    return std::nullopt;
  }
  if (!wanted.empty()) return wanted;
  findings::say(session.problems(),
                {"not-computed", project.place({"measures"}), {{"case", "none"}, {"extract", extract}}});
  return std::nullopt;
}

/// The reader also looks at the columns that measures are about a part of.
void watch_conditions(std::vector<Wanted>& wanted, journeys::ExtractQuestion& question) {
  for (Wanted& one : wanted)
    for (const auto& [title, values] : one.measure->computed->only) {
      one.conditions.push_back(question.watched.size());
      question.watched.push_back({title, {}, values.items});
    }
}

/// The waits that a measure is about.
journeys::Episodes part_of(const journeys::Episodes& all, const Wanted& wanted) {
  journeys::Episodes part = all;
  std::erase_if(part.all, [&](const journeys::Episode& episode) {
    return std::any_of(wanted.conditions.begin(), wanted.conditions.end(), [&](std::size_t column) {
      const std::size_t code = all.code(episode, column);
      return code == 0 || code > all.watched[column].values.size();
    });
  });
  return part;
}

std::optional<text::Date> first_start(const journeys::Episodes& episodes) {
  std::optional<text::Date> first;
  for (const journeys::Episode& episode : episodes.all) {
    const text::Date start = episodes.cut_off + std::chrono::days(episode.start);
    if (!first || start < *first) first = start;
  }
  return first;
}

std::string digits(const journeys::Figure& figure) {
  return figure.is_known() ? fmt::format("{}", figure.value) : std::string();
}

/// Figures as a data file takes them over.
measures::Imported as_imported(const std::vector<journeys::WeeklyFigure>& figures, journeys::SuppressionRule rule) {
  measures::Imported imported;
  for (const journeys::WeeklyFigure& figure : figures) {
    measures::ImportedRow row;
    row.date = figure.monday;
    row.value = digits(figure.value);
    row.numerator = digits(figure.numerator);
    row.denominator = digits(figure.denominator);
    if (figure.is_empty()) row.note = fmt::format("fewer than {}", journeys::threshold_of(rule));
    imported.rows.push_back(std::move(row));
  }
  return imported;
}

/// Says that weeks are too short for so few people, where more than a third of the figures are hidden.
void look_at_empty(const std::vector<journeys::WeeklyFigure>& figures, const Wanted& wanted,
                   const project::Opened& project, cli::Session& session) {
  const auto empty =
      std::count_if(figures.begin(), figures.end(), [](const auto& figure) { return figure.is_empty(); });
  const auto count = static_cast<std::ptrdiff_t>(figures.size());
  if (3 * empty <= count) return;
  findings::say(session.problems(), {"count-four-weekly",
                                     project.place({"measures", wanted.id}),
                                     {{"case", wanted.every == 1 ? "weekly" : "four-weekly"},
                                      {"measure", wanted.id},
                                      {"empty", static_cast<std::int64_t>(empty)},
                                      {"weeks", static_cast<std::int64_t>(count)}}});
}

/// The lines of weeks that were computed: one that says that too few people stood behind it stops saying so once it has
/// a figure, and one that has lost its figure begins to. What somebody wrote stays.
std::string with_notes_of_few(const std::string& bytes, const measures::Imported& imported,
                              journeys::SuppressionRule rule) {
  const std::string note = fmt::format(",fewer than {}", journeys::threshold_of(rule));
  const std::string_view header = std::string_view(bytes).substr(0, bytes.find_first_of("\r\n"));
  if (!header.ends_with(",note")) return bytes;
  std::string result;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
    std::string line = bytes.substr(begin, end - begin);
    const auto row = std::find_if(imported.rows.begin(), imported.rows.end(), [&](const measures::ImportedRow& one) {
      return line.starts_with(text::format_date(one.date) + ",");
    });
    if (row != imported.rows.end()) {
      const bool is_bare = line.find_first_not_of(',', line.find(',')) == std::string::npos;
      if (row->note.empty() && line.ends_with(note)) line.resize(line.size() - note.size() + 1);
      if (!row->note.empty() && is_bare) line.replace(line.size() - 1, 1, note);
    }
    result += line;
    begin = std::min(bytes.find_first_not_of("\r\n", end), bytes.size());
    result += bytes.substr(end, begin - end);
  }
  return result;
}

/// The new bytes of a measure's data file, with every change said.
std::optional<std::string> merged_bytes(const Wanted& wanted, const measures::Imported& imported,
                                        journeys::SuppressionRule rule, const text::Source& data,
                                        cli::Session& session) {
  const bool is_share = wanted.measure->computed->statistic == model::WaitStatistic::share_within;
  if (measures::has_ratio_columns(data) != is_share) {
    findings::say(session.problems(), {"computed-columns",
                                       text::whole_file(data.name()),
                                       {{"case", is_share ? "share" : "value"},
                                        {"statistic", model::word(wanted.measure->computed->statistic)}}});
    return std::nullopt;
  }
  const auto merged = measures::merge(data, imported, measures::ImportMode::update, session.problems());
  if (!merged) return std::nullopt;
  for (const measures::ChangedFigure& change : merged->changed)
    session.say(wanted.id + ": " + measures::change_in_words(change));
  session.say(measures::merged_in_words(*merged, measures::ImportMode::update, wanted.id));
  return with_notes_of_few(merged->bytes, imported, rule);
}

/// The figures of one measure.
std::vector<journeys::WeeklyFigure> figures_of(const Wanted& wanted, const GatedExtract& gated,
                                               const model::Extract& definition, journeys::SuppressionRule rule) {
  const bool is_part = !wanted.conditions.empty();
  const journeys::Tally tally = journeys::tallied(is_part ? part_of(gated.episodes, wanted) : gated.episodes, {},
                                                  definition.within.last_day(), 0);
  const auto weeks =
      journeys::weeks_of(tally, {definition.provisional_weeks, definition.covers_from, first_start(gated.episodes)});
  return journeys::weekly_figures(wanted.every == 1 ? weeks : journeys::periods_of(tally, weeks, wanted.every),
                                  wanted.measure->computed->statistic, rule);
}

Exit run(const ComputeOptions& options, cli::Session& session) {
  using journeys::SuppressionRule;
  if (options.from.empty()) return session.usage_error("--from is needed");
  if (options.every && *options.every != 1 && *options.every != four)
    return session.usage_error("--every takes 1 or 4 weeks");
  if (options.max_faults < 0 || options.max_faults > 100) return session.usage_error("--max-faults is a percentage");
  const auto project = session.project();
  if (!project) return Exit::trouble;
  const auto chosen = chosen_extract(*project, options.extract, session);
  if (!chosen || !stays_outside(*project, options.from, session)) return Exit::trouble;
  if (options.suppress == SuppressionRule::none) {
    findings::say(session.problems(), {"exact-counts-in-project", project->place({"extracts", chosen->id})});
    return Exit::trouble;
  }
  // Rounding to 5 would be all that a chart of small numbers shows.
  const bool is_stricter = usual_rule(*project, chosen->definition) == SuppressionRule::lt10;
  const SuppressionRule rule = options.suppress.value_or(is_stricter ? SuppressionRule::lt10 : SuppressionRule::lt5);
  auto wanted = wanted_measures(*project, chosen->id, options, session);
  if (!wanted) return Exit::trouble;
  journeys::ExtractQuestion question = question_of(chosen->definition, session.today());
  question.watched.clear();
  watch_conditions(*wanted, question);
  const auto gated = read_gated(options.from, question, chosen->definition, session);
  if (!gated) return Exit::trouble;
  std::vector<cli::FileToRecord> files;
  for (const Wanted& one : *wanted) {
    const auto figures = figures_of(one, *gated, chosen->definition, rule);
    look_at_empty(figures, one, *project, session);
    const bool is_share = one.measure->computed->statistic == model::WaitStatistic::share_within;
    const auto imported = std::make_shared<const measures::Imported>(as_imported(figures, rule));
    files.push_back({one.measure->data, measures::empty_data_file(is_share),
                     [&session, one, imported, rule](const text::Source& data) {
                       return merged_bytes(one, *imported, rule, data, session);
                     }});
  }
  const Exit recorded = session.record_files(*project, files);
  if (recorded != Exit::ok) return recorded;
  return judged(gated->quality, options.max_faults, options.from, session);
}

}  // namespace

void declare_compute(cli::Command& command) {
  const auto options = std::make_shared<ComputeOptions>();
  command.option("--from", "FILE", options->from, "the extract, one row a referral; - for standard input")
      .option("--extract", "ID", options->extract, "the definition to read it by, where the project has several")
      .option("--measure", "ID", options->measures, "only this measure; may be repeated")
      .choice("--suppress", options->suppress, "how small numbers are kept out of the project (default: lt5)")
      .option("--every", "WEEKS", options->every, "one figure for 1 week or for 4 (default: the measure's frequency)")
      .option("--max-faults", "PERCENT", options->max_faults,
              "exit status 1 when more of the rows in scope are faulty (default: 5)")
      .records()
      .dated()
      .example("measure compute --from ../referrals.csv", "the weekly figures of every measure that names the extract")
      .example("measure compute -n --from ../referrals.csv", "what would change")
      .run([options](cli::Session& session) { return run(*options, session); });
}
