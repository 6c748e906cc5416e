// SPDX-License-Identifier: MIT
//
// prioritise(1): from the tables' top fives to an agreed five.
#include <fmt/core.h>

#include <memory>

#include "libthrive/cli/tool.hpp"
#include "libthrive/priorities/describe/contract.hpp"
#include "libthrive/priorities/describe/describe.hpp"
#include "libthrive/priorities/describe/describe_candidates.hpp"
#include "libthrive/priorities/describe/describe_matrix.hpp"
#include "libthrive/priorities/describe/describe_sheet.hpp"
#include "libthrive/priorities/entry/recording.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

/// What is to be chosen from, and by which rules.
struct Room {
  model::Priorities priorities;
  std::string assessment;  // the one to go by; empty when there is none
  std::vector<std::string> candidates;
  priorities::ItemNames names;
  priorities::Heading heading;
  std::vector<priorities::Candidate> known;  // what is known of the candidates
};

/// The instrument of the latest assessment, or the built-in one; null pointer when there is none of that name.
const model::Instrument* instrument_of(const project::Opened& project) {
  const std::string latest = project.latest_assessment();
  return project.instrument(latest.empty() ? std::string("thrive-principles")
                                           : project.model().assessments.find(latest)->instrument);
}

Room room_of(const project::Opened& project, const std::string& assessment = {}) {
  Room room;
  room.priorities = project.model().priorities.value_or(model::Priorities{});
  const model::Instrument* instrument = instrument_of(project);
  room.candidates = room.priorities.rules.candidates;
  if (room.candidates.empty() && instrument != nullptr) room.candidates = instrument->items.ids();
  room.names = priorities::item_names(room.candidates, instrument);
  room.heading = priorities::heading_of(project.model());
  room.assessment = assessment.empty() ? priorities::assessment_to_go_by(project.model()) : assessment;
  room.names.thrive_like_from = instrument == nullptr ? 3 : instrument->scale.thrive_like_from;
  room.known = priorities::candidates(project.model(), room.candidates,
                                      project.model().assessments.find(room.assessment), room.names.thrive_like_from);
  room.names.scores = priorities::scores_of(room.known, room.candidates);
  return room;
}

/// False, with a problem, when there is nothing to count or a weight cannot be counted exactly.
bool can_count(const project::Opened& project, const Room& room, text::Diagnostics& problems) {
  if (room.priorities.tables.empty())
    problems.error("no-lists", project.place({"priorities"}), "no table has a list, and none is awaited",
                   "record one with 'prioritise record', or read them with 'prioritise import'");
  if (room.candidates.empty())
    problems.error("no-candidates", project.place({"priorities", "rules"}), "there are no items to choose from",
                   "list them under priorities: rules: candidates, or add an assessment");
  for (const std::string& table : priorities::tables_with_too_fine_weights(room.priorities))
    problems.error("weight-too-fine", project.place({"priorities", "tables", table, "weight"}),
                   fmt::format("the weight of table '{}' has more than six decimals", table),
                   "weights are counted exactly: use a multiple, such as 1 and 3 for a third");
  return !problems.has_errors();
}

void declare_candidates(cli::Command& command) {
  const auto assessment = std::make_shared<std::string>();
  command
      .option("--assessment", "ID", *assessment,
              "whose scores to show (left out: the latest, or the latest before the room agreed)")
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .example("prioritise candidates -o top-line.html", "what the room should know before it prioritises")
      .example("prioritise candidates -f csv", "the same as a table")
      .run([assessment](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        if (!priorities::check_assessment(project->model(), *assessment, session.problems())) return Exit::trouble;
        const Room room = room_of(*project, *assessment);
        cli::Result result;
        result.document = [&] {
          return priorities::describe_candidates(room.known, room.names, room.candidates, project->model(),
                                                 room.assessment);
        };
        result.table = [&] { return priorities::candidates_table(room.known, room.names, room.candidates); };
        result.json = [&] { return priorities::candidates_contract(room.known, room.assessment); };
        session.write(result);
        return Exit::ok;
      });
}

