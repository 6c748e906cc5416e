// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/measures/analysis.hpp"

namespace thrive::measures {

/// What a reader must know about the data before believing the chart: gaps, uneven spacing, few or mostly equal
/// values, more spread than chance explains, neighbours that are alike, seasons, growing lists, figures that may still
/// change, figures that are old, figures that the chart cannot have, figures that cannot be what the measure says.
/// `series` is what was analysed, `asked` how. Codes are explained by `thrive explain`.
std::vector<findings::Finding> check_data(const model::Series& series, const Settings& asked, const Analysis& analysis);

/// The date of the latest value; nothing when there is none.
std::optional<text::Date> latest_date(const Analysis& analysis);
/// How late the figures are when the latest value is more than three periods old on the day that the settings call
/// today; nothing when it is not, or there is no such day.
std::optional<Late> late(const Analysis& analysis);

/// True for a list that grows or shrinks from week to week: a trend, not a stable process, so no limits belong on it.
/// At least 20 figures, nine steps in ten the same way, and a straight line explains 95 % of the variation.
bool is_growing_list(const std::vector<double>& figures);

}  // namespace thrive::measures
