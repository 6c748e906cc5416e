// SPDX-License-Identifier: MIT
#include <algorithm>

#include "libthrive/measures/describe/describe_words.hpp"
#include "libthrive/measures/draw/draw_frame.hpp"

namespace thrive::measures {

using report::Svg;

namespace {

constexpr double radius = 7.5;
constexpr double font_size = 11;
constexpr double line_height = 14;

/// The lowest row in which a flag touches none before it.
void choose_lanes(std::vector<Flag>& flags, const Frame& frame) {
  std::vector<double> taken;  // right edge of the last flag of each row
  for (Flag& flag : flags) {
    const double left = frame.x(flag.at) - radius;
    std::size_t lane = 0;
    while (lane < taken.size() && taken[lane] + 2 > left) ++lane;
    if (lane == taken.size()) taken.push_back(0);
    taken[lane] = left + 2 * radius;
    flag.lane = lane;
  }
}

bool shows(const Frame& frame, text::Date date) { return date >= frame.first && date <= frame.last; }

std::string letter(std::size_t number) {
  std::string letters;
  do letters.insert(letters.begin(), static_cast<char>('a' + number % 26));
  while ((number = number / 26) > 0 && number-- > 0);
  return letters;
}

double flag_y(const Frame& frame, const Flag& flag) {
  return frame.top - radius - 4 - lane_height * static_cast<double>(flag.lane);
}

}  // namespace

std::vector<Flag> flags_of(const Read& read, const Frame& frame) {
  std::vector<Flag> flags;
  std::size_t number = 0;
  for (const CycleMark& cycle : read.subject.cycles) {
    if (!shows(frame, cycle.start)) continue;
    flags.push_back({Flag::Kind::cycle, std::to_string(++number), cycle.start, cycle.end,
                     cycle.id + " " + cycle.name + ", " + dates_in_words(cycle.start, cycle.end.value_or(cycle.start)),
                     0});
  }
  for (const Segment& segment : read.analysis.segments) {
    if (segment.begin == 0) continue;
    std::string reason = "limits worked out anew";
    for (const model::Rebase& rebase : read.subject.measure.rebase) {
      const bool starts_here = rebase.at <= segment.start && rebase.at > read.analysis.data[segment.begin - 1].date;
      if (starts_here) reason = "rebase: " + rebase.reason;
    }
    flags.push_back({Flag::Kind::rebase, "R", segment.start, std::nullopt,
                     reason + ", " + text::format_date_in_words(segment.start), 0});
  }
  std::size_t noted = 0;
  for (const Note& note : read.subject.notes) {
    if (!shows(frame, note.at)) continue;
    flags.push_back({Flag::Kind::note, letter(noted++), note.at, std::nullopt,
                     note.text + ", " + text::format_date_in_words(note.at), 0});
  }
  std::stable_sort(flags.begin(), flags.end(), [](const Flag& a, const Flag& b) { return a.at < b.at; });
  choose_lanes(flags, frame);
  return flags;
}

std::size_t lanes(const std::vector<Flag>& flags) {
  std::size_t count = 0;
  for (const Flag& flag : flags) count = std::max(count, flag.lane + 1);
  return count;
}

namespace {

void draw_shape(Svg& svg, const Flag& flag, double x, double y) {
  switch (flag.kind) {
    case Flag::Kind::cycle:
      svg.circle(x, y, radius, {{"class", "f"}});
      break;
    case Flag::Kind::rebase:
      svg.rectangle(x - radius, y - radius, 2 * radius, 2 * radius, {{"class", "fr"}});
      break;
    case Flag::Kind::note:
      svg.rectangle(x - radius, y - radius, 2 * radius, 2 * radius, {{"class", "fn"}});
      break;
  }
  svg.text(x, y + 3.5, flag.label,
           {{"text-anchor", "middle"},
            {"font-size", flag.label.size() > 1 ? "9" : "10"},
            {"class", flag.kind == Flag::Kind::note ? "t" : "w"}});
}

}  // namespace

void draw_flags(Svg& svg, const Frame& frame, const std::vector<Flag>& flags) {
  svg.open("g", {{"id", "flags"}});
  for (const Flag& flag : flags) {
    const double x = frame.x(flag.at);
    svg.line(x, flag_y(frame, flag) + radius, x, frame.bottom(),
             {{"class", flag.kind == Flag::Kind::rebase ? "r" : "fl"}});
  }
  for (const Flag& flag : flags) draw_shape(svg, flag, frame.x(flag.at), flag_y(frame, flag));
  svg.close();
}

double draw_flag_words(Svg* svg, const std::vector<Flag>& flags, double left, double top, double width) {
  if (flags.empty()) return 0;
  const double column = (width - 16) / 2;
  // Down the first column, then down the second, so that numbers are read in order.
  std::vector<std::vector<std::string>> wrapped;
  std::size_t total = 0;
  for (const Flag& flag : flags) {
    wrapped.push_back(report::wrap_text(flag.words, column - 24, font_size));
    total += wrapped.back().size();
  }
  const std::size_t half = (total + 1) / 2;
  double x = left, y = top, deepest = 0;
  std::size_t lines = 0;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    if (lines >= half && x == left && flags.size() > 1) x = left + column + 16, y = top;
    if (svg) draw_shape(*svg, flags[i], x + radius, y + radius);
    for (std::size_t line = 0; line < wrapped[i].size(); ++line)
      if (svg)
        svg->text(x + 22, y + 11.5 + line_height * static_cast<double>(line), wrapped[i][line], {{"font-size", "11"}});
    const double used = std::max(2 * radius + 3, line_height * static_cast<double>(wrapped[i].size()) + 3);
    y += used;
    lines += wrapped[i].size();
    deepest = std::max(deepest, y - top);
  }
  return deepest + 4;
}

}  // namespace thrive::measures
