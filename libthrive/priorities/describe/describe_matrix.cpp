// SPDX-License-Identifier: MIT
#include "libthrive/priorities/describe/describe_matrix.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string>

#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::priorities {

namespace {

using text::Value;

const char* quarter_in_words(Quarter quarter) {
  switch (quarter) {
    case Quarter::quick_win:
      return "quick win";
    case Quarter::major_project:
      return "major project";
    case Quarter::fill_in:
      return "fill in";
    case Quarter::think_again:
      return "think again";
    case Quarter::on_the_line:
      return "on the line";
    case Quarter::not_rated:
      return "not rated";
  }
  return "";
}

std::string ratings_in_words(const Ratings& ratings) {
  if (!ratings.median) return "-";
  if (*ratings.lowest == *ratings.highest) return figure(*ratings.median);
  return fmt::format("{} ({} to {})", figure(*ratings.median), figure(*ratings.lowest), figure(*ratings.highest));
}

Value ratings_value(const Ratings& ratings) {
  Value value;
  value.set("raters", ratings.raters);
  value.set("median", ratings.median);
  value.set("mean", ratings.mean);
  value.set("lowest", ratings.lowest);
  value.set("highest", ratings.highest);
  return value;
}

void add_ratings(std::vector<report::Cell>& row, const Ratings& ratings) {
  const auto add = [&row](const auto& figure_here) { row.emplace_back(std::string(), Value(figure_here)); };
  add(ratings.median);
  add(ratings.mean);
  add(ratings.lowest);
  add(ratings.highest);
  add(ratings.raters);
}

constexpr std::size_t half_steps = 9;  // from 1 to 5

/// Numbers of the ideas at every half step of benefit (first) and ease.
std::vector<std::vector<std::string>> numbers_by_step(const std::vector<RatedIdea>& ideas) {
  std::vector<std::vector<std::string>> cells(half_steps, std::vector<std::string>(half_steps));
  const auto step = [](double median) {
    return std::min(static_cast<std::size_t>((median - 1) * 2 + 0.25), half_steps - 1);
  };
  for (std::size_t at = 0; at < ideas.size(); ++at) {
    if (ideas[at].quarter == Quarter::not_rated) continue;
    std::string& cell = cells[step(*ideas[at].benefit.median)][step(*ideas[at].ease.median)];
    cell += (cell.empty() ? "" : ",") + std::to_string(at + 1);
  }
  return cells;
}

/// The picture in characters: benefit up, ease to the right, numbers as in the table.
std::string matrix_in_characters(const std::vector<RatedIdea>& ideas) {
  const auto cells = numbers_by_step(ideas);
  std::vector<std::size_t> width(half_steps);
  std::size_t sum = 0;
  for (std::size_t right = 0; right < half_steps; ++right) {
    width[right] = right % 2 == 0 ? 4 : 2;
    for (const auto& row : cells) width[right] = std::max(width[right], row[right].size() + 2);
    sum += width[right];
  }
  const auto line_of = [&](std::string start, const std::vector<std::string>& row) {
    for (std::size_t right = 0; right < half_steps; ++right) start += fmt::format("{:<{}}", row[right], width[right]);
    return start.substr(0, start.find_last_not_of(' ') + 1) + "\n";
  };
  std::string text = "benefit\n";
  for (std::size_t up = half_steps; up-- > 0;)
    text += line_of(up % 2 == 0 ? fmt::format("{} | ", up / 2 + 1) : "  | ", cells[up]);
  text += "  +" + std::string(sum + 1, '-') + "\n";
  return text + line_of("    ", {"1", "", "2", "", "3", "", "4", "", "5"}) + "    ease";
}

std::vector<std::string> talk_first(const std::vector<RatedIdea>& ideas) {
  std::vector<std::string> lines;
  for (const RatedIdea& idea : ideas) {
    if (idea.benefit.differ())
      lines.push_back(fmt::format("{}: raters put its benefit from {} to {}. What does each know?", idea.id,
                                  figure(*idea.benefit.lowest), figure(*idea.benefit.highest)));
    if (idea.ease.differ())
      lines.push_back(fmt::format("{}: raters put its ease from {} to {}. What does each know?", idea.id,
                                  figure(*idea.ease.lowest), figure(*idea.ease.highest)));
    if (idea.quarter == Quarter::on_the_line)
      lines.push_back(fmt::format("{}: {} it on the line. Which side is it?", idea.id,
                                  *idea.benefit.median != 3 ? "an ease of exactly 3 puts"
                                  : *idea.ease.median != 3  ? "a benefit of exactly 3 puts"
                                                            : "a benefit and an ease of exactly 3 put"));
    if (idea.quarter == Quarter::not_rated)
      lines.push_back(fmt::format("{}: nobody has rated its {}.", idea.id,
                                  idea.benefit.median ? "ease" : (idea.ease.median ? "benefit" : "benefit and ease")));
  }
  return lines;
}

}  // namespace

