// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "libthrive/improvement/describe/describe.hpp"

namespace thrive::improvement {

namespace {

constexpr int blank_rows = 6;
constexpr int lines_in_cell = 5;
constexpr int labels = 12;

report::Table blank_table(std::vector<report::Column> columns, int rows, int lines) {
  report::Table table;
  table.columns = std::move(columns);
  table.rows.assign(static_cast<std::size_t>(rows), std::vector<report::Cell>(table.columns.size()));
  table.writing_lines = lines;
  return table;
}

}  // namespace

report::Document describe_sheet(const model::Project& project) {
  report::Document document;
  document.title = "Driver diagram";
  document.subtitle = project.project.locality.value_or(project.project.name);
  document.classification = project.project.classification.value_or("");
  document.pages = report::Pages::poster;
  document.paragraph(
      "Write from left to right: what do we want, what must be different for that, and what could we do on Monday?");
  document.table(blank_table({{"Aim: what, for whom, how much, by when"},
                              {"Primary drivers: what must be different"},
                              {"Secondary drivers: what that needs"},
                              {"Ideas: what we could test"},
                              {"Tests"}},
                             blank_rows, lines_in_cell));
  document.page_break(report::Pages::poster);
  document.heading(1, "The workshop");
  document.items(
      {"Agree the aim: how much, by when, for whom? 20 minutes.",
       "Everybody writes on notes, alone: what must be different for the aim to be reached? 10 minutes.",
       "Put together what belongs together. Two to five groups are the primary drivers. 15 minutes.",
       "Ask of each: what would that need? These are the secondary drivers. 15 minutes.",
       "Write ideas for each. Can you say \"to test\" in front of it? If not, it is a task or a wish. 20 minutes.",
       "Ask of each driver: which figure would tell us that it moves? 20 minutes.",
       "Mark what young people and families have looked at, and which ideas they would try first. 20 minutes."},
      true);
  if (project.priorities && project.priorities->agreed && !project.priorities->agreed->order.empty()) {
    std::vector<std::string> items;
    for (const std::string& item : project.priorities->agreed->order) items.push_back(item);
    document.heading(2, "Priorities that a driver should serve").items(items);
  }
  document.page_break(report::Pages::poster);
  document.heading(1, "Labels for notes");
  document.table(blank_table({{"Driver or idea"}, {"Driver or idea"}, {"Driver or idea"}, {"Driver or idea"}},
                             labels / 4, lines_in_cell * 2));
  return document;
}

report::Document describe_causes_sheet(const model::Project& project, const model::Vocabulary& vocabulary) {
  report::Document document;
  document.title = "What keeps a problem going";
  document.subtitle = project.project.locality.value_or(project.project.name);
  document.classification = project.project.classification.value_or("");
  document.pages = report::Pages::poster;
  document.paragraph(
      "Write the problem in one sentence. Then causes, branch by branch; a vote is an opinion until somebody looks.");
  report::Table branches;
  for (const model::Term& term : vocabulary.terms("fishbone-branches")) branches.columns.push_back({term.name});
  branches.rows.assign(3, std::vector<report::Cell>(branches.columns.size()));
  branches.writing_lines = lines_in_cell;
  document.table(std::move(branches));
  document.page_break(report::Pages::poster);
  document.heading(1, "Five whys");
  document.paragraph("End at how things are arranged, not at a person. What shows that each answer is so?");
  document.table(blank_table({{"Why?"}, {"What shows it"}}, 5, 3));
  document.page_break(report::Pages::poster);
  document.heading(1, "Tally");
  document.paragraph("Count thirty at least; every one has one reason.");
  document.table(blank_table({{"Reason"}, {"Marks"}, {"How many"}}, 8, 2));
  return document;
}

}  // namespace thrive::improvement
