// SPDX-License-Identifier: MIT
//
// The parts of the drawn map; used by picture_svg*.cpp only.
#pragma once

#include <string>
#include <string_view>

#include "libthrive/pathway/picture/layout.hpp"
#include "libthrive/pathway/picture/picture.hpp"
#include "libthrive/report/svg.hpp"

namespace thrive::pathway {

inline constexpr double name_size = 12;
inline constexpr double small_size = 10;
inline constexpr double widest_name = 168;  // a longer name is broken into lines
inline constexpr double name_line = 14;
inline constexpr double strip_width = 17;  // grouping letters
inline constexpr double badge_width = 26;
inline constexpr double marker_radius = 7.5;
inline constexpr double box_padding = 7;
inline constexpr double label_size = 10.5;

/// The colour of a wait band: falling lightness, safe for red-green colour blindness, at least 3:1 on white.
std::string_view colour_of(WaitBand band);
/// The words of a wait band in the legend.
std::string_view words_of(WaitBand band);
/// `+` added, `−` removed, `~` changed; empty for what is the same.
std::string_view sign_of(Change change);
std::string_view colour_of(Change change);
/// Line width for people a year: 1.1 to 8.5, growing with the power 0.6 so that small flows stay visible.
double thickness_of(std::optional<double> people, double most_people);
/// The largest number of people a year on a flow of the picture, 1 at least.
double most_people(const Picture& picture);

/// How a line looks without its colour.
struct LineStyle {
  double thickness = 1.1;
  std::string_view dash{};  // empty: a line without gaps
  bool is_hollow = false;   // two rails and an empty arrow: nobody recorded how long people wait
};
LineStyle style_of(const PictureFlow& flow, double most_people);
inline constexpr std::string_view dash_of_return = "7 5";
inline constexpr std::string_view dash_of_unrecorded = "1.5 3";  // nobody recorded how many people
inline constexpr std::string_view dash_of_unrecorded_return = "7 3 1.5 3";
inline constexpr std::string_view dash_of_visits = "14 3";
inline constexpr std::string_view dash_of_removed = "3 7";
/// Thickness of the empty middle of a hollow line.
double hollow_of(const LineStyle& style);

/// The colour of a needs-based grouping by its place in the vocabulary; white letters on it stand out by 5:1 or more.
std::string_view grouping_colour(std::size_t position);

inline constexpr std::string_view good_practice_colour = "#00614f";
inline constexpr std::string_view quality_problem_colour = "#9c3f00";
inline constexpr std::string_view duplication_colour = "#55309a";

/// The size a service needs.
LayoutNode measure_service(const PictureService& service);
void draw_service(report::Svg& svg, const Picture& picture, const PictureService& service, const Box& box);

/// Height of legend and findings below the map at a width.
double panel_height(const Picture& picture, double width);
void draw_panel(report::Svg& svg, const Picture& picture, double x, double y, double width);
/// A black disc with a number.
void draw_marker(report::Svg& svg, double x, double y, int number);

}  // namespace thrive::pathway
