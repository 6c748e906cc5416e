// SPDX-License-Identifier: MIT
#include "libthrive/cli/edit_command.hpp"
#include "tools/pathway-map/commands.hpp"

using namespace thrive;

void declare_edit(cli::Command& command) {
  cli::declare_edit(command, "pathway-map");
  command
      .example("pathway-map edit --set current/flows/gp:spa/per_year=1510 -n", "show what another number would change")
      .example("pathway-map edit --set current/flows/gp:spa/wait/median_days=12 --set spa/wte=7.5",
               "fill in what was not known on the day");
}
