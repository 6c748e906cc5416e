// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/measures/analysis.hpp"
#include "libthrive/model/figures.hpp"
#include "libthrive/model/measures.hpp"
#include "libthrive/model/series.hpp"

namespace thrive::measures {

// Whether the figures can be what the measure says they are: doubts that come before every verdict.

/// Adds to the warnings about an analysis: another quantity than the measure's value is plotted, one figure stands far
/// above all others, shares where percentages are meant, a rate whose unit is not applied. `asked` is what the measure
/// and the command want, before anything was left aside.
void check_meaning(const Analysis& analysis, const Settings& asked, bool has_denominator,
                   std::vector<findings::Finding>& warnings);

/// Which of figures and target of a percent measure looks like a share of one; nothing where numerators and
/// denominators say what they are.
std::optional<model::LooksLikeShare> percent_in_doubt(const Analysis& analysis, const Settings& asked,
                                                      bool has_denominator);

/// That centre or limits of a segment rest on too few points.
findings::Finding few_behind(const Analysis& analysis, const Segment& segment, std::vector<std::string> path);

/// The doubts that need no chart, of a measure of a project and its figures: those above, too few points in the
/// baseline, a chart that needs numerators and has none. Their paths begin with `path`, the measure's own.
std::vector<findings::Finding> doubts_about(const model::Measure& measure, const model::Series& series,
                                            const std::vector<std::string>& path);

}  // namespace thrive::measures
