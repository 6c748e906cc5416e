// SPDX-License-Identifier: MIT
#include "libthrive/cli/edit_command.hpp"
#include "tools/thrive/commands.hpp"

using namespace thrive;

void declare_edit(cli::Command& command) {
  cli::declare_edit(command, "thrive");
  command.example("thrive edit --set services/gp/wte=7.5 -n", "show what a correction would change")
      .example("thrive edit --rename services/camhs=getting-more-help --remove observations/o07",
               "another id, wherever it is named, and an observation less, in one step");
}
