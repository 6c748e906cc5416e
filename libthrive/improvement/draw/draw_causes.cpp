// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/improvement/draw/draw_causes.hpp"
#include "libthrive/report/svg.hpp"

namespace thrive::improvement {

namespace {

using report::Svg;

constexpr double edge = 24;
constexpr std::string_view rules =
    ".title{font-size:18px;font-weight:bold}.head{font-size:14px;font-weight:bold}.name{font-size:12px}"
    ".found{font-size:12px;font-weight:bold}";

Svg started(double width, double height, const ProblemShown& shown, std::string_view what, std::string_view about) {
  Svg svg(width, height, fmt::format("{}: {}", what, shown.problem.problem), about);
  svg.style(rules);
  svg.rectangle(0, 0, width, height, {{"fill", "#ffffff"}});
  return svg;
}

/// An id as words that can be broken into lines.
std::string as_words(std::string id) {
  std::replace(id.begin(), id.end(), '-', ' ');
  return id;
}

}  // namespace

std::string draw_fishbone(const ProblemShown& shown) {
  constexpr double bone = 230, line_height = 17, head_width = 220;
  const auto branches = branches_of(shown);
  std::size_t most = 1;
  std::vector<std::vector<std::pair<std::string, bool>>> lines;
  for (const auto& branch : branches) {
    std::vector<std::pair<std::string, bool>> own;
    for (const model::Cause& cause : *branch.second) {
      const bool is_found = cause.verified.value_or(false);
      for (const std::string& part : report::wrap_text((is_found ? "✓ " : "") + cause.text, bone - 50, 12, is_found))
        own.emplace_back(part, is_found);
    }
    most = std::max(most, own.size());
    lines.push_back(std::move(own));
  }
  const double half = 60 + line_height * static_cast<double>(most);
  const double spine = 56 + half;
  const std::size_t pairs = std::max<std::size_t>((branches.size() + 1) / 2, 1);
  const double end = edge + bone * static_cast<double>(pairs) + 40;
  Svg svg = started(end + head_width + edge, spine + half + edge, shown, "Fishbone",
                    "Causes by branch; those that somebody has looked at are strong, with a tick.");
  svg.text(edge, 32, "What keeps it going", {{"class", "title"}});
  svg.line(edge, spine, end, spine, {{"stroke", "#000000"}, {"stroke-width", "3"}});
  const auto problem = report::wrap_text(shown.problem.problem, head_width - 20, 14, true);
  const double head_height = 18 * static_cast<double>(problem.size()) + 16;
  svg.rectangle(end, spine - head_height / 2, head_width, head_height,
                {{"fill", "#eeeeee"}, {"stroke", "#000000"}, {"stroke-width", "2"}});
  for (std::size_t at = 0; at < problem.size(); ++at)
    svg.text(end + 10, spine - head_height / 2 + 20 + 18 * static_cast<double>(at), problem[at], {{"class", "head"}});
  for (std::size_t at = 0; at < branches.size(); ++at) {
    const bool is_above = at % 2 == 0;
    const double foot = edge + bone * (static_cast<double>(at / 2) + 1);
    const double side = is_above ? -1 : 1;
    const double tip_y = spine + side * (half - 20);
    svg.line(foot - 40, tip_y, foot, spine, {{"stroke", "#000000"}, {"stroke-width", "1.5"}});
    const double left = foot - bone + 10;
    double y = is_above ? tip_y + 4 : spine + 26;
    if (is_above) svg.text(left, y, branches[at].first, {{"class", "head"}});
    y += is_above ? line_height : 0;
    for (const auto& line : lines[at]) {
      svg.text(left, y, line.first, {{"class", line.second ? "found" : "name"}});
      y += line_height;
    }
    if (!is_above) svg.text(left, y + 4, branches[at].first, {{"class", "head"}});
  }
  return svg.finish();
}

std::string draw_whys(const ProblemShown& shown) {
  constexpr double step = 46, box = 360;
  std::vector<std::vector<std::string>> boxes = {report::wrap_text(shown.problem.problem, box - 20, 12, true)};
  for (const model::Why& why : shown.problem.whys) {
    auto lines = report::wrap_text("Why? " + why.text, box - 20, 12, false);
    for (std::string& line : report::wrap_text(why.evidence ? "✓ " + *why.evidence : "no evidence", box - 20, 12, true))
      lines.push_back(std::move(line));
    boxes.push_back(std::move(lines));
  }
  double height = 56;
  for (const auto& lines : boxes) height += 16 * static_cast<double>(lines.size()) + 30;
  Svg svg = started(2 * edge + box + step * static_cast<double>(boxes.size() - 1), height + edge, shown, "Whys",
                    "A staircase: each step asks why of the one above it.");
  svg.text(edge, 32, "Whys", {{"class", "title"}});
  double y = 50;
  for (std::size_t at = 0; at < boxes.size(); ++at) {
    const double x = edge + step * static_cast<double>(at);
    const double tall = 16 * static_cast<double>(boxes[at].size()) + 14;
    svg.rectangle(x, y, box, tall, {{"fill", at == 0 ? "#eeeeee" : "#ffffff"}, {"stroke", "#000000"}});
    for (std::size_t line = 0; line < boxes[at].size(); ++line)
      svg.text(x + 10, y + 18 + 16 * static_cast<double>(line), boxes[at][line], {{"class", "name"}});
    if (at + 1 < boxes.size())
      svg.path(fmt::format("M{} {}V{}H{}", report::coordinate(x + 20), report::coordinate(y + tall),
                           report::coordinate(y + tall + 30), report::coordinate(x + step)),
               {{"fill", "none"}, {"stroke", "#000000"}});
    y += tall + 16;
  }
  return svg.finish();
}

std::string draw_pareto(const ProblemShown& shown) {
  constexpr double bar = 78, plot = 260, top = 70, left = 60, labels = 76;
  const model::Tally& tally = *shown.problem.tally;
  const text::SmallNumbers small = model::small_numbers(shown.project.project);
  const std::vector<ToldReason> reasons = told(pareto_of(tally, shown.thresholds), small);
  const double width = left + bar * static_cast<double>(std::max<std::size_t>(reasons.size(), 4)) + 60;
  Svg svg = started(width, top + plot + labels + 40, shown, "Pareto chart",
                    "Reasons in order of how often; the line adds up their shares.");
  int highest = 1;
  for (const ToldReason& reason : reasons) highest = std::max(highest, reason.count.value_or(0));
  svg.text(edge, 30, shown.problem.problem, {{"class", "title"}});
  svg.text(edge, 50,
           fmt::format("n = {}, counted {}{}",
                       small.hides(tally.n) ? fmt::format("<{}", small.under) : std::to_string(tally.n), tally.counted,
                       tally.how ? ", " + *tally.how : ""),
           {{"class", "name"}});
  svg.line(left, top + plot, width - 60, top + plot, {{"stroke", "#000000"}});
  const double vital_y = top + plot * (1 - shown.thresholds.limits.vital_percent / 100);
  svg.line(left, vital_y, width - 60, vital_y, {{"stroke", "#555555"}, {"stroke-dasharray", "6 4"}});
  svg.text(width - 56, vital_y + 4, fmt::format("{:g}%", shown.thresholds.limits.vital_percent), {{"class", "name"}});
  std::string way;
  for (std::size_t at = 0; at < reasons.size(); ++at) {
    const ToldReason& reason = reasons[at];
    const double x = left + bar * static_cast<double>(at);
    const double tall = reason.count ? plot * 0.9 * *reason.count / highest : 6;
    svg.rectangle(x + 8, top + plot - tall, bar - 16, tall,
                  {{"fill", reason.vital ? "#777777" : "#dddddd"}, {"stroke", "#000000"}});
    svg.text(x + bar / 2, top + plot - tall - 6, reason.count_in_words(small),
             {{"class", "found"}, {"text-anchor", "middle"}});
    auto lines = report::wrap_text(as_words(reason.name), bar - 6, 11);
    if (lines.size() > 5) lines.resize(5);
    for (std::size_t line = 0; line < lines.size(); ++line)
      svg.text(x + bar / 2, top + plot + 16 + 13 * static_cast<double>(line), lines[line],
               {{"font-size", "11"}, {"text-anchor", "middle"}});
    if (!reason.cumulative) continue;
    const double y = top + plot * (1 - *reason.cumulative);
    way += fmt::format("{}{} {}", way.empty() ? "M" : "L", report::coordinate(x + bar / 2), report::coordinate(y));
    svg.circle(x + bar / 2, y, 3, {{"fill", "#000000"}});
  }
  if (!way.empty()) svg.path(way, {{"fill", "none"}, {"stroke", "#000000"}, {"stroke-width", "1.5"}});
  return svg.finish();
}

}  // namespace thrive::improvement
