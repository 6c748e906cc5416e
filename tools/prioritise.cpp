// SPDX-License-Identifier: MIT
//
// prioritise(1): from the tables' top fives to an agreed five.
#include "tools/prioritise/commands.hpp"

using namespace thrive;

int main(int argc, char** argv) {
  cli::Tool tool("prioritise", "from the tables' top fives to an agreed five");
  tool.command("candidates", "what is known of each item before the room prioritises", declare_candidates);
  tool.command("sheet", "blank sheets for the tables to rank on", declare_sheet);
  tool.command("import", "read tables' lists from sheets, text ballots or PrefLib", declare_import);
  tool.command("record", "record a table's list, or that it hands in nothing", declare_record);
  tool.command("consensus", "what the tables' lists come to, and how sure that is", declare_consensus);
  tool.command("agree", "record what the room agreed, with reasons and dissent", declare_agree);
  tool.command("idea", "record a change idea and its ratings", declare_idea);
  tool.command("matrix", "change ideas by benefit and ease", declare_matrix);
  tool.command("edit", "correct rules, lists, ideas and what was agreed", declare_edit);
  return tool.run(argc, argv);
}