void declare_sheet(cli::Command& command) {
  struct Options {
    std::vector<std::string> tables;
    std::optional<int> count;
  };
  const auto options = std::make_shared<Options>();
  command.option("--table", "TABLE", options->tables, "a sheet for this table; may be repeated")
      .option("--tables", "N", options->count, "sheets for tables 1 to N")
      .writes({Format::markdown, Format::html, Format::csv})
      .example("prioritise sheet --tables 6 -o sheets.html", "a page a table, to print")
      .example("prioritise sheet --tables 6 -o lists.csv", "a sheet to type into, for 'prioritise import'")
      .run([options](cli::Session& session) {
        if (options->count && (*options->count < 1 || *options->count > 1000))
          return session.usage_error("--tables is from 1 to 1000");
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const Room room = room_of(*project);
        const model::PriorityRules& fixed = room.priorities.rules;
        priorities::SheetRules rules{options->tables, static_cast<std::size_t>(fixed.choose),
                                     static_cast<std::size_t>(fixed.points_from.value_or(fixed.choose))};
        for (int table = 1; table <= options->count.value_or(0); ++table) rules.tables.push_back(std::to_string(table));
        if (rules.tables.empty()) rules.tables = room.priorities.tables.ids();
        if (rules.tables.empty()) rules.tables = {"____"};
        cli::Result result;
        result.document = [&] {
          return priorities::describe_ranking_sheets(rules, room.names, room.candidates, room.known, room.heading);
        };
        result.table = [&] { return priorities::ranking_sheet_table(rules); };
        session.write(result);
        return Exit::ok;
      });
}

void declare_matrix(cli::Command& command) {
  command.writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json, Format::svg})
      .example("prioritise matrix", "ideas by quarter, and where raters differ")
      .example("prioritise matrix -o matrix.svg", "the picture")
      .run([](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto heading = priorities::heading_of(project->model());
        const auto ideas = priorities::rate_ideas(project->model().priorities.value_or(model::Priorities{}).ideas);
        cli::Result result;
        result.document = [&] { return priorities::describe_matrix(ideas, heading); };
        result.table = [&] { return priorities::matrix_table(ideas); };
        result.json = [&] { return priorities::matrix_contract(ideas); };
        result.svg = [&] { return priorities::draw_matrix(ideas, heading); };
        session.write(result);
        return Exit::ok;
      });
}

void declare_consensus(cli::Command& command) {
  struct Options {
    std::string methods = "usual";
    std::optional<int> expect;
    int seed = 1;
    int resamples = 2000;
    int budget = 1'000'000;
  };
  const auto options = std::make_shared<Options>();
  command
      .choice("--methods", {"usual", "all"}, options->methods,
              "usual: other methods as agree or disagree; all: their places and details too")
      .option("--expect", "N", options->expect, "how many tables there are, when some are not yet in the project")
      .option("--seed", "N", options->seed, "what the resamples are drawn with")
      .option("--resamples", "N", options->resamples, "how often tables are drawn again")
      .option("--budget", "N", options->budget, "how many states the exact Kemeny search may look at before it says so")
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json, Format::svg})
      .example("prioritise consensus", "the result in words, with how sure it is")
      .example("prioritise consensus --methods all -f json", "every figure, for other programs")
      .example("prioritise consensus -o lists.svg", "who listed what, as a picture")
      .run([options](cli::Session& session) {
        if (options->seed < 0 || options->resamples < 0 || options->budget < 1 || options->expect.value_or(0) < 0)
          return session.usage_error("--expect, --seed and --resamples cannot be negative, --budget is at least 1");
        if (options->resamples > 1000000) return session.usage_error("--resamples is at most 1000000");
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const Room room = room_of(*project);
        if (!can_count(*project, room, session.problems())) return Exit::trouble;
        priorities::ConsensusOptions wanted;
        wanted.seed = static_cast<std::uint64_t>(options->seed);
        wanted.resamples = static_cast<std::size_t>(options->resamples);
        wanted.kemeny.states = static_cast<std::size_t>(options->budget);
        auto profile = priorities::make_profile(room.priorities, room.candidates);
        priorities::expect_tables(profile, static_cast<std::size_t>(options->expect.value_or(0)));
        const auto consensus = priorities::reach_consensus(std::move(profile), room.priorities.rules.method, wanted);
        const auto& agreed = room.priorities.agreed;
        cli::Result result;
        result.document = [&] {
          return priorities::describe_consensus(consensus, room.names, room.heading, agreed,
                                                {options->methods == "all"});
        };
        result.table = [&] { return priorities::contract_table(consensus, agreed); };
        result.json = [&] { return priorities::contract(consensus, agreed); };
        result.svg = [&] { return priorities::draw_consensus(consensus, room.names, room.heading); };
        session.write(result);
        return Exit::ok;
      });
}

priorities::ListRules list_rules(const Room& room) {
  const model::PriorityRules& rules = room.priorities.rules;
  const int most = std::max(rules.choose, rules.points_from.value_or(rules.choose));
  return {room.candidates, room.names.titles, static_cast<std::size_t>(most)};
}

