// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/improvement/thresholds.hpp"
#include "libthrive/model/project.hpp"
#include "libthrive/ramps/evidence.hpp"

namespace thrive::improvement {

/// How far one measure of the aim has come.
struct AimProgress {
  std::string measure;
  double from = 0;
  std::optional<double> to{};               // the target; nothing when the measure has none
  std::optional<text::Date> by{};           // by when
  std::size_t points = 0;                   // figures that could be used, all of them
  std::optional<double> latest{};           // the median of the latest ones; nothing when there are too few
  double began = 0;                         // from; the median of the baseline where the two disagree
  std::optional<double> way{};              // (latest - began) / (to - began); below 0 and above 1 as it comes
  std::optional<double> baseline_median{};  // of the baseline's figures, when the measure names a baseline
  std::optional<double> baseline_mean{};
  int decimals = 0;  // that the figures are told with
  std::optional<std::string> unit{};
};

/// The figures of a measure that count, oldest first: with a value, not left out.
struct UsedFigure {
  text::Date date{};
  double value = 0;
};
std::vector<UsedFigure> used_figures(const ramps::Chart& chart);
/// Those of the baseline that the measure names, among them; empty when it names none.
std::vector<double> baseline_figures(const model::Measure& measure, const std::vector<UsedFigure>& figures);
/// The median of the latest so many figures; nothing when there are fewer than are enough.
std::optional<double> latest_median(const std::vector<UsedFigure>& figures, const TheoryLimits& limits);
/// How much of the way from one value to another a third has come; nothing when there is no way to go.
std::optional<double> way_from_to(double from, double to, double now);
/// The target of a measure that has none by name, in force on a day, and by when; else the next one to come into force.
std::optional<model::Target> target_on(const model::Measure& measure, text::Date day);
/// True when a number, rounded to the decimals that another is written with, is that other.
bool rounds_to(double value, double written);

/// True when the aim begins at a number that is neither the median nor the mean of the measure's baseline, rounded as
/// it is written. Then the figures decide how far it has come, and both are told.
bool begins_elsewhere(const AimProgress& progress);

/// The measures of the aim, in its order. Without figures only what the project says is known.
std::vector<AimProgress> aim_progress(const model::Project& project, const ramps::Charts& charts,
                                      const TheoryLimits& limits, text::Date today);

}  // namespace thrive::improvement
