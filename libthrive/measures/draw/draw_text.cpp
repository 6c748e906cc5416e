// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "libthrive/measures/describe/describe_words.hpp"
#include "libthrive/measures/describe/spelling.hpp"
#include "libthrive/measures/draw/draw.hpp"
#include "libthrive/measures/shown.hpp"
#include "libthrive/measures/spacing.hpp"
#include "libthrive/measures/targets.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::measures {

namespace {

constexpr std::size_t height = 15;
constexpr std::size_t label_room = 9;  // left of the chart

/// The rows and columns of characters, and which value each row stands for.
class Canvas {
 public:
  Canvas(std::size_t columns, double bottom, double top) : bottom_(bottom), step_((top - bottom) / (height - 1)) {
    rows_.assign(height, std::string(columns, ' '));
  }
  std::size_t row(double value) const {
    const double at = step_ > 0 ? std::round((value - bottom_) / step_) : 0;
    return height - 1 - static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(height - 1)));
  }
  void mark(std::size_t column, double value, char letter) { rows_[row(value)][column] = letter; }
  void line(std::size_t column, std::size_t row, char letter) {
    char& here = rows_[row][column];
    if (here == ' ') here = letter;
  }
  const std::string& text(std::size_t row) const { return rows_[row]; }

 private:
  double bottom_;
  double step_;
  std::vector<std::string> rows_;
};

struct Range {
  double bottom = 0;
  double top = 0;
  bool known = false;
  void take(const std::optional<double>& value) {
    if (!value) return;
    bottom = known ? std::min(bottom, *value) : *value;
    top = known ? std::max(top, *value) : *value;
    known = true;
  }
};

char letter_of(const AnalysedPoint& point, const Analysis& analysis) {
  if (point.excluded) return 'x';
  const std::optional<Rule> label = shown(point, analysis).label;
  if (!label) return point.unfinished ? '+' : 'o';
  switch (*label) {
    case Rule::trend:
      return 'T';
    case Rule::shift:
      return 'S';
    default:
      break;
  }
  return point.rules.front().direction == Direction::high ? 'H' : 'L';
}

/// A value of the axis and how it is spelt.
struct Label {
  double value = 0;
  std::string words;
};

/// Labels at the left edge, each row once: the first of those that end up there.
std::vector<std::string> labels_at_rows(const Canvas& canvas, const std::vector<Label>& all) {
  std::vector<std::string> labels(height);
  for (const Label& each : all) {
    std::string& label = labels[canvas.row(each.value)];
    if (label.empty()) label = each.words.size() <= label_room ? each.words : fmt::format("{:.3g}", each.value);
  }
  return labels;
}

/// The centre, the limits and the targets where they end up, then the ends of the axis; each spelt as in the sentences.
std::vector<Label> labels_of(const Analysis& analysis, const Range& range) {
  const AnalysedPoint& last = analysis.data.back();
  const Shown limits = shown(last, analysis);
  std::vector<Label> labels;
  if (last.centre && !analysis.segments.back().growing)
    labels.push_back({*last.centre, average_in_words(*last.centre, analysis)});
  for (const std::optional<double>& limit : {limits.upper, limits.lower})
    if (limit) labels.push_back({*limit, limit_in_words(*limit, analysis)});
  for (const std::string& name : targets_of(analysis.settings))
    if (const auto target = target_of(analysis.settings, last.date, name))
      labels.push_back({*target, set_in_words(*target)});
  for (const double end : {range.top, range.bottom}) labels.push_back({end, value_in_words(end, analysis)});
  return labels;
}

/// Which period each row is in, counted from the first: a period without a row keeps its place, empty.
std::vector<std::size_t> periods_of(const Analysis& analysis) {
  std::vector<text::Date> dates;
  for (const AnalysedPoint& point : analysis.data) dates.push_back(point.date);
  const std::optional<Spacing> spacing = spacing_of(dates, analysis.settings.frequency);
  const bool by_date = spacing && spacing->even && kind_of(analysis.settings.chart).points != Points::between;
  std::vector<std::size_t> periods = {0};
  for (std::size_t i = 1; i < dates.size(); ++i) {
    const int step = by_date ? periods_between(dates[i - 1], dates[i], spacing->frequency) : 1;
    periods.push_back(periods.back() + static_cast<std::size_t>(std::max(1, step)));
  }
  return periods;
}

/// The latest points that fit, and how many columns each period has.
struct Window {
  std::vector<std::size_t> periods;  // of every row
  std::size_t first = 0;
  std::size_t shown = 0;  // periods
  std::size_t spread = 1;
  std::size_t columns() const { return shown * spread; }
  /// The column where a row begins; behind the last row, where the chart ends.
  std::size_t column(std::size_t row) const {
    return row < periods.size() ? (periods[row] - periods[first]) * spread : columns();
  }
};

Window window_of(const Analysis& analysis, std::size_t room) {
  Window window;
  if (analysis.data.empty()) return window;
  window.periods = periods_of(analysis);
  while (window.periods.back() - window.periods[window.first] >= room) ++window.first;
  window.shown = window.periods.back() - window.periods[window.first] + 1;
  window.spread = std::max<std::size_t>(1, std::min<std::size_t>(4, room / window.shown));
  return window;
}

