// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "libthrive/assessment/describe/describe.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::assessment {

namespace {

void add_item(report::Document& document, const std::string& id, const model::Item& item) {
  document.heading(3, id + ": " + item.title);
  if (item.plain) document.paragraph(*item.plain, "In plain words:");
  report::Table choices;
  choices.columns = {{"Score"}, {"What you would see"}, {"Our choice"}};
  for (const auto& descriptor : item.descriptors) choices.rows.push_back({descriptor.id, descriptor.value, ""});
  choices.rows.push_back({"?", "Unknown: nobody at this table can say", ""});
  document.table(std::move(choices));
  report::Table notes;
  notes.columns = {{"Evidence: what do we know this from?"}};
  notes.writing_lines = 3;
  notes.rows.push_back({""});
  document.table(std::move(notes));
  if (item.evidence) document.paragraph(*item.evidence, "Where to look:");
}

void add_sheet(report::Document& document, const std::string& table, const model::Instrument& instrument,
               const model::Vocabulary& vocabulary) {
  document.heading(1, "Table " + table);
  document.paragraph(
      "Read the item, say what you know, then choose one number together. \"Unknown\" is an answer. Each description "
      "includes what is good in the ones before it: what is described at 3 includes what is good at 2. If part of it "
      "is "
      "missing, choose the lower number.");
  std::string level;
  for (const auto& entry : instrument.items) {
    if (entry.value.level != level) {
      if (!level.empty()) document.page_break();
      level = entry.value.level;
      document.heading(2, vocabulary.name("levels", level));
    }
    add_item(document, entry.id, entry.value);
  }
}

}  // namespace

report::Document score_sheets(const std::vector<std::string>& tables, const model::Instrument& instrument,
                              const model::Project& project, const model::Vocabulary& vocabulary) {
  report::Document document;
  document.title = "How THRIVE-like are we?";
  document.subtitle = project.project.locality.value_or(project.project.name);
  document.classification = project.project.classification.value_or("");
  for (std::size_t at = 0; at < tables.size(); ++at) {
    if (at > 0) document.page_break();
    add_sheet(document, tables[at], instrument, vocabulary);
  }
  return document;
}

report::Table score_sheet_table(const std::vector<std::string>& tables, const model::Instrument& instrument) {
  report::Table sheet;
  sheet.columns = {{"table"}, {"item"}, {"title"}, {"score"}, {"evidence"}};
  for (int score = instrument.scale.min; score <= instrument.scale.max; ++score)
    sheet.columns.push_back({fmt::format("what_{}_looks_like", score)});
  sheet.columns.push_back({"in_plain_words"});
  for (const std::string& table : tables)
    for (const auto& entry : instrument.items) {
      std::vector<report::Cell> row = {table, entry.id, entry.value.title, "", ""};
      for (int score = instrument.scale.min; score <= instrument.scale.max; ++score) {
        const std::string* words = entry.value.descriptors.find(std::to_string(score));
        row.emplace_back(words == nullptr ? "" : *words);
      }
      row.emplace_back(entry.value.plain.value_or(""));
      sheet.rows.push_back(std::move(row));
    }
  return sheet;
}

}  // namespace thrive::assessment
