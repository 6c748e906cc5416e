// SPDX-License-Identifier: MIT
//
// pdsa(1): Plan-Do-Study-Act ramps and cycles.
#include "tools/pdsa/commands.hpp"

using namespace thrive;

int main(int argc, char** argv) {
  cli::Tool tool{"pdsa", "Plan-Do-Study-Act ramps and cycles"};
  tool.command("list", "ramps as a timeline: open, overdue, next", declare_list);
  tool.command("show", "one ramp as a story", declare_show);
  tool.command("check", "what a coach would say about the cycles", declare_check);
  tool.command("new", "plan the next cycle", declare_new);
  tool.command("do", "write down what happened", declare_do);
  tool.command("study", "write down what it showed", declare_study);
  tool.command("act", "write down what comes of it", declare_act);
  tool.command("edit", "correct ramps and cycles", declare_edit);
  return tool.run(argc, argv);
}
