// SPDX-License-Identifier: MIT
//
// thrive(1): the project as a whole.
#include "tools/thrive/commands.hpp"

using namespace thrive;

int main(int argc, char** argv) {
  cli::Tool tool("thrive", "start, check and show a THRIVE project");
  tool.command("init", "start a project", declare_init);
  tool.command("check", "say everything that is wrong with projects", declare_check);
  tool.command("status", "say what is next, and where the chain of evidence breaks", declare_status);
  tool.command("show", "print the project as JSON", declare_show);
  tool.command("schema", "print the JSON Schema of project files", declare_schema);
  tool.command("explain", "say what a check means and what to do", declare_explain);
  tool.command("export", "write projects as tables for analysis", declare_export);
  tool.command("bind", "join parts of reports into one page", declare_bind);
  tool.command("diff", "say what changed between two versions", declare_diff);
  tool.command("edit", "correct any field of the project", declare_edit);
  tool.command("fields", "list what may stand at a path, and what does", declare_fields);
  tool.command("merge", "join two versions of a project that began as one", declare_merge);
  tool.command("git-setup", "tell git how projects are joined and compared", declare_git_setup);
  tool.command("hook", "check what is about to be committed, in git", declare_hook);
  tool.runs_siblings();
  return tool.run(argc, argv);
}
