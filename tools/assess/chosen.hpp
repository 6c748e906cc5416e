// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "libthrive/assessment/scoring.hpp"
#include "libthrive/cli/tool.hpp"

// Which assessment a command of assess works with.

/// One assessment of a project and the instrument it was made with.
struct Chosen {
  std::string id;
  const thrive::model::Assessment* assessment = nullptr;
  const thrive::model::Instrument* instrument = nullptr;
};

/// The assessment that an option names, or the latest when `wanted` is empty; nothing, with a problem, when there is
/// none.
std::optional<Chosen> choose(thrive::cli::Session& session, const thrive::project::Opened& project,
                             const std::string& wanted);

/// Says that the words of an instrument are not those that were scored: a warning for who reads, an error for who
/// compares or records.
void say_instrument_changed(thrive::cli::Session& session, const thrive::project::Opened& project, const Chosen& chosen,
                            const char* use);

/// The scores of the assessment that an option names, or of the latest; a warning when its instrument has changed
/// since.
std::optional<thrive::assessment::Scoring> scoring_of(thrive::cli::Session& session,
                                                      const thrive::project::Opened& project,
                                                      const std::string& wanted);
