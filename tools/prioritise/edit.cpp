// SPDX-License-Identifier: MIT
#include "libthrive/cli/edit_command.hpp"
#include "tools/prioritise/commands.hpp"

using namespace thrive;

void declare_edit(cli::Command& command) {
  cli::declare_edit(command, "prioritise");
  command.example("prioritise edit --set rules/choose=4 -n", "show what another rule would change")
      .example("prioritise edit --set ideas/i01/benefit/A=5", "another rating of an idea");
}
