// SPDX-License-Identifier: MIT
#include "libthrive/cli/edit_command.hpp"
#include "tools/plan/commands.hpp"

using namespace thrive;

void declare_edit(cli::Command& command) {
  cli::declare_edit(command, "plan");
  command.example("plan edit --set plan/tasks/t17/owner='CAMHS operational lead' -n", "show what another owner changes")
      .example("plan edit --set meetings/steering/minutes=60", "a shorter meeting");
}
