// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/cli/tool.hpp"
#include "libthrive/gaps/entry/recording.hpp"

// Which sheets a command of gap works with, and the assessment that they go back to.

/// The assessment that priorities come from: the latest on or before the day the room agreed them, else the latest.
/// Null pointer when there is none.
const thrive::model::Assessment* assessment_behind(const thrive::project::Opened& project);

/// The instrument of that assessment, or the built-in one; null pointer when there is none of that name.
const thrive::model::Instrument* instrument_behind(const thrive::project::Opened& project);

/// What lines for the sheets of a project are judged by; the project must outlive it.
thrive::gaps::Judged judged(const thrive::project::Opened& project);

/// The priorities that --item names, or all: the agreed ones, then other sheets there are. Nothing, with a problem,
/// when one is neither agreed nor has a sheet.
std::optional<std::vector<std::string>> wanted_priorities(thrive::cli::Session& session,
                                                          const thrive::project::Opened& project,
                                                          const std::vector<std::string>& named);
