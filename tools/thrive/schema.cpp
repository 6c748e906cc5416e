// SPDX-License-Identifier: MIT
#include "tools/thrive/commands.hpp"

#include <memory>

#include "libthrive/project/reading/vocabulary_file.hpp"
#include "libthrive/records/schema.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_schema(cli::Command& command) {
  const auto is_part = std::make_shared<bool>(false);
  command.takes_no_project()
      .writes({Format::json})
      .flag("--of-part", *is_part, "for one file of a folder, which need not hold everything")
      .example("thrive schema -o thrive.schema.json", "make the schema that editors check with as you type")
      .example("thrive schema | jq -r '.properties | keys[]'", "list the sections of a project")
      .run([is_part](cli::Session& session) {
        cli::Result result;
        result.json = [&] { return records::json_schema(project::built_in_vocabulary(), *is_part); };
        session.write(result);
        return Exit::ok;
      });
}
