// SPDX-License-Identifier: MIT
#include "libthrive/pathway/picture/picture_svg.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "libthrive/pathway/picture/picture_people.hpp"
#include "libthrive/pathway/picture/picture_recorded.hpp"
#include "libthrive/pathway/picture/picture_svg_parts.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

constexpr double page_margin = 24;
constexpr double lane_names = 118;  // room for the names of the lanes, left of the map
constexpr double header_height = 92;
constexpr double label_height = 15;
constexpr double narrowest_page = 980;
constexpr double paper_ratio = 420.0 / 297.0;  // A3 and A4, landscape
constexpr double widest_stretch = 1.6;         // a small map is not torn apart to fill the page
constexpr double highest_stretch = 2.5;

constexpr std::string_view lane_tints[] = {"#edf2f7", "#fbf5e4", "#edf5ea", "#f1eefa", "#fbeeef", "#e7f4f4"};

constexpr std::string_view style_rules =
    "text{font-family:'DejaVu Sans','Liberation Sans',Arial,sans-serif;fill:#111}"
    ".title{font-size:26px;font-weight:bold}.subtitle{font-size:13px;fill:#333}"
    ".lane{font-size:14px;font-weight:bold;fill:#26323d}.column{font-size:12px;font-weight:bold;fill:#444;text-anchor:"
    "middle}"
    ".name{font-size:12px;font-weight:bold}.small{font-size:10px;fill:#333}.warn{font-size:10px;font-weight:bold;fill:#"
    "9b1c1c}"
    ".badge{font-size:11px;font-weight:bold;fill:#fff;text-anchor:middle}.label{font-size:10.5px;font-weight:bold;text-"
    "anchor:middle}"
    ".legend{font-size:11px}.legend-title{font-size:11px;font-weight:bold}.panel-title{font-size:17px;font-weight:bold}"
    ".lead{font-size:12px;font-weight:bold}.finding{font-size:12px}.flow{fill:none}";

/// What is written on a line: its sign in a comparison, the wait when it is long, the notes made on it.
std::string words_on(const PictureFlow& flow) {
  std::vector<std::string> words;
  if (flow.change != Change::same) words.emplace_back(sign_of(flow.change));
  if (!flow.label.empty()) words.push_back(flow.label);
  if (flow.good_practice > 0) words.push_back("+" + std::to_string(flow.good_practice));
  if (flow.quality_problems > 0) words.push_back("!" + std::to_string(flow.quality_problems));
  if (flow.duplications > 0) words.push_back("=" + std::to_string(flow.duplications));
  return text::join(words, " ");
}

LayoutInput layout_input(const Picture& picture) {
  LayoutInput input;
  input.lanes = picture.lanes.size();
  input.columns = picture.columns.size();
  for (const PictureService& service : picture.services) input.nodes.push_back(measure_service(service));
  const double most = most_people(picture);
  for (const PictureFlow& flow : picture.flows) {
    const std::string words = words_on(flow);
    const double width = words.empty() ? 0 : report::text_width(words, label_size, true) + 6;
    input.edges.push_back({flow.from, flow.to, style_of(flow, most).thickness, width, label_height});
  }
  return input;
}

std::string at(const Point& point) { return report::coordinate(point.x) + " " + report::coordinate(point.y); }

/// The line up to the base of its arrow.
std::string path_data(const Route& route, const Point& base) {
  std::string data = "M" + at(route.points.front());
  for (std::size_t point = 1; point + 2 < route.points.size(); point += 3) {
    const bool is_last = point + 3 == route.points.size();
    data += " C" + at(route.points[point]) + " " + at(route.points[point + 1]) + " " +
            at(is_last ? base : route.points[point + 2]);
  }
  return data;
}

