// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/pathway/picture/picture_recorded.hpp"
#include "libthrive/pathway/picture/picture_svg_parts.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::pathway {

namespace {

constexpr double legend_line = 24;
constexpr double finding_size = 12;
constexpr double finding_line = 16;
constexpr double finding_gap = 5;
constexpr double panel_title = 26;
constexpr double text_indent = 24;
constexpr double column_gap = 40;
constexpr double two_columns_from = 1100;  // a wider panel sets its sentences in two columns

struct Words {
  std::vector<std::string> lines;  // the first one starts with the lead
};

std::size_t columns_at(double width) { return width >= two_columns_from ? 2 : 1; }

double column_width(double width) {
  const auto columns = static_cast<double>(columns_at(width));
  return (width - column_gap * (columns - 1)) / columns;
}

/// The lines of a finding. The lead is bold and wider, so it is measured that way and the rest beside it.
Words words_of(const PictureFinding& finding, double width) {
  return {report::wrap_text(finding.lead + " " + finding.text, width - text_indent, finding_size, true)};
}

double height_of(const PictureFinding& finding, double width) {
  return finding_line * static_cast<double>(words_of(finding, width).lines.size()) + finding_gap;
}

/// Findings of the left column: as many as make it the first to reach half of the height.
std::size_t findings_on_the_left(const Picture& picture, double width) {
  if (columns_at(width) == 1) return picture.findings.size();
  double all = 0, left = 0;
  for (const PictureFinding& finding : picture.findings) all += height_of(finding, column_width(width));
  std::size_t count = 0;
  while (count < picture.findings.size() && left < all / 2)
    left += height_of(picture.findings[count++], column_width(width));
  return count;
}

double findings_height(const Picture& picture, double width) {
  const std::size_t left = findings_on_the_left(picture, width);
  double heights[2] = {0, 0};
  for (std::size_t at = 0; at < picture.findings.size(); ++at)
    heights[at < left ? 0 : 1] += height_of(picture.findings[at], column_width(width));
  return std::max(heights[0], heights[1]);
}

/// Writes legend entries one after the other and starts a new line where one would not fit.
class LegendWriter {
 public:
  LegendWriter(report::Svg* svg, double x, double y, double width)
      : svg_(svg), left_(x), x_(x), y_(y), right_(x + width) {}

  /// Room for a sample of a width and its words; returns where the sample goes, and -1 for x when only measuring.
  Point entry(double sample_width, std::string_view words, bool is_title = false) {
    const double needed = sample_width + 5 + report::text_width(words, small_size + 1, is_title) + 16;
    if (x_ > left_ && x_ + needed > right_) next_line();
    const Point place = {x_, y_};
    if (svg_ != nullptr)
      svg_->text(x_ + sample_width + (sample_width > 0 ? 5 : 0), y_ + 4, words,
                 {{"class", is_title ? "legend-title" : "legend"}});
    x_ += needed;
    return place;
  }
  void next_line() {
    x_ = left_;
    y_ += legend_line;
  }
  double bottom() const { return y_ + legend_line; }
  bool draws() const { return svg_ != nullptr; }
  report::Svg& svg() { return *svg_; }

