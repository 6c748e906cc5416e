// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "libthrive/measures/rule_set.hpp"
#include "libthrive/model/project.hpp"
#include "libthrive/model/series.hpp"
#include "libthrive/ramps/evidence.hpp"

namespace thrive::ramps {

/// The measures that ramps name, each once, in the order of the ramps: what should move first, then what must not.
std::vector<std::string> measures_of_ramps(const model::Project& project);

/// The rule set of a name; nothing when there is none.
using Rules = std::function<std::optional<measures::RuleSet>(const std::string& name)>;

/// Reads the figures of measures as the commands of measure would: each under the rule set that it names, or nhs.
/// Measures whose rule set is not to be had are left out.
Charts make_charts(const model::Project& project, const std::map<std::string, model::Series>& series,
                   const Rules& rules, text::Date today);

}  // namespace thrive::ramps