void draw_flow(report::Svg& svg, const Picture& picture, const PictureFlow& flow, const Route& route, double most) {
  const LineStyle style = style_of(flow, most);
  const std::string_view colour = flow.change == Change::same || flow.change == Change::changed
                                      ? colour_of(wait_band(flow.median_days))
                                      : colour_of(flow.change);
  const Point tip = route.points.back();
  const Point before = route.points[route.points.size() - 2];
  const double towards = tip.x >= before.x ? 1 : -1;
  const double length = 8, half = std::max(3.5, style.thickness / 2 + 2);
  const Point base = {tip.x - towards * length, tip.y};
  const std::string words = flow_in_words(picture, flow);
  report::Svg::Attributes attributes = {
      {"class", "flow"}, {"stroke", std::string(colour)}, {"stroke-width", report::coordinate(style.thickness)}};
  if (!style.dash.empty()) attributes.emplace_back("stroke-dasharray", std::string(style.dash));
  svg.open("g", {{"role", "img"}, {"aria-label", words}});
  svg.explain(words);
  const std::string line = path_data(route, base);
  svg.path(line, attributes);
  if (style.is_hollow)
    svg.path(line, {{"class", "flow"}, {"stroke", "#ffffff"}, {"stroke-width", report::coordinate(hollow_of(style))}});
  svg.path("M" + at(tip) + " L" + at({base.x, base.y - half}) + " L" + at({base.x, base.y + half}) + " Z",
           {{"fill", style.is_hollow ? "#ffffff" : std::string(colour)}, {"stroke", std::string(colour)}});
  svg.close();
}

void draw_lanes(report::Svg& svg, const Picture& picture, const Layout& layout) {
  svg.open("g", {{"id", "lanes"}});
  for (std::size_t lane = 0; lane < picture.lanes.size(); ++lane) {
    const Box& band = layout.lanes[lane];
    svg.rectangle(-lane_names, band.y, layout.width + lane_names, band.height,
                  {{"fill", std::string(lane_tints[lane % std::size(lane_tints)])}});
    const std::vector<std::string> lines = report::wrap_text(picture.lanes[lane].name, lane_names - 16, 14, true);
    double y = band.middle() - 8.5 * static_cast<double>(lines.size()) + 13;
    for (const std::string& line : lines) {
      svg.text(-lane_names + 10, y, line, {{"class", "lane"}});
      y += 17;
    }
  }
  for (std::size_t column = 0; column < picture.columns.size(); ++column)
    svg.text(layout.columns[column].x + layout.columns[column].width / 2, -10, picture.columns[column],
             {{"class", "column"}});
  svg.close();
}

/// Thick lines first, so that thin ones stay visible on top.
std::vector<std::size_t> thickest_first(const Picture& picture) {
  std::vector<std::size_t> order(picture.flows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&picture](std::size_t a, std::size_t b) {
    return picture.flows[a].people.value_or(0) > picture.flows[b].people.value_or(0);
  });
  return order;
}

void draw_labels(report::Svg& svg, const Picture& picture, const Layout& layout) {
  svg.open("g", {{"id", "labels"}});
  for (std::size_t flow = 0; flow < picture.flows.size(); ++flow) {
    const std::optional<Box>& place = layout.routes[flow].label;
    if (!place) continue;
    const PictureFlow& line = picture.flows[flow];
    const std::string_view colour =
        line.change == Change::same ? colour_of(wait_band(line.median_days)) : colour_of(line.change);
    svg.rectangle(place->x, place->y, place->width, place->height,
                  {{"fill", "#ffffff"}, {"fill-opacity", "0.88"}, {"rx", "2"}});
    svg.text(place->x + place->width / 2, place->middle() + 4, words_on(line),
             {{"class", "label"}, {"style", "fill:" + std::string(colour)}});
  }
  svg.close();
}

double page_height(const Picture& picture, const Layout& layout, double width) {
  return header_height + layout.height + 24 + panel_height(picture, width) + page_margin;
}

void draw_header(report::Svg& svg, const Picture& picture, double width) {
  svg.text(page_margin, 36, picture.title, {{"class", "title"}});
  svg.text(page_margin, 57, picture.subtitle + (picture.hidden.empty() ? std::string() : " " + picture.hidden),
           {{"class", "subtitle"}});
  if (!picture.classification.empty())
    svg.text(width - page_margin, 34, picture.classification, {{"class", "legend-title"}, {"text-anchor", "end"}});
}

}  // namespace

