// SPDX-License-Identifier: MIT
//
// assess(1): how THRIVE-like are we?

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/assessment/contract.hpp"
#include "libthrive/assessment/describe.hpp"
#include "libthrive/assessment/imported.hpp"
#include "libthrive/cli/tool.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

// One assessment of a project and the instrument it was made with.
struct Chosen {
  std::string id;
  const model::Assessment* assessment = nullptr;
  const model::Instrument* instrument = nullptr;
};

// The assessment that an option names, or the latest; nothing, with a problem, when there is none.
std::optional<Chosen> choose(cli::Session& session, const project::Project& project, const std::string& wanted) {
  const std::string id = wanted.empty() ? project.latest_assessment() : wanted;
  const model::Assessment* assessment = project.model().assessments.find(id);
  if (assessment == nullptr) {
    session.problems().error("unknown-assessment", project.place_of_key({"assessments"}),
                             id.empty() ? "the project has no assessment yet" : "there is no assessment '" + id + "'",
                             id.empty()
                                 ? "start one by giving 'assess record' or 'assess import' --assessment and --date"
                                 : text::did_you_mean(id, project.model().assessments.ids()));
    return std::nullopt;
  }
  return Chosen{id, assessment, project.instrument(assessment->instrument)};
}

void say_instrument_changed(cli::Session& session, const project::Project& project, const Chosen& chosen,
                            text::Severity severity) {
  session.problems().add(
      {severity, "instrument-changed", project.place({"assessments", chosen.id, "instrument_hash"}),
       "the instrument '" + chosen.assessment->instrument + "' was changed after '" + chosen.id + "' was scored",
       "put the old words back, or give the new ones another name and score again"});
}

std::optional<assessment::Scoring> scoring_of(cli::Session& session, const project::Project& project,
                                              const std::string& wanted) {
  const auto chosen = choose(session, project, wanted);
  if (!chosen) return std::nullopt;
  if (assessment::is_changed(*chosen->instrument, *chosen->assessment))
    say_instrument_changed(session, project, *chosen, text::Severity::warning);
  return assessment::score_assessment(chosen->id, *chosen->assessment, *chosen->instrument);
}

void declare_score(cli::Command& command) {
  const auto wanted = std::make_shared<std::string>();
  command.option("--assessment", "ID", *wanted, "the assessment (default: the latest)")
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json, Format::svg})
      .example("assess score", "the latest assessment, item by item")
      .example("assess score --assessment baseline -o scores.svg", "a picture of items by tables")
      .run([wanted](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto scoring = scoring_of(session, *project, *wanted);
        if (!scoring) return Exit::trouble;
        cli::Result result;
        result.document = [&] { return assessment::describe_score(*scoring, project->model(), project->vocabulary()); };
        result.table = [&] { return assessment::table_of_scores(*scoring); };
        result.json = [&] { return assessment::score_contract(*scoring); };
        result.svg = [&] { return assessment::heatmap_svg(*scoring, project->model(), project->vocabulary()); };
        session.write(result);
        return Exit::ok;
      });
}

// Two assessments can be compared when they are two and asked the same.
bool can_compare(cli::Session& session, const project::Project& project, const Chosen& from, const Chosen& to) {
  if (from.id == to.id)
    session.problems().error(
        "compared-with-itself", project.place_of_key({"assessments", to.id}),
        "a comparison needs two assessments, and this is '" + from.id + "' twice",
        "record the follow-up with a new --assessment and --date, or name two with --from and --to");
  else if (from.assessment->instrument != to.assessment->instrument)
    session.problems().error(
        "different-instruments", project.place({"assessments", to.id, "instrument"}),
        "'" + from.id + "' was made with '" + from.assessment->instrument + "' and '" + to.id + "' with '" +
            to.assessment->instrument + "'",
        "a change of instrument looks like a change of the system; compare assessments made with the same one");
  if (session.problems().has_errors()) return false;
  for (const Chosen* chosen : {&from, &to})
    if (assessment::is_changed(*chosen->instrument, *chosen->assessment))
      say_instrument_changed(session, project, *chosen, text::Severity::error);
  return !session.problems().has_errors();
}

