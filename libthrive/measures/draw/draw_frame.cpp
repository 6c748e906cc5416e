// SPDX-License-Identifier: MIT
#include "libthrive/measures/draw/draw_frame.hpp"

#include <algorithm>
#include <cmath>

#include "libthrive/measures/plotted.hpp"
#include "libthrive/measures/shown.hpp"
#include "libthrive/measures/targets.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::measures {

using report::Svg;

Palette palette_of(Theme theme) {
  if (theme == Theme::mono) return {"#000", "#000", "#000", "#6b6b6b", "#6b6b6b", "#000", "#000", "#d9d9d9"};
  return {"#005eb8", "#b94700", "#5b2a86", "#5c6770", "#8a949c", "#a3123a", "#212b32", "#dfe3e6"};
}

double Frame::x(text::Date date) const {
  const double span = std::max(1, text::days_between(first, last));
  return left + width * text::days_between(first, date) / span;
}

double Frame::y(double value) const {
  const double share = (value - bottom_value) / (top_value - bottom_value);
  return top + height * (1 - std::clamp(share, 0.0, 1.0));
}

namespace {

struct Range {
  double low = 0, high = 0;
  bool known = false;
  void take(const std::optional<double>& value) {
    if (!value) return;
    low = known ? std::min(low, *value) : *value;
    high = known ? std::max(high, *value) : *value;
    known = true;
  }
};

Range range_of(const Analysis& analysis) {
  Range range;
  const std::vector<std::string> targets = targets_of(analysis.settings);
  for (const AnalysedPoint& point : analysis.data) {
    const Shown lines = shown(point, analysis);
    range.take(point.value);
    range.take(point.centre);
    range.take(lines.lower);
    range.take(lines.upper);
    for (const std::string& name : targets) range.take(target_of(analysis.settings, point.date, name));
  }
  return range;
}

/// 1, 2 or 5 times a power of ten: about five ticks.
double round_tick(double span) {
  double tick = std::pow(10, std::floor(std::log10(span / 5)));
  for (const double factor : {2.0, 2.5, 2.0})
    if (span / tick > 6.5) tick *= factor;
  return tick;
}

void choose_values(Frame& frame, const Analysis& analysis) {
  Range range = range_of(analysis);
  const Possible& possible = analysis.possible;
  // Near zero the axis starts there; further off it may start higher, or nothing could be seen.
  if (possible.least && range.low < 0.35 * range.high) range.low = 0;
  if (range.high <= range.low) {
    range.high = range.low + std::max(1.0, std::fabs(range.low) * 0.1);
    if (range.low != 0) range.low -= range.high - range.low;
    if (possible.least) range.low = std::max(range.low, *possible.least);
  }
  frame.tick = round_tick(range.high - range.low);
  frame.tick_decimals = static_cast<int>(std::max(0.0, std::ceil(-std::log10(frame.tick) - 1e-9)));
  // 2.5 and its kin need one digit more.
  const double scaled = frame.tick * std::pow(10, frame.tick_decimals);
  if (std::fabs(scaled - std::round(scaled)) > 1e-6) ++frame.tick_decimals;
  frame.bottom_value = std::floor(range.low / frame.tick + 1e-9) * frame.tick;
  frame.top_value = std::ceil(range.high / frame.tick - 1e-9) * frame.tick;
  const bool room = frame.top_value - range.high >= 0.15 * frame.tick;
  if (!room && !(possible.most && frame.top_value >= *possible.most)) frame.top_value += frame.tick;
}

using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

year_month month_of(text::Date date) {
  const year_month_day day(date);
  return day.year() / day.month();
}

text::Date first_of(year_month month) { return text::Date(month / std::chrono::day(1)); }

void choose_dates(Frame& frame, const Analysis& analysis) {
  if (analysis.data.empty()) return;
  frame.first = analysis.data.front().date;
  const text::Date latest = analysis.data.back().date;
  const int days = text::days_between(frame.first, latest);
  year_month end = month_of(latest) + months(1);
  if (days > 360)
    while ((static_cast<unsigned>(end.month()) - 1) % 3 != 0) end += months(1);
  frame.last = days < 60 ? latest + std::chrono::days(std::max(1, days / 10)) : first_of(end);
}

std::string month_label(year_month month, bool with_year) {
  static constexpr const char* names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::string label = names[static_cast<unsigned>(month.month()) - 1];
  if (with_year) label += " " + std::to_string(static_cast<int>(month.year()));
  return label;
}

void draw_dates(Svg& svg, const Frame& frame) {
  const int span = static_cast<int>((month_of(frame.last) - month_of(frame.first)).count());
  const int step = span <= 8 ? 1 : span <= 16 ? 2 : span <= 30 ? 3 : span <= 60 ? 6 : 12;
  bool said_year = false;
  int year = 0;
  for (year_month month = month_of(frame.first); first_of(month) <= frame.last; month += months(1)) {
    if ((static_cast<int>(static_cast<unsigned>(month.month())) - 1) % step != 0) continue;
    const text::Date date = first_of(month);
    if (date < frame.first) continue;
    const double x = frame.x(date);
    svg.line(x, frame.bottom(), x, frame.bottom() + 4, {{"class", "a"}});
    const bool new_year = !said_year || static_cast<int>(month.year()) != year;
    svg.text(x, frame.bottom() + 16, month_label(month, false), {{"text-anchor", "middle"}});
    if (new_year)
      svg.text(x, frame.bottom() + 29, std::to_string(static_cast<int>(month.year())),
               {{"text-anchor", "middle"}, {"font-weight", "bold"}});
    said_year = true;
    year = static_cast<int>(month.year());
  }
}

}  // namespace

Frame frame_of(const Analysis& analysis, double left, double width, double height) {
  Frame frame;
  frame.left = left;
  frame.width = width;
  frame.height = height;
  choose_values(frame, analysis);
  choose_dates(frame, analysis);
  return frame;
}

void draw_axes(Svg& svg, const Frame& frame, const Analysis& analysis) {
  std::string unit = analysis.settings.unit.value_or("");
  if (unit == "count") unit.clear();
  if (model::is_percent(unit)) unit = "per cent";
  const std::string_view plotted = plotted_in_words(analysis);
  if (!plotted.empty()) unit = std::string(plotted) + (unit.empty() ? "" : ", " + unit);
  svg.open("g", {{"font-size", "11"}});
  for (int i = 0;; ++i) {
    const double value = frame.bottom_value + i * frame.tick;
    if (value > frame.top_value + frame.tick / 2) break;
    const double y = frame.y(value);
    svg.line(frame.left, y, frame.right(), y, {{"class", "g"}});
    svg.text(frame.left - 6, y + 4, report::number(value, frame.tick_decimals), {{"text-anchor", "end"}});
  }
  svg.line(frame.left, frame.bottom(), frame.right(), frame.bottom(), {{"class", "a"}});
  if (!unit.empty())
    svg.text(14, frame.top + frame.height / 2, unit,
             {{"text-anchor", "middle"},
              {"transform", "rotate(-90 14 " + report::coordinate(frame.top + frame.height / 2) + ")"}});
  draw_dates(svg, frame);
  svg.close();
}

}  // namespace thrive::measures
