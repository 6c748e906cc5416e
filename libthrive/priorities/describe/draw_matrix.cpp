// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "libthrive/priorities/describe/describe_matrix.hpp"
#include "libthrive/report/svg.hpp"

namespace thrive::priorities {

namespace {

constexpr double side = 360;  // of the square
constexpr double left = 64;   // room for the axis
constexpr double top = 56;
constexpr double legend = 24;  // between the square and the list of ideas
constexpr double matrix_line_height = 18;
constexpr double legend_width = 300;

double across(double ease) { return left + side * (ease - 0.5) / 5; }
double up(double benefit) { return top + side - side * (benefit - 0.5) / 5; }

/// Ideas that lie on one spot share a mark: their numbers stand in it.
struct Spot {
  double benefit;
  double ease;
  std::string numbers;
};

std::vector<Spot> spots_of(const std::vector<RatedIdea>& ideas) {
  std::vector<Spot> spots;
  for (std::size_t at = 0; at < ideas.size(); ++at) {
    if (ideas[at].quarter == Quarter::not_rated) continue;
    const double benefit = *ideas[at].benefit.median;
    const double ease = *ideas[at].ease.median;
    const auto same = std::find_if(spots.begin(), spots.end(),
                                   [&](const Spot& spot) { return spot.benefit == benefit && spot.ease == ease; });
    if (same == spots.end())
      spots.push_back({benefit, ease, std::to_string(at + 1)});
    else
      same->numbers += ", " + std::to_string(at + 1);
  }
  return spots;
}

void draw_axes(report::Svg& svg) {
  const report::Svg::Attributes thin = {{"stroke", "#777777"}};
  svg.rectangle(left, top, side, side, {{"fill", "#ffffff"}, {"stroke", "#000000"}});
  svg.line(across(3), top, across(3), top + side, {{"stroke", "#777777"}, {"stroke-dasharray", "5 4"}});
  svg.line(left, up(3), left + side, up(3), {{"stroke", "#777777"}, {"stroke-dasharray", "5 4"}});
  for (int value = 1; value <= 5; ++value) {
    svg.line(across(value), top + side, across(value), top + side + 5, thin);
    svg.text(across(value), top + side + 18, std::to_string(value), {{"text-anchor", "middle"}});
    svg.line(left - 5, up(value), left, up(value), thin);
    svg.text(left - 9, up(value) + 4, std::to_string(value), {{"text-anchor", "end"}});
  }
  svg.text(left + side / 2, top + side + 38, "Ease: hard to easy", {{"text-anchor", "middle"}});
  const std::string turn = "rotate(-90 18 " + report::coordinate(top + side / 2) + ")";
  svg.text(18, top + side / 2, "Benefit for young people", {{"text-anchor", "middle"}, {"transform", turn}});
}

void draw_quarters(report::Svg& svg) {
  const report::Svg::Attributes near_start = {{"class", "quarter"}};
  const report::Svg::Attributes near_end = {{"class", "quarter"}, {"text-anchor", "end"}};
  svg.text(left + 6, top + 16, "major project", near_start);
  svg.text(left + side - 6, top + 16, "quick win", near_end);
  svg.text(left + 6, top + side - 8, "think again", near_start);
  svg.text(left + side - 6, top + side - 8, "fill in", near_end);
}

/// Thin lines from the lowest to the highest rating.
void draw_spread(report::Svg& svg, const RatedIdea& idea) {
  if (idea.quarter == Quarter::not_rated) return;
  const double x = across(*idea.ease.median);
  const double y = up(*idea.benefit.median);
  const report::Svg::Attributes thin = {{"stroke", "#999999"}};
  if (*idea.ease.lowest != *idea.ease.highest)
    svg.line(across(*idea.ease.lowest), y, across(*idea.ease.highest), y, thin);
  if (*idea.benefit.lowest != *idea.benefit.highest)
    svg.line(x, up(*idea.benefit.lowest), x, up(*idea.benefit.highest), thin);
}

void draw_spot(report::Svg& svg, const Spot& spot) {
  const double width = std::max(22.0, report::text_width(spot.numbers, 12, true) + 12);
  svg.rectangle(across(spot.ease) - width / 2, up(spot.benefit) - 11, width, 22, {{"rx", "11"}, {"fill", "#1f2d3d"}});
  svg.text(across(spot.ease), up(spot.benefit) + 4, spot.numbers, {{"text-anchor", "middle"}, {"class", "light"}});
}

}  // namespace

std::string draw_matrix(const std::vector<RatedIdea>& ideas, const Heading& heading) {
  std::vector<std::vector<std::string>> lines;
  std::size_t count = 0;
  for (std::size_t at = 0; at < ideas.size(); ++at) {
    lines.push_back(report::wrap_text(std::to_string(at + 1) + "  " + ideas[at].text +
                                          (ideas[at].quarter == Quarter::not_rated ? " (not rated)" : ""),
                                      legend_width, 12));
    count += lines.back().size();
  }
  const double height = std::max(top + side + 56, top + matrix_line_height * static_cast<double>(count + 1));
  const std::string title = heading.project.empty() ? "Benefit and ease" : "Benefit and ease: " + heading.project;
  report::Svg svg(left + side + legend + legend_width + 16, height, title,
                  "Ideas by ease, to the right, and benefit for young people, up, both from 1 to 5; medians of raters, "
                  "thin lines from the lowest to the highest.");
  svg.style(
      "text{font-family:sans-serif;font-size:12px}.title{font-size:16px;font-weight:bold}.light{fill:#ffffff;font-"
      "weight:bold}"
      ".quarter{fill:#555555;font-style:italic}");
  svg.rectangle(0, 0, left + side + legend + legend_width + 16, height, {{"fill", "#ffffff"}});
  if (!heading.classification.empty()) svg.text(16, 16, heading.classification);
  svg.text(16, 36, title, {{"class", "title"}});
  draw_axes(svg);
  draw_quarters(svg);
  for (const RatedIdea& idea : ideas) draw_spread(svg, idea);
  for (const Spot& spot : spots_of(ideas)) draw_spot(svg, spot);
  double y = top + 12;
  for (const std::vector<std::string>& idea : lines)
    for (const std::string& line : idea) {
      svg.text(left + side + legend, y, line);
      y += matrix_line_height;
    }
  return svg.finish();
}

}  // namespace thrive::priorities
