// SPDX-License-Identifier: MIT
//
// gap(1): ideal, in place, in development, gaps, training, recommendations.

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "libthrive/cli/tool.hpp"
#include "libthrive/gaps/checks.hpp"
#include "libthrive/gaps/describe/describe.hpp"
#include "libthrive/gaps/draft.hpp"
#include "libthrive/gaps/training.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

// The assessment that priorities come from: the latest on or before the day the room agreed them, else the latest.
const model::Assessment* assessment_behind(const project::Opened& project) {
  const auto& priorities = project.model().priorities;
  const model::Assessment* found = nullptr;
  if (priorities && priorities->agreed && priorities->agreed->date)
    for (const auto& entry : project.model().assessments)
      if (entry.value.date <= *priorities->agreed->date && (found == nullptr || entry.value.date >= found->date))
        found = &entry.value;
  return found != nullptr ? found : project.model().assessments.find(project.latest_assessment());
}

const model::Instrument* instrument_behind(const project::Opened& project) {
  const model::Assessment* assessment = assessment_behind(project);
  return project.instrument(assessment == nullptr ? "thrive-principles" : assessment->instrument);
}

// The priorities that --item names, or all: the agreed ones, then other sheets there are.
std::optional<std::vector<std::string>> wanted_priorities(cli::Session& session, const project::Opened& project,
                                                          const std::vector<std::string>& named) {
  std::vector<std::string> all = gaps::priorities_to_draft(project.model());
  for (const std::string& sheet : project.model().gaps.ids())
    if (std::find(all.begin(), all.end(), sheet) == all.end()) all.push_back(sheet);
  if (named.empty()) return all;
  for (const std::string& item : named)
    if (std::find(all.begin(), all.end(), item) == all.end()) {
      session.problems().error("no-such-priority", project.place_of_key({"gaps"}),
                               "'" + item + "' is no agreed priority and has no sheet", text::did_you_mean(item, all));
      return std::nullopt;
    }
  return named;
}

void declare_sheet(cli::Command& command) {
  const auto items = std::make_shared<std::vector<std::string>>();
  command.option("--item", "ID", *items, "only this priority; may be repeated")
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .example("gap sheet -o gaps.html", "all sheets, to print or to share")
      .example("gap sheet --item S3", "one sheet")
      .run([items](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto priorities = wanted_priorities(session, *project, *items);
        if (!priorities) return Exit::trouble;
        const gaps::Reported reported = {project->model(), project->vocabulary(), instrument_behind(*project)};
        cli::Result result;
        result.document = [&] {
          const bool on_paper = session.format() != Format::text;
          return gaps::describe_sheets(reported, *priorities,
                                       on_paper ? gaps::SheetShape::six_columns : gaps::SheetShape::rows);
        };
        result.table = [&] { return gaps::table_of_sheets(reported, *priorities); };
        result.json = [&] { return gaps::sheets_contract(reported, *priorities); };
        session.write(result);
        return Exit::ok;
      });
}

// Adds what was drafted to the changes; what a person wrote stays.
void record_draft(const gaps::Draft& draft, project::Changes& changes) {
  if (draft.is_new) {
    model::GapSheet sheet;
    sheet.ideal = draft.ideal;
    for (const gaps::DraftedLine& drafted : draft.lines)
      (drafted.column == gaps::LineColumn::in_place ? sheet.in_place : sheet.gaps).push_back(drafted.line);
    text::Value value = text::Value::map();
    value.set("status", "draft");
    const text::Value drafted_sheet = project::to_value(sheet);
    if (const auto* fields = drafted_sheet.as_map())
      for (const auto& [key, field] : *fields) value.set(key, field);
    changes.insert({"gaps"}, draft.priority, std::move(value));
    return;
  }
  if (draft.ideal) changes.set({"gaps", draft.priority, "ideal"}, *draft.ideal);
  for (const gaps::DraftedLine& drafted : draft.lines)
    changes.append({"gaps", draft.priority, std::string(gaps::key_of(drafted.column))},
                   project::to_value(drafted.line));
}

