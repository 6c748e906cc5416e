// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/assessment/entry/recording.hpp"
#include "libthrive/cli/tool.hpp"
#include "tools/assess/chosen.hpp"

// Where the recording commands of assess write: which assessment, and how to start it when it is not there.

/// What the recording commands share: which assessment, and how to start it when it is not there.
struct Target {
  std::string assessment, instrument;
  std::optional<thrive::text::Date> date;
  bool replace = false;
};

/// Adds the options of a target, and those of every command that records.
void add_target(thrive::cli::Command& command, Target& target);

/// What is wrong with the options of a target; empty when nothing is. Without a name the scores would go to the latest
/// assessment, on another day than the one that was meant.
std::string wrong_with(const Target& target);

/// The assessment to record in; a new one, for which there is room in `fresh`, is added to the changes first. Nothing,
/// with a problem, when there is none or when an option contradicts it.
std::optional<Chosen> open_target(thrive::cli::Session& session, const thrive::project::Opened& project,
                                  const Target& target, thrive::project::Changes& changes,
                                  thrive::model::Assessment& fresh);

/// Adds scores to the changes; what may not change is a problem, and what changes is said.
void record_scores(thrive::cli::Session& session, const thrive::project::Opened& project, const Chosen& chosen,
                   const std::vector<thrive::assessment::ImportedScore>& scores,
                   const thrive::assessment::Meeting& meeting, thrive::project::Changes& changes);
