// SPDX-License-Identifier: MIT
//
// Causes in words, as a table, in pictures, and for other programs.
#pragma once

#include <string>
#include <vector>

#include "libthrive/improvement/causes.hpp"
#include "libthrive/model/vocabulary.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::improvement {

/// A problem that somebody wants to see.
struct ProblemShown {
  const model::Project& project;
  std::string id;
  const model::Problem& problem;
  const model::Vocabulary& vocabulary;
  const Thresholds& thresholds;
};

/// The branches of a fishbone in the fixed order, those of the project's own last; only those with causes.
std::vector<std::pair<std::string, const std::vector<model::Cause>*>> branches_of(const ProblemShown& shown);

/// Text forms, at most 80 columns; small counts are hidden.
std::string fishbone_as_text(const ProblemShown& shown);
std::string whys_as_text(const ProblemShown& shown);
std::string pareto_as_text(const ProblemShown& shown);
/// Everything about the problems that are named, for readers.
report::Document describe_causes(const std::vector<ProblemShown>& problems);
/// A row a cause, a link of whys or a reason; counts as readers see them.
report::Table causes_table(const std::vector<ProblemShown>& problems);
/// What `drivers causes -f json` prints: exact counts, stable keys.
text::Value causes_contract(const std::vector<ProblemShown>& problems);

}  // namespace thrive::improvement
