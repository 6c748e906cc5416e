// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "libthrive/pathway/picture/picture_svg_parts.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

struct Badge {
  std::string text;
  std::string_view colour;
  std::string_view meaning;
};

/// Badges are sign, number and colour: white on dark, above 6:1.
std::vector<Badge> badges_of(const PictureService& service) {
  std::vector<Badge> badges;
  const auto add = [&badges](std::string_view sign, std::size_t count, std::string_view colour,
                             std::string_view meaning) {
    if (count > 0) badges.push_back({std::string(sign) + std::to_string(count), colour, meaning});
  };
  add("+", service.good_practice, good_practice_colour, "good practice");
  add("!", service.quality_problems, quality_problem_colour, "problem with quality");
  add("=", service.duplications, duplication_colour, "duplication");
  return badges;
}

double markers_width(const PictureService& service) {
  if (service.markers.empty()) return 0;
  constexpr double space_before = 8;
  return space_before + static_cast<double>(service.markers.size()) * (2 * marker_radius + 2);
}

std::string change_in_words(Change change) {
  switch (change) {
    case Change::added:
      return "new; ";
    case Change::removed:
      return "no longer there; ";
    case Change::changed:
      return "changed; ";
    case Change::drawn_and_recorded:
    case Change::drawn_alone:
    case Change::recorded_alone:
    case Change::same:
      break;
  }
  return {};
}

/// The box in words, for screen readers and on hovering.
std::string service_in_words(const Picture& picture, const PictureService& service) {
  std::string words = service.name + ": " + change_in_words(service.change) + service.subline;
  std::vector<std::string> serves;
  for (const std::string& grouping : service.groupings)
    for (const PictureGrouping& known : picture.groupings)
      if (known.id == grouping) serves.push_back(known.name);
  if (!serves.empty()) words += "; for " + text::join_in_words(serves);
  for (const Badge& badge : badges_of(service)) words += fmt::format("; {} {}", badge.text.substr(1), badge.meaning);
  if (service.is_gatekeeper) words += "; the only door to other services";
  if (!service.markers.empty()) {
    std::vector<std::string> numbers;
    for (const int marker : service.markers) numbers.push_back(std::to_string(marker));
    words += "; see " + text::join_in_words(numbers);
  }
  return words;
}

void draw_frame(report::Svg& svg, const PictureService& service, const Box& box) {
  std::string stroke = "#6b7a88", width = "1", dash;
  if (service.is_unreachable) stroke = "#9b1c1c", width = "2", dash = "6 3";
  if (service.is_gatekeeper) stroke = "#000000", width = "3";
  if (service.change != Change::same) stroke = std::string(colour_of(service.change)), width = "2.5";
  if (service.change == Change::removed) dash = "4 3";
  report::Svg::Attributes attributes = {{"fill", "#ffffff"}, {"stroke", stroke}, {"stroke-width", width}, {"rx", "2"}};
  if (!dash.empty()) attributes.emplace_back("stroke-dasharray", dash);
  svg.rectangle(box.x, box.y, box.width, box.height, attributes);
}

void draw_groupings(report::Svg& svg, const Picture& picture, const PictureService& service, const Box& box) {
  if (service.groupings.empty()) return;
  const double height = box.height / static_cast<double>(service.groupings.size());
  double y = box.y;
  for (const std::string& grouping : service.groupings) {
    for (std::size_t at = 0; at < picture.groupings.size(); ++at) {
      if (picture.groupings[at].id != grouping) continue;
      svg.rectangle(box.x, y, strip_width, height,
                    {{"fill", std::string(grouping_colour(at))}, {"stroke", "#ffffff"}, {"stroke-width", "0.5"}});
      svg.text(box.x + strip_width / 2, y + height / 2 + 3.5, picture.groupings[at].letter, {{"class", "badge"}});
    }
    y += height;
  }
}

void draw_badges(report::Svg& svg, const PictureService& service, const Box& box) {
  const std::vector<Badge> badges = badges_of(service);
  if (badges.empty()) return;
  const double height = box.height / static_cast<double>(badges.size());
  double y = box.y;
  for (const Badge& badge : badges) {
    svg.rectangle(box.right() - badge_width, y, badge_width, height,
                  {{"fill", std::string(badge.colour)}, {"stroke", "#ffffff"}, {"stroke-width", "0.5"}});
    svg.text(box.right() - badge_width / 2, y + height / 2 + 4, badge.text, {{"class", "badge"}});
    y += height;
  }
}

}  // namespace

LayoutNode measure_service(const PictureService& service) {
  const std::vector<std::string> lines = report::wrap_text(service.name, widest_name, name_size, true);
  double width = report::text_width(service.subline, small_size, service.is_unreachable) + markers_width(service);
  for (const std::string& line : lines) width = std::max(width, report::text_width(line, name_size, true));
  if (service.change != Change::same) width += 14;
  width +=
      2 * box_padding + (service.groupings.empty() ? 0 : strip_width) + (badges_of(service).empty() ? 0 : badge_width);
  const double written = name_line * static_cast<double>(lines.size()) + small_size + 14;
  const double stacked = 13 * static_cast<double>(std::max(service.groupings.size(), badges_of(service).size()));
  return {service.lane, service.column, width, std::max(written, stacked)};
}

void draw_service(report::Svg& svg, const Picture& picture, const PictureService& service, const Box& box) {
  const std::string words = service_in_words(picture, service);
  svg.open("g", {{"id", "service-" + service.id}, {"role", "img"}, {"aria-label", words}});
  svg.explain(words);
  draw_frame(svg, service, box);
  draw_groupings(svg, picture, service, box);
  draw_badges(svg, service, box);
  const std::vector<std::string> lines = report::wrap_text(service.name, widest_name, name_size, true);
  const double left = box.x + (service.groupings.empty() ? 0 : strip_width) + box_padding;
  const double right = box.right() - (badges_of(service).empty() ? 0 : badge_width) - box_padding;
  const double written = name_line * static_cast<double>(lines.size()) + small_size + 3;
  double y = box.middle() - written / 2 + name_size - 1;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    const std::string sign = line == 0 ? std::string(sign_of(service.change)) : std::string();
    svg.text(left, y, (sign.empty() ? "" : sign + " ") + lines[line], {{"class", "name"}});
    y += name_line;
  }
  svg.text(left, y, service.subline, {{"class", service.is_unreachable ? "warn" : "small"}});
  double x = right - marker_radius;
  for (auto marker = service.markers.rbegin(); marker != service.markers.rend(); ++marker) {
    draw_marker(svg, x, y - 3.5, *marker);
    x -= 2 * marker_radius + 2;
  }
  svg.close();
}

}  // namespace thrive::pathway
