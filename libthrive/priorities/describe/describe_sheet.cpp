// SPDX-License-Identifier: MIT
#include "libthrive/priorities/describe/describe_sheet.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace thrive::priorities {

namespace {

report::Table places_to_fill(std::size_t choose) {
  report::Table table;
  table.columns = {{"Place", report::Align::right}, {"Item"}, {"Why, seen by a young person"}};
  table.writing_lines = 2;
  for (std::size_t place = 1; place <= choose; ++place) table.rows.push_back({std::to_string(place), "", ""});
  return table;
}

report::Table items_to_choose_from(const ItemNames& names, const std::vector<std::string>& items,
                                   const std::vector<Candidate>& candidates) {
  report::Table table;
  table.columns = {{"Item"}, {"What it is"}, {"Score", report::Align::right}, {"Problems seen", report::Align::right}};
  for (std::size_t at = 0; at < items.size(); ++at) {
    const auto known = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const Candidate& candidate) { return candidate.item == items[at]; });
    const bool scored = known != candidates.end() && known->score;
    table.rows.push_back({items[at], names.titles[at], scored ? figure(*known->score) : std::string("-"),
                          known == candidates.end() ? std::string("0") : std::to_string(known->problems.size())});
  }
  return table;
}

std::string instructions(const SheetRules& rules) {
  return fmt::format(
      "As a table, choose the {} that matter most for young people here, and put them in order. Two that you cannot "
      "separate may share a place. The first gets {} {}, and all tables count the same. Leave places empty rather than "
      "fill them with something you did not talk about.",
      number_word(rules.choose), number_word(rules.points_from), rules.points_from == 1 ? "point" : "points");
}

}  // namespace

report::Document describe_ranking_sheets(const SheetRules& rules, const ItemNames& names,
                                         const std::vector<std::string>& items,
                                         const std::vector<Candidate>& candidates, const Heading& heading) {
  report::Document document;
  document.title = fmt::format("Our top {}", number_word(rules.choose));
  document.subtitle = heading.project;
  document.classification = heading.classification;
  for (std::size_t at = 0; at < rules.tables.size(); ++at) {
    if (at > 0) document.page_break();
    document.heading(1, "Table " + rules.tables[at]);
    document.paragraph(instructions(rules));
    document.paragraph("People at the table: ____");
    document.table(places_to_fill(rules.choose));
    document.paragraph("Items we did not talk about: ______________________________");
    document.heading(2, "What to choose from");
    document.table(items_to_choose_from(names, items, candidates));
  }
  return document;
}

report::Table ranking_sheet_table(const SheetRules& rules) {
  report::Table table;
  table.columns = {{"table"}, {"people"}};
  for (std::size_t place = 1; place <= std::max(rules.choose, rules.points_from); ++place)
    table.columns.push_back({std::to_string(place)});
  table.columns.push_back({"not_discussed"});
  table.columns.push_back({"returned"});
  for (const std::string& name : rules.tables) {
    std::vector<report::Cell> row(table.columns.size());
    row.front() = name;
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace thrive::priorities
