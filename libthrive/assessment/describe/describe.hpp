// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/assessment/comparison.hpp"
#include "libthrive/assessment/scoring.hpp"
#include "libthrive/model/project.hpp"
#include "libthrive/model/vocabulary.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::assessment {

/// An assessment as a report: the items in the order counts, median, percent THRIVE-like, spread, agreed; levels and
/// principles; evidence that is missing; what to talk about first; agreement between tables in one line at the end.
report::Document describe_score(const Scoring& scoring, const model::Project& project,
                                const model::Vocabulary& vocabulary);
/// One row an item.
report::Table table_of_scores(const Scoring& scoring);

/// Baseline and follow-up: what moved, the tests, and the cautions that belong to any before and after.
report::Document describe_comparison(const Comparison& comparison, const model::Project& project,
                                     const model::Vocabulary& vocabulary);
report::Table table_of_changes(const Comparison& comparison);
/// Several localities side by side, in the order given: small multiples, never a league table.
report::Document describe_sites(const std::vector<std::pair<std::string, Scoring>>& sites,
                                const model::Vocabulary& vocabulary);

/// One row for each site, level and score.
report::Table table_of_sites(const std::vector<std::pair<std::string, Scoring>>& sites);

/// The sentence that starts the talk about an item: "tables 2 and 5 said 1; tables 1, 4 and 7 said 4: what does each
/// know?"
std::string talk_starter(const ScoredItem& item);
/// A score for reading: "2", "between 2 and 3", "not scored".
std::string score_in_words(std::optional<double> score);

/// Items by tables as a picture: numbers in cells, shaded by score, hatched nowhere, readable without colour; and a bar
/// a level that diverges at the THRIVE-like line.
std::string heatmap_svg(const Scoring& scoring, const model::Project& project, const model::Vocabulary& vocabulary);

/// Blank score sheets, one a table, each on pages of its own: every item with its descriptors, a plain-language line
/// and room for evidence, and how to read the descriptors.
report::Document score_sheets(const std::vector<std::string>& tables, const model::Instrument& instrument,
                              const model::Project& project, const model::Vocabulary& vocabulary);
/// The same as a sheet for Excel: one row a table and item, columns that `assess import` takes back.
report::Table score_sheet_table(const std::vector<std::string>& tables, const model::Instrument& instrument);

/// Several localities side by side as a picture: one panel a site in the order given, one bar a level that diverges at
/// the THRIVE-like line, all to one scale.
std::string sites_svg(const std::vector<std::pair<std::string, Scoring>>& sites, const model::Vocabulary& vocabulary);

}  // namespace thrive::assessment
