// SPDX-License-Identifier: MIT
#include "tools/thrive/commands.hpp"

#include <memory>
#include <string>
#include <vector>

#include "libthrive/project/starter.hpp"

using namespace thrive;
using cli::Exit;

void declare_init(cli::Command& command) {
  struct Options {
    std::string name = "Our i-THRIVE work";
    std::vector<std::string> folders;
  };
  const auto options = std::make_shared<Options>();
  command.takes_no_project()
      .takes("FOLDER", options->folders, "where to start it; this folder when left out", false)
      .option("--name", "NAME", options->name, "what the project is called")
      .example("thrive init thornmere --name 'Thornmere i-THRIVE'", "start a project in a new folder")
      .example("mkdir plan && cd plan && thrive init", "start it in the folder you are in")
      .run([options](cli::Session& session) {
        if (options->folders.empty()) options->folders.emplace_back(".");
        for (const std::string& folder : options->folders)
          if (!project::write_starter(folder, options->name, session.problems())) return Exit::trouble;
        return Exit::ok;
      });
}
