// SPDX-License-Identifier: MIT
#include "libthrive/versions/git_setup.hpp"

#include <memory>
#include <string>
#include <vector>

#include "tools/thrive/commands.hpp"

using namespace thrive;
using cli::Exit;

namespace {

struct SetupOptions {
  versions::GitSetup setup;
  std::vector<std::string> folders;
};

Exit run_setup(const SetupOptions& options, cli::Session& session) {
  if (options.folders.size() > 1) return session.usage_error("one FOLDER is enough");
  versions::GitSetup setup = options.setup;
  if (!options.folders.empty()) setup.folder = options.folders.front();
  const auto lines = versions::set_up_git(setup, session.problems());
  if (!lines) return Exit::trouble;
  if (lines->empty()) session.say(setup.removes ? "nothing of it is there" : "all of it is there already");
  for (const std::string& line : *lines) session.say((setup.removes ? "took away " : "wrote ") + line);
  return Exit::ok;
}

}  // namespace

void declare_git_setup(cli::Command& command) {
  const auto options = std::make_shared<SetupOptions>();
  command.takes_no_project()
      .takes("FOLDER", options->folders, "the folder of the project, in its repository; this one when left out", false)
      .flag("--remove", options->setup.removes, "take away what was written, and nothing else")
      .flag("--global", options->setup.is_global, "in your own git configuration, for every repository")
      .example("git init -q && thrive git-setup", "join projects by key in this clone, and check before a commit")
      .example("git init -q && thrive git-setup && thrive git-setup --remove", "undo it")
      .run([options](cli::Session& session) { return run_setup(*options, session); });
}
