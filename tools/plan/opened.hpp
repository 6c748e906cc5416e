// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>

#include "libthrive/cli/tool.hpp"
#include "libthrive/planning/describe/reported.hpp"
#include "libthrive/planning/thresholds.hpp"

// What the commands of plan work with.

/// The project, and where its tasks stand on a day.
struct OpenedPlan {
  thrive::project::Opened project;
  thrive::planning::TaskStates states;
  thrive::planning::Thresholds thresholds;

  thrive::planning::Reported reported() const { return {project.model(), project.vocabulary(), states}; }
};

/// The numbers that checks go by; nothing, with problems, when their file is unreadable.
std::optional<thrive::planning::Thresholds> known_thresholds(thrive::cli::Session& session);

/// Works out the tasks of an opened project.
std::shared_ptr<const OpenedPlan> open_plan(const thrive::project::Opened& project,
                                            const thrive::planning::Thresholds& thresholds, thrive::text::Date today);
