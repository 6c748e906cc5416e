// SPDX-License-Identifier: MIT
#include "libthrive/ramps/describe/draw_ramp.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "libthrive/ramps/describe/describe.hpp"
#include "libthrive/report/svg.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::ramps {

namespace {

constexpr double margin = 24;
constexpr double card_width = 190;
constexpr double card_gap = 34;
constexpr double card_height = 133;
constexpr double step_height = 150;  // between the lowest and the highest card
constexpr double header = 66;
constexpr double footer = 46;
constexpr std::size_t lines_of_name = 2;
constexpr std::size_t lines_of_size = 2;

constexpr std::string_view style_rules =
    ".title{font-size:20px;font-weight:bold}.small{font-size:11px;fill:#333}.name{font-size:13px;font-weight:bold}"
    ".id{font-size:12px;font-weight:bold;fill:#fff;text-anchor:middle}.decision{font-size:12px;font-weight:bold}";

/// The size that every cycle of the ramp has, or none; small counts of people are all as large as the smallest shown.
std::vector<double> sizes_of(const RampState& ramp, const text::SmallNumbers& small) {
  using Size = std::optional<double> model::CycleScale::*;
  constexpr Size kinds[] = {&model::CycleScale::people,       &model::CycleScale::referrals,
                            &model::CycleScale::young_people, &model::CycleScale::schools,
                            &model::CycleScale::practices,    &model::CycleScale::sites};
  constexpr std::size_t kinds_of_people = 3;
  for (std::size_t at = 0; at < std::size(kinds); ++at) {
    std::vector<double> sizes;
    for (const CycleState& state : ramp.cycles)
      if (const auto& size = state.cycle->scale.*kinds[at])
        sizes.push_back(at < kinds_of_people && small.hides(*size) ? small.under : *size);
    if (sizes.size() == ramp.cycles.size()) return sizes;
  }
  return std::vector<double>(ramp.cycles.size(), 1);
}

/// How far up each card stands, 0 to 1: by the logarithm of its size, so that ten times as large is a step like any
/// other.
std::vector<double> heights_of(const RampState& ramp, const text::SmallNumbers& small) {
  std::vector<double> heights;
  for (const double size : sizes_of(ramp, small)) heights.push_back(std::log10(std::max(1.0, size)));
  if (heights.empty()) return heights;
  const auto [lowest, highest] = std::minmax_element(heights.begin(), heights.end());
  const double low = *lowest, range = *highest - *lowest;
  for (double& height : heights) height = range > 0 ? (height - low) / range : 0;
  return heights;
}

struct Look {
  std::string_view colour;
  std::string_view sign;
  std::string words;
};

/// Decisions differ in sign and word as well as in colour.
Look look_of(const CycleState& state) {
  if (!has_decision(*state.cycle)) {
    if (state.stage == Stage::planning) return {"#5f6b76", "○", "planned"};
    return {"#5f6b76", "…",
            state.days_over > 0
                ? fmt::format("open, {} {} over", state.days_over, state.days_over == 1 ? "day" : "days")
                : "open"};
  }
  switch (*state.cycle->act->decision) {
    case model::Decision::adopt:
      return {"#1b6b2f", "✓", "adopted"};
    case model::Decision::adapt:
      return {"#1f62a0", "↻", "adapted"};
    case model::Decision::expand:
      return {"#5b2f9e", "↗", "expanded"};
    case model::Decision::abandon:
      break;
  }
  return {"#a01f28", "✕", "abandoned"};
}

/// Words in at most so many lines of a card; what is cut off leaves its sign.
std::vector<std::string> lines_in_card(std::string_view words, double font_size, bool bold, std::size_t most) {
  std::vector<std::string> lines = report::wrap_text(words, card_width - 16, font_size, bold);
  if (lines.size() <= most) return lines;
  lines.resize(most);
  lines.back() = report::wrap_text(lines.back(), card_width - 32, font_size, bold).front() + " …";
  return lines;
}

void draw_card(report::Svg& svg, const CycleState& state, const text::SmallNumbers& small, double x, double y) {
  const model::Cycle& cycle = *state.cycle;
  const Look look = look_of(state);
  svg.open("g", {{"role", "img"}, {"aria-label", state.id + ", " + cycle.name + ": " + look.words}});
  svg.explain(state.id + ", " + cycle.name + ": " + look.words);
  report::Svg::Attributes frame = {{"fill", "#ffffff"},
                                   {"stroke", std::string(look.colour)},
                                   {"stroke-width", cycle.kind == model::CycleKind::implement ? "3" : "1.5"},
                                   {"rx", "4"}};
  if (state.is_open) frame.emplace_back("stroke-dasharray", "6 4");
  svg.rectangle(x, y, card_width, card_height, frame);
  const std::string id = report::wrap_text(state.id, card_width - 80, 12, true).front();
  const double id_width = std::max(46.0, report::text_width(id, 12, true) + 12);
  svg.rectangle(x, y, id_width, 20, {{"fill", std::string(look.colour)}, {"rx", "4"}});
  svg.text(x + id_width / 2, y + 14, id, {{"class", "id"}});
  svg.text(x + id_width + 8, y + 14, std::string(model::word(cycle.kind)), {{"class", "small"}});
  double line_y = y + 38;
  for (const std::string& line : lines_in_card(cycle.name, 13, true, lines_of_name)) {
    svg.text(x + 8, line_y, line, {{"class", "name"}});
    line_y += 16;
  }
  line_y = y + 74;
  for (const std::string& line : lines_in_card(size_in_words(cycle.scale, small), 11, false, lines_of_size)) {
    svg.text(x + 8, line_y, line, {{"class", "small"}});
    line_y += 14;
  }
  svg.text(x + 8, y + 104,
           text::format_date(cycle.start) + " to " + (cycle.end ? text::format_date(*cycle.end) : "open"),
           {{"class", "small"}});
  svg.text(x + 8, y + 123, std::string(look.sign) + " " + look.words,
           {{"class", "decision"}, {"style", "fill:" + std::string(look.colour)}});
  svg.close();
}

}  // namespace

