// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "libthrive/measures/analysis.hpp"

namespace thrive::tests {

/// A built-in file as a tree.
text::Value data_tree(const std::string& name);
/// A built-in rule set.
measures::RuleSet rule_set(const std::string& name);

/// One of the series of tests/cases/spc with what other programs found.
struct SpcCase {
  std::string id;
  nlohmann::json input;  // how the other programs were asked
  nlohmann::json qic;    // qicharts2 0.8.1
  nlohmann::json ptd;    // NHSRplotthedots 0.2.2
  model::Series series;  // values, or ratios when there is a denominator and `ratio` was asked for
};
std::vector<std::string> spc_case_ids();
SpcCase spc_case(const std::string& id, bool ratio);

/// A weekly series from 1 January 2024 on; NaN is missing.
model::Series weekly(const std::vector<double>& values);

}  // namespace thrive::tests
