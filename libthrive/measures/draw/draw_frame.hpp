// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/report/svg.hpp"

namespace thrive::measures {

/// Colours of a chart. Shapes and words carry the meaning; colour repeats it.
struct Palette {
  std::string improvement, concern, neutral, common, line, target, text, faint;
};
Palette palette_of(Theme theme);

/// Where values and dates lie in the picture.
struct Frame {
  double left = 0, top = 0, width = 0, height = 0;
  text::Date first{}, last{};  // dates at the left and right edge
  double bottom_value = 0, top_value = 0;
  double tick = 1;  // between lines of the value axis
  int tick_decimals = 0;

  double x(text::Date date) const;
  double y(double value) const;  // values beyond the frame lie on its edge
  double right() const { return left + width; }
  double bottom() const { return top + height; }
};

/// A frame whose axes end at round figures: values at a multiple of the tick, dates at the end of a month (of a quarter
/// from a year on), so that a new week moves nothing that was drawn before.
Frame frame_of(const Analysis& analysis, double left, double width, double height);
/// Grid lines and labels of both axes.
void draw_axes(report::Svg& svg, const Frame& frame, const Analysis& analysis);

/// Something that happened at a date: a numbered flag above the chart, explained below it.
struct Flag {
  enum class Kind { cycle, rebase, note };
  Kind kind = Kind::cycle;
  std::string label;  // 1, 2, ...; R; a, b, ...
  text::Date at{};
  std::optional<text::Date> end;
  std::string words;
  std::size_t lane = 0;  // row above the chart; flags of one row never touch
};
std::vector<Flag> flags_of(const Read& read, const Frame& frame);
std::size_t lanes(const std::vector<Flag>& flags);
inline constexpr double lane_height = 18;
void draw_flags(report::Svg& svg, const Frame& frame, const std::vector<Flag>& flags);
/// The flags explained in two columns; returns the height used.
double draw_flag_words(report::Svg* svg, const std::vector<Flag>& flags, double left, double top, double width);

/// The points, the line that joins neighbours, centre, limits and target, and the words at the right edge.
void draw_points(report::Svg& svg, const Frame& frame, const Read& read);
void draw_lines(report::Svg& svg, const Frame& frame, const Read& read);
/// What the shapes mean, on one line; returns the height used.
double draw_key(report::Svg* svg, const Read& read, double left, double top);

/// Icons of 36 by 36 at a place.
void place_variation_icon(report::Svg& svg, double x, double y, Variation variation, const Palette& palette);
void place_assurance_icon(report::Svg& svg, double x, double y, Assurance assurance, const Palette& palette);

}  // namespace thrive::measures
