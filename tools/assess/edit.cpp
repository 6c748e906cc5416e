// SPDX-License-Identifier: MIT
#include "libthrive/cli/edit_command.hpp"
#include "tools/assess/commands.hpp"

using namespace thrive;

void declare_edit(cli::Command& command) {
  cli::declare_edit(command, "assess");
  command.example("assess edit --set baseline/date=2024-03-21 -n", "show what another day of the workshop would change")
      .example("assess edit --remove baseline/tables/A/scores/M1", "take back a score");
}