/// Writes what changes of a table's entry, and only that.
void write_list(const Room& room, const priorities::RecordedList& list, project::Changes& changes) {
  const text::Value value = project::to_value(list.ranking);
  if (list.is_new) {
    // The section first, in block style, then the entry on one line, as in the files people write.
    const project::Path entry = {"priorities", "tables", list.table};
    if (room.priorities.tables.empty()) changes.set(entry, text::Value::map());
    changes.set(entry, value.is_null() ? text::Value::map() : value, yaml::Layout::one_line);
    return;
  }
  const text::Value before = project::to_value(*room.priorities.tables.find(list.table));
  for (const char* field : {"people", "weight", "returned", "ranking", "not_discussed"}) {
    const project::Path path = {"priorities", "tables", list.table, field};
    const text::Value* now = value.find(field);
    const text::Value* then = before.find(field);
    if (now != nullptr && (then == nullptr || !(*now == *then)))
      changes.set(path, *now, yaml::Layout::one_line);
    else if (now == nullptr && then != nullptr)
      changes.remove(path);
  }
}

/// Checks lists against the project and writes them all, or none.
bool write_lists(const project::Opened& project, std::vector<priorities::HandedIn> lists, bool replace,
                 project::Changes& changes, text::Diagnostics& problems) {
  const Room room = room_of(project);
  priorities::check_lists(lists, list_rules(room), problems);
  lists = priorities::named_lists(std::move(lists), room.priorities.tables.ids(), problems);
  const auto recorded = priorities::lists_to_record(room.priorities, lists, replace, problems);
  if (problems.has_errors()) return false;
  for (const priorities::RecordedList& list : recorded) write_list(room, list, changes);
  return true;
}

/// The lists of a file, by the form asked for or that its name shows; none, with a problem, when it cannot be read.
std::vector<priorities::HandedIn> read_lists(cli::Session& session, const std::string& file, const std::string& form) {
  const priorities::ListForm known = priorities::list_form(form, file);
  if (known == priorities::ListForm::csv) {
    const auto sheet = session.table(file);
    return sheet ? priorities::read_ranking_sheet(*sheet, session.problems()) : std::vector<priorities::HandedIn>{};
  }
  const auto source = session.read(file);
  if (!source) return {};
  return known == priorities::ListForm::preflib ? priorities::read_preflib(*source, session.problems())
                                                : priorities::read_ballots(*source, session.problems());
}

void declare_import(cli::Command& command) {
  struct Options {
    std::vector<std::string> from;
    std::string as = "auto";
    bool replace = false;
  };
  const auto options = std::make_shared<Options>();
  command.option("--from", "FILE", options->from, "a file of lists, or - for standard input; may be repeated")
      .choice("--as", priorities::list_forms(), options->as,
              "how to read it; auto goes by the name: .csv, .toi and its kin, else text ballots")
      .flag("--replace", options->replace, "take the new list of a table that has one already")
      .records()
      .example("prioritise import --from lists.csv", "the sheet of 'prioritise sheet -f csv', filled in")
      .example("prioritise import --from lists.txt -n", "text ballots such as 'A: S3 > M6 = S2'; what would change")
      .run([options](cli::Session& session) {
        if (options->from.empty()) return session.usage_error("--from FILE names what to read");
        std::vector<priorities::HandedIn> lists;
        for (const std::string& file : options->from) {
          const auto here = read_lists(session, file, options->as);
          lists.insert(lists.end(), here.begin(), here.end());
        }
        if (session.problems().has_errors()) return Exit::trouble;  // what was not understood names no items
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              return write_lists(project, lists, options->replace, changes, session.problems());
            },
            fmt::format("lists read: {}", lists.size()));
      });
}