void declare_draft(cli::Command& command) {
  const auto items = std::make_shared<std::vector<std::string>>();
  command.option("--item", "ID", *items, "only this priority; may be repeated")
      .records()
      .example("gap draft -n", "show what would be drafted")
      .example("gap draft --item S3", "draft one sheet from scores and observations")
      .run([items](cli::Session& session) {
        const auto decide = [&](const project::Opened& project, project::Changes& changes) {
          const auto priorities = items->empty() ? std::optional(gaps::priorities_to_draft(project.model()))
                                                 : wanted_priorities(session, project, *items);
          if (!priorities) return false;
          if (priorities->empty()) {
            session.problems().error("no-priorities-agreed", project.place_of_key({"priorities"}),
                                     "the room has not agreed its priorities yet",
                                     "record them with 'prioritise agree'");
            return false;
          }
          for (const std::string& priority : *priorities)
            record_draft(
                gaps::draft_sheet(project.model(), instrument_behind(project), assessment_behind(project), priority),
                changes);
          return true;
        };
        return session.record(decide, "drafted gap sheets");
      });
}

struct RecordOptions {
  std::string item, column, text, voice, owner, gap, module, who, id;
  std::optional<text::Date> by;
  std::optional<int> people;
};

template <class Text>
void take(std::optional<std::string>& into, const Text& words) {
  if (!words.empty()) into = words;
}

// The next free id of a recommendation: r1, r2 ...
std::string next_recommendation(const model::GapSheet* sheet) {
  for (int number = 1;; ++number) {
    const std::string id = "r" + std::to_string(number);
    if (sheet == nullptr || !sheet->recommendations.contains(id)) return id;
  }
}

// A sheet may be begun for any item that was scored; the check says so when the room did not agree it.
bool is_known(cli::Session& session, const project::Opened& project, const std::string& item) {
  const model::Instrument* instrument = instrument_behind(project);
  if (instrument != nullptr && instrument->items.contains(item)) return true;
  return wanted_priorities(session, project, {item}).has_value();
}

// An option that belongs to another column would be lost in silence.
std::string misplaced(const RecordOptions& options) {
  const bool is_training = options.column == "training", is_recommendation = options.column == "recommendations";
  if (!is_training && (!options.module.empty() || !options.who.empty() || options.people))
    return "--module, --who and --people are for the column 'training'";
  if (!is_recommendation && (!options.owner.empty() || options.by || !options.gap.empty() || !options.id.empty()))
    return "--owner, --by, --gap and --id are for the column 'recommendations'";
  if (!options.voice.empty() && (is_training || is_recommendation || options.column == "ideal"))
    return "--voice is for the columns 'in-place', 'in-development' and 'gaps'";
  return {};
}

bool has_line(const std::vector<model::GapLine>& lines, const std::string& words) {
  return std::any_of(lines.begin(), lines.end(), [&](const model::GapLine& line) { return line.text == words; });
}

// Whether the line can be added: it is not there yet, and the gap that it names is.
bool is_new_line(cli::Session& session, const RecordOptions& options, const project::Opened& project,
                 const model::GapSheet* sheet) {
  static const model::GapSheet blank;
  const model::GapSheet& known = sheet == nullptr ? blank : *sheet;
  if ((options.column == "gaps" && has_line(known.gaps, options.text)) ||
      (options.column == "in-place" && has_line(known.in_place, options.text)) ||
      (options.column == "in-development" && has_line(known.in_development, options.text))) {
    session.problems().error("gap-recorded-already", project.place_of_key({"gaps", options.item}),
                             "the sheet has this line under '" + options.column + "' already",
                             "change it in the file by hand; git keeps what was there");
    return false;
  }
  std::vector<std::string> gaps;
  for (const model::GapLine& gap : known.gaps) {
    gaps.push_back(gap.text);
    if (gap.from) gaps.push_back(*gap.from);
  }
  if (options.gap.empty() || std::find(gaps.begin(), gaps.end(), options.gap) != gaps.end()) return true;
  const std::string near = text::did_you_mean(options.gap, gaps);
  session.problems().error(
      "no-such-gap", project.place_of_key({"gaps", options.item}),
      "sheet '" + options.item + "' has no gap '" + options.gap + "'",
      near.empty() ? "write it as on the sheet; 'gap sheet --item " + options.item + "' shows it" : near);
  return false;
}

