// SPDX-License-Identifier: MIT
#include "libthrive/project/hook.hpp"

#include <memory>
#include <string>
#include <vector>

#include "tools/thrive/commands.hpp"

using namespace thrive;
using cli::Exit;

namespace {

struct HookOptions {
  std::string action;
  std::vector<std::string> folders;
};

std::string_view state_in_words(project::HookState state) {
  switch (state) {
    case project::HookState::none:
      return "not installed";
    case project::HookState::ours:
      return "installed";
    case project::HookState::ours_old:
      return "installed by another version: 'thrive hook install' brings it up to date";
    case project::HookState::foreign:
      return "not installed: another hook is there";
  }
  return {};
}

Exit run_hook(const HookOptions& options, cli::Session& session) {
  cli::Result result;
  if (options.action == "print") {
    if (!options.folders.empty()) return session.usage_error("'print' takes no FOLDER");
    result.text = [] { return project::hook_script(); };
    session.write(result);
    return Exit::ok;
  }
  if (options.folders.size() > 1) return session.usage_error("one FOLDER is enough");
  const auto hook = project::find_hook(options.folders.empty() ? "." : options.folders.front(), session.problems());
  if (!hook) return Exit::trouble;
  if (options.action == "status") {
    result.text = [&hook] { return hook->path + ": " + std::string(state_in_words(hook->state)) + "\n"; };
    session.write(result);
    return hook->state == project::HookState::ours ? Exit::ok : Exit::findings;
  }
  const bool installs = options.action == "install";
  const bool is_done =
      installs ? project::install_hook(*hook, session.problems()) : project::remove_hook(*hook, session.problems());
  if (!is_done) return Exit::trouble;
  session.say(hook->path + (installs ? ": installed" : ": removed"));
  return Exit::ok;
}

}  // namespace

void declare_hook(cli::Command& command) {
  const auto options = std::make_shared<HookOptions>();
  command
      .word("ACTION", {"install", "print", "remove", "status"}, options->action,
            "put the hook into the repository, print it, take it away, or say whether it is there")
      .takes("FOLDER", options->folders, "a folder of the repository; this folder when left out", false)
      .writes({cli::Format::text})
      .example("git init -q && thrive hook install", "refuse commits that would break a project or leak a number")
      .example("thrive hook print > thrive.hook", "write it where a hook of your own can call it")
      .run([options](cli::Session& session) { return run_hook(*options, session); });
}