void declare_record(cli::Command& command) {
  struct Options {
    std::string table;
    std::string ranking;
    std::string not_discussed;
    std::optional<int> people;
    std::optional<double> weight;
    bool blank = false;
    bool replace = false;
  };
  const auto options = std::make_shared<Options>();
  command.option("--table", "TABLE", options->table, "the table's name")
      .option("--ranking", "LIST", options->ranking, "its list, best first: 'S3 > M6 = S2 > P3'; '=' is a tie")
      .option("--not-discussed", "ITEMS", options->not_discussed, "items it did not talk about: 'M1, M2'")
      .option("--people", "N", options->people, "how many people sat at the table")
      .option("--weight", "X", options->weight, "how much it counts; 1 when left out")
      .flag("--blank", options->blank, "the table hands in nothing")
      .flag("--replace", options->replace, "take this list in place of the one that is there")
      .records()
      .example("prioritise record --table D --ranking 'S3 > M6 = S2 > P3'", "a table's list, with a tie")
      .example("prioritise record --table E --people 7", "a table that has not ranked yet: it is awaited")
      .example("prioritise record --table F --blank", "a blank return")
      .run([options](cli::Session& session) {
        if (options->table.empty()) return session.usage_error("--table TABLE says whose list it is");
        if (options->blank && !options->ranking.empty())
          return session.usage_error("a table has a --ranking or is --blank, not both");
        if (options->people && *options->people < 1) return session.usage_error("--people is at least 1");
        if (options->weight && *options->weight < 0) return session.usage_error("--weight cannot be negative");
        const priorities::HandedIn list =
            priorities::list_of_options({options->table, options->ranking, options->not_discussed, options->people,
                                         options->weight, options->blank},
                                        session.problems());
        if (session.problems().has_errors()) return Exit::trouble;
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              return write_lists(project, {list}, options->replace, changes, session.problems());
            },
            fmt::format("table '{}' recorded", options->table));
      });
}

/// Writes an agreement field by field, so that comments beside it stay.
void write_agreement(const model::AgreedPriorities& agreed, const std::optional<model::AgreedPriorities>& before,
                     project::Changes& changes) {
  const text::Value value = project::to_value(agreed);
  const text::Value old = before ? project::to_value(*before) : text::Value();
  for (const char* field : {"date", "order", "reasons", "dissent", "by"}) {
    const project::Path path = {"priorities", "agreed", field};
    const text::Value* now = value.find(field);
    const text::Value* then = old.find(field);
    const bool one_line = std::string_view(field) == "order";
    if (now != nullptr && (then == nullptr || !(*now == *then)))
      changes.set(path, *now, one_line ? yaml::Layout::one_line : yaml::Layout::block);
    else if (now == nullptr && then != nullptr)
      changes.remove(path);
  }
}

void declare_agree(cli::Command& command) {
  struct Options {
    priorities::WrittenAgreement written;
    std::optional<text::Date> date;
    bool replace = false;
  };
  const auto options = std::make_shared<Options>();
  command.option("--order", "LIST", options->written.order, "what the room agreed, first one first: 'S3 > S2 > M6'")
      .option("--reason", "ITEM=WORDS", options->written.reasons,
              "why an item is in, or out, against the count; may be repeated")
      .option("--dissent", "WORDS", options->written.dissent, "what somebody wants noted; may be repeated")
      .option("--by", "ROLES", options->written.by, "who agreed; roles, never names")
      .option("--date", "DATE", options->date, "when; today when left out")
      .flag("--replace", options->replace, "take this in place of what was agreed before")
      .records()
      .dated()
      .example("prioritise agree --order 'S3 > S2 > M6 > P3 > P5' --reason 'P5=serious-incident review'",
               "the room's five, with the reason why it is not the five that were counted")
      .example("prioritise agree --order 'S3 > S2 > M6' --by 'the whole room' --dissent 'Table B would keep S1' -n",
               "what would be written, with who agreed and who did not")
      .run([options](cli::Session& session) {
        options->written.date = options->date.value_or(session.today());
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              text::Diagnostics& problems = session.problems();
              const Room room = room_of(project);
              if (room.priorities.agreed && !options->replace)
                problems.error("already-agreed", project.place_of_key({"priorities", "agreed"}),
                               "the room has agreed already", "'--replace' puts the new agreement in its place");
              if (!can_count(project, room, problems)) return false;
              priorities::ConsensusOptions counted;
              counted.resamples = 0;
              const auto consensus = priorities::reach_consensus(
                  priorities::make_profile(room.priorities, room.candidates), room.priorities.rules.method, counted);
              const auto agreed = priorities::check_agreement(options->written, consensus, list_rules(room), problems);
              if (agreed) write_agreement(*agreed, room.priorities.agreed, changes);
              return agreed.has_value();
            },
            "agreement recorded");
      });
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool("prioritise", "from the tables' top fives to an agreed five");
  tool.command("candidates", "what is known of each item before the room prioritises", declare_candidates);
  tool.command("sheet", "blank sheets for the tables to rank on", declare_sheet);
  tool.command("import", "read tables' lists from sheets, text ballots or PrefLib", declare_import);
  tool.command("record", "record a table's list, or that it hands in nothing", declare_record);
  tool.command("consensus", "what the tables' lists come to, and how sure that is", declare_consensus);
  tool.command("agree", "record what the room agreed, with reasons and dissent", declare_agree);
  tool.command("matrix", "change ideas by benefit and ease", declare_matrix);
  return tool.run(argc, argv);
}
