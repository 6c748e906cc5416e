// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "libthrive/measures/describe/describe_words.hpp"
#include "libthrive/measures/describe/spelling.hpp"
#include "libthrive/measures/draw/draw_frame.hpp"
#include "libthrive/measures/shown.hpp"
#include "libthrive/measures/spacing.hpp"
#include "libthrive/measures/targets.hpp"

namespace thrive::measures {

using report::Svg;

namespace {

/// A tenth of a unit is finer than any printer: shorter files.
std::string coordinate(double value) { return report::coordinate(std::round(value * 10) / 10); }

/// The middle of the way to the next point, where lines of one stretch meet those of the next.
double edge_after(const Frame& frame, const Analysis& analysis, std::size_t row) {
  if (row + 1 >= analysis.data.size()) return frame.x(analysis.data[row].date) + 3;
  return (frame.x(analysis.data[row].date) + frame.x(analysis.data[row + 1].date)) / 2;
}

double edge_before(const Frame& frame, const Analysis& analysis, std::size_t row) {
  if (row == 0) return frame.x(analysis.data[0].date) - 3;
  return edge_after(frame, analysis, row - 1);
}

void stroke(Svg& svg, const Frame& frame, double from, double to, std::optional<double> value, const char* name) {
  if (!value) return;
  svg.path(fmt::format("M{} {}H{}", coordinate(from), coordinate(frame.y(*value)), coordinate(to)), {{"class", name}});
}

/// One step of a limit, with the way to the next step where there is one.
std::string step(const Frame& frame, const std::string& from, const std::string& to, std::optional<double> here,
                 std::optional<double> next) {
  if (!here) return {};
  std::string data = fmt::format("M{} {}H{}", from, coordinate(frame.y(*here)), to);
  if (next) data += "V" + coordinate(frame.y(*next));
  return data;
}

/// Limits that differ from point to point: one step a line.
void draw_steps(Svg& svg, const Frame& frame, const Analysis& analysis, const Segment& segment) {
  svg.open("g", {{"class", "ls"}});
  for (std::size_t row = segment.begin; row < segment.end; ++row) {
    const Shown here = shown(analysis.data[row], analysis);
    const Shown next = row + 1 < segment.end ? shown(analysis.data[row + 1], analysis) : Shown();
    const std::string from = coordinate(edge_before(frame, analysis, row));
    const std::string to = coordinate(edge_after(frame, analysis, row));
    const std::string data =
        step(frame, from, to, here.lower, next.lower) + step(frame, from, to, here.upper, next.upper);
    if (!data.empty()) svg.path(data);
  }
  svg.close();
}

/// Words at the right edge, kept apart.
struct EdgeWords {
  double y = 0;
  std::string words;
  std::string name;
};

void draw_edge_words(Svg& svg, const Frame& frame, std::vector<EdgeWords> all) {
  constexpr double apart = 13;
  std::stable_sort(all.begin(), all.end(), [](const EdgeWords& a, const EdgeWords& b) { return a.y < b.y; });
  for (std::size_t i = 1; i < all.size(); ++i) all[i].y = std::max(all[i].y, all[i - 1].y + apart);
  double lowest = frame.bottom();
  for (std::size_t i = all.size(); i-- > 0;) {
    all[i].y = std::min(all[i].y, lowest);
    lowest = all[i].y - apart;
  }
  for (const EdgeWords& each : all)
    svg.text(frame.right() + 6, each.y + 4, each.words, {{"class", each.name}, {"font-size", "11"}});
}

/// The unit at the edge of a picture, where the axis names every other one.
std::optional<std::string> short_unit(const Analysis& analysis) {
  return model::is_percent(analysis.settings.unit) ? analysis.settings.unit : std::nullopt;
}

/// The limits that the last segment shows.
Shown last_limits(const Analysis& analysis) {
  const Segment& segment = analysis.segments.back();
  if (!is_shown(segment, analysis)) return {};
  return {inside(segment.lower, analysis.possible), inside(segment.upper, analysis.possible), {}, {}};
}

/// What stands beside the target lines: the target in force at the end, with its day or its name.
void name_targets(const Frame& frame, const Read& read, std::vector<EdgeWords>& words) {
  const Analysis& analysis = read.analysis;
  const text::Date end = analysis.data.back().date;
  for (const std::string& name : targets_of(analysis.settings)) {
    const std::optional<double> target = target_of(analysis.settings, end, name);
    if (!target) continue;
    const double y = frame.y(*target);
    const std::string title = name.empty() ? "Target" : "Target, " + name;
    words.push_back({y, title + " " + set_in_words(*target, short_unit(analysis)), "tt"});
    const std::optional<model::Target>& own = read.subject.measure.target;
    if (name.empty() && own && own->by && own->value == *target)
      words.push_back({y + 0.01, "by " + text::format_date_in_words(*own->by), "tt"});
  }
}

void name_lines(Svg& svg, const Frame& frame, const Read& read) {
  const Analysis& analysis = read.analysis;
  const Segment& segment = analysis.segments.back();
  const Shown limits = last_limits(analysis);
  std::vector<EdgeWords> words;
  if (segment.centre && !segment.growing)
    words.push_back({frame.y(*segment.centre),
                     (centre_word(analysis.settings.chart) == "mean" ? "Mean " : "Median ") +
                         average_in_words(*segment.centre, analysis, short_unit(analysis)),
                     "t"});
  for (const auto& [line, name] : {std::pair(limits.upper, "Upper limit "), std::pair(limits.lower, "Lower limit ")})
    if (line) words.push_back({frame.y(*line), name + limit_in_words(*line, analysis, short_unit(analysis)), "t"});
  name_targets(frame, read, words);
  draw_edge_words(svg, frame, std::move(words));
}

/// A line over the whole width that steps where another target comes into force, on the day that it does.
void draw_target(Svg& svg, const Frame& frame, const Analysis& analysis, const std::string& name) {
  const Settings& settings = analysis.settings;
  std::vector<text::Date> days = {frame.first};
  for (const model::DatedTarget& step : settings.targets) {
    if (step.from && *step.from > frame.first && *step.from < frame.last) days.push_back(*step.from);
    if (step.until && *step.until >= frame.first && *step.until < frame.last)
      days.push_back(*step.until + std::chrono::days(1));
  }
  std::sort(days.begin(), days.end());
  days.push_back(frame.last);
  const char* const look = name.empty() ? "tl" : "tl ts";
  std::size_t from = 0;
  for (std::size_t at = 1; at < days.size(); ++at) {
    const bool is_last = at + 1 == days.size();
    const std::optional<double> here = target_of(settings, days[from], name);
    if (!is_last && target_of(settings, days[at], name) == here) continue;
    stroke(svg, frame, from == 0 ? frame.left : frame.x(days[from]), is_last ? frame.right() : frame.x(days[at]), here,
           look);
    from = at;
  }
}

}  // namespace

void draw_lines(Svg& svg, const Frame& frame, const Read& read) {
  const Analysis& analysis = read.analysis;
  svg.open("g", {{"id", "lines"}});
  for (const Segment& segment : analysis.segments) {
    const double from = edge_before(frame, analysis, segment.begin),
                 to =
                     segment.end == analysis.data.size() ? frame.right() : edge_after(frame, analysis, segment.end - 1);
    if (segment.varying) {
      draw_steps(svg, frame, analysis, segment);
    } else if (is_shown(segment, analysis)) {
      stroke(svg, frame, from, to, inside(segment.upper, analysis.possible), "l");
      stroke(svg, frame, from, to, inside(segment.lower, analysis.possible), "l");
    }
    if (!segment.growing) stroke(svg, frame, from, to, segment.centre, "m");
  }
  for (const std::string& name : targets_of(analysis.settings)) draw_target(svg, frame, analysis, name);
  name_lines(svg, frame, read);
  svg.close();
}

namespace {

/// Shapes about a place: a diamond for improvement, a triangle for concern, a square for high and low.
void draw_mark(Svg& svg, Reading reading, const char* name, double x, double y, double size) {
  const std::string s = coordinate(size);
  const std::string at = coordinate(x);
  switch (reading) {
    case Reading::improvement:
      svg.path(fmt::format("M{} {}l{} {}l-{} {}l-{}-{}z", at, coordinate(y - size), s, s, s, s, s, s),
               {{"class", name}});
      break;
    case Reading::concern:
      svg.path(
          fmt::format("M{} {}l{} {}h-{}z", at, coordinate(y - size), s, coordinate(1.75 * size), coordinate(2 * size)),
          {{"class", name}});
      break;
    case Reading::high:
    case Reading::low:
      svg.path(fmt::format("M{} {}h{}v{}h-{}z", coordinate(x - 0.8 * size), coordinate(y - 0.8 * size),
                           coordinate(1.6 * size), coordinate(1.6 * size), coordinate(1.6 * size)),
               {{"class", name}});
      break;
    case Reading::common_cause:
      svg.circle(std::round(x * 10) / 10, std::round(y * 10) / 10, 0.65 * size, {{"class", name}});
      break;
  }
}

const char* class_of(Reading reading, bool provisional) {
  switch (reading) {
    case Reading::improvement:
      return provisional ? "i o" : "i";
    case Reading::concern:
      return provisional ? "c o" : "c";
    case Reading::high:
    case Reading::low:
      return provisional ? "n o" : "n";
    case Reading::common_cause:
      break;
  }
  return provisional ? "p o" : "p";
}

double mark_size(std::size_t points) { return points > 110 ? 3.2 : points > 60 ? 3.8 : 4.6; }

void draw_cross(Svg& svg, double x, double y, double size) {
  const std::string s2 = coordinate(2 * size);
  svg.path(fmt::format("M{} {}l{} {}m-{} 0l{}-{}", coordinate(x - size), coordinate(y - size), s2, s2, s2, s2, s2),
           {{"class", "x"}});
}

void draw_point(Svg& svg, const Frame& frame, const Analysis& analysis, const AnalysedPoint& point, double size) {
  const double x = frame.x(point.date), y = frame.y(*point.value);
  if (point.excluded) return draw_cross(svg, x, y, 0.8 * size);
  const Reading reading = shown(point, analysis).reading;
  draw_mark(svg, reading, class_of(reading, point.provisional), x, y, size);
}

/// Rows between which a period has no row: the line is broken there.
std::vector<bool> breaks_before(const Analysis& analysis) {
  std::vector<bool> broken(analysis.data.size(), false);
  std::vector<text::Date> dates;
  for (const AnalysedPoint& point : analysis.data) dates.push_back(point.date);
  const std::optional<Spacing> spacing = spacing_of(dates, analysis.settings.frequency);
  if (!spacing || !spacing->even || kind_of(analysis.settings.chart).points == Points::between) return broken;
  for (const std::size_t row : spacing->gaps) broken[row] = true;
  return broken;
}

}  // namespace

void draw_points(Svg& svg, const Frame& frame, const Read& read) {
  const Analysis& analysis = read.analysis;
  const std::vector<bool> broken = breaks_before(analysis);
  svg.open("g", {{"id", "values"}, {"class", "v"}});
  for (std::size_t row = 1; row < analysis.data.size(); ++row) {
    const AnalysedPoint& before = analysis.data[row - 1];
    const AnalysedPoint& here = analysis.data[row];
    if (!before.value || !here.value || broken[row]) continue;
    svg.path(fmt::format("M{} {}L{} {}", coordinate(frame.x(before.date)), coordinate(frame.y(*before.value)),
                         coordinate(frame.x(here.date)), coordinate(frame.y(*here.value))));
  }
  svg.close();
  svg.open("g", {{"id", "points"}});
  const double size = mark_size(analysis.data.size());
  for (const AnalysedPoint& point : analysis.data)
    if (point.value) draw_point(svg, frame, analysis, point, size);
  svg.close();
}

double draw_key(Svg* svg, const Read& read, double left, double top) {
  const auto uses = [&](auto asked) {
    return std::any_of(read.analysis.data.begin(), read.analysis.data.end(), asked);
  };
  double x = left;
  const auto entry = [&](bool used, Reading reading, const char* name, const char* words) {
    if (!used) return;
    if (svg) draw_mark(*svg, reading, name, x + 5, top + 8, 4.6);
    if (svg) svg->text(x + 14, top + 12, words, {{"font-size", "11"}});
    x += 14 + report::text_width(words, 11) + 16;
  };
  const auto reads = [&](Reading reading) {
    return uses([&, reading](const AnalysedPoint& point) {
      return point.value && shown(point, read.analysis).reading == reading && !point.excluded;
    });
  };
  const auto judged = [&](const AnalysedPoint& point) {
    return is_shown(read.analysis.segments[point.segment], read.analysis) && !point.unfinished;
  };
  entry(uses([&](const AnalysedPoint& point) {
          return point.value && point.reading == Reading::common_cause && !point.excluded && judged(point);
        }),
        Reading::common_cause, "p", "as expected");
  entry(uses([&](const AnalysedPoint& point) {
          return point.value && !point.excluded && !point.unfinished && !judged(point);
        }),
        Reading::common_cause, "p", "not judged");
  entry(reads(Reading::improvement), Reading::improvement, "i", "improvement");
  entry(reads(Reading::concern), Reading::concern, "c", "concern");
  entry(reads(Reading::high) || reads(Reading::low), Reading::high, "n", "unusual");
  entry(uses([](const AnalysedPoint& point) { return point.provisional; }), Reading::common_cause, "p o",
        "may still change");
  if (uses([](const AnalysedPoint& point) { return point.excluded; })) {
    if (svg) draw_cross(*svg, x + 5, top + 8, 3.7);
    if (svg) svg->text(x + 14, top + 12, "left out of the limits", {{"font-size", "11"}});
  }
  return 18;
}

}  // namespace thrive::measures
