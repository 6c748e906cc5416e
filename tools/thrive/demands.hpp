// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "libthrive/cli/tool.hpp"
#include "libthrive/project/check.hpp"

// What the recording commands of all tools demand, asked of a project that may have been typed by hand.

/// The demands of the subjects that `project::check` does not know. Nothing, with problems, when a data file that they
/// go by is unreadable.
std::optional<thrive::project::Demands> demands_of_subjects(thrive::cli::Session& session);
