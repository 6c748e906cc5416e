// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/model/series.hpp"
#include "libthrive/planning/coverage.hpp"
#include "libthrive/planning/risk_matrix.hpp"
#include "libthrive/planning/tasks.hpp"
#include "libthrive/planning/thresholds.hpp"

namespace thrive::planning {

/// What the checks look at. Points into the project, which must live longer.
struct CheckInput {
  const model::Project& project;
  const model::Vocabulary& vocabulary;
  const TaskStates& states;
  const Thresholds& thresholds;
  const RiskMatrix& matrix;
  std::map<std::string, model::Series> series{};  // by measure: those that something watches, or that show a step
  Coverage coverage{};                            // of the steps; empty where nothing asks on a day
  std::optional<text::Date> real_today{};         // the machine's day; nothing when somebody asks as of another day

  text::Date today() const { return states.today; }
};

using Findings = std::vector<findings::Finding>;

}  // namespace thrive::planning
