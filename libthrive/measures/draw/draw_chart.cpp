// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/measures/describe/describe_words.hpp"
#include "libthrive/measures/describe/sentences.hpp"
#include "libthrive/measures/describe/spelling.hpp"
#include "libthrive/measures/draw/draw.hpp"
#include "libthrive/measures/draw/draw_frame.hpp"
#include "libthrive/measures/shown.hpp"

namespace thrive::measures {

using report::Svg;

namespace {

constexpr double page = 760;  // 17 cm on paper: 11 units are 7 points
constexpr double margin = 16;
constexpr double axis_room = 44;    // left of the chart
constexpr double words_room = 128;  // right of it
constexpr double plot_height = 290;
constexpr double icon_words = 118;

std::string style_of(const Palette& colours) {
  return fmt::format(
      "text{{fill:{text}}}.w{{fill:#fff}}.g{{stroke:{faint}}}.a{{stroke:{text}}}.v{{stroke:{line};stroke-width:1;fill:"
      "none}}"
      ".m{{stroke:{text};stroke-width:1.3;fill:none}}.l{{stroke:{text};stroke-width:1;stroke-dasharray:4 "
      "3;fill:none}}.ls{{stroke:{text};stroke-width:.7;fill:none}}"
      ".tl{{stroke:{target};stroke-width:1.6;stroke-dasharray:9 3 2 "
      "3;fill:none}}.tt{{fill:{target}}}.ts{{stroke-dasharray:"
      "2 3}}"
      ".p{{fill:{common};stroke:{common}}}.i{{fill:{improvement};stroke:{improvement}}}.c{{fill:{concern};stroke:{"
      "concern}}}"
      ".n{{fill:{neutral};stroke:{neutral}}}.o{{fill:#fff}}.x{{stroke:{text};stroke-width:1.5;fill:none}}"
      ".f{{fill:#425563}}.fr{{fill:#000}}.fn{{fill:#fff;stroke:#000}}.fl{{stroke:#425563;stroke-dasharray:1 "
      "3}}.r{{stroke:#000;stroke-width:1}}",
      fmt::arg("text", colours.text), fmt::arg("faint", colours.faint), fmt::arg("line", colours.line),
      fmt::arg("target", colours.target), fmt::arg("common", colours.common),
      fmt::arg("improvement", colours.improvement), fmt::arg("concern", colours.concern),
      fmt::arg("neutral", colours.neutral));
}

/// Lines of words from a place down; returns the height used. Draws nothing without a picture: to measure.
double write_lines(Svg* svg, const std::vector<std::string>& lines, double x, double y, double size,
                   bool bold = false) {
  const double step = size * 1.3;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Svg::Attributes attributes = {{"font-size", report::coordinate(size)}};
    if (bold) attributes.push_back({"font-weight", "bold"});
    if (svg) svg->text(x, y + size + step * static_cast<double>(i), lines[i], attributes);
  }
  return step * static_cast<double>(lines.size());
}

/// The parts of the page from the top down, each drawn at the height that the ones before it left.
class Page {
 public:
  Page(const Read& read, const Palette& palette) : read_(read), palette_(palette) {
    frame_ = frame_of(read.analysis, margin + axis_room, page - 2 * margin - axis_room - words_room, plot_height);
    if (!read.analysis.data.empty()) flags_ = flags_of(read, frame_);
  }

  /// Draws on `svg`, or only measures without one; returns the height of the page.
  double lay_out(Svg* svg) {
    double y = margin + header(svg, margin);
    frame_.top = y + 8 + lane_height * static_cast<double>(lanes(flags_));
    if (svg) chart(*svg);
    y = frame_.bottom() + 40;
    y += draw_key(svg, read_, margin, y) + 6;
    y += draw_flag_words(svg, flags_, margin, y, page - 2 * margin);
    return y + footer(svg, y) + margin;
  }