std::string_view colour_of(WaitBand band) {
  switch (band) {
    case WaitBand::up_to_2_weeks:
      return "#4f7896";
    case WaitBand::up_to_6_weeks:
      return "#946c00";
    case WaitBand::up_to_18_weeks:
      return "#b84300";
    case WaitBand::over_18_weeks:
      return "#750d10";
    case WaitBand::not_recorded:
      break;
  }
  return "#757575";
}

std::string_view words_of(WaitBand band) {
  switch (band) {
    case WaitBand::up_to_2_weeks:
      return "up to 2 weeks";
    case WaitBand::up_to_6_weeks:
      return "up to 6";
    case WaitBand::up_to_18_weeks:
      return "up to 18";
    case WaitBand::over_18_weeks:
      return "over 18";
    case WaitBand::not_recorded:
      break;
  }
  return "not recorded";
}

std::string_view sign_of(Change change) {
  switch (change) {
    case Change::added:
      return "+";
    case Change::removed:
      return "−";
    case Change::changed:
      return "~";
    case Change::drawn_and_recorded:
      return "●";
    case Change::drawn_alone:
      return "○";
    case Change::recorded_alone:
      return "◆";
    case Change::same:
      break;
  }
  return "";
}

std::string_view colour_of(Change change) {
  switch (change) {
    case Change::added:
      return "#1b6b2f";
    case Change::removed:
      return "#a01f28";
    case Change::changed:
    case Change::drawn_alone:
      return "#8a5a00";
    case Change::drawn_and_recorded:
      return "#1b6b2f";
    case Change::recorded_alone:
      return "#5b2f9e";
    case Change::same:
      break;
  }
  return "#111111";
}

std::string_view grouping_colour(std::size_t position) {
  constexpr std::string_view colours[] = {"#2b6a2f", "#1f62a0", "#755b00", "#5b2f9e", "#a01f28"};
  return colours[position % std::size(colours)];
}

double thickness_of(std::optional<double> people, double most) {
  if (!people) return 1.1;
  return 1.1 + 7.4 * std::pow(std::max(0.0, *people) / std::max(1.0, most), 0.6);
}

double most_people(const Picture& picture) {
  double most = 1;
  for (const PictureFlow& flow : picture.flows) most = std::max(most, flow.people.value_or(0));
  return most;
}

LineStyle style_of(const PictureFlow& flow, double most) {
  LineStyle style{thickness_of(flow.people, most), {}, wait_band(flow.median_days) == WaitBand::not_recorded};
  if (flow.is_return) style.dash = dash_of_return;
  if (flow.number.empty()) style.dash = flow.is_return ? dash_of_unrecorded_return : dash_of_unrecorded;
  if (flow.counts_visits) style.dash = dash_of_visits;
  if (flow.change == Change::removed || flow.change == Change::drawn_alone) style.dash = dash_of_removed;
  if (flow.number.empty() || flow.counts_visits) style.thickness = 1.6;
  if (style.is_hollow) style.thickness = std::max(style.thickness, 2.8);
  return style;
}

double hollow_of(const LineStyle& style) { return style.thickness - 1.8; }

std::string flow_in_words(const Picture& picture, const PictureFlow& flow) {
  std::string words = picture.services[flow.from].name + " to " + picture.services[flow.to].name;
  if (!flow.kind.empty()) words += ", " + flow.kind;
  words += flow.number.empty() ? ": people a year not recorded" : ": " + number_in_words(flow, "people") + " a year";
  words += flow.median_days ? ", " + report::half_wait(*flow.median_days) : ", wait not recorded";
  if (flow.change == Change::added) words += "; new";
  if (flow.change == Change::removed) words += "; no longer there";
  if (flow.change == Change::changed) words += "; changed";
  if (const std::string_view recorded = words_of_recorded(flow.change); !recorded.empty())
    words += "; " + std::string(recorded);
  if (flow.moves) words += ", " + report::number(*flow.moves) + " moves";
  return words;
}

