// SPDX-License-Identifier: MIT
// What people wrote beside the scores: who sat at the tables, what they went by, why the room agreed.
#include <fmt/core.h>

#include <string>
#include <utility>
#include <vector>

#include "libthrive/assessment/describe/describe_said.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::assessment {

namespace {

/// "A, 8 seats: crisis nurse, ED matron"; empty for a table of which nothing is known.
std::string table_in_words(const std::string& id, const model::TableAssessment& table) {
  if (!table.seats && table.roles.empty()) return {};
  std::string words = id;
  if (table.seats) words += fmt::format(", {}", report::count_of(static_cast<std::size_t>(*table.seats), "seat"));
  return table.roles.empty() ? words : words + ": " + text::join(table.roles, ", ");
}

/// "Local principles, version 2; by the design group"; empty when the instrument says nothing of itself.
std::string instrument_in_words(const model::Instrument& instrument) {
  std::vector<std::string> parts;
  if (instrument.name) parts.push_back(*instrument.name);
  if (instrument.version) parts.push_back("version " + *instrument.version);
  if (instrument.source) parts.push_back(*instrument.source);
  return text::join(parts, "; ");
}

std::string score_of(const model::TableScore& answer) {
  return answer.score.points ? std::to_string(*answer.score.points) : "unknown";
}

}  // namespace

void add_who_and_what(report::Document& document, const Scoring& scoring, const model::Assessment& assessment) {
  report::Document said;
  if (assessment.note) said.paragraph(*assessment.note, "Note:");
  if (scoring.made_with != nullptr)
    if (const std::string words = instrument_in_words(*scoring.made_with); !words.empty())
      said.paragraph(words + ".", "Instrument:");
  std::vector<std::string> tables;
  for (const auto& table : assessment.tables)
    if (const std::string words = table_in_words(table.id, table.value); !words.empty()) tables.push_back(words);
  if (!tables.empty()) said.paragraph("", "Who sat at the tables:").items(tables);
  if (said.blocks.empty()) return;
  document.heading(1, "Who scored, and with what");
  for (report::Block& block : said.blocks) document.blocks.push_back(std::move(block));
}

void add_reasons_given(report::Document& document, const std::vector<const ScoredItem*>& items) {
  std::vector<std::string> lines;
  for (const ScoredItem* item : items)
    lines.push_back(fmt::format("{}, {}: {}", item->id, item->item->title, *item->agreed->reason));
  if (lines.empty()) return;
  document.paragraph("", "Further reasons that the room gave:");
  document.items(lines);
}

void add_what_tables_said(report::Document& document, const Scoring& scoring) {
  report::Table table;
  table.columns = {{"Item"}, {"Table"}, {"Score"}, {"What it was based on"}};
  for (const ScoredItem& item : scoring.items)
    for (const TableAnswer& given : item.answers)
      if (given.answer != nullptr && given.answer->evidence)
        table.rows.push_back({item.id, given.table, score_of(*given.answer), *given.answer->evidence});
  if (table.rows.empty()) return;
  document.folded(1, "What the tables based their scores on");
  document.table(std::move(table));
}

}  // namespace thrive::assessment
