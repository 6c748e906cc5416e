// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "libthrive/measures/rule_set.hpp"
#include "libthrive/model/project.hpp"
#include "libthrive/model/series.hpp"
#include "libthrive/ramps/evidence.hpp"

namespace thrive::ramps {

/// The measures that ramps name, each once, in the order of the ramps: what should move first, then what must not.
std::vector<std::string> measures_of_ramps(const model::Project& project);

/// Reads the figures of measures as their charts would, under the rule set.
Charts make_charts(const model::Project& project, const std::map<std::string, model::Series>& series,
                   const measures::RuleSet& rules, text::Date today);

}  // namespace thrive::ramps