std::string picture_description(const Picture& picture) {
  std::string words =
      fmt::format("A map of {} services in {} lanes and {} columns, with {} flows of young people between them.",
                  picture.services.size(), picture.lanes.size(), picture.columns.size(), picture.flows.size());
  for (const PictureFinding& finding : picture.findings) words += " " + finding.lead + " " + finding.text;
  if (!picture.extract.empty()) words += " " + picture.extract;
  if (!picture.hidden.empty()) words += " " + picture.hidden;
  return words;
}

namespace {

/// Lays the map out, then once more in the shape of the paper: corridors stretched when it is too high, lanes when it
/// is too wide.
Layout lay_out_for_paper(const Picture& picture, double least_width) {
  LayoutInput input = layout_input(picture);
  input.least_width = std::max(0.0, least_width - lane_names - 2 * page_margin);
  const Layout layout = lay_out(input);
  const double width = layout.width + lane_names + 2 * page_margin;
  const double height = page_height(picture, layout, width - 2 * page_margin);
  const double missing_width = height * paper_ratio - width;
  const double missing_height = width / paper_ratio - height;
  if (missing_width > 0) input.least_width = std::min(layout.width + missing_width, layout.width * widest_stretch);
  if (missing_height > 0)
    input.least_height = std::min(layout.height + missing_height, layout.height * highest_stretch);
  return lay_out(input);
}

struct Sheet {
  const char* width;
  const char* height;
};

/// ISO 216, landscape.
Sheet sheet_of(Paper paper) {
  switch (paper) {
    case Paper::a0:
      return {"1189mm", "841mm"};
    case Paper::a1:
      return {"841mm", "594mm"};
    case Paper::a2:
      return {"594mm", "420mm"};
    case Paper::a3:
      return {"420mm", "297mm"};
    case Paper::a4:
      return {"297mm", "210mm"};
  }
  return {"420mm", "297mm"};
}

}  // namespace

std::string picture_svg(const Picture& picture, Paper paper) {
  const double words = report::text_width(picture.subtitle + " " + picture.hidden, 13) + 2 * page_margin;
  const Layout layout = lay_out_for_paper(picture, std::max(narrowest_page, words));
  const double width = layout.width + lane_names + 2 * page_margin;
  const double height = page_height(picture, layout, width - 2 * page_margin);
  const Sheet size = sheet_of(paper);

  report::Svg svg(width, height, picture.title, picture_description(picture),
                  {{"width", size.width},
                   {"height", size.height},
                   {"preserveAspectRatio", "xMidYMin meet"},
                   {"role", "graphics-document"}});
  svg.style(style_rules);
  // The whole sheet is white, also where the map leaves room: beside it when it is narrow, below it when it is low.
  constexpr double sheet = 420.0 / 297.0;
  const double sheet_width = std::max(width, height * sheet);
  svg.rectangle((width - sheet_width) / 2, 0, sheet_width, std::max(height, width / sheet), {{"fill", "#ffffff"}});
  draw_header(svg, picture, width);
  svg.open("g", {{"id", "map"},
                 {"transform", "translate(" + report::coordinate(page_margin + lane_names) + " " +
                                   report::coordinate(header_height) + ")"}});
  draw_lanes(svg, picture, layout);
  svg.open("g", {{"id", "flows"}});
  const double most = most_people(picture);
  for (const std::size_t flow : thickest_first(picture))
    draw_flow(svg, picture, picture.flows[flow], layout.routes[flow], most);
  svg.close();
  svg.open("g", {{"id", "services"}});
  for (std::size_t service = 0; service < picture.services.size(); ++service)
    draw_service(svg, picture, picture.services[service], layout.boxes[service]);
  svg.close();
  draw_labels(svg, picture, layout);
  svg.close();
  draw_panel(svg, picture, page_margin, header_height + layout.height + 30, width - 2 * page_margin);
  return svg.finish();
}

}  // namespace thrive::pathway
