// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/cli/tool.hpp"
#include "libthrive/improvement/charts.hpp"
#include "libthrive/improvement/describe.hpp"
#include "libthrive/improvement/recording.hpp"

// What the commands of pdsa work with, and how they say no.

/// The project, where its ramps stand, their measures' charts and the thresholds of the checks.
struct Opened {
  thrive::project::Project project;
  std::vector<thrive::improvement::RampState> ramps;
  thrive::improvement::Charts charts;
  thrive::improvement::Thresholds thresholds;
  thrive::text::Date today{};

  thrive::improvement::Reported reported() const { return {project.model(), ramps, charts, thresholds, today}; }
};

/// Works out everything of an opened project; nothing when it could not be opened or the thresholds are unreadable.
std::optional<Opened> open(thrive::cli::Session& session, std::optional<thrive::project::Project> project);

/// Reports a refusal at its place; always false, so that a decision can end with it.
bool refuse(thrive::cli::Session& session, const thrive::text::Place& place,
            const thrive::improvement::Refusal& refusal);

/// The cycle that --cycle names; nothing, with a problem that offers a near name, when there is none.
std::optional<thrive::improvement::CyclePlace> wanted_cycle(thrive::cli::Session& session,
                                                            const thrive::project::Project& project,
                                                            const std::string& id);