 private:
  report::Svg* svg_;
  double left_, x_, y_, right_;
};

void sample_line(LegendWriter& legend, std::string_view words, std::string_view colour, const LineStyle& style) {
  const Point place = legend.entry(30, words);
  if (!legend.draws()) return;
  report::Svg::Attributes attributes = {{"stroke", std::string(colour)},
                                        {"stroke-width", report::coordinate(style.thickness)}};
  if (!style.dash.empty()) attributes.emplace_back("stroke-dasharray", std::string(style.dash));
  legend.svg().line(place.x, place.y, place.x + 30, place.y, attributes);
  if (style.is_hollow)
    legend.svg().line(place.x, place.y, place.x + 30, place.y,
                      {{"stroke", "#ffffff"}, {"stroke-width", report::coordinate(hollow_of(style))}});
}

void sample_badge(LegendWriter& legend, std::string_view sign, std::string_view words, std::string_view colour) {
  const Point place = legend.entry(22, words);
  if (!legend.draws()) return;
  legend.svg().rectangle(place.x, place.y - 8, 22, 16, {{"fill", std::string(colour)}});
  legend.svg().text(place.x + 11, place.y + 4, sign, {{"class", "badge"}});
}

void sample_frame(LegendWriter& legend, std::string_view words, std::string_view colour, std::string_view width,
                  std::string_view dash = {}) {
  const Point place = legend.entry(22, words);
  if (!legend.draws()) return;
  report::Svg::Attributes attributes = {
      {"fill", "#ffffff"}, {"stroke", std::string(colour)}, {"stroke-width", std::string(width)}};
  if (!dash.empty()) attributes.emplace_back("stroke-dasharray", std::string(dash));
  legend.svg().rectangle(place.x + 1, place.y - 7, 20, 14, attributes);
}

/// A round number between two, as far from the one as from the other by factors.
double between(double least, double most) {
  const double middle = std::sqrt(least * most);
  const double unit = std::pow(10, std::floor(std::log10(middle)));
  return std::round(middle / unit) * unit;
}

/// What the thickness of lines means: figures of this map, and a line of its own for every flow that has none.
void write_people_key(LegendWriter& legend, const Picture& picture) {
  std::optional<double> least;
  bool has_few = false, has_unrecorded = false, has_visits = false;
  for (const PictureFlow& flow : picture.flows) {
    if (flow.people && *flow.people > 0) least = std::min(least.value_or(*flow.people), *flow.people);
    has_few = has_few || flow.is_few;
    has_unrecorded = has_unrecorded || flow.number.empty();
    has_visits = has_visits || flow.counts_visits;
  }
  const std::string_view ink = "#333333";
  legend.entry(0, "People a year", true);
  if (has_few)
    for (const PictureFlow& flow : picture.flows)
      if (flow.is_few) {
        sample_line(legend, flow.number, ink, {});
        break;
      }
  if (least) {
    const double most = most_people(picture), middle = between(*least, most);
    const auto sample = [&](double people) {
      sample_line(legend, report::number(people), ink, {thickness_of(people, most)});
    };
    sample(*least);
    if (most >= 4 * *least) sample(middle);
    if (most > *least) sample(most);
  }
  if (has_unrecorded) sample_line(legend, "not recorded", ink, {1.6, dash_of_unrecorded});
  if (has_visits) sample_line(legend, "visits, not people", ink, {1.6, dash_of_visits});
  sample_line(legend, "sent back", ink, {2.5, dash_of_return});
}

/// The legend, drawn or only measured: the same steps decide both.
double write_legend(const Picture& picture, report::Svg* svg, double x, double y, double width) {
  LegendWriter legend(svg, x, y, width);
  if (!picture.shows_recorded) {
    legend.entry(0, "Half wait", true);
    for (const WaitBand band : {WaitBand::up_to_2_weeks, WaitBand::up_to_6_weeks, WaitBand::up_to_18_weeks,
                                WaitBand::over_18_weeks, WaitBand::not_recorded})
      sample_line(legend, words_of(band), colour_of(band), {5, {}, band == WaitBand::not_recorded});
  }
  write_people_key(legend, picture);
  legend.next_line();
  legend.entry(0, "Workshop notes", true);
  sample_badge(legend, "+2", "good practice", good_practice_colour);
  sample_badge(legend, "!2", "problem with quality", quality_problem_colour);
  sample_badge(legend, "=2", "duplication", duplication_colour);
  legend.entry(0, "For", true);
  for (std::size_t at = 0; at < picture.groupings.size(); ++at)
    sample_badge(legend, picture.groupings[at].letter, picture.groupings[at].name, grouping_colour(at));
  legend.entry(0, "Boxes", true);
  sample_frame(legend, "the only door to others", "#000000", "3");
  sample_frame(legend, "no way in", "#9b1c1c", "2", "6 3");
  if (picture.is_comparison) {
    legend.entry(0, "Compared", true);
    for (const Change change : {Change::added, Change::removed, Change::changed})
      sample_badge(legend, sign_of(change),
                   change == Change::added     ? "new"
                   : change == Change::removed ? "no longer there"
                                               : "changed",
                   colour_of(change));
  }
  if (picture.shows_recorded) {
    legend.entry(0, "Drawn and recorded", true);
    for (const Change change : {Change::drawn_and_recorded, Change::drawn_alone, Change::recorded_alone})
      sample_badge(legend, sign_of(change), words_of_recorded(change), colour_of(change));
    legend.entry(0, "×9", true);
    legend.entry(0, "so many moves recorded", false);
  }
  return legend.bottom() - y;
}

void draw_finding(report::Svg& svg, const PictureFinding& finding, double x, double y, double width) {
  const std::vector<std::string> lines = words_of(finding, width).lines;
  if (finding.number > 0) {
    draw_marker(svg, x + marker_radius, y - 4, finding.number);
  } else {
    svg.circle(x + marker_radius, y - 4, 2.5, {{"fill", "#111111"}});
  }
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const bool has_lead = at == 0 && lines[0].starts_with(finding.lead);
    if (!has_lead) {
      svg.text(x + text_indent, y, lines[at], {{"class", "finding"}});
    } else {
      svg.text(x + text_indent, y, finding.lead, {{"class", "lead"}});
      const double beside = report::text_width(finding.lead + " ", finding_size, true);
      if (lines[0].size() > finding.lead.size() + 1)
        svg.text(x + text_indent + beside, y, lines[0].substr(finding.lead.size() + 1), {{"class", "finding"}});
    }
    y += finding_line;
  }
}

}  // namespace

double panel_height(const Picture& picture, double width) {
  const double findings = picture.findings.empty() ? 0 : panel_title + findings_height(picture, width);
  return write_legend(picture, nullptr, 0, 0, width) + findings + 20;
}

void draw_panel(report::Svg& svg, const Picture& picture, double x, double y, double width) {
  svg.open("g", {{"id", "legend"}});
  const double legend = write_legend(picture, &svg, x, y, width);
  svg.close();
  if (picture.findings.empty()) return;
  y += legend + 10;
  svg.open("g", {{"id", "findings"}});
  svg.text(x, y, "What this map shows", {{"class", "panel-title"}});
  const std::size_t left = findings_on_the_left(picture, width);
  double at_y = y + panel_title - 2;
  for (std::size_t at = 0; at < picture.findings.size(); ++at) {
    if (at == left) at_y = y + panel_title - 2;
    const double at_x = at < left ? x : x + column_width(width) + column_gap;
    draw_finding(svg, picture.findings[at], at_x, at_y, column_width(width));
    at_y += height_of(picture.findings[at], column_width(width));
  }
  svg.close();
}

void draw_marker(report::Svg& svg, double x, double y, int number) {
  svg.circle(x, y, marker_radius, {{"fill", "#111111"}});
  svg.text(x, y + 3.5, std::to_string(number), {{"class", "badge"}});
}

}  // namespace thrive::pathway
