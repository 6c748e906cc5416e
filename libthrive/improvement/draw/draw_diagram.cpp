// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/improvement/draw/draw_diagram.hpp"
#include "libthrive/ramps/stages.hpp"
#include "libthrive/report/svg.hpp"

namespace thrive::improvement {

namespace {

using report::Svg;

constexpr double margin = 24;
constexpr double padding = 8;
constexpr double mark_width = 38;
constexpr double corridor = 46;

constexpr std::string_view style_rules =
    ".title{font-size:20px;font-weight:bold}.head{font-size:14px;font-weight:bold}.name{font-size:13px;font-weight:"
    "bold}"
    ".small{font-size:11px}.letter{font-size:12px;font-weight:bold}";

struct StateSign {
  IdeaState state;
  std::string_view letter;
};
constexpr StateSign signs[] = {{IdeaState::idea, "I"},
                               {IdeaState::planned, "N"},
                               {IdeaState::testing, "T"},
                               {IdeaState::adopted, "A"},
                               {IdeaState::abandoned, "X"},
                               {IdeaState::parked, "P"},
                               {IdeaState::done_without_test, "D"}};

/// The mark of a state, around a point: shapes that differ in grey.
void draw_mark(Svg& svg, IdeaState state, double x, double y) {
  constexpr double radius = 6;
  const Svg::Attributes hollow = {{"fill", "#ffffff"}, {"stroke", "#000000"}, {"stroke-width", "1.5"}};
  const Svg::Attributes stroke = {{"stroke", "#000000"}, {"stroke-width", "2"}, {"fill", "none"}};
  switch (state) {
    case IdeaState::adopted:
      svg.circle(x, y, radius, {{"fill", "#000000"}});
      break;
    case IdeaState::testing:
      svg.circle(x, y, radius, hollow);
      svg.path(fmt::format("M{} {}A{} {} 0 0 1 {} {}Z", report::coordinate(x), report::coordinate(y - radius), radius,
                           radius, report::coordinate(x), report::coordinate(y + radius)),
               {{"fill", "#000000"}});
      break;
    case IdeaState::abandoned:
      svg.line(x - 5, y - 5, x + 5, y + 5, stroke);
      svg.line(x - 5, y + 5, x + 5, y - 5, stroke);
      break;
    case IdeaState::parked:
      svg.line(x - 3, y - 6, x - 3, y + 6, stroke);
      svg.line(x + 3, y - 6, x + 3, y + 6, stroke);
      break;
    case IdeaState::done_without_test:
      svg.rectangle(x - 5, y - 5, 10, 10, {{"fill", "#000000"}});
      break;
    case IdeaState::planned:
      svg.circle(x, y, radius, hollow);
      svg.circle(x, y, 2, {{"fill", "#000000"}});
      break;
    case IdeaState::idea:
      svg.circle(x, y, radius, hollow);
      break;
  }
}

std::string_view letter_of(IdeaState state) {
  for (const StateSign& sign : signs)
    if (sign.state == state) return sign.letter;
  return {};
}

/// A cycle as a dot: full when decided, a cross when abandoned, hollow while open or to come.
void draw_cycles(Svg& svg, const model::Ramp& ramp, double x, double y) {
  double at = x + 5;
  for (const auto& entry : ramp.cycles) {
    const bool is_decided = ramps::has_decision(entry.value);
    if (is_decided && entry.value.act->decision == model::Decision::abandon) {
      svg.line(at - 4, y - 4, at + 4, y + 4, {{"stroke", "#000000"}, {"stroke-width", "1.5"}});
      svg.line(at - 4, y + 4, at + 4, y - 4, {{"stroke", "#000000"}, {"stroke-width", "1.5"}});
    } else {
      svg.circle(at, y, 4, {{"fill", is_decided ? "#000000" : "#ffffff"}, {"stroke", "#000000"}});
    }
    at += 13;
    if (at > x + 210) break;  // a ramp of so many cycles tells its story elsewhere
  }
}

void draw_connectors(Svg& svg, const Diagram& diagram) {
  for (const DiagramBox& box : diagram.boxes)
    for (std::size_t i = 0; i < box.parents.size(); ++i) {
      const DiagramBox& parent = diagram.boxes[box.parents[i]];
      const double bend = box.x - corridor / 2 - (i == 0 ? 0 : 8);
      svg.path(
          fmt::format("M{} {}H{}V{}H{}", report::coordinate(box.x), report::coordinate(box.middle()),
                      report::coordinate(bend), report::coordinate(parent.middle()),
                      report::coordinate(parent.x + parent.width)),
          {{"fill", "none"}, {"stroke", i == 0 ? "#333333" : "#777777"}, {"stroke-width", i == 0 ? "1.6" : "0.8"}});
    }
}

void draw_box(Svg& svg, const Worked& worked, const Shown& shown, const DiagramBox& box) {
  std::string about = box.title;
  for (const std::string& line : box.lines)
    if (!line.empty()) about += "; " + line;
  svg.open("g", {{"role", "img"}, {"aria-label", about}});
  svg.explain(about);
  svg.rectangle(box.x, box.y, box.width, box.height,
                {{"fill", box.kind == DiagramBox::Kind::aim ? "#eeeeee" : "#ffffff"},
                 {"stroke", "#333333"},
                 {"stroke-width", box.kind == DiagramBox::Kind::aim ? "2" : "1.2"},
                 {"rx", box.kind == DiagramBox::Kind::ramp ? "10" : "3"}});
  const bool has_mark = box.kind == DiagramBox::Kind::idea && shown.state;
  const double left = box.x + padding + (has_mark ? mark_width : 0);
  if (has_mark) {
    const IdeaState state = worked.theory.ideas[box.place].state;
    draw_mark(svg, state, box.x + padding + 7, box.y + padding + 8);
    svg.text(box.x + padding + 19, box.y + padding + 12, letter_of(state), {{"class", "letter"}});
  }
  double y = box.y + padding + 12;
  for (const std::string& line : box.wrapped_title) {
    svg.text(left, y, line, {{"class", "name"}});
    y += 16;
  }
  if (box.kind == DiagramBox::Kind::ramp && shown.state)
    draw_cycles(svg, worked.project.ramps[box.place].value, left, y - 3);
  for (const std::string& line : box.wrapped_lines) {
    if (!line.empty()) svg.text(left, y - 1, line, {{"class", "small"}});
    y += 14;
  }
  svg.close();
}

double draw_legend(Svg& svg, double y) {
  double x = margin + 8;
  for (const StateSign& sign : signs) {
    draw_mark(svg, sign.state, x, y);
    const std::string words = fmt::format("{} {}", sign.letter, in_words(sign.state));
    svg.text(x + 12, y + 4, words, {{"class", "small"}});
    x += 34 + report::text_width(words, 11);
  }
  return y + 26;
}

}  // namespace

std::vector<std::string> sentences_of(const Findings& findings) {
  constexpr std::size_t most = 5;
  std::vector<std::string> sentences;
  for (const text::Diagnostic& finding : findings)
    if (finding.severity != text::Severity::note && sentences.size() < most) sentences.push_back(finding.message);
  return sentences;
}

std::string draw_diagram(const Worked& worked, const Shown& shown, const std::vector<std::string>& sentences,
                         bool on_a3) {
  const Diagram diagram = place_diagram(worked, shown);
  const double width = std::max(diagram.width, 640.0);
  std::vector<std::string> below;
  if (shown.state)
    for (const std::string& sentence : sentences)
      for (std::string& line : report::wrap_text("- " + sentence, width - 2 * margin, 11))
        below.push_back(std::move(line));
  const double height = diagram.height + (shown.state ? 40 : 10) + 15 * static_cast<double>(below.size()) + 20;
  Svg::Attributes root;
  if (on_a3) root = {{"width", "420mm"}, {"height", "297mm"}};
  const std::string name = worked.project.project.locality.value_or(worked.project.project.name);
  Svg svg(width, height, "Driver diagram of " + name,
          "The aim at the left, what drives it to its right, then change ideas and the ramps that test them. " +
              last_sentence(worked),
          root);
  svg.style(style_rules);
  svg.rectangle(0, 0, width, height, {{"fill", "#ffffff"}});
  svg.text(margin, 32, "Driver diagram: " + name, {{"class", "title"}});
  std::string about = "As of " + text::format_date_in_words(worked.today) + ". " + last_sentence(worked);
  if (worked.project.project.classification) about = *worked.project.project.classification + ". " + about;
  if (shown.state) svg.text(margin, 50, about, {{"class", "small"}});
  for (std::size_t at = 0; at < diagram.columns.size(); ++at)
    svg.text(margin + static_cast<double>(at) * (230 + corridor), 74, diagram.columns[at], {{"class", "head"}});
  draw_connectors(svg, diagram);
  for (const DiagramBox& box : diagram.boxes) draw_box(svg, worked, shown, box);
  double y = diagram.height + 14;
  if (shown.state && shown.ideas) y = draw_legend(svg, y);
  for (const std::string& line : below) {
    svg.text(margin, y, line, {{"class", "small"}});
    y += 15;
  }
  return svg.finish();
}

report::Document diagram_document(const Worked& worked, const Shown& shown, const std::vector<std::string>& sentences) {
  report::Document document;
  document.title = "Driver diagram";
  document.subtitle =
      fmt::format("{}. As of {}.", worked.project.project.locality.value_or(worked.project.project.name),
                  text::format_date_in_words(worked.today));
  document.classification = worked.project.project.classification.value_or("");
  document.pages = report::Pages::poster;
  report::Figure figure;
  figure.svg = draw_diagram(worked, shown, {}, false);
  figure.text = outline(worked, shown);
  figure.alternative = "The aim, its drivers, the change ideas and the ramps that test them. " + last_sentence(worked);
  document.figure(std::move(figure));
  if (shown.state) {
    document.paragraph(last_sentence(worked));
    if (!sentences.empty()) document.items(sentences);
  }
  return document;
}

}  // namespace thrive::improvement
