// SPDX-License-Identifier: MIT
#include "libthrive/standing/draw/draw_chain.hpp"

#include <fmt/core.h>

#include <array>

#include "libthrive/report/svg.hpp"

namespace thrive::standing {

namespace {

enum class Mark { filled, broken, hollow };
constexpr std::array<const char*, 7> station_names = {"score",   "sheet", "recommendations", "ideas", "ramps",
                                                      "measure", "kept"};

bool has_figures(const ChainRow& row) {
  for (const MeasureShown& each : row.measures)
    if (each.shown != Shown::not_enough) return true;
  return false;
}

std::array<Mark, 7> marks_of(const ChainRow& row) {
  const std::array<bool, 7> there = {row.score_from || row.score_to,
                                     row.sheet.has_value(),
                                     row.recommendations_ready > 0,
                                     row.ideas > 0,
                                     row.is_tested,
                                     has_figures(row),
                                     row.kept > 0};
  std::array<Mark, 7> marks{};
  for (std::size_t at = 0; at < marks.size(); ++at) {
    marks[at] = there[at] ? Mark::filled : Mark::hollow;
    if (row.stops_at && static_cast<std::size_t>(*row.stops_at) == at) marks[at] = Mark::broken;
  }
  return marks;
}

std::string sentence_of(const ChainRow& row) {
  if (row.stops_at == Station::kept) return fmt::format("{} was adopted and is not kept up", row.stops_in);
  if (row.stops_at) return fmt::format("stops at: {}", model::word(*row.stops_at));
  return row.testing.empty() ? "no break" : fmt::format("{} is being tested", row.testing);
}

std::string label_of(const Reported& reported, const std::string& item) {
  const std::string title = reported.title ? reported.title(item) : std::string();
  return title.empty() ? item : item + " " + title;
}

}  // namespace

std::string draw_chain(const Reported& reported) {
  constexpr double left = 60, step = 100, line_height = 64, top = 66, radius = 8, edge = 16;
  const double width = left + 6 * step + 60;
  const double height = top + line_height * static_cast<double>(reported.chain.rows.size()) + edge;
  std::string description;
  for (const ChainRow& row : reported.chain.rows) description += fmt::format("{}: {}. ", row.item, sentence_of(row));
  report::Svg svg(width, height, "The chain of each priority", description);
  svg.style(
      "text{font-family:sans-serif;font-size:12px;fill:#222222}.title{font-size:16px;font-weight:bold}.station{text-"
      "anchor:"
      "middle;fill:#555555}.name{font-weight:bold}line{stroke:#555555;stroke-width:2}.filled{fill:#1f5fa8;stroke:#"
      "1f5fa8;"
      "stroke-width:2}.hollow{fill:#ffffff;stroke:#555555;stroke-width:2}.broken{stroke:#b3261e;stroke-width:3}");
  svg.rectangle(0, 0, width, height, {{"fill", "#ffffff"}});
  svg.text(edge, 26, "The chain of each priority", {{"class", "title"}});
  for (std::size_t at = 0; at < station_names.size(); ++at)
    svg.text(left + step * static_cast<double>(at), 50, station_names[at], {{"class", "station"}});
  double y = top + 10;
  for (const ChainRow& row : reported.chain.rows) {
    const auto marks = marks_of(row);
    for (std::size_t at = 0; at + 1 < marks.size(); ++at) {
      const bool breaks = marks[at + 1] == Mark::broken;
      const double x = left + step * static_cast<double>(at);
      svg.line(x + radius + 2, y, x + (breaks ? step / 2 : step) - radius - 2, y);
    }
    for (std::size_t at = 0; at < marks.size(); ++at) {
      const double x = left + step * static_cast<double>(at);
      if (marks[at] == Mark::broken) {
        svg.line(x - radius, y - radius, x + radius, y + radius, {{"class", "broken"}});
        svg.line(x - radius, y + radius, x + radius, y - radius, {{"class", "broken"}});
      } else {
        svg.circle(x, y, radius, {{"class", marks[at] == Mark::filled ? "filled" : "hollow"}});
      }
    }
    const std::string name = label_of(reported, row.item);
    svg.text(edge, y + 26, name, {{"class", "name"}});
    svg.text(edge + report::text_width(name, 12, true) + 12, y + 26, sentence_of(row));
    y += line_height;
  }
  return svg.finish();
}

std::string chain_in_text(const Reported& reported) {
  std::string text = "score - sheet - recommendations - ideas - ramps - measure - kept\n";
  for (const ChainRow& row : reported.chain.rows) {
    std::string line;
    for (const Mark mark : marks_of(row)) line += mark == Mark::filled ? "#-" : mark == Mark::broken ? "x-" : "o-";
    line.pop_back();
    text += fmt::format("{}  {}: {}\n", line, row.item, sentence_of(row));
  }
  return text;
}

}  // namespace thrive::standing
