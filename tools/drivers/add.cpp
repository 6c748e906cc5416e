// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "libthrive/project/editing/new_entry.hpp"
#include "tools/drivers/commands.hpp"
#include "tools/drivers/opened.hpp"

using namespace thrive;

namespace {

struct AddOptions {
  std::string what, id, name, text, why, task, note;
  std::vector<std::string> drives, priorities, measures, answers, because;
  std::optional<text::Date> added;
  std::string reviewed_with;
};

/// The first free `d1`, `d2` ... or `c1`, `c2` ...
std::string free_id(const std::vector<std::string>& taken, const std::string& letter) {
  for (int number = 1;; ++number) {
    std::string id = letter + std::to_string(number);
    if (std::find(taken.begin(), taken.end(), id) == taken.end()) return id;
  }
}

project::NewEntry driver_of(const AddOptions& options, const project::Opened& project) {
  const auto& drivers = project.model().drivers;
  const std::vector<std::string> taken = drivers ? drivers->nodes.ids() : std::vector<std::string>();
  project::NewEntry entry{"drivers/nodes", options.id.empty() ? free_id(taken, "d") : options.id, {}};
  entry.fields.emplace_back("name", options.name);
  entry.fields.emplace_back("drives", typed_list(options.drives));
  if (!options.priorities.empty()) entry.fields.emplace_back("priorities", typed_list(options.priorities));
  if (!options.measures.empty()) entry.fields.emplace_back("measures", typed_list(options.measures));
  if (!options.note.empty()) entry.fields.emplace_back("note", options.note);
  return entry;
}

project::NewEntry idea_of(const AddOptions& options, const project::Opened& project) {
  project::NewEntry entry{"ideas", options.id.empty() ? free_id(project.model().ideas.ids(), "c") : options.id, {}};
  entry.fields.emplace_back("text", options.text);
  if (!options.drives.empty()) entry.fields.emplace_back("drives", typed_list(options.drives));
  if (!options.answers.empty()) entry.fields.emplace_back("answers", typed_list(options.answers));
  if (!options.because.empty()) entry.fields.emplace_back("because", typed_list(options.because));
  if (!options.why.empty()) entry.fields.emplace_back("why", options.why);
  if (!options.task.empty()) entry.fields.emplace_back("task", options.task);
  if (options.added) entry.fields.emplace_back("added", text::format_date(*options.added));
  if (!options.reviewed_with.empty()) entry.fields.emplace_back("reviewed_with", options.reviewed_with);
  return entry;
}

/// What is wrong with the options for what is to be added; empty when nothing is.
std::string misused(const AddOptions& options) {
  const bool is_driver = options.what == "driver";
  if (is_driver && options.name.empty()) return "say what the driver is with --name";
  if (is_driver && options.drives.empty()) return "say what the driver drives with --drives: aim, or a driver";
  if (is_driver && (!options.text.empty() || !options.answers.empty() || !options.because.empty() ||
                    !options.why.empty() || !options.task.empty() || options.added || !options.reviewed_with.empty()))
    return "--text, --answers, --because, --why, --task, --added and --reviewed-with are for an idea";
  if (is_driver) return {};
  if (options.text.empty()) return "say what the idea is with --text";
  if (!options.name.empty() || !options.priorities.empty() || !options.measures.empty() || !options.note.empty())
    return "--name, --priority, --measure and --note are for a driver";
  return {};
}

}  // namespace

void declare_add(cli::Command& command) {
  const auto options = std::make_shared<AddOptions>();
  command.word("WHAT", {"driver", "idea"}, options->what, "what to add: driver or idea")
      .option("--id", "ID", options->id, "its id; the next free one, such as d5 or c13, when left out")
      .option("--name", "NAME", options->name, "driver: what must be different, in a few words")
      .option("--text", "TEXT", options->text, "idea: the change, in a sentence")
      .option("--drives", "ID", options->drives,
              "what it drives: of a driver aim or a driver, of an idea a driver; may be repeated")
      .option("--priority", "ITEM", options->priorities,
              "driver: an agreed priority that it stands for; may be repeated")
      .option("--measure", "ID", options->measures, "driver: a measure that shows whether it moves; may be repeated")
      .option("--note", "TEXT", options->note, "driver: anything else")
      .option("--answers", "REF", options->answers, "idea: a recommendation it answers, such as S3.r1; may be repeated")
      .option("--because", "REF", options->because,
              "idea: a note, theme, cause, voice or cycle that led to it; may be repeated")
      .option("--why", "TEXT", options->why, "idea: why this one and not another")
      .option("--task", "ID", options->task, "idea: the task that carries it out without a test")
      .option("--added", "DATE", options->added, "idea: when it was written down")
      .option("--reviewed-with", "TEXT", options->reviewed_with,
              "idea: who among young people and families looked at it, and when; groups, never names")
      .records()
      .example("drivers add driver --name 'Young people can ask by text' --drives d2 --measure returned",
               "a driver below another one")
      .example("drivers add idea --text 'Text reply within a day' --drives d2a --answers S2.r1", "a change idea")
      .run([options](cli::Session& session) {
        if (const std::string wrong = misused(*options); !wrong.empty()) return session.usage_error(wrong);
        return session.record([&](const project::Opened& project, project::Changes& changes) {
          const project::NewEntry entry =
              options->what == "driver" ? driver_of(*options, project) : idea_of(*options, project);
          session.say(fmt::format("added {} {}", options->what, entry.id));
          return project::add_new_entry(project, entry, changes, session.problems());
        });
      });
}
