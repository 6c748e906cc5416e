// SPDX-License-Identifier: MIT
#include "libthrive/cli/edit_command.hpp"
#include "tools/measure/commands.hpp"

using namespace thrive;

void declare_edit(cli::Command& command) {
  cli::declare_edit(command, "measure");
  command.example("measure edit --set triage-wait/target/value=2.5 -n", "show what another target would change")
      .example("measure edit --set 'triage-wait/name=Days to triage (median)'", "another name for a measure");
}
