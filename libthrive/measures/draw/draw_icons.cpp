// SPDX-License-Identifier: MIT
#include <algorithm>

#include "libthrive/measures/describe/sentences.hpp"
#include "libthrive/measures/draw/draw.hpp"
#include "libthrive/measures/draw/draw_frame.hpp"

namespace thrive::measures {

using report::coordinate;
using report::Svg;

namespace {

void open_at(Svg& svg, double x, double y) {
  svg.open("g", {{"transform", "translate(" + coordinate(x) + " " + coordinate(y) + ")"}});
}

void ring(Svg& svg, const std::string& colour, bool dashed) {
  Svg::Attributes attributes = {{"fill", "#fff"}, {"stroke", colour}, {"stroke-width", "3"}};
  if (dashed) attributes.push_back({"stroke-dasharray", "5 3"});
  svg.circle(18, 18, 16, attributes);
}

/// A small line of points that goes up, goes down, or stays; the last ones filled where they are special.
void small_line(Svg& svg, const std::string& colour, int way) {
  const char* path = way > 0   ? "M6 24L11 25L16 22L21 17L26 12L30 10"
                     : way < 0 ? "M6 12L11 11L16 14L21 19L26 24L30 26"
                               : "M5 20L10 15L15 21L20 16L25 20L31 16";
  svg.path(path, {{"fill", "none"}, {"stroke", colour}, {"stroke-width", "1.8"}, {"stroke-linejoin", "round"}});
  if (way == 0) return;
  svg.circle(26, way > 0 ? 12 : 24, 2.6, {{"fill", colour}});
  svg.circle(30, way > 0 ? 10 : 26, 2.6, {{"fill", colour}});
}

void letter(Svg& svg, const std::string& colour, double x, double y, const char* text) {
  svg.text(x, y, text,
           {{"font-size", "12"}, {"font-weight", "bold"}, {"text-anchor", "middle"}, {"style", "fill:" + colour}});
}

}  // namespace

void place_variation_icon(Svg& svg, double x, double y, Variation variation, const Palette& palette) {
  const bool high = variation == Variation::improvement_high || variation == Variation::concern_high ||
                    variation == Variation::neutral_high;
  const bool improves = variation == Variation::improvement_high || variation == Variation::improvement_low;
  const bool worries = variation == Variation::concern_high || variation == Variation::concern_low;
  open_at(svg, x, y);
  if (variation == Variation::common_cause) {
    ring(svg, palette.common, false);
    small_line(svg, palette.common, 0);
  } else {
    const std::string& colour = improves ? palette.improvement : worries ? palette.concern : palette.neutral;
    // Solid ring for improvement, dashed for concern: the two can be told apart without colour.
    ring(svg, colour, worries);
    small_line(svg, colour, high ? 1 : -1);
    letter(svg, colour, high ? 13 : 24, high ? 15.5 : 16.5, high ? "H" : "L");
  }
  svg.close();
}

void place_assurance_icon(Svg& svg, double x, double y, Assurance assurance, const Palette& palette) {
  open_at(svg, x, y);
  const std::string& colour = assurance == Assurance::pass   ? palette.improvement
                              : assurance == Assurance::fail ? palette.concern
                                                             : palette.common;
  ring(svg, colour, assurance == Assurance::fail);
  const char* target = assurance == Assurance::pass   ? "M6 26H30"
                       : assurance == Assurance::fail ? "M6 11H30"
                                                      : "M5 22H31";
  svg.path(target, {{"stroke", colour}, {"stroke-width", "1.8"}, {"stroke-dasharray", "3 2"}});
  if (assurance == Assurance::hit_or_miss) {
    svg.path("M6 25L11 19L16 25L21 19L26 25L30 19", {{"fill", "none"}, {"stroke", colour}, {"stroke-width", "1.8"}});
    letter(svg, colour, 18, 15, "?");
  } else {
    letter(svg, colour, 18, assurance == Assurance::pass ? 20 : 27, assurance == Assurance::pass ? "P" : "F");
  }
  svg.close();
}

namespace {

void write_column(Svg& svg, const std::vector<std::string>& lines, double x, double y,
                  const Svg::Attributes& attributes) {
  for (std::size_t i = 0; i < lines.size(); ++i) svg.text(x, y + 15 * static_cast<double>(i), lines[i], attributes);
}

void draw_overview_row(Svg& svg, const Read& read, double y, const double (&columns)[4], double icon_room,
                       const Palette& palette) {
  const Svg::Attributes middle = {{"font-size", "11"}, {"text-anchor", "middle"}};
  write_column(svg, report::wrap_text(read.subject.measure.name, columns[1] - 12, 12, true), columns[0], y + 14,
               {{"font-size", "12"}, {"font-weight", "bold"}});
  write_column(svg, report::wrap_text(verdict(read.analysis, read.subject), 760 - columns[3] - 6, 11), columns[3],
               y + 14, {{"font-size", "11"}});
  const Analysis& analysis = read.analysis;
  if (analysis.variation) place_variation_icon(svg, columns[1] + (icon_room - 36) / 2, y, *analysis.variation, palette);
  write_column(svg, report::wrap_text(change_in_words(analysis), icon_room - 4, 11), columns[1] + icon_room / 2,
               y + (analysis.variation ? 49 : 22), middle);
  if (!analysis.assurance) {
    const std::string aim = aim_in_words(analysis);
    return write_column(svg, report::wrap_text(aim.empty() ? no_aim_in_words(analysis) : aim, icon_room - 4, 11),
                        columns[2] + icon_room / 2, y + 22, middle);
  }
  place_assurance_icon(svg, columns[2] + (icon_room - 36) / 2, y, *read.analysis.assurance, palette);
  write_column(svg, report::wrap_text(assurance_in_words(*read.analysis.assurance), icon_room - 4, 11),
               columns[2] + icon_room / 2, y + 49, middle);
}

}  // namespace

std::string draw_overview(const std::vector<Read>& all, Theme theme) {
  const Palette palette = palette_of(theme);
  constexpr double page = 760, name_room = 190, icon_room = 110;
  std::vector<double> heights;
  double height = 34;
  for (const Read& read : all) {
    const std::size_t lines = std::max(
        report::wrap_text(read.subject.measure.name, name_room - 12, 12, true).size(),
        report::wrap_text(verdict(read.analysis, read.subject), page - name_room - 2 * icon_room - 12, 11).size());
    heights.push_back(std::max(82.0, 14.0 + 15 * static_cast<double>(lines)));
    height += heights.back();
  }
  Svg svg(page, height, "All measures", "");
  svg.rectangle(0, 0, page, height, {{"fill", "#fff"}});
  const double columns[] = {6, name_room, name_room + icon_room, name_room + 2 * icon_room};
  const char* titles[] = {"Measure", "Change", "Target", "What the figures say"};
  for (int i = 0; i < 4; ++i)
    svg.text(columns[i] + (i == 1 || i == 2 ? icon_room / 2 : 0), 20, titles[i],
             {{"font-size", "12"}, {"font-weight", "bold"}, {"text-anchor", i == 1 || i == 2 ? "middle" : "start"}});
  double y = 34;
  for (std::size_t i = 0; i < all.size(); ++i) {
    svg.line(0, y - 4, page, y - 4, {{"stroke", "#aeb7bd"}});
    draw_overview_row(svg, all[i], y, columns, icon_room, palette);
    y += heights[i];
  }
  return svg.finish();
}

}  // namespace thrive::measures