Exit compare_sites(cli::Session& session) {
  std::vector<project::Project> projects;  // the scorings point into them
  for (const std::string& path : session.paths())
    if (auto project = session.project(path)) projects.push_back(std::move(*project));
  std::vector<std::pair<std::string, assessment::Scoring>> sites;
  for (const project::Project& project : projects)
    if (auto scoring = scoring_of(session, project, ""))
      sites.emplace_back(project.model().project.locality.value_or(project.model().project.name), std::move(*scoring));
  if (session.problems().has_errors()) return Exit::trouble;
  cli::Result result;
  result.document = [&] { return assessment::describe_sites(sites, projects.front().vocabulary()); };
  result.table = [&] { return assessment::table_of_sites(sites); };
  result.json = [&] { return assessment::sites_contract(sites); };
  result.svg = [&] { return assessment::sites_svg(sites, projects.front().vocabulary()); };
  session.write(result);
  return Exit::ok;
}

void declare_compare(cli::Command& command) {
  struct Options {
    std::string from, to;
  };
  const auto options = std::make_shared<Options>();
  command.option("--from", "ID", options->from, "the earlier assessment (default: the first)")
      .option("--to", "ID", options->to, "the later assessment (default: the latest)")
      .takes_projects()
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json, Format::svg})
      .example("assess compare --from baseline --to month-12", "what moved, and whether it could be chance")
      .example("assess compare north.yaml south.yaml", "two localities side by side, as they are")
      .run([options](cli::Session& session) {
        if (session.paths().size() > 1) return compare_sites(session);
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto& all = project->model().assessments;
        const std::string first = options->from.empty() && !all.empty() ? all[0].id : options->from;
        const auto from = choose(session, *project, first), to = choose(session, *project, options->to);
        if (!from || !to || !can_compare(session, *project, *from, *to)) return Exit::trouble;
        const auto before = assessment::score_assessment(from->id, *from->assessment, *from->instrument);
        const auto after = assessment::score_assessment(to->id, *to->assessment, *to->instrument);
        const auto comparison = assessment::compare(before, after);
        cli::Result result;
        result.document = [&] {
          return assessment::describe_comparison(comparison, project->model(), project->vocabulary());
        };
        result.table = [&] { return assessment::table_of_changes(comparison); };
        result.json = [&] { return assessment::compare_contract(comparison); };
        result.svg = [&] {
          return assessment::sites_svg({{from->id, before}, {to->id, after}}, project->vocabulary());
        };
        session.write(result);
        return Exit::ok;
      });
}

void declare_sheet(cli::Command& command) {
  struct Options {
    std::vector<std::string> tables;
    std::string instrument;
    std::optional<int> count;
  };
  const auto options = std::make_shared<Options>();
  command.option("--table", "ID", options->tables, "a sheet for this table; may be repeated (default: A)")
      .option("--tables", "N", options->count, "sheets for tables 1 to N")
      .option("--instrument", "NAME", options->instrument,
              "the instrument (default: the latest assessment's, else the built-in one)")
      .writes({Format::text, Format::markdown, Format::html, Format::csv})
      .example("assess sheet --table B -o sheet-b.html", "a blank sheet to print")
      .example("assess sheet --tables 6 -o sheets.html", "pages of their own for each of six tables")
      .example("assess sheet --table B -o sheet-b.csv", "the same for Excel; 'assess import' takes it back")
      .run([options](cli::Session& session) {
        if (options->count && (*options->count < 1 || *options->count > 1000))
          return session.usage_error("--tables is from 1 to 1000");
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const model::Assessment* latest = project->model().assessments.find(project->latest_assessment());
        const std::string name = !options->instrument.empty() ? options->instrument
                                 : latest != nullptr          ? latest->instrument
                                                              : "thrive-principles";
        const model::Instrument* instrument = project->instrument(name);
        if (instrument == nullptr) {
          session.problems().error("unknown-instrument", {}, "there is no instrument '" + name + "'",
                                   text::did_you_mean(name, project->model().instruments.ids()));
          return Exit::trouble;
        }
        std::vector<std::string> tables = options->tables;
        for (int table = 1; table <= options->count.value_or(0); ++table) tables.push_back(std::to_string(table));
        if (tables.empty()) tables = {"A"};
        cli::Result result;
        result.document = [&] {
          return assessment::score_sheets(tables, *instrument, project->model(), project->vocabulary());
        };
        result.table = [&] { return assessment::score_sheet_table(tables, *instrument); };
        session.write(result);
        return Exit::ok;
      });
}

// What the recording commands share: which assessment, and how to start it when it is not there.
struct Target {
  std::string assessment, instrument;
  std::optional<text::Date> date;
  bool replace = false;
};

void add_target(cli::Command& command, Target& target) {
  command.option("--assessment", "ID", target.assessment, "the assessment (default: the latest)")
      .option("--date", "DATE", target.date, "start a new assessment, held on this day")
      .option("--instrument", "NAME", target.instrument, "the instrument of a new assessment")
      .records()
      .dated();
}

