// SPDX-License-Identifier: MIT
#include "tools/gap/commands.hpp"

#include <memory>
#include <optional>
#include <string>

#include "libthrive/gaps/entry/recording.hpp"
#include "tools/gap/chosen.hpp"

using namespace thrive;

namespace {

struct RecordOptions {
  std::string item, column, text, voice, owner, gap, module, who, id;
  std::optional<text::Date> by;
  std::optional<int> people;
};

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

/// Where the line would go: the sheet, its ideal, or the section of sheets.
text::Place place_of(const RecordOptions& options, const project::Opened& project) {
  const model::GapSheet* sheet = project.model().gaps.find(options.item);
  if (sheet == nullptr) return project.place_of_key({"gaps"});
  const bool has_ideal = options.column == "ideal" && sheet->ideal;
  return has_ideal ? project.place({"gaps", options.item, "ideal"}) : project.place_of_key({"gaps", options.item});
}

gaps::WrittenLine line_of(const RecordOptions& options, const project::Opened& project) {
  gaps::WrittenLine line(place_of(options, project));
  line.say("priority", options.item);
  line.say("column", options.column);
  line.say("text", options.text);
  line.say("voice", options.voice);
  line.say("module", options.module);
  line.say("who", options.who);
  line.say("people", options.people ? std::to_string(*options.people) : std::string());
  line.say("owner", options.owner);
  line.say("by", options.by ? text::format_date(*options.by) : std::string());
  line.say("gap", options.gap);
  line.say("id", options.id);
  return line;
}

}  // namespace

void declare_record(cli::Command& command) {
  const auto options = std::make_shared<RecordOptions>();
  command.option("--item", "ID", options->item, "the priority")
      .choice("--column", gaps::columns_of_lines(), options->column, "the column")
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
              const auto recorded = gaps::record_lines({line_of(*options, project)}, judged(project),
                                                       gaps::Repeated::refused, session.problems());
              changes.add(recorded.changes);
              return !session.problems().has_errors();
            },
            "recorded a line of sheet " + options->item);
      });
}
