// SPDX-License-Identifier: MIT
//
// What in a project shows that a step was taken: by tests that data files name.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/model/series.hpp"
#include "libthrive/planning/tasks.hpp"
#include "libthrive/planning/thresholds.hpp"

namespace thrive::planning {

/// What tests look at. Points into the project, which must live longer.
struct EvidenceInput {
  const model::Project& project;
  const model::Vocabulary& vocabulary;
  const TaskStates& states;
  const Thresholds& thresholds;
  const std::map<std::string, model::Series>& series;  // of measures
  bool tests_stay_small = false;  // `pdsa check` finds no first cycle too large, and no cycle that grows too fast

  text::Date today() const { return states.today; }
};

/// The first day up to today on which a cycle puts a change in place for good; nothing when there is none.
std::optional<text::Date> first_put_in_place(const EvidenceInput& input);

/// The tests there are.
std::vector<std::string> evidence_tests();
/// What a test finds, as ids in the order of the project, each once; empty when nothing shows it. What happened after
/// the day does not count.
std::vector<std::string> evidence_of(const EvidenceInput& input, std::string_view test);

}  // namespace thrive::planning