// Without a name the scores would go to the latest assessment, on another day than the one that was meant.
bool lacks_name(const Target& target) { return target.date && target.assessment.empty(); }
constexpr const char* name_wanted = "--date starts a new assessment; name it with --assessment";

// The assessment to record in; a new one is added to the changes first.
std::optional<Chosen> open_target(cli::Session& session, const project::Project& project, const Target& target,
                                  project::Changes& changes, model::Assessment& fresh) {
  const bool exists = project.model().assessments.contains(target.assessment) || target.assessment.empty();
  if (exists || !target.date) {
    auto chosen = choose(session, project, target.assessment);
    if (chosen && assessment::is_changed(*chosen->instrument, *chosen->assessment)) {
      say_instrument_changed(session, project, *chosen, text::Severity::error);
      return std::nullopt;
    }
    if (chosen && !chosen->assessment->instrument_hash)
      changes.set({"assessments", chosen->id, "instrument_hash"},
                  assessment::instrument_fingerprint(*chosen->instrument));
    return chosen;
  }
  fresh.date = *target.date;
  if (!target.instrument.empty()) fresh.instrument = target.instrument;
  const model::Instrument* instrument = project.instrument(fresh.instrument);
  if (instrument == nullptr) {
    session.problems().error("unknown-instrument", {}, "there is no instrument '" + fresh.instrument + "'",
                             text::did_you_mean(fresh.instrument, project.model().instruments.ids()));
    return std::nullopt;
  }
  fresh.instrument_hash = assessment::instrument_fingerprint(*instrument);
  changes.insert({"assessments"}, target.assessment, project::to_value(fresh));
  return Chosen{target.assessment, &fresh, instrument};
}

// Adds scores to the changes. What is there already stays, unless it is to be replaced.
void record_scores(cli::Session& session, const project::Project& project, const Chosen& chosen,
                   const std::vector<assessment::ImportedScore>& scores, bool replace, project::Changes& changes) {
  std::set<std::string> added_tables;
  for (const assessment::ImportedScore& score : scores) {
    const project::Path path = {"assessments", chosen.id, "tables", score.table, "scores"};
    const model::TableAssessment* table = chosen.assessment->tables.find(score.table);
    const model::TableScore* known = table == nullptr ? nullptr : table->scores.find(score.item);
    const text::Value value = project::to_value(score.score);
    if (table == nullptr && added_tables.insert(score.table).second) {
      text::Value added;
      added.set("scores", text::Value().set(score.item, value));
      changes.insert({"assessments", chosen.id, "tables"}, score.table, std::move(added));
    } else if (known == nullptr) {
      changes.insert(path, score.item, value, yaml::Layout::one_line);
    } else if (*known == score.score) {
      continue;
    } else if (replace) {
      project::Path item = path;
      item.push_back(score.item);
      changes.set(item, value, yaml::Layout::one_line);
    } else {
      project::Path item = path;
      item.push_back(score.item);
      session.problems().error("score-there-already", project.place(item),
                               "table '" + score.table + "' has scored '" + score.item + "' already",
                               "give --replace to change what is there");
    }
  }
}

void declare_import(cli::Command& command) {
  struct Options : Target {
    std::vector<std::string> files;
    std::string table;
  };
  const auto options = std::make_shared<Options>();
  command.option("--from", "FILE", options->files, "a sheet of scores, or - for standard input; may be repeated")
      .option("--table", "ID", options->table, "the table, for sheets that do not name it")
      .flag("--replace", options->replace, "replace scores that are there already");
  add_target(command, *options);
  command.example("assess import --from sheet-b.csv", "read a filled-in sheet")
      .example("assess import --assessment month-12 --date 2025-03-19 --instrument local-v1 --from all.csv",
               "start an assessment from one")
      .run([options](cli::Session& session) {
        if (options->files.empty()) return session.usage_error("say which sheets with --from");
        if (lacks_name(*options)) return session.usage_error(name_wanted);
        std::vector<text::Spreadsheet> sheets;
        for (const std::string& file : options->files) {
          const auto source = session.read(file);
          const auto sheet = source ? text::read_spreadsheet(*source, session.problems()) : std::nullopt;
          if (sheet) sheets.push_back(*sheet);
        }
        if (session.problems().has_errors()) return Exit::trouble;
        const auto decide = [&](const project::Project& project, project::Changes& changes) {
          model::Assessment fresh;
          const auto chosen = open_target(session, project, *options, changes, fresh);
          if (!chosen) return false;
          const auto scores = assessment::read_scores(sheets, options->table, *chosen->instrument, session.problems());
          record_scores(session, project, *chosen, scores, options->replace, changes);
          return !session.problems().has_errors();
        };
        return session.record(decide, "read " + std::to_string(sheets.size()) +
                                          (sheets.size() == 1 ? " sheet of scores" : " sheets of scores"));
      });
}

