// SPDX-License-Identifier: MIT
//
// The commands of assess that write into the project.
#include "tools/assess/recording.hpp"

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/assessment/describe/contract.hpp"
#include "libthrive/assessment/entry/imported.hpp"
#include "libthrive/text/names.hpp"
#include "tools/assess/chosen.hpp"

using namespace thrive;
using cli::Exit;

namespace {

/// What the recording commands share: which assessment, and how to start it when it is not there.
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

/// Without a name the scores would go to the latest assessment, on another day than the one that was meant.
bool lacks_name(const Target& target) { return target.date && target.assessment.empty(); }
constexpr const char* name_wanted = "--date starts a new assessment; name it with --assessment";

/// True, and said, when an option speaks of another day or instrument than the assessment has.
bool contradicts(cli::Session& session, const project::Opened& project, const Target& target, const Chosen& chosen) {
  const auto other = assessment::contradiction(chosen.id, *chosen.assessment, target.date, target.instrument);
  if (!other) return false;
  session.problems().error("another-assessment", project.place({"assessments", chosen.id, other->field}),
                           other->message, other->hint);
  return true;
}

// The assessment to record in; a new one is added to the changes first.
std::optional<Chosen> open_target(cli::Session& session, const project::Opened& project, const Target& target,
                                  project::Changes& changes, model::Assessment& fresh) {
  const bool exists = project.model().assessments.contains(target.assessment) || target.assessment.empty();
  if (exists || !target.date) {
    auto chosen = choose(session, project, target.assessment);
    if (chosen && assessment::is_changed(*chosen->instrument, *chosen->assessment)) {
      say_instrument_changed(session, project, *chosen, text::Severity::error);
      return std::nullopt;
    }
    if (chosen && contradicts(session, project, target, *chosen)) return std::nullopt;
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

/// Adds scores to the changes. What is there already stays, unless it is to be replaced.
void record_scores(cli::Session& session, const project::Opened& project, const Chosen& chosen,
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

}  // namespace

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
        std::vector<tables::Input> sheets;
        for (const std::string& file : options->files)
          if (const auto sheet = session.table(file)) sheets.push_back(*sheet);
        if (session.problems().has_errors()) return Exit::trouble;
        const auto decide = [&](const project::Opened& project, project::Changes& changes) {
          model::Assessment fresh;
          const auto chosen = open_target(session, project, *options, changes, fresh);
          if (!chosen) return false;
          const auto scores = assessment::read_scores(sheets, options->table, *chosen->instrument,
                                                      chosen->assessment->tables.ids(), session.problems());
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
        const auto decide = [&](const project::Opened& project, project::Changes& changes) {
          model::Assessment fresh;
          const auto chosen = open_target(session, project, *options, changes, fresh);
          if (!chosen) return false;
          const auto scores =
              assessment::read_score({options->table, options->item, options->score, options->evidence, options->votes},
                                     *chosen->instrument, chosen->assessment->tables.ids(), session.problems());
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
        const auto decide = [&](const project::Opened& project, project::Changes& changes) {
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
