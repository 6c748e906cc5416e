// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "libthrive/gaps/describe/describe.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::gaps {

namespace {

constexpr int room_to_write = 4;

std::string title_of(const Reported& reported, const std::string& priority) {
  const model::Item* item = reported.instrument == nullptr ? nullptr : reported.instrument->items.find(priority);
  return item == nullptr ? priority : priority + ": " + item->title;
}

std::string line_in_words(const model::GapLine& line) {
  std::vector<std::string> about;
  if (line.voice) about.push_back("view of a " + *line.voice);
  if (line.from) about.push_back("from " + *line.from);
  return about.empty() ? line.text : line.text + " (" + text::join(about, ", ") + ")";
}

std::string training_in_words(const model::TrainingNeed& need, const Reported& reported) {
  const model::Vocabulary& vocabulary = reported.vocabulary;
  std::vector<std::string> about;
  if (need.module) about.push_back("module " + vocabulary.name("training-modules", *need.module));
  if (need.who) about.push_back(*need.who);
  if (need.people)
    about.push_back(report::people_number(*need.people, model::small_numbers(reported.project.project)) + " people");
  return about.empty() ? need.text : need.text + " (" + text::join(about, ", ") + ")";
}

std::string recommendation_in_words(const model::Recommendation& recommendation) {
  std::vector<std::string> about = {recommendation.owner.value_or("nobody yet")};
  about.push_back(recommendation.by ? "by " + text::format_date_in_words(*recommendation.by) : "no date yet");
  return recommendation.text + " (" + text::join(about, ", ") + ")";
}

/// A column as a row of a two-column table; a person writes into the empty ones.
void add_column(report::Table& table, std::string title, const std::vector<std::string>& lines) {
  std::vector<report::Cell> row = {std::move(title), text::join(lines, "; ")};
  row.front().strong = true;
  table.rows.push_back(std::move(row));
}

template <class Items, class InWords>
std::vector<std::string> in_words(const Items& items, InWords words) {
  std::vector<std::string> lines;
  for (const auto& item : items) lines.push_back(words(item));
  return lines;
}

/// A row of the printed sheet: the priority on the left and the six columns, as groups fill them in on paper.
report::Table wide_table(const std::string& title, const std::vector<std::vector<report::Cell>>& columns) {
  report::Table table;
  table.columns = {{"Priority"}};
  table.writing_lines = 2 * room_to_write;
  std::vector<report::Cell> row = {title};
  row.front().strong = true;
  for (const std::vector<report::Cell>& column : columns) {
    table.columns.push_back({column.front().text});
    row.push_back(column.back());
  }
  table.rows.push_back(std::move(row));
  return table;
}

/// A drafted ideal is the instrument's; it is said to be for as long as nobody has changed it.
std::string ideal_in_words(const Reported& reported, const std::string& priority, const std::string& ideal) {
  const model::Item* item = reported.instrument == nullptr ? nullptr : reported.instrument->items.find(priority);
  if (item == nullptr) return ideal;
  const std::string top = std::to_string(reported.instrument->scale.max);
  const std::string* words = item->descriptors.find(top);
  return words != nullptr && *words == ideal ? ideal + " (from the instrument, what a score of " + top + " looks like)"
                                             : ideal;
}

void add_sheet(report::Document& document, const Reported& reported, const std::string& priority, SheetShape shape) {
  const model::GapSheet* known = reported.project.gaps.find(priority);
  const model::GapSheet sheet = known == nullptr ? model::GapSheet{} : *known;
  document.heading(1, title_of(reported, priority));
  document.paragraph(known == nullptr                          ? "Blank: nothing is written down yet."
                     : sheet.status == model::GapStatus::draft ? "Draft."
                                                               : "Agreed.");
  report::Table table;
  table.columns = {{"Column"}, {"What the group says"}};
  table.writing_lines = room_to_write;
  add_column(table, "Ideal",
             sheet.ideal ? std::vector{ideal_in_words(reported, priority, *sheet.ideal)} : std::vector<std::string>{});
  add_column(table, "In place", in_words(sheet.in_place, line_in_words));
  add_column(table, "In development", in_words(sheet.in_development, line_in_words));
  add_column(table, "Gaps, in the shoes of a young person", in_words(sheet.gaps, line_in_words));
  add_column(table, "Useful training", in_words(sheet.training, [&reported](const model::TrainingNeed& need) {
               return training_in_words(need, reported);
             }));
  add_column(table, "Recommendations", in_words(sheet.recommendations, [&](const auto& entry) {
               std::string words = recommendation_in_words(entry.value);
               const auto ideas = reported.answers.find(priority + "." + entry.id);
               if (ideas != reported.answers.end()) words += "; answered by " + text::join(ideas->second, ", ");
               return words;
             }));
  if (shape == SheetShape::six_columns) table = wide_table(title_of(reported, priority), table.rows);
  document.table(std::move(table));
}

report::Table table_with_columns() {
  report::Table table;
  table.columns = {{"priority"}, {"column"}, {"text"}, {"from"}, {"voice"},  {"module"}, {"who"},    {"people"},
                   {"owner"},    {"by"},     {"id"},   {"gap"},  {"gap_id"}, {"title"},  {"status"}, {"module_name"}};
  return table;
}

/// One line of the table of sheets.
struct TableLine {
  std::string column, text, from, voice, module, who, people, owner, by, id, gap, gap_id, module_name;
};

/// Where an ideal that nobody has changed comes from, in the words of drafted lines.
std::string source_of_ideal(const Reported& reported, const std::string& priority, const model::GapSheet& sheet) {
  if (!sheet.ideal || ideal_in_words(reported, priority, *sheet.ideal) == *sheet.ideal) return "";
  return "descriptor " + priority + " " + std::to_string(reported.instrument->scale.max);
}

/// The line of a recommendation, with the gap that it closes: the text of that gap, and its number among the gaps.
TableLine recommendation_line(const model::GapSheet& sheet, const std::string& id,
                              const model::Recommendation& recommendation) {
  TableLine line;
  line.column = "recommendations";
  line.text = recommendation.text;
  line.from = line.gap = recommendation.gap.value_or("");
  line.owner = recommendation.owner.value_or("");
  if (recommendation.by) line.by = text::format_date(*recommendation.by);
  line.id = id;
  for (std::size_t at = 0; recommendation.gap && at < sheet.gaps.size(); ++at) {
    const model::GapLine& gap = sheet.gaps[at];
    if (gap.text != *recommendation.gap && gap.from != recommendation.gap) continue;
    line.gap = gap.text;
    line.gap_id = std::to_string(at + 1);
    break;
  }
  return line;
}

/// Every line of a sheet; lines of lists are numbered from 1 in their column.
std::vector<TableLine> table_lines(const Reported& reported, const std::string& priority,
                                   const model::GapSheet& sheet) {
  std::vector<TableLine> lines;
  const auto add = [&lines](const char* column, const std::string& text) -> TableLine& {
    lines.emplace_back();
    lines.back().column = column;
    lines.back().text = text;
    return lines.back();
  };
  add("ideal", sheet.ideal.value_or("")).from = source_of_ideal(reported, priority, sheet);
  const auto add_list = [&add](const char* column, const std::vector<model::GapLine>& list) {
    for (std::size_t at = 0; at < list.size(); ++at) {
      TableLine& line = add(column, list[at].text);
      line.from = list[at].from.value_or("");
      line.voice = list[at].voice.value_or("");
      line.id = std::to_string(at + 1);
    }
  };
  add_list("in_place", sheet.in_place);
  add_list("in_development", sheet.in_development);
  add_list("gaps", sheet.gaps);
  for (std::size_t at = 0; at < sheet.training.size(); ++at) {
    const model::TrainingNeed& need = sheet.training[at];
    TableLine& line = add("training", need.text);
    line.module = need.module.value_or("");
    if (need.module) line.module_name = reported.vocabulary.name("training-modules", *need.module);
    line.who = need.who.value_or("");
    if (need.people) line.people = std::to_string(*need.people);
    line.id = std::to_string(at + 1);
  }
  for (const auto& entry : sheet.recommendations) lines.push_back(recommendation_line(sheet, entry.id, entry.value));
  return lines;
}

}  // namespace

