// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "libthrive/cli/tool.hpp"
#include "libthrive/planning/entry/task_changes.hpp"

/// Records what happened to a task or a meeting, or says why it cannot be.
thrive::cli::Exit record_happened(
    thrive::cli::Session& session, const std::string& summary,
    const std::function<thrive::planning::Recorded(const thrive::model::Project& project)>& decide);
