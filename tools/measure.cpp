// SPDX-License-Identifier: MIT
//
// measure(1): weekly figures, run charts and statistical process control.
#include "tools/measure/commands.hpp"

using namespace thrive;

int main(int argc, char** argv) {
  cli::Tool tool("measure", "weekly figures, run charts and process control");
  tool.command("add", "define a measure", declare_add);
  tool.command("import", "put the figures of an extract into a measure's data file", declare_import);
  tool.command("analyse", "what the figures say: signals, limits, runs, data checks", declare_analyse);
  tool.command("chart", "a chart for a board paper, a terminal or a page", declare_chart);
  tool.command("signals", "what became special since a date or the last run", declare_signals);
  tool.command("suggest-rebase", "where limits might start anew, with the evidence", declare_suggest_rebase);
  tool.command("waits", "how long people wait, from an extract of referrals", declare_waits);
  tool.command("compute", "the weekly figures of measures, from an extract of referrals", declare_compute);
  tool.command("list", "each measure: latest value, how late, what it says", declare_list);
  tool.command("edit", "correct how measures are defined", declare_edit);
  return tool.run(argc, argv);
}