report::Document describe_sheets(const Reported& reported, const std::vector<std::string>& priorities,
                                 SheetShape shape) {
  report::Document document;
  document.title = "Gap sheets";
  if (shape == SheetShape::six_columns) document.pages = report::Pages::wide;
  document.subtitle = reported.project.project.locality.value_or(reported.project.project.name);
  document.classification = reported.project.project.classification.value_or("");
  std::vector<std::string> prompts;
  for (const model::Term& prompt : reported.vocabulary.terms("gap-prompts")) prompts.push_back(prompt.meaning);
  if (!prompts.empty()) {
    document.paragraph("", "Ask at every sheet:");
    document.items(prompts);
  }
  if (priorities.empty())
    document.paragraph("The room has not agreed its priorities yet; record them with 'prioritise agree'.");
  for (const std::string& priority : priorities) {
    if (shape == SheetShape::six_columns && priority != priorities.front()) document.page_break();
    add_sheet(document, reported, priority, shape);
  }
  return document;
}

report::Table table_of_sheets(const Reported& reported, const std::vector<std::string>& priorities) {
  report::Table table = table_with_columns();
  for (const std::string& priority : priorities) {
    const model::GapSheet* sheet = reported.project.gaps.find(priority);
    const model::Item* item = reported.instrument == nullptr ? nullptr : reported.instrument->items.find(priority);
    const std::string title = item == nullptr ? "" : item->title;
    const std::string status = sheet == nullptr ? "blank" : std::string(model::word(sheet->status));
    std::vector<TableLine> lines;
    if (sheet != nullptr) lines = table_lines(reported, priority, *sheet);
    if (sheet == nullptr)
      for (const char* column : {"ideal", "in_place", "in_development", "gaps", "training", "recommendations"})
        lines.emplace_back().column = column;
    for (const TableLine& line : lines)
      table.rows.push_back({priority, line.column, line.text, line.from, line.voice, line.module, line.who, line.people,
                            line.owner, line.by, line.id, line.gap, line.gap_id, title, status, line.module_name});
  }
  return table;
}

}  // namespace thrive::gaps
