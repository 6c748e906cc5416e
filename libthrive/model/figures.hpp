// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/model/measures.hpp"
#include "libthrive/model/series.hpp"

namespace thrive::model {

// What a measure says of its own figures, and whether the figures can be so: facts that `thrive check` and the commands
// of measure share.

/// True for the unit of percentages, however it is written.
bool is_percent(const std::optional<std::string>& unit);
/// What the ratios of a measure are multiplied by: 100 for percent, else what `per` says, else 1.
double multiplied_by(const Measure& measure);
/// The number in a unit such as "per 1,000 children"; nothing when the unit names none.
std::optional<double> number_in_unit(std::string_view unit);

/// Fewer points than this behind centre and limits are too few to rely on.
inline constexpr std::size_t fewest_behind_limits = 12;

/// One figure that stands alone far above all others, as a slip of the keyboard does.
struct FarFigure {
  text::Date date{};
  double value = 0;
  double times = 0;  // the median of the others
};
/// A figure of at least 20 times the median and 5 times the largest of the others, among 12 or more of which none is
/// below zero. One in fifty may be so, one always; the largest is told.
std::optional<FarFigure> far_figure(const std::vector<SeriesPoint>& points);

/// Which of the two, figures or target, looks like a share of one where a percentage is meant.
enum class LooksLikeShare { figures, target };
/// Of plain figures of a percent measure: all between 0 and 1, and a target 20 times their median or, without one, a
/// largest figure of a half or more; or a target of at most 1 that is a twentieth of the median or less.
std::optional<LooksLikeShare> looks_like_share(const std::vector<SeriesPoint>& points,
                                               const std::optional<double>& target);

/// The target in force on a day among those of one name ("" for the one that the measure is judged by): the entry that
/// began last. Nothing when none is in force.
std::optional<double> target_on(const std::vector<DatedTarget>& targets, std::string_view name, text::Date day);
/// The entry itself; null pointer when none is in force.
const DatedTarget* entry_on(const std::vector<DatedTarget>& targets, std::string_view name, text::Date day);
/// The names of second targets, each once, in the order in which they are written.
std::vector<std::string> names_of_targets(const std::vector<DatedTarget>& targets);

}  // namespace thrive::model
