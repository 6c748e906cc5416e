// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/cli/tool.hpp"
#include "libthrive/ramps/charts.hpp"
#include "libthrive/ramps/describe/describe.hpp"
#include "libthrive/ramps/entry/recording.hpp"

// What the commands of pdsa work with, and how they say no.

/// The project, where its ramps stand, their measures' charts and the thresholds of the checks.
struct Opened {
  thrive::project::Opened project;
  std::vector<thrive::ramps::RampState> ramps;
  thrive::ramps::Charts charts;
  thrive::ramps::Thresholds thresholds;
  thrive::text::Date today{};

  thrive::ramps::Reported reported() const { return {project.model(), ramps, charts, thresholds, today}; }
};

/// What every project is looked at with: the rule sets of charts and the thresholds of the checks.
struct Known {
  thrive::ramps::Rules rules;
  thrive::ramps::Thresholds thresholds;
};
/// Nothing, with problems, when the thresholds are unreadable.
std::optional<Known> known(thrive::cli::Session& session);

/// Works out everything of an opened project. Problems with the figures of its measures are added.
std::shared_ptr<const Opened> open(const thrive::project::Opened& project, const Known& known, thrive::text::Date today,
                                   thrive::text::Diagnostics& problems);
/// The same; nothing when it could not be opened or the thresholds are unreadable.
std::optional<Opened> open(thrive::cli::Session& session, std::optional<thrive::project::Opened> project);

/// Reports a refusal at its place; always false, so that a decision can end with it.
bool refuse(thrive::cli::Session& session, const thrive::text::Place& place, thrive::findings::Finding refusal);

/// Adds a stage to the changes; false, with a problem, when what is there of it says otherwise.
bool write(thrive::cli::Session& session, const thrive::project::Opened& project,
           const thrive::ramps::CyclePlace& place, const thrive::ramps::WrittenStage& stage,
           thrive::project::Changes& changes);

/// The cycle that --cycle names; nothing, with a problem that offers a near name, when there is none.
std::optional<thrive::ramps::CyclePlace> wanted_cycle(thrive::cli::Session& session,
                                                      const thrive::project::Opened& project, const std::string& id);
