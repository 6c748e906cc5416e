// SPDX-License-Identifier: MIT
#include <memory>

#include "libthrive/findings/say.hpp"
#include "libthrive/project/found.hpp"
#include "tools/plan/commands.hpp"
#include "tools/plan/recorded.hpp"

using namespace thrive;

namespace {

struct AddOptions {
  std::string id, name, step, owner;
  std::optional<text::Date> start, end;
  std::vector<std::string> after, serves;
};

/// A task that ends before it starts cannot be meant.
bool refuse_dates(const AddOptions& options, const project::Opened& project, text::Diagnostics& problems) {
  if (*options.end >= *options.start) return false;
  findings::say(problems, {"task-ends-before-start",
                           project.place_of_key({"plan", "tasks"}),
                           {{"case", "recording"},
                            {"start", text::format_date_in_words(*options.start)},
                            {"end", text::format_date_in_words(*options.end)}}});
  return true;
}

bool add_task(const AddOptions& options, const project::Opened& project, project::Changes& changes,
              text::Diagnostics& problems) {
  if (refuse_dates(options, project, problems)) return false;
  const auto& plan = project.model().plan;
  TypedEntry task("plan/tasks", !options.id.empty()
                                    ? options.id
                                    : next_numbered(plan ? plan->tasks.ids() : std::vector<std::string>(), "t"));
  task.say("name", options.name);
  task.say("step", options.step);
  task.say("owner", options.owner);
  task.say("start", options.start);
  task.say("end", options.end);
  task.say("after", options.after);
  task.say("serves", options.serves);
  return task.record(project, false, changes, problems);
}

}  // namespace

void declare_add(cli::Command& command) {
  const auto options = std::make_shared<AddOptions>();
  command.option("--name", "TEXT", options->name, "the work in a few words")
      .term("--step", "plan-steps", options->step, "the step of implementation it belongs to")
      .option("--owner", "ROLE", options->owner, "who sees to it; a role, never a name")
      .option("--start", "DATE", options->start, "first day")
      .option("--end", "DATE", options->end, "last day")
      .option("--after", "TASK", options->after, "a task it comes after; may be repeated")
      .option("--serves", "REF", options->serves, "what it serves, such as c1, S3.r1 or k3; may be repeated")
      .option("--id", "ID", options->id, "its id; the next free one, such as t40, when left out")
      .records()
      .example(
          "plan add --name 'Paper for bridge funding' --step sustainability --owner commissioner --start 2025-02-20 "
          "--end 2025-03-05 --serves k3",
          "a task that answers a risk")
      .example("plan add --name 'Ask ten families' --step learning --start 2025-04-07 --end 2025-04-30 --after t32 -n",
               "a task without an owner yet; what would change")
      .run([options](cli::Session& session) {
        if (options->name.empty() || options->step.empty() || !options->start || !options->end)
          return session.usage_error("a task needs --name, --step, --start and --end");
        return session.record(
            [&](const project::Opened& project, project::Changes& changes) {
              return add_task(*options, project, changes, session.problems());
            },
            "added a task");
      });
}