bool decide_record(cli::Session& session, const RecordOptions& options, const project::Opened& project,
                   project::Changes& changes) {
  if (!is_known(session, project, options.item)) return false;
  const project::Path sheet_path = {"gaps", options.item};
  const model::GapSheet* sheet = project.model().gaps.find(options.item);
  if (!is_new_line(session, options, project, sheet)) return false;
  if (options.column == "ideal") {
    if (sheet != nullptr && sheet->ideal) {
      session.problems().error("gap-recorded-already", project.place({"gaps", options.item, "ideal"}),
                               "the sheet has an ideal already",
                               "change it in the file by hand; git keeps what was there");
      return false;
    }
    changes.set({"gaps", options.item, "ideal"}, options.text);
  } else if (options.column == "training") {
    model::TrainingNeed need = {options.text, {}, {}, options.people};
    take(need.module, options.module);
    take(need.who, options.who);
    changes.append({"gaps", options.item, "training"}, project::to_value(need));
  } else if (options.column == "recommendations") {
    model::Recommendation recommendation = {options.text, {}, options.by, {}};
    take(recommendation.owner, options.owner);
    take(recommendation.gap, options.gap);
    changes.insert({"gaps", options.item, "recommendations"},
                   options.id.empty() ? next_recommendation(sheet) : options.id, project::to_value(recommendation));
  } else {
    model::GapLine line = {options.text, {}, {}};
    take(line.voice, options.voice);
    std::string key = options.column;
    std::replace(key.begin(), key.end(), '-', '_');
    changes.append({"gaps", options.item, key}, project::to_value(line));
  }
  return true;
}

void declare_record(cli::Command& command) {
  const auto options = std::make_shared<RecordOptions>();
  command.option("--item", "ID", options->item, "the priority")
      .choice("--column", {"ideal", "in-place", "in-development", "gaps", "training", "recommendations"},
              options->column, "the column")
      .option("--text", "TEXT", options->text, "the line")
      .option("--voice", "WHOSE", options->voice, "whose view it is, such as young-person")
      .option("--module", "ID", options->module, "training: the Academy module")
      .option("--who", "ROLE", options->who, "training: who needs it")
      .option("--people", "N", options->people, "training: how many")
      .option("--owner", "ROLE", options->owner, "recommendation: who sees to it")
      .option("--by", "DATE", options->by, "recommendation: by when")
      .option("--gap", "TEXT", options->gap, "recommendation: the gap it closes")
      .option("--id", "ID", options->id, "recommendation: its id; the next free one when left out")
      .records()
      .example("gap record --item S3 --column gaps --text 'Nobody to ring' --voice young-person",
               "one line of one column")
      .example(
          "gap record --item S3 --column recommendations --text 'Test a huddle' --owner 'team manager' --by 2024-11-29",
          "a recommendation")
      .run([options](cli::Session& session) {
        if (options->item.empty() || options->column.empty() || options->text.empty())
          return session.usage_error(
              "say which priority with --item, which column with --column, and the line with --text");
        if (const std::string wrong = misplaced(*options); !wrong.empty()) return session.usage_error(wrong);
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              return decide_record(session, *options, project, changes);
            },
            "recorded a line of sheet " + options->item);
      });
}

void declare_check(cli::Command& command) {
  command.writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .example("gap check", "what the sheets lack")
      .example("gap check -f csv -o gaps.csv", "the same as a table")
      .run([](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto findings = gaps::check_sheets(project->model());
        const gaps::Reported reported = {project->model(), project->vocabulary(), instrument_behind(*project)};
        cli::Result result;
        result.text = [&] {
          std::vector<text::Place> places;
          for (const gaps::Finding& finding : findings) places.push_back(project->place(finding.path));
          return gaps::checks_as_text(findings, places);
        };
        result.document = [&] { return gaps::describe_checks(reported, findings); };
        result.table = [&] { return gaps::table_of_findings(findings); };
        result.json = [&] { return gaps::checks_contract(findings); };
        session.write(result);
        const auto counts = [](const gaps::Finding& finding) { return finding.severity != text::Severity::note; };
        return std::any_of(findings.begin(), findings.end(), counts) ? Exit::findings : Exit::ok;
      });
}

void declare_training(cli::Command& command) {
  command.writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .example("gap training", "who needs which module of the Academy")
      .example("gap training -f csv -o training.csv", "the same for a training plan")
      .run([](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto modules = gaps::training_needs(project->model(), project->vocabulary());
        const gaps::Reported reported = {project->model(), project->vocabulary(), instrument_behind(*project)};
        cli::Result result;
        result.document = [&] { return gaps::describe_training(reported, modules); };
        result.table = [&] { return gaps::table_of_training(modules); };
        result.json = [&] { return gaps::training_contract(modules); };
        session.write(result);
        return Exit::ok;
      });
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool{"gap", "gap sheets: from an agreed priority to what should change"};
  tool.command("sheet", "the sheets, filled in or blank", declare_sheet);
  tool.command("draft", "draft sheets from scores and observations", declare_draft);
  tool.command("record", "write one line of one column", declare_record);
  tool.command("check", "what the sheets lack", declare_check);
  tool.command("training", "training that the sheets ask for, by module", declare_training);
  return tool.run(argc, argv);
}