 private:
  double header(Svg* svg, double y) {
    const Analysis& analysis = read_.analysis;
    const bool assured = analysis.assurance.has_value();
    const double room = page - 2 * margin - (assured ? 2 : 1) * (icon_words + 4);
    double x = page - margin - (assured ? 2 : 1) * icon_words;
    double icons = 0;
    if (analysis.variation) {
      icons = icon(svg, x, y, change_in_words(analysis),
                   [&](Svg& on, double at) { place_variation_icon(on, at, y, *analysis.variation, palette_); });
      if (assured)
        icons = std::max(
            icons, icon(svg, x + icon_words, y, assurance_in_words(*analysis.assurance),
                        [&](Svg& on, double at) { place_assurance_icon(on, at, y, *analysis.assurance, palette_); }));
    }
    double used = 0;
    if (!read_.subject.classification.empty())
      used += write_lines(svg, {read_.subject.classification}, margin, y, 11, true) + 2;
    used +=
        write_lines(svg, report::wrap_text(read_.subject.measure.name, room, 16, true), margin, y + used, 16, true) + 4;
    used += write_lines(svg, report::wrap_text(verdict(analysis, read_.subject), room, 12), margin, y + used, 12);
    for (const std::string& caution : cautions_in_words(analysis))
      used += 2 + write_lines(svg, report::wrap_text(caution, room, 11), margin, y + used + 2, 11);
    return std::max(used, icons) + 6;
  }

  template <class Place>
  double icon(Svg* svg, double x, double y, const std::string& words, Place place) {
    if (svg) place(*svg, x + (icon_words - 36) / 2);
    const std::vector<std::string> lines = report::wrap_text(words, icon_words - 6, 11);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (svg)
        svg->text(x + icon_words / 2, y + 49 + 13 * static_cast<double>(i), lines[i],
                  {{"font-size", "11"}, {"text-anchor", "middle"}});
    return 42 + 13 * static_cast<double>(lines.size());
  }

  void chart(Svg& svg) {
    if (read_.analysis.data.empty()) return;
    draw_axes(svg, frame_, read_.analysis);
    draw_flags(svg, frame_, flags_);
    draw_lines(svg, frame_, read_);
    draw_points(svg, frame_, read_);
  }

  double footer(Svg* svg, double y) {
    const std::string honest = false_alarms_in_words(read_.analysis, read_.subject);
    const std::string words = caption(read_.analysis, read_.subject) + (honest.empty() ? "" : " " + honest);
    return 4 + write_lines(svg, report::wrap_text(words, page - 2 * margin, 10.5), margin, y + 4, 10.5);
  }

  const Read& read_;
  const Palette& palette_;
  Frame frame_;
  std::vector<Flag> flags_;
};

/// What a reader who cannot see the chart needs: the verdict, the evidence, the lines.
std::string description_of(const Read& read) {
  const Analysis& analysis = read.analysis;
  std::string words = verdict(analysis, read.subject);
  for (const std::string& caution : cautions_in_words(analysis)) words += " " + caution;
  for (const Segment& segment : analysis.segments) {
    if (!segment.centre || segment.growing) continue;
    words +=
        fmt::format(" From {}: {} {}", text::format_date_in_words(segment.start), centre_word(analysis.settings.chart),
                    average_in_words(*segment.centre, analysis, analysis.settings.unit));
    if (segment.lower && segment.upper && is_shown(segment, analysis))
      words += fmt::format(", limits {} to {}", limit_in_words(*segment.lower, analysis),
                           limit_in_words(*segment.upper, analysis));
    words += ".";
  }
  return words;
}

}  // namespace

std::string draw_chart(const Read& read, Theme theme) {
  const Palette palette = palette_of(theme);
  Page measured(read, palette);
  const double height = measured.lay_out(nullptr);
  Svg svg(page, height, read.subject.measure.name + ": " + chart_in_words(read.analysis.settings.chart),
          description_of(read));
  svg.style(style_of(palette));
  svg.rectangle(0, 0, page, height, {{"fill", "#fff"}});
  measured.lay_out(&svg);
  return svg.finish();
}

report::Figure figure_of(const Read& read, Theme theme) {
  return {draw_chart(read, theme), description_of(read), draw_in_text(read, 80), caption(read.analysis, read.subject),
          true};
}

}  // namespace thrive::measures
