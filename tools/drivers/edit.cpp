// SPDX-License-Identifier: MIT
#include "libthrive/cli/edit_command.hpp"
#include "tools/drivers/commands.hpp"

using namespace thrive;

void declare_edit(cli::Command& command) {
  cli::declare_edit(command, "drivers");
  command.example("drivers edit --set drivers/reviewed=2025-03-19 -n examples/thornmere", "the day of the last look")
      .example("drivers edit --rename ideas/c7=c17 -n examples/thornmere", "another id, wherever it is named");
}