Range range_of(const Analysis& analysis, const Window& window) {
  Range range;
  const std::vector<std::string> targets = targets_of(analysis.settings);
  for (std::size_t i = window.first; i < analysis.data.size(); ++i) {
    const AnalysedPoint& point = analysis.data[i];
    const Shown lines = shown(point, analysis);
    for (const auto& value : {point.value, lines.lower, lines.upper, point.centre}) range.take(value);
    for (const std::string& name : targets) range.take(target_of(analysis.settings, point.date, name));
  }
  return range;
}

/// The row of a line that is level over many columns, worked out when it steps.
class LevelLine {
 public:
  void draw(Canvas& canvas, std::size_t column, const std::optional<double>& value, char letter) {
    if (!value) return;
    if (last_ != value) row_ = canvas.row(*value);
    last_ = value;
    canvas.line(column, row_, letter);
  }

 private:
  std::optional<double> last_;
  std::size_t row_ = 0;
};

/// Draws points and lines; where a value is missing the row of gaps gets a question mark.
void draw_points(const Analysis& analysis, const Window& window, Canvas& canvas, std::string& gaps) {
  const bool growing = analysis.segments.back().growing;
  const std::vector<std::string> targets = targets_of(analysis.settings);
  LevelLine centre, lower, upper;
  std::vector<LevelLine> target_lines(targets.size());
  for (std::size_t i = window.first; i < analysis.data.size(); ++i) {
    const AnalysedPoint& point = analysis.data[i];
    const Shown lines = shown(point, analysis);
    const std::size_t column = window.column(i);
    if (point.value)
      canvas.mark(column, *point.value, letter_of(point, analysis));
    else
      gaps[column] = '?';
    for (std::size_t c = column + window.spread; c < window.column(i + 1); c += window.spread) gaps[c] = '?';
    for (std::size_t c = column; c < window.column(i + 1); ++c) {
      if (!growing) centre.draw(canvas, c, point.centre, '-');
      lower.draw(canvas, c, lines.lower, '.');
      upper.draw(canvas, c, lines.upper, '.');
      for (std::size_t i_target = 0; i_target < targets.size(); ++i_target)
        target_lines[i_target].draw(canvas, c, target_of(analysis.settings, point.date, targets[i_target]), ':');
    }
  }
}

std::string dates_below(const Analysis& analysis, const Window& window) {
  const std::string from = text::format_date(analysis.data[window.first].date);
  const std::string to = text::format_date(analysis.data.back().date);
  const std::size_t wide = std::max<std::size_t>(window.columns(), from.size() + to.size() + 1);
  return fmt::format("{:11}{}{:>{}}\n", "", from, to, wide - from.size());
}

/// What the letters and lines mean; of the lines only those that are drawn.
std::string key_of(const Analysis& analysis, bool has_gaps) {
  std::string text = "           o point  H high  L low  T trend  S shift  x left out\n";
  const AnalysedPoint& last = analysis.data.back();
  std::string lines;
  if (last.centre && !analysis.segments.back().growing)
    lines += fmt::format("- {}  ", centre_word(analysis.settings.chart));
  const Shown limits = shown(last, analysis);
  if (limits.upper || limits.lower) lines += ". limits  ";
  const std::size_t targets = targets_of(analysis.settings).size();
  if (targets > 0) lines += targets == 1 ? ": target  " : ": targets  ";
  if (std::any_of(analysis.data.begin(), analysis.data.end(),
                  [](const AnalysedPoint& point) { return point.unfinished && point.value; }))
    lines += "+ not over  ";
  if (has_gaps) lines += "? missing  ";
  if (!lines.empty()) text += std::string(11, ' ') + lines.substr(0, lines.size() - 2) + "\n";
  return text;
}

}  // namespace

std::string draw_in_text(const Read& read, std::size_t width) {
  const Analysis& analysis = read.analysis;
  constexpr std::size_t margin = 10;
  const Window window = window_of(analysis, width - margin - 1);
  if (window.shown == 0) return "no points\n";
  const Range range = range_of(analysis, window);
  Canvas canvas(window.columns(), range.bottom, range.top);
  std::string gaps(window.columns(), ' ');
  draw_points(analysis, window, canvas, gaps);

  const std::vector<std::string> labels = labels_at_rows(canvas, labels_of(analysis, range));
  std::string text;
  for (std::size_t row = 0; row < height; ++row) {
    std::string line = fmt::format("{:>9} |{}", labels[row], canvas.text(row));
    line.resize(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  text += fmt::format("{:>9} +{}\n", "", std::string(window.columns(), '-'));
  const bool has_gaps = gaps.find('?') != std::string::npos;
  if (has_gaps) {
    gaps.resize(gaps.find_last_not_of(' ') + 1);
    text += fmt::format("{:>9}  {}\n", "missing", gaps);
  }
  text += dates_below(analysis, window) + key_of(analysis, has_gaps);
  if (window.first > 0)
    text += fmt::format("           the latest {} of {} points\n", analysis.data.size() - window.first,
                        analysis.data.size());
  return text;
}

}  // namespace thrive::measures
