// SPDX-License-Identifier: MIT
#include "tools/gap/commands.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/text/names.hpp"
#include "tools/gap/chosen.hpp"

using namespace thrive;

namespace {

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

}  // namespace

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
