// SPDX-License-Identifier: MIT
//
// plan(1): phases, tasks, meetings, people, risks.
#include "tools/plan/commands.hpp"

using namespace thrive;

int main(int argc, char** argv) {
  cli::Tool tool{"plan", "who does what by when, who oversees it, and who helps"};
  tool.command("add", "a new task", declare_add);
  tool.command("done", "a task is done", declare_done);
  tool.command("move", "a task ends on another day", declare_move);
  tool.command("stop", "a task is stopped", declare_stop);
  tool.command("met", "a meeting was held, and the next one is booked", declare_met);
  tool.command("import", "tasks from a sheet", declare_import);
  tool.command("list", "tasks by phase, and what is late", declare_list);
  tool.command("check", "what is late or missing", declare_check);
  tool.command("coverage", "which steps of implementation the project shows", declare_coverage);
  tool.command("calendar", "everything with a date, for calendar programs", declare_calendar);
  tool.command("draw", "the plan as a picture", declare_draw);
  tool.command("people", "who has an interest in the change", declare_people);
  tool.command("messages", "what is told to whom", declare_messages);
  tool.command("risks", "what may happen, and who watches it", declare_risks);
  tool.command("edit", "correct the plan", declare_edit);
  return tool.run(argc, argv);
}
