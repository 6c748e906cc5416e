// SPDX-License-Identifier: MIT
#include "libthrive/cli/edit_command.hpp"
#include "tools/pdsa/commands.hpp"

using namespace thrive;

void declare_edit(cli::Command& command) {
  cli::declare_edit(command, "pdsa");
  command.example("pdsa edit --set r1/cycles/r1c1/end=2024-06-28 -n", "show what another last day would change")
      .example("pdsa edit --set 'r1/cycles/r1c1/do/observed=Two huddles, not one'", "correct what happened");
}
