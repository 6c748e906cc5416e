// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/improvement/thresholds.hpp"
#include "libthrive/model/project.hpp"
#include "libthrive/ramps/evidence.hpp"

namespace thrive::improvement {

/// One step of the progress scale, from 0.5 to 4.5, and what the file lacks for it.
struct ProgressStep {
  double score = 0;
  std::vector<std::string> missing{};  // in words; empty when its evidence is in the file
};

/// How far a ramp can have come, by the evidence that its project holds. 5.0 is never given: people decide.
struct Ceiling {
  std::string ramp;
  std::optional<double> team_score{};  // the team's own, the latest one by date
  std::optional<double> way{};         // of the ramp's measure, from its baseline's median to its target
  std::vector<ProgressStep> steps{};   // all of them
  double score = 0.5;                  // the highest step whose evidence is there

  /// What is missing for the steps above the score, up to the team's own score, or for the next one alone.
  std::vector<std::string> missing() const;
  bool is_exceeded() const { return team_score && *team_score > score; }
};

/// The team's latest score that was given by a day.
std::optional<double> team_score(const model::Ramp& ramp, text::Date today);

/// Every ramp, in the order of the file.
std::vector<Ceiling> ceilings(const model::Project& project, const ramps::Charts& charts, const Thresholds& thresholds,
                              text::Date today);

}  // namespace thrive::improvement
