// SPDX-License-Identifier: MIT
#include "libthrive/project/hook.hpp"

#include <filesystem>

#include "libthrive/findings/say.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/system/processes.hpp"
#include "libthrive/system/replace.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

/// By this line a hook is known as ours, whichever version wrote it.
constexpr std::string_view mark = "# Made by 'thrive hook install'";

constexpr std::string_view script = R"sh(#!/bin/sh
# Made by 'thrive hook install'; 'thrive hook remove' takes it away.
#
# Checks every THRIVE project in what is about to be committed. That is what was staged with 'git add', which is not
# always what lies in the folder: it is put into a folder of its own, and looked at there.
set -u
command -v thrive >/dev/null 2>&1 || PATH="$PATH:/usr/local/bin"
if ! command -v thrive >/dev/null 2>&1; then
  echo "pre-commit: 'thrive' is not on PATH, so nothing could be checked and nothing was committed" >&2
  exit 1
fi
top=$(git rev-parse --show-toplevel) && cd "$top" || exit 1
staged=$(mktemp -d) || exit 1
trap 'rm -rf "$staged"' EXIT
trap 'exit 1' HUP INT TERM
git checkout-index --all --prefix="$staged/" || exit 1
cd "$staged" || exit 1

# A project is a folder with a thrive.yaml, or another file that says 'thrive:'.
projects() {
  find . -name thrive.yaml | sed 's|/thrive\.yaml$||'
  find . -name '*.yaml' ! -name thrive.yaml -type f -exec grep -l '^thrive:' {} + | while IFS= read -r file; do
    [ -e "${file%/*}/thrive.yaml" ] || printf '%s\n' "$file"
  done
}

set --
while IFS= read -r project; do
  project=${project#./}
  [ -z "$project" ] || set -- "$@" "$project"
done <<LIST
$(projects | LC_ALL=C sort)
LIST
[ $# -gt 0 ] || exit 0
thrive check --fail-on warning "$@" && exit 0
echo "pre-commit: nothing was committed. What was checked is what was staged: 'git add' what you put right" >&2
exit 1
)sh";

bool refuse_write(const Hook& hook, const std::error_code& why, text::Diagnostics& problems) {
  findings::say(
      problems,
      {"cannot-write", text::whole_file(hook.path), {{"case", "hook"}, {"reason", system::reason(why.value())}}});
  return false;
}

}  // namespace

std::string hook_script() { return std::string(script); }

std::optional<Hook> find_hook(const std::string& folder, text::Diagnostics& problems) {
  const auto said = system::output_of("git", {"-C", folder, "rev-parse", "--git-path", "hooks/pre-commit"});
  if (!said || said->empty()) {
    findings::say(problems, {"no-repository", {}, {{"folder", folder}}});
    return std::nullopt;
  }
  const std::string path = said->substr(0, said->find('\n'));
  Hook hook{fs::path(path).is_absolute() || folder == "." ? path : (fs::path(folder) / path).string()};
  const auto bytes = system::read_bytes(hook.path);
  if (!bytes) {
    hook.state = system::exists(hook.path) ? HookState::foreign : HookState::none;
  } else if (*bytes == script) {
    hook.state = HookState::ours;
  } else {
    hook.state = bytes->find(mark) != std::string::npos ? HookState::ours_old : HookState::foreign;
  }
  return hook;
}

bool install_hook(const Hook& hook, text::Diagnostics& problems) {
  if (hook.state == HookState::foreign) {
    findings::say(problems, {"hook-of-others", text::whole_file(hook.path), {{"case", "install"}}});
    return false;
  }
  std::error_code failed;
  fs::create_directories(fs::path(hook.path).parent_path(), failed);
  if (!system::write_file(hook.path, hook_script(), problems)) return false;
  constexpr auto may_run = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
  fs::permissions(hook.path, may_run, fs::perm_options::add, failed);
  return !failed || refuse_write(hook, failed, problems);
}

bool remove_hook(const Hook& hook, text::Diagnostics& problems) {
  if (hook.state == HookState::none || hook.state == HookState::foreign) {
    const char* const which = hook.state == HookState::none ? "none" : "remove";
    findings::say(problems, {"hook-of-others", text::whole_file(hook.path), {{"case", which}}});
    return false;
  }
  std::error_code failed;
  return fs::remove(hook.path, failed) || refuse_write(hook, failed, problems);
}

}  // namespace thrive::project
