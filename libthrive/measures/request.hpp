// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/measures/analysis.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::measures {

/// How somebody wants a series read; what is left out comes from the measure, then from the rule set.
struct Request {
  std::optional<Chart> chart;
  std::string rules;  // a rule set's name, or empty
  std::optional<model::Better> better;
  std::optional<bool> screening;
  std::optional<double> target;
  std::optional<int> baseline_points;
  std::optional<text::Date> baseline_from;
  std::optional<text::Date> baseline_to;
  std::vector<text::Date> rebase;
  std::vector<text::Date> exclude;
  std::optional<int> shift;
  std::optional<int> trend;
  std::optional<int> provisional;
};

/// The rule set to load: asked for, else the measure's, else `nhs`.
std::string rule_set_name(const Request& request, const model::Measure& measure);

/// Everything to read the series with. Lengths that a rule set does not have, or below 3, are an error in `problems`.
std::optional<Settings> settings_for(const Request& request, const model::Measure& measure, RuleSet rules,
                                     text::Diagnostics& problems);

}  // namespace thrive::measures