void declare_record(cli::Command& command) {
  struct Options : Target {
    std::string table, item, score, evidence, votes;
  };
  const auto options = std::make_shared<Options>();
  command.option("--table", "ID", options->table, "the table")
      .option("--item", "ID", options->item, "the item")
      .option("--score", "SCORE", options->score, "the score the table agreed, or unknown")
      .option("--evidence", "TEXT", options->evidence, "what the table based it on")
      .option("--votes", "SCORES", options->votes, "what each seat said; saved sorted")
      .flag("--replace", options->replace, "replace a score that is there already");
  add_target(command, *options);
  command
      .example("assess record --table A --item M1 --score 2 --evidence 'Strategy signed, not reviewed'",
               "a table's score")
      .example("assess record --table B --item M3 --score unknown", "unknown is an answer")
      .run([options](cli::Session& session) {
        if (options->table.empty() || options->item.empty() || options->score.empty())
          return session.usage_error(
              "say whose score it is with --table, for what with --item, and the score with --score");
        if (lacks_name(*options)) return session.usage_error(name_wanted);
        const auto decide = [&](const project::Project& project, project::Changes& changes) {
          model::Assessment fresh;
          const auto chosen = open_target(session, project, *options, changes, fresh);
          if (!chosen) return false;
          text::Spreadsheet sheet;
          sheet.rows = {{{"table", {}}, {"item", {}}, {"score", {}}, {"evidence", {}}, {"votes", {}}},
                        {{options->table, {}},
                         {options->item, {}},
                         {options->score, {}},
                         {options->evidence, {}},
                         {options->votes, {}}}};
          const auto scores = assessment::read_scores({sheet}, "", *chosen->instrument, session.problems());
          record_scores(session, project, *chosen, scores, options->replace, changes);
          return !session.problems().has_errors();
        };
        return session.record(decide, "recorded table " + options->table + "'s score for " + options->item);
      });
}

void declare_agree(cli::Command& command) {
  struct Options {
    std::string assessment, item, score, reason;
    bool replace = false;
  };
  const auto options = std::make_shared<Options>();
  command.option("--assessment", "ID", options->assessment, "the assessment (default: the latest)")
      .option("--item", "ID", options->item, "the item")
      .option("--score", "SCORE", options->score, "the score the room agreed, or unknown")
      .option("--reason", "TEXT", options->reason, "why; needed where it leaves the range of the tables")
      .flag("--replace", options->replace, "replace what was agreed before")
      .records()
      .dated()
      .example("assess agree --item M1 --score 2", "what the room agreed")
      .example("assess agree --item P2 --score 1 --reason 'The room followed the young advisers'", "with its reason")
      .run([options](cli::Session& session) {
        if (options->item.empty() || options->score.empty())
          return session.usage_error("say for what with --item and the score with --score");
        const auto decide = [&](const project::Project& project, project::Changes& changes) {
          const auto chosen = choose(session, project, options->assessment);
          if (!chosen) return false;
          const project::Path path = {"assessments", chosen->id, "agreed", options->item};
          const auto score = assessment::check_agreement(
              {options->item, options->score, options->reason, options->replace}, *chosen->assessment,
              *chosen->instrument, project.place(path), session.problems());
          if (!score) return false;
          model::AgreedScore agreed = {*score, {}};
          if (!options->reason.empty()) agreed.reason = options->reason;
          changes.set(path, project::to_value(agreed), yaml::Layout::one_line);
          return true;
        };
        return session.record(decide, "recorded what the room agreed for " + options->item);
      });
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool{"assess", "how THRIVE-like are we: sheets, scores, agreement, change"};
  tool.command("sheet", "a blank score sheet for a table", declare_sheet);
  tool.command("import", "read filled-in sheets into the project", declare_import);
  tool.command("record", "record one table's score for one item", declare_record);
  tool.command("agree", "record what the room agreed for an item", declare_agree);
  tool.command("score", "an assessment, item by item", declare_score);
  tool.command("compare", "what moved between two assessments", declare_compare);
  return tool.run(argc, argv);
}
