// SPDX-License-Identifier: MIT
//
// What an analysis has to say, as sentences. Every finding names the services and flows that prove it, and has a code
// that stays the same, explained in data/checks/pathway.yaml and by `thrive explain`.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "libthrive/pathway/analysis.hpp"
#include "libthrive/model/vocabulary.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::pathway {

/// The part of a report that a finding belongs to, in the order to read them.
enum class Theme { map, way_in_and_out, round_and_round, single_ways, assessments, sectors, doors, waiting, review };

/// One thing that the map shows.
struct Finding {
  std::string code;
  text::Severity severity = text::Severity::warning;  // warning: look at it; note: good to know
  Theme theme = Theme::map;
  std::string message;                // one or two sentences
  std::vector<std::string> services;  // ids
  std::vector<std::pair<std::string, std::string>> flows;
};

/// All findings, by theme, then the gravest first.
std::vector<Finding> findings(const Analysis& analysis, const model::Vocabulary& vocabulary);

/// The findings that have one of the codes; all when there are none to choose by.
std::vector<Finding> only(std::vector<Finding> findings, const std::vector<std::string>& codes);

/// True when a finding asks for somebody to look.
bool has_warnings(const std::vector<Finding>& findings);

// The parts that `findings` puts together, each in a file of its own.
void find_in_map(const Analysis& analysis, std::vector<Finding>& found);
void find_in_ways(const Analysis& analysis, std::vector<Finding>& found);
void find_in_loops(const Analysis& analysis, std::vector<Finding>& found);
void find_in_routes(const Analysis& analysis, const model::Vocabulary& vocabulary, std::vector<Finding>& found);
void find_in_sectors(const Analysis& analysis, const model::Vocabulary& vocabulary, std::vector<Finding>& found);
void find_in_waiting(const Analysis& analysis, std::vector<Finding>& found);
void find_in_review(const Analysis& analysis, const model::Vocabulary& vocabulary, std::vector<Finding>& found);

}  // namespace thrive::pathway
