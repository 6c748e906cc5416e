// SPDX-License-Identifier: MIT
//
// gap(1): ideal, in place, in development, gaps, training, recommendations.
#include "tools/gap/commands.hpp"

using namespace thrive;

int main(int argc, char** argv) {
  cli::Tool tool{"gap", "gap sheets: from an agreed priority to what should change"};
  tool.command("sheet", "the sheets, filled in or blank", declare_sheet);
  tool.command("draft", "draft sheets from scores and observations", declare_draft);
  tool.command("record", "write one line of one column", declare_record);
  tool.command("import", "read lines from sheets that were filled in", declare_import);
  tool.command("check", "what the sheets lack", declare_check);
  tool.command("training", "training that the sheets ask for, by module", declare_training);
  tool.command("edit", "correct gap sheets", declare_edit);
  return tool.run(argc, argv);
}
