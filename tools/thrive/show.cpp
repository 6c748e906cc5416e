// SPDX-License-Identifier: MIT
#include "tools/thrive/commands.hpp"

#include "libthrive/project/show.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_show(cli::Command& command) {
  command.writes({Format::json})
      .example("thrive show | jq -r '.services[].name'", "list the names of all services")
      .example("thrive show thrive.yaml -o project.json", "keep it for another program")
      .run([](cli::Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        cli::Result result;
        result.json = [&] { return project::shown(*project); };
        session.write(result);
        return Exit::ok;
      });
}
