// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/assessment/describe/describe.hpp"
#include "libthrive/report/svg.hpp"

namespace thrive::assessment {

namespace {

constexpr double margin = 20;
constexpr double header = 92;
constexpr double title_width = 300;
constexpr double cell_width = 46;
constexpr double cell_height = 24;
constexpr double wide_cell = 64;
constexpr double bar_width = 420;
constexpr double bar_row = 30;

constexpr std::string_view style_rules =
    ".title{font-size:18px;font-weight:bold}.small{font-size:11px;fill:#333}.head{font-size:11px;font-weight:bold}"
    ".cell{font-size:13px;font-weight:bold;text-anchor:middle}";

/// Four steps from dark to light and back would mislead; one hue growing darker with the score does not.
std::string_view shade(int score, const RatingScale& scale) {
  constexpr std::string_view shades[] = {"#f4f1ea", "#cfdbe3", "#7fa3b8", "#235a7c"};
  const int step = (score - scale.lowest) * 3 / std::max(1, scale.highest - scale.lowest);
  return shades[static_cast<std::size_t>(std::clamp(step, 0, 3))];
}

std::string_view ink(int score, const RatingScale& scale) {
  return shade(score, scale) == "#235a7c" ? "#ffffff" : "#111111";
}

void draw_cell(report::Svg& svg, double x, double y, double width, const std::optional<int>& score, bool is_unknown,
               const RatingScale& scale) {
  const std::string fill = score ? std::string(shade(*score, scale)) : "#ffffff";
  report::Svg::Attributes frame = {{"fill", fill}, {"stroke", "#8a949c"}, {"stroke-width", "0.75"}};
  if (is_unknown) frame.emplace_back("stroke-dasharray", "3 2");
  svg.rectangle(x, y, width, cell_height, frame);
  const std::string words = score ? std::to_string(*score) : is_unknown ? "?" : "";
  if (!words.empty())
    svg.text(
        x + width / 2, y + 17, words,
        {{"class", "cell"}, {"style", std::string("fill:") + std::string(score ? ink(*score, scale) : "#111111")}});
}

void draw_row(report::Svg& svg, const Scoring& scoring, const ScoredItem& item, double y) {
  svg.open("g", {{"role", "img"}, {"aria-label", talk_starter(item)}});
  svg.text(margin, y + 16, item.id, {{"class", "head"}});
  const std::vector<std::string> lines = report::wrap_text(item.item->title, title_width - 70, 11);
  svg.text(margin + 60, y + 16, lines.size() > 1 ? lines.front() + " …" : lines.front(), {{"class", "small"}});
  double x = margin + title_width;
  for (const TableAnswer& given : item.answers) {
    const bool is_unknown = given.answer != nullptr && !given.answer->score.points;
    draw_cell(svg, x, y, cell_width, given.answer != nullptr ? given.answer->score.points : std::nullopt, is_unknown,
              scoring.scale);
    x += cell_width;
  }
  const bool agreed_unknown = item.agreed != nullptr && !item.agreed->score.points;
  draw_cell(svg, x + 12, y, wide_cell, item.agreed != nullptr ? item.agreed->score.points : std::nullopt,
            agreed_unknown, scoring.scale);
  if (item.statistics.straddles || item.statistics.has_gap)
    svg.text(x + 12 + wide_cell + 8, y + 16, item.statistics.straddles ? "straddles" : "gap", {{"class", "small"}});
  svg.close();
}

/// One bar a level: scores below the line to the left of it, those on or above it to the right.
void draw_level(report::Svg& svg, const Scoring& scoring, const Group& level, const std::string& name, double y) {
  const std::vector<std::size_t> counts = counts_of_level(scoring, level.id);
  std::size_t all = 0;
  for (const std::size_t count : counts) all += count;
  svg.text(margin, y + 16, name, {{"class", "head"}});
  if (all == 0) return;
  const double unit = bar_width / 2 / static_cast<double>(all);
  const double line_x = margin + 110 + bar_width / 2;
  const auto line = static_cast<std::size_t>(scoring.scale.thrive_like_from - scoring.scale.lowest);
  const auto piece = [&](double x, std::size_t at) {
    const double width = unit * static_cast<double>(counts[at]);
    const int score = scoring.scale.lowest + static_cast<int>(at);
    svg.rectangle(
        x, y + 2, width, 20,
        {{"fill", std::string(shade(score, scoring.scale))}, {"stroke", "#5f6b76"}, {"stroke-width", "0.75"}});
    if (width >= 16)
      svg.text(x + width / 2, y + 17, std::to_string(score),
               {{"class", "cell"}, {"style", std::string("fill:") + std::string(ink(score, scoring.scale))}});
    return width;
  };
  double x = line_x;
  for (std::size_t at = line; at-- > 0;) x -= unit * static_cast<double>(counts[at]), piece(x, at);
  x = line_x;
  for (std::size_t at = line; at < counts.size(); ++at) x += piece(x, at);
  svg.line(line_x, y - 4, line_x, y + 28, {{"stroke", "#111111"}, {"stroke-width", "1.5"}});
}

}  // namespace

std::string heatmap_svg(const Scoring& scoring, const model::Project& project, const model::Vocabulary& vocabulary) {
  const double table_width = cell_width * static_cast<double>(scoring.tables.size());
  const double width = std::max(margin + title_width + table_width + 12 + wide_cell + 90, margin * 2 + 110 + bar_width);
  const double rows = cell_height * static_cast<double>(scoring.items.size());
  const double height = header + rows + 60 + bar_row * static_cast<double>(scoring.levels.size()) + 30;
  const std::string place = project.project.locality.value_or(project.project.name);
  const std::string description = fmt::format(
      "{} of {} items are THRIVE-like. One row an item, one column a table, then the room's agreed score; below, one "
      "bar a level.",
      scoring.thrive_like, scoring.of);
  report::Svg svg(width, height, place + ": scores by item and table", description, {{"role", "graphics-document"}});
  svg.style(style_rules);
  svg.rectangle(0, 0, width, height, {{"fill", "#ffffff"}});
  svg.text(margin, 32, place + ": " + scoring.id, {{"class", "title"}});
  svg.text(margin, 52,
           fmt::format("{}. Darker: higher. ?: unknown. {} or more is THRIVE-like: {} of {} items.",
                       text::format_date_in_words(scoring.date), scoring.scale.thrive_like_from, scoring.thrive_like,
                       scoring.of),
           {{"class", "small"}});
  double x = margin + title_width;
  for (const std::string& table : scoring.tables) {
    svg.text(x + cell_width / 2, header - 8, table, {{"class", "head"}, {"text-anchor", "middle"}});
    x += cell_width;
  }
  svg.text(x + 12 + wide_cell / 2, header - 8, "agreed", {{"class", "head"}, {"text-anchor", "middle"}});
  double y = header;
  for (const ScoredItem& item : scoring.items) {
    draw_row(svg, scoring, item, y);
    y += cell_height;
  }
  y += 40;
  svg.text(margin, y - 10,
           "By level: tables' scores below the THRIVE-like line to the left, on or above it to the right",
           {{"class", "small"}});
  for (const Group& level : scoring.levels) {
    draw_level(svg, scoring, level, vocabulary.name("levels", level.id), y);
    y += bar_row;
  }
  return svg.finish();
}

std::string sites_svg(const std::vector<std::pair<std::string, Scoring>>& sites, const model::Vocabulary& vocabulary) {
  constexpr double panel_head = 56;
  double height = header;
  for (const auto& [site, scoring] : sites) height += panel_head + bar_row * static_cast<double>(scoring.levels.size());
  const double width = margin * 2 + 110 + bar_width;
  report::Svg svg(width, height, "Assessments side by side",
                  "One panel a site, in the order given; no league table. One bar a level: tables' scores below the "
                  "THRIVE-like line to the left, on or above it to the right.",
                  {{"role", "graphics-document"}});
  svg.style(style_rules);
  svg.rectangle(0, 0, width, height, {{"fill", "#ffffff"}});
  svg.text(margin, 32, "Assessments side by side", {{"class", "title"}});
  svg.text(margin, 52, "Shares of the tables' scores, below the THRIVE-like line to the left, on or above it right.",
           {{"class", "small"}});
  svg.text(margin, 68, "In the order given: sites differ in who scored and what they know.", {{"class", "small"}});
  double y = header;
  for (const auto& [site, scoring] : sites) {
    svg.text(margin, y + 12, report::wrap_text(site, width - 2 * margin, 11).front(), {{"class", "head"}});
    svg.text(margin, y + 28,
             fmt::format("{}: {} of {} items THRIVE-like, tables: {}", text::format_date_in_words(scoring.date),
                         scoring.thrive_like, scoring.of, scoring.tables.size()),
             {{"class", "small"}});
    y += 36;
    for (const Group& level : scoring.levels) {
      draw_level(svg, scoring, level, vocabulary.name("levels", level.id), y);
      y += bar_row;
    }
    y += panel_head - 36;
  }
  return svg.finish();
}

}  // namespace thrive::assessment