report::Document describe_matrix(const std::vector<RatedIdea>& ideas, const Heading& heading) {
  report::Document document;
  document.title = "Benefit and ease";
  document.subtitle = heading.project;
  document.classification = heading.classification;
  if (ideas.empty()) return document.paragraph("No ideas are recorded.");
  document.paragraph(
      "Medians of what raters said, 1 to 5. Quick wins help much and are easy; major projects help much "
      "and are hard; fill in where easy but of little help; think again where neither.");
  report::Table table;
  table.columns = {{"No", report::Align::right}, {"Idea"}, {"Benefit"}, {"Ease"}, {"Quarter"}};
  for (std::size_t at = 0; at < ideas.size(); ++at)
    table.rows.push_back({std::to_string(at + 1), fmt::format("{}: {}", ideas[at].id, ideas[at].text),
                          ratings_in_words(ideas[at].benefit), ratings_in_words(ideas[at].ease),
                          quarter_in_words(ideas[at].quarter)});
  report::Figure figure_of_matrix;
  figure_of_matrix.svg = draw_matrix(ideas, heading);
  figure_of_matrix.alternative = "Ideas by ease (to the right) and benefit (up); the table says the same.";
  figure_of_matrix.text = matrix_in_characters(ideas);
  figure_of_matrix.caption = "Benefit and ease; numbers as in the table";
  document.figure(std::move(figure_of_matrix));
  document.table(std::move(table));
  if (const auto lines = talk_first(ideas); !lines.empty()) {
    document.heading(1, "Talk about these first");
    document.items(lines);
  }
  return document;
}

report::Table matrix_table(const std::vector<RatedIdea>& ideas) {
  report::Table table;
  for (const char* title :
       {"idea", "text", "priority", "quarter", "benefit_median", "benefit_mean", "benefit_lowest", "benefit_highest",
        "benefit_raters", "ease_median", "ease_mean", "ease_lowest", "ease_highest", "ease_raters"})
    table.columns.push_back({title});
  for (const RatedIdea& idea : ideas) {
    std::vector<report::Cell> row = {idea.id, idea.text, text::join(idea.priorities, ", "),
                                     std::string(model::word(idea.quarter))};
    add_ratings(row, idea.benefit);
    add_ratings(row, idea.ease);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Value matrix_contract(const std::vector<RatedIdea>& ideas) {
  Value list = Value::list();
  for (const RatedIdea& idea : ideas) {
    Value one;
    one.set("idea", idea.id);
    one.set("text", idea.text);
    one.set("priority", idea.priorities.empty() ? Value() : Value(text::join(idea.priorities, ", ")));
    one.set("quarter", model::word(idea.quarter));
    one.set("benefit", ratings_value(idea.benefit));
    one.set("ease", ratings_value(idea.ease));
    list.push(std::move(one));
  }
  Value value;
  value.set("format", 1);
  value.set("command", "prioritise matrix");
  value.set("ideas", std::move(list));
  return value;
}

}  // namespace thrive::priorities
