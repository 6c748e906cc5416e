// SPDX-License-Identifier: MIT
//
// What an analysis has to say. Every finding has the services and flows that prove it among its facts, and a code that
// stays the same; its sentence stands in data/checks/pathway.yaml.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/model/vocabulary.hpp"
#include "libthrive/pathway/analysis.hpp"

namespace thrive::pathway {

/// The part of a report that a finding belongs to, in the order to read them.
enum class Theme { map, way_in_and_out, round_and_round, single_ways, assessments, sectors, doors, waiting, review };

/// The part that the findings of a code belong to.
Theme theme_of(std::string_view code);

/// All findings in words, by theme, then the gravest first.
std::vector<text::Diagnostic> findings(const Analysis& analysis, const model::Vocabulary& vocabulary);

/// The findings that have one of the codes; all when there are none to choose by.
std::vector<text::Diagnostic> only(std::vector<text::Diagnostic> findings, const std::vector<std::string>& codes);

/// The ids of the services that prove a finding.
std::vector<std::string> services_of(const text::Diagnostic& finding);
/// The flows that prove a finding, as pairs of ids.
std::vector<std::pair<std::string, std::string>> flows_of(const text::Diagnostic& finding);

// The parts that `findings` puts together, each in a file of its own.
using Found = std::vector<findings::Finding>;
void find_in_map(const Analysis& analysis, Found& found);
void find_in_ways(const Analysis& analysis, Found& found);
void find_in_loops(const Analysis& analysis, Found& found);
void find_in_routes(const Analysis& analysis, const model::Vocabulary& vocabulary, Found& found);
void find_in_sectors(const Analysis& analysis, const model::Vocabulary& vocabulary, Found& found);
void find_in_waiting(const Analysis& analysis, Found& found);
void find_in_review(const Analysis& analysis, const model::Vocabulary& vocabulary, Found& found);

}  // namespace thrive::pathway
