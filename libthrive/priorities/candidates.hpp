// SPDX-License-Identifier: MIT
//
// What is known of every item before the room prioritises: the top-line list.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::priorities {

/// People moving, and waiting, where a problem was seen.
struct FlowBehind {
  std::string from;
  std::string to;
  std::optional<double> per_year;  // people
  std::optional<double> median_days;
  std::optional<double> visits{};  // a year, where the flow counts those
};

/// One item, with everything that speaks for or against putting it on the list.
struct Candidate {
  std::string item;
  std::optional<double> score;  // what the room agreed, else the median of the tables; nothing when nobody scored
  bool is_agreed = false;
  std::optional<int> lowest;  // of the tables' scores
  std::optional<int> highest;
  std::size_t scored = 0;                  // tables with a number
  std::size_t unknown = 0;                 // tables that said they do not know
  std::vector<std::string> problems;       // observations of what does not work, or is done twice
  std::vector<std::string> good_practice;  // and of what works
  std::vector<FlowBehind> flows;           // of the first pathway, where a problem was seen, most people first
  bool on_the_list = false;
};

/// Looks through the latest assessment (a null pointer when there is none), the observations and the first pathway. An
/// item is on the list when its score is below THRIVE-like, when tables' scores are two or more apart, or when a
/// problem was seen. Lowest score first, then most problems, then the order of the items; items without a score behind.
std::vector<Candidate> candidates(const model::Project& project, const std::vector<std::string>& items,
                                  const model::Assessment* assessment, int thrive_like_from);

/// The assessment that the room prioritises by: the latest, or, when the room has agreed on a day, the latest up to
/// then. Its id; empty when there is none.
std::string assessment_to_go_by(const model::Project& project);

/// False, with a problem, when an assessment is named that is not there.
bool check_assessment(const model::Project& project, const std::string& id, text::Diagnostics& problems);

/// The scores of items, in their order; nothing where there is none.
std::vector<std::optional<double>> scores_of(const std::vector<Candidate>& candidates,
                                             const std::vector<std::string>& items);

}  // namespace thrive::priorities
