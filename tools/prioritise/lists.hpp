// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "libthrive/cli/tool.hpp"
#include "libthrive/priorities/entry/recording.hpp"
#include "tools/prioritise/room.hpp"

// The tables' lists, as the commands of prioritise record them.

/// What a list may name in this room, and how many.
thrive::priorities::ListRules list_rules(const Room& room);

/// Checks lists against the project and writes them all, or none; says what changes of lists that are there.
bool write_lists(thrive::cli::Session& session, const thrive::project::Opened& project,
                 std::vector<thrive::priorities::HandedIn> lists, const thrive::priorities::Meeting& meeting,
                 thrive::project::Changes& changes);