std::string ramp_in_words(const RampState& ramp, const text::SmallNumbers& small) {
  std::vector<std::string> cycles;
  for (const CycleState& state : ramp.cycles) {
    std::string words = state.id + " " + state.cycle->name;
    const std::string size = size_in_words(state.cycle->scale, small);
    if (!size.empty()) words += " (" + size + ")";
    words += has_decision(*state.cycle) ? ": " + std::string(model::word(*state.cycle->act->decision)) : ": open";
    cycles.push_back(words);
  }
  return cycles.empty() ? "A ramp without cycles yet." : "Cycles in order: " + text::join(cycles, "; ") + ".";
}

std::string ramp_svg(const RampState& ramp, text::Date today, const text::SmallNumbers& small) {
  const std::vector<double> heights = heights_of(ramp, small);
  const auto count = static_cast<double>(std::max<std::size_t>(ramp.cycles.size(), 1));
  const std::string key = "Higher: larger. Thick frame: put in place for good. Dashed: still open on " +
                          text::format_date_in_words(today) + ".";
  const std::string next = ramp.next.empty() ? "Nothing is open." : "Next: " + ramp.next + ".";
  const double widest_text = std::max(
      {report::text_width(ramp.ramp->name, 20, true), report::text_width(key, 11), report::text_width(next, 11)});
  const double width = 2 * margin + std::max(count * card_width + (count - 1) * card_gap, widest_text);
  const bool climbs = std::any_of(heights.begin(), heights.end(), [](double height) { return height > 0; });
  const double rise = climbs ? step_height : 0;
  const double height = header + rise + card_height + footer;
  report::Svg svg(width, height, ramp.ramp->name, ramp_in_words(ramp, small), {{"role", "graphics-document"}});
  svg.style(style_rules);
  svg.rectangle(0, 0, width, height, {{"fill", "#ffffff"}});
  svg.text(margin, 34, ramp.ramp->name, {{"class", "title"}});
  svg.text(margin, 52, key, {{"class", "small"}});
  double x = margin, before_y = 0;
  for (std::size_t at = 0; at < ramp.cycles.size(); ++at) {
    const double y = header + rise * (1 - heights[at]);
    if (at > 0) {
      const double from_x = x - card_gap, from_y = before_y + card_height / 2, to_y = y + card_height / 2;
      svg.path(fmt::format("M{} {} C{} {} {} {} {} {}", report::coordinate(from_x), report::coordinate(from_y),
                           report::coordinate(from_x + card_gap / 2), report::coordinate(from_y),
                           report::coordinate(x - card_gap / 2), report::coordinate(to_y), report::coordinate(x - 7),
                           report::coordinate(to_y)),
               {{"fill", "none"}, {"stroke", "#333333"}, {"stroke-width", "2"}});
      svg.path(fmt::format("M{} {} L{} {} L{} {} Z", report::coordinate(x), report::coordinate(to_y),
                           report::coordinate(x - 8), report::coordinate(to_y - 4.5), report::coordinate(x - 8),
                           report::coordinate(to_y + 4.5)),
               {{"fill", "#333333"}});
    }
    draw_card(svg, ramp.cycles[at], small, x, y);
    before_y = y;
    x += card_width + card_gap;
  }
  svg.text(margin, height - 16, next, {{"class", "small"}});
  return svg.finish();
}

}  // namespace thrive::ramps
