// SPDX-License-Identifier: MIT
#include "libthrive/planning/draw/draw_people.hpp"

#include <fmt/core.h>

#include <vector>

#include "libthrive/planning/people.hpp"
#include "libthrive/report/svg.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

namespace {

std::string signed_number(int number) { return fmt::format("{}{}", number > 0 ? "+" : "", number); }

std::string label_of(const model::Stakeholder& stakeholder, Stance stance) {
  std::string label = stakeholder.name;
  if (stance == Stance::left_out || !stakeholder.stance) return label;
  label += " (" + signed_number(*stakeholder.stance);
  if (stakeholder.needed) label += " to " + signed_number(*stakeholder.needed);
  return label + ")";
}

using People = std::vector<const model::Stakeholder*>;

People people_at(const model::Project& project, int power, int interest) {
  People people;
  for (const auto& entry : project.stakeholders)
    if (entry.value.power == power && entry.value.interest == interest) people.push_back(&entry.value);
  return people;
}

std::vector<std::string> without_a_place(const model::Project& project) {
  std::vector<std::string> names;
  for (const auto& [id, stakeholder] : project.stakeholders)
    if (!stakeholder.power || !stakeholder.interest) names.push_back(stakeholder.name);
  return names;
}

std::string people_in_words(const model::Project& project, Stance stance) {
  std::vector<std::string> sentences;
  for (int power = 5; power >= 1; --power)
    for (int interest = 5; interest >= 1; --interest)
      for (const model::Stakeholder* one : people_at(project, power, interest))
        sentences.push_back(fmt::format("{}: power {}, interest {}", label_of(*one, stance), power, interest));
  const auto others = without_a_place(project);
  if (!others.empty()) sentences.push_back("power or interest not recorded: " + text::join(others, ", "));
  return sentences.empty() ? "Nobody is recorded." : text::join(sentences, "; ") + ".";
}

constexpr double cell = 150, left = 90, top = 60;

void draw_cell_of_people(report::Svg& svg, const model::Project& project, int power, int interest, Stance stance) {
  const double x = left + (interest - 1) * cell + 8;
  double y = top + (5 - power) * cell + 18;
  for (const model::Stakeholder* one : people_at(project, power, interest)) {
    const bool is_against = stance == Stance::told && one->stance && *one->stance < 0;
    svg.circle(x + 5, y - 4, 4.5,
               {{"fill", is_against ? "#ffffff" : "#1f4e79"}, {"stroke", "#1f4e79"}, {"stroke-width", "1.5"}});
    for (const std::string& words : report::wrap_text(label_of(*one, stance), cell - 30, 11)) {
      svg.text(x + 14, y, words, {{"font-size", "11"}});
      y += 14;
    }
    y += 5;
  }
}

/// Lines at 3, where the quarters meet, and their names in the corners.
void draw_quarters(report::Svg& svg) {
  const double side = 5 * cell, middle = 2.5 * cell;
  svg.rectangle(left, top, side, side, {{"fill", "#fbfbfb"}, {"stroke", "#444444"}});
  svg.line(left, top + middle, left + side, top + middle, {{"stroke", "#bbbbbb"}, {"stroke-dasharray", "5 4"}});
  svg.line(left + middle, top, left + middle, top + side, {{"stroke", "#bbbbbb"}, {"stroke-dasharray", "5 4"}});
  const auto name = [&](double x, double y, const char* words, const char* anchor) {
    svg.text(x, y, words,
             {{"font-size", "12"}, {"fill", "#555555"}, {"font-style", "italic"}, {"text-anchor", anchor}});
  };
  name(left + side - 8, top + side - 8, "keep informed", "end");
  name(left + 8, top + side - 8, "monitor", "start");
  name(left + side - 8, top - 8, "manage closely", "end");
  name(left + 8, top - 8, "keep satisfied", "start");
}

}  // namespace

std::string draw_people(const model::Project& project, Stance stance) {
  const auto others = without_a_place(project);
  const double width = left + 5 * cell + 30, height = top + 5 * cell + (others.empty() ? 70 : 110);
  report::Svg svg(width, height, "Who has an interest", people_in_words(project, stance),
                  {{"font-family", "DejaVu Sans, Arial, sans-serif"}});
  svg.rectangle(0, 0, width, height, {{"fill", "#ffffff"}});
  svg.text(left, 28, "Who has an interest", {{"font-size", "17"}, {"font-weight", "bold"}});
  draw_quarters(svg);
  for (int power = 5; power >= 1; --power) {
    svg.text(left - 10, top + (5.5 - power) * cell, std::to_string(power),
             {{"font-size", "13"}, {"text-anchor", "end"}});
    for (int interest = 1; interest <= 5; ++interest) draw_cell_of_people(svg, project, power, interest, stance);
  }
  for (int interest = 1; interest <= 5; ++interest)
    svg.text(left + (interest - 0.5) * cell, top + 5 * cell + 20, std::to_string(interest),
             {{"font-size", "13"}, {"text-anchor", "middle"}});
  svg.text(16, top + 2.5 * cell, "Power", {{"font-size", "13"}});
  svg.text(left + 2.5 * cell, top + 5 * cell + 42, "Interest", {{"font-size", "13"}, {"text-anchor", "middle"}});
  double y = top + 5 * cell + 66;
  if (!others.empty())
    for (const std::string& words :
         report::wrap_text("Power or interest not recorded: " + text::join(others, ", "), 5 * cell, 12)) {
      svg.text(left, y, words, {{"font-size", "12"}});
      y += 16;
    }
  return svg.finish();
}

report::Document people_picture(const model::Project& project, Stance stance) {
  report::Document document;
  document.title = "Who has an interest";
  document.classification = project.project.classification.value_or("");
  std::string lines;
  for (int power = 5; power >= 1; --power)
    for (int interest = 5; interest >= 1; --interest)
      for (const model::Stakeholder* one : people_at(project, power, interest))
        lines += fmt::format("power {} {:<5}  interest {} {:<5}  {}\n", power,
                             std::string(static_cast<std::size_t>(power), '#'), interest,
                             std::string(static_cast<std::size_t>(interest), '#'), label_of(*one, stance));
  for (const std::string& name : without_a_place(project)) lines += "power or interest not recorded  " + name + "\n";
  report::Figure figure;
  figure.svg = draw_people(project, stance);
  figure.alternative = people_in_words(project, stance);
  figure.text = lines;
  figure.caption = "Power and interest";
  document.figure(std::move(figure));
  return document;
}

}  // namespace thrive::planning
