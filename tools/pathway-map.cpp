// SPDX-License-Identifier: MIT
//
// pathway-map(1): the map of services and flows, what it shows, and agreement between tables.
#include "tools/pathway-map/commands.hpp"

using namespace thrive;

int main(int argc, char** argv) {
  cli::Tool tool("pathway-map", "map services and flows, see what the map shows, agree on it");
  tool.command("add", "add a service, a flow or a pathway", declare_add);
  tool.command("observe", "record what the workshop saw at a service or a flow", declare_observe);
  tool.command("import", "add services, flows and observations from CSV", declare_import);
  tool.command("list", "list services, flows, observations or pathways", declare_list);
  tool.command("sheet", "print a blank for the workshop, or its agenda", declare_sheet);
  tool.command("analyse", "what the map shows, as findings with their evidence", declare_analyse);
  tool.command("draw", "the map as a picture, or as sentences", declare_draw);
  tool.command("compare", "what differs between two pathways, and what that means", declare_compare);
  tool.command("agree", "from the tables' maps to one", declare_agree);
  tool.command("discover", "how young people really moved, by an event log", declare_discover);
  tool.command("edit", "correct services, pathways and observations", declare_edit);
  return tool.run(argc, argv);
}
