// SPDX-License-Identifier: MIT
//
// The hook that git runs before a commit, so that what is about to be committed is checked, and not what lies around.
#pragma once

#include <optional>
#include <string>

#include "libthrive/text/diagnostics.hpp"

namespace thrive::project {

/// The hook as a shell script: it puts what is staged into a folder of its own, and checks every project there.
std::string hook_script();

/// What stands where git looks for the hook.
enum class HookState {
  none,      // nothing
  ours,      // the hook as this version writes it
  ours_old,  // the hook as another version wrote it
  foreign,   // a hook of somebody else
};

/// Where the repository around a folder has its hook, and what is there.
struct Hook {
  std::string path;
  HookState state = HookState::none;
};

/// Asks git; nothing, with a problem added, when there is no repository.
std::optional<Hook> find_hook(const std::string& folder, text::Diagnostics& problems);

/// Puts the hook there, in the place of one by another version of ours. A hook of somebody else is left as it is, with
/// a problem added.
bool install_hook(const Hook& hook, text::Diagnostics& problems);

/// Takes the hook away; one of somebody else, or none, is a problem.
bool remove_hook(const Hook& hook, text::Diagnostics& problems);

}  // namespace thrive::project
