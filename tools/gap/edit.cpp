// SPDX-License-Identifier: MIT
#include "libthrive/cli/edit_command.hpp"
#include "tools/gap/commands.hpp"

using namespace thrive;

void declare_edit(cli::Command& command) {
  cli::declare_edit(command, "gap");
  command.example("gap edit --set S3/status=agreed -n", "show what an agreed sheet changes")
      .example("gap edit --set S3/recommendations/r1/by=2024-12-20", "another day for a recommendation");
}
