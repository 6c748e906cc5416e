// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "libthrive/assessment/describe.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::assessment {

report::Document score_sheet(const std::string& table, const model::Instrument& instrument,
                             const model::Project& project, const project::Vocabulary& vocabulary) {
  report::Document document;
  document.title = "How THRIVE-like are we? Table " + table;
  document.subtitle = project.project.locality.value_or(project.project.name) +
                      ". Read the item, say what you know, then choose one number together. "
                      "\"Unknown\" is an answer.";
  document.classification = project.project.classification.value_or("");
  std::string level;
  for (const auto& entry : instrument.items) {
    const model::Item& item = entry.value;
    if (item.level != level) {
      if (!level.empty()) document.page_break();
      level = item.level;
      document.heading(1, vocabulary.name("levels", level));
    }
    document.heading(2, entry.id + ": " + item.title);
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
  return document;
}

report::Table score_sheet_table(const std::string& table, const model::Instrument& instrument) {
  report::Table sheet;
  sheet.columns = {{"table"}, {"item"}, {"title"}, {"score"}, {"evidence"}};
  for (int score = instrument.scale.min; score <= instrument.scale.max; ++score)
    sheet.columns.push_back({fmt::format("what_{}_looks_like", score)});
  for (const auto& entry : instrument.items) {
    std::vector<report::Cell> row = {table, entry.id, entry.value.title, "", ""};
    for (int score = instrument.scale.min; score <= instrument.scale.max; ++score) {
      const std::string* words = entry.value.descriptors.find(std::to_string(score));
      row.emplace_back(words == nullptr ? "" : *words);
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

}  // namespace thrive::assessment
