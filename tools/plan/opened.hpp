// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/cli/tool.hpp"
#include "libthrive/planning/checks/checks.hpp"
#include "libthrive/planning/coverage.hpp"
#include "libthrive/planning/describe/reported.hpp"
#include "libthrive/planning/thresholds.hpp"
#include "libthrive/ramps/checks/thresholds.hpp"

// What the commands of plan work with.

/// What every project is looked at with: the data files.
struct KnownOfPlans {
  thrive::planning::Thresholds thresholds;
  thrive::planning::RiskMatrix matrix;
  thrive::planning::Framework framework;
  std::vector<thrive::planning::Tip> tips;
  thrive::ramps::Thresholds tests;  // of `pdsa check`
};

/// The project, and where its tasks stand on a day.
struct OpenedPlan {
  thrive::project::Opened project;
  thrive::planning::TaskStates states;
  thrive::planning::Thresholds thresholds;

  thrive::planning::Reported reported() const { return {project.model(), project.vocabulary(), states}; }
};

/// The numbers that checks go by; nothing, with problems, when their file is unreadable.
std::optional<thrive::planning::Thresholds> known_thresholds(thrive::cli::Session& session);
/// The bands of risks; nothing, with problems, when their file is unreadable.
std::optional<thrive::planning::RiskMatrix> known_matrix(thrive::cli::Session& session);
/// All data files; nothing, with problems, when one is unreadable.
std::shared_ptr<const KnownOfPlans> known_of_plans(thrive::cli::Session& session);

/// Works out the tasks of an opened project.
std::shared_ptr<const OpenedPlan> open_plan(const thrive::project::Opened& project,
                                            const thrive::planning::Thresholds& thresholds, thrive::text::Date today);

/// What the project shows of every step and tip.
thrive::planning::Coverage coverage_of(const OpenedPlan& opened, const KnownOfPlans& known,
                                       const std::map<std::string, thrive::model::Series>& series);
