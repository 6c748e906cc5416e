// SPDX-License-Identifier: MIT
//
// assess(1): how THRIVE-like are we?
#include "tools/assess/commands.hpp"

using namespace thrive;

int main(int argc, char** argv) {
  cli::Tool tool{"assess", "how THRIVE-like are we: sheets, scores, agreement, change"};
  tool.command("sheet", "a blank score sheet for a table", declare_sheet);
  tool.command("import", "read filled-in sheets into the project", declare_import);
  tool.command("record", "record one table's score for one item", declare_record);
  tool.command("agree", "record what the room agreed for an item", declare_agree);
  tool.command("score", "an assessment, item by item", declare_score);
  tool.command("compare", "what moved between two assessments", declare_compare);
  tool.command("edit", "correct assessments and instruments", declare_edit);
  return tool.run(argc, argv);
}
