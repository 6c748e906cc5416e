// SPDX-License-Identifier: MIT
//
// drivers(1): the theory of how things get better: aim, drivers, change ideas, causes.
#include "tools/drivers/commands.hpp"

using namespace thrive;

int main(int argc, char** argv) {
  cli::Tool tool{"drivers", "the theory: aim, drivers, change ideas, and what keeps a problem going"};
  tool.command("aim", "record the aim", declare_aim);
  tool.command("add", "add a driver or a change idea", declare_add);
  tool.command("link", "say what tests, carries out or is driven by an idea", declare_link);
  tool.command("park", "put an idea aside, with the reason", declare_park);
  tool.command("import", "read a diagram from a sheet", declare_import);
  tool.command("draw", "the diagram as a picture", declare_draw);
  tool.command("list", "aim, drivers and ideas, and what has become of them", declare_list);
  tool.command("check", "what the theory lacks", declare_check);
  tool.command("causes", "what keeps a problem going: record, draw, check", declare_causes);
  tool.command("sheet", "blank sheets for the workshop", declare_sheet);
  tool.command("edit", "correct aim, drivers, ideas and causes", declare_edit);
  return tool.run(argc, argv);
}
