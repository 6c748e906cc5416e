// SPDX-License-Identifier: MIT
//
// plan(1): phases, tasks, meetings, people, risks.
#include "tools/plan/commands.hpp"

using namespace thrive;

int main(int argc, char** argv) {
  cli::Tool tool{"plan", "who does what by when, who oversees it, and who helps"};
  tool.command("list", "tasks by phase, and what is late", declare_list);
  tool.command("edit", "correct the plan", declare_edit);
  return tool.run(argc, argv);
}
