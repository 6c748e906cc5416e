// SPDX-License-Identifier: MIT
#include "libthrive/planning/draw/draw_plan.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "libthrive/planning/describe/words.hpp"
#include "libthrive/planning/draw/gantt.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/report/svg.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::planning {

namespace {

std::string title_of_plan(const Reported& reported) {
  return "The plan of " + reported.project.project.locality.value_or(reported.project.project.name);
}

/// What the picture shows, for those who cannot see it.
std::string plan_in_words(const Reported& reported, const Gantt& gantt) {
  if (gantt.is_empty()) return "Nothing in the plan has a date.";
  std::vector<std::string> sentences;
  for (const PhaseSpan& span : phase_spans(reported.states))
    sentences.push_back(fmt::format("Phase {}: {} from {} to {}", span.phase, report::count_of(span.tasks, "task"),
                                    text::format_date_in_words(span.from), text::format_date_in_words(span.to)));
  for (const TaskState& state : reported.states.tasks)
    if (state.status == Status::late || state.is_waiting)
      sentences.push_back(fmt::format("{}, {}: {}", state.id, state.task->name, status_in_words(state)));
  return text::join(sentences, "; ") + ".";
}

class Picture {
 public:
  explicit Picture(const Reported& reported)
      : reported_(reported),
        gantt_(gantt_of(reported)),
        height_(top + row * double(gantt_.rows.size()) + 70),
        svg_(width, height_, title_of_plan(reported), plan_in_words(reported, gantt_),
             {{"font-family", "DejaVu Sans, Arial, sans-serif"}}) {}

  std::string draw() {
    svg_.rectangle(0, 0, width, height_, {{"fill", "#ffffff"}});
    svg_.text(20, 30, title_of_plan(reported_), {{"font-size", "18"}, {"font-weight", "bold"}});
    svg_.text(20, 50, "As of " + text::format_date_in_words(reported_.states.today), {{"font-size", "12"}});
    if (gantt_.is_empty()) return svg_.finish();
    draw_hatching();
    draw_months();
    for (std::size_t at = 0; at < gantt_.rows.size(); ++at) draw_row(at);
    draw_links();
    draw_today();
    draw_key();
    return svg_.finish();
  }

 private:
  static constexpr double width = 1400, left = 500, right = 1380, top = 90, row = 22;

  double x_of(text::Date day) const {
    const double days = std::max(1, text::days_between(gantt_.from, gantt_.to) + 1);
    return left + (right - left) * text::days_between(gantt_.from, day) / days;
  }
  double end_of(text::Date day) const { return x_of(day + std::chrono::days(1)); }
  static double y_of(std::size_t at) { return top + row * double(at); }

  void draw_hatching() {
    svg_.open("defs");
    svg_.open("pattern", {{"id", "late"}, {"width", "6"}, {"height", "6"}, {"patternUnits", "userSpaceOnUse"}});
    svg_.path("M0 6 L6 0", {{"stroke", "#111111"}, {"stroke-width", "1.4"}});
    svg_.close().close();
  }

  void draw_months() {
    using namespace std::chrono;
    const year_month_day first(gantt_.from);
    const double days = text::days_between(gantt_.from, gantt_.to) + 1;
    const int step = days > 1500 ? 12 : days > 750 ? 3 : 1;
    for (year_month month = first.year() / first.month(); sys_days(month / 1) <= gantt_.to; month += months(1)) {
      const text::Date day = sys_days(month / 1);
      if (day < gantt_.from || (static_cast<unsigned>(month.month()) - 1) % static_cast<unsigned>(step) != 0) continue;
      svg_.line(x_of(day), top - 12, x_of(day), height_ - 58, {{"stroke", "#dddddd"}});
      if (days > 400 && (static_cast<unsigned>(month.month()) - 1) % 3 != 0) continue;
      svg_.text(x_of(day) + 2, top - 14, text::format_date(day).substr(0, 7),
                {{"font-size", "10"}, {"fill", "#555555"}});
    }
  }

  void draw_row(std::size_t at) {
    const GanttRow& one = gantt_.rows[at];
    const double y = y_of(at);
    if (one.kind == GanttRow::Kind::phase) {
      svg_.rectangle(10, y, right - 10, row, {{"fill", "#eeeeee"}});
      svg_.text(16, y + 15, one.label, {{"font-size", "12"}, {"font-weight", "bold"}});
      return;
    }
    svg_.text(16, y + 15, one.id, {{"font-size", "10.5"}, {"fill", "#333333"}});
    svg_.text(70, y + 15, cut(one.label, 265), {{"font-size", "10.5"}});
    svg_.text(342, y + 15, cut(one.owner, 150), {{"font-size", "10"}, {"fill", "#444444"}});
    if (one.kind == GanttRow::Kind::task) return draw_task(one, y);
    if (one.kind == GanttRow::Kind::ramp) return draw_ramp(one, y);
    for (const text::Date day : one.dates) draw_diamond(x_of(day), y + row / 2, day > reported_.states.today);
  }

  /// The words, with an ellipsis where they do not fit.
  static std::string cut(const std::string& words, double room) {
    const auto lines = report::wrap_text(words, room, 10.5);
    return lines.size() < 2 ? words : lines.front() + " ...";
  }

  void draw_task(const GanttRow& one, double y) {
    const TaskState& state = *one.state;
    const double x = x_of(one.bars.front().from), end = end_of(one.bars.front().to);
    const bool is_done = state.status == Status::done, is_stopped = state.status == Status::stopped;
    report::Svg::Attributes look = {{"fill", is_done ? "#1f4e79" : "#ffffff"}, {"stroke", "#1f4e79"}};
    if (is_stopped) look.push_back({"stroke-dasharray", "3 3"});
    svg_.open("g");
    svg_.explain(state.id + " " + state.task->name + ": " + status_in_words(state));
    svg_.rectangle(x, y + 5, std::max(2.0, end - x), row - 10, look);
    if (state.status == Status::late) {
      const double until = end_of(std::min(gantt_.to, reported_.states.today));
      if (until > end)
        svg_.rectangle(end, y + 5, until - end, row - 10, {{"fill", "url(#late)"}, {"stroke", "#111111"}});
    }
    if (state.is_waiting) svg_.text(x - 12, y + 15, "w", {{"font-size", "11"}, {"font-weight", "bold"}});
    svg_.close();
  }

  void draw_ramp(const GanttRow& one, double y) {
    for (const Stretch& bar : one.bars)
      svg_.rectangle(x_of(bar.from), y + 8, std::max(2.0, end_of(bar.to) - x_of(bar.from)), 6,
                     {{"fill", bar.from > reported_.states.today ? "#ffffff" : "#777777"}, {"stroke", "#444444"}});
  }

  void draw_diamond(double x, double y, bool is_ahead) {
    svg_.path(fmt::format("M{0} {1} L{2} {3} L{0} {4} L{5} {3} Z", report::coordinate(x), report::coordinate(y - 6),
                          report::coordinate(x + 6), report::coordinate(y), report::coordinate(y + 6),
                          report::coordinate(x - 6)),
              {{"fill", is_ahead ? "#ffffff" : "#333333"}, {"stroke", "#333333"}});
  }

  /// From a late or waiting task to those it holds up, and no others: all links would be a net.
  void draw_links() {
    std::map<const TaskState*, std::size_t> rows;
    for (std::size_t at = 0; at < gantt_.rows.size(); ++at)
      if (gantt_.rows[at].state != nullptr) rows.emplace(gantt_.rows[at].state, at);
    for (const TaskState& state : reported_.states.tasks) {
      const bool holds_up = state.is_open() && (state.status == Status::late || state.is_waiting);
      if (holds_up) draw_links_from(state, rows);
    }
  }

  void draw_links_from(const TaskState& state, const std::map<const TaskState*, std::size_t>& rows) {
    const auto position = reported_.states.find(state.id);
    for (const TaskState& other : reported_.states.tasks) {
      if (std::find(other.after.begin(), other.after.end(), *position) == other.after.end()) continue;
      svg_.line(end_of(state.task->end), y_of(rows.at(&state)) + row / 2, x_of(other.task->start),
                y_of(rows.at(&other)) + row / 2, {{"stroke", "#111111"}, {"stroke-dasharray", "2 4"}});
    }
  }

  void draw_today() {
    const text::Date today = reported_.states.today;
    if (today < gantt_.from || today > gantt_.to) return;
    svg_.line(x_of(today), top - 24, x_of(today), height_ - 58, {{"stroke", "#b00020"}, {"stroke-width", "1.5"}});
    svg_.text(x_of(today) + 4, top - 28, text::format_date(today), {{"font-size", "11"}, {"fill", "#b00020"}});
  }

  void draw_key() {
    const double y = height_ - 30;
    double x = 20;
    const auto words = [&](const char* text) {
      svg_.text(x, y + 4, text, {{"font-size", "11"}});
      x += report::text_width(text, 11) + 26;
    };
    const auto bar = [&](const char* fill, const char* dashes) {
      report::Svg::Attributes look = {{"fill", fill}, {"stroke", "#1f4e79"}};
      if (*dashes != 0) look.push_back({"stroke-dasharray", dashes});
      svg_.rectangle(x, y - 6, 26, 12, look);
      x += 32;
    };
    bar("#1f4e79", "");
    words("done");
    bar("#ffffff", "");
    words("not done");
    bar("url(#late)", "");
    words("past its end");
    bar("#ffffff", "3 3");
    words("stopped");
    draw_diamond(x + 6, y, false);
    x += 20;
    words("held");
    draw_diamond(x + 6, y, true);
    x += 20;
    words("ahead");
    words("w: waiting");
  }

  const Reported& reported_;
  Gantt gantt_;
  double height_;
  report::Svg svg_;
};

/// One character for every slice of time of a row.
std::string line_of(const Reported& reported, const Gantt& gantt, const GanttRow& row, int columns) {
  const double days = std::max(1, text::days_between(gantt.from, gantt.to) + 1);
  const auto column = [&](text::Date day) {
    return std::clamp(static_cast<int>(columns * text::days_between(gantt.from, day) / days), 0, columns - 1);
  };
  std::string line(static_cast<std::size_t>(columns), ' ');
  const text::Date today = reported.states.today;
  if (today >= gantt.from && today <= gantt.to) line[static_cast<std::size_t>(column(today))] = '|';
  const auto fill = [&](text::Date from, text::Date to, char letter) {
    for (int at = column(from); at <= column(to); ++at) line[static_cast<std::size_t>(at)] = letter;
  };
  for (const Stretch& bar : row.bars) {
    char letter = row.kind == GanttRow::Kind::ramp ? '-' : '.';
    if (row.state != nullptr && row.state->status == Status::done) letter = '#';
    if (row.state != nullptr && row.state->status == Status::stopped) letter = 'x';
    if (row.state != nullptr && row.state->status == Status::late) fill(bar.to, std::min(today, gantt.to), '/');
    fill(bar.from, bar.to, letter);
  }
  for (const text::Date day : row.dates) line[static_cast<std::size_t>(column(day))] = day > today ? 'o' : '*';
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace

std::string draw_plan(const Reported& reported) { return Picture(reported).draw(); }

std::string plan_as_text(const Reported& reported) {
  const Gantt gantt = gantt_of(reported);
  if (gantt.is_empty()) return "Nothing in the plan has a date.\n";
  std::size_t widest = 4;
  for (const GanttRow& row : gantt.rows) widest = std::max(widest, std::min<std::size_t>(row.id.size(), 16));
  const int columns = static_cast<int>(80 - widest - 2);
  std::string text = fmt::format("{} to {}\n", text::format_date(gantt.from), text::format_date(gantt.to));
  for (const GanttRow& row : gantt.rows) {
    if (row.kind == GanttRow::Kind::phase) {
      text += "\n" + row.label + "\n";
      continue;
    }
    std::string line = fmt::format("{:<{}}  {}", row.id, widest, line_of(reported, gantt, row, columns));
    while (line.ends_with(' ')) line.pop_back();
    text += line + "\n";
  }
  return text + "\n# done  . not done  / past its end  x stopped  - cycle  * held  o ahead  | today\n";
}

std::string plan_as_mermaid(const Reported& reported) {
  std::string text =
      "gantt\n  title " + report::escape_mermaid(title_of_plan(reported)) + "\n  dateFormat YYYY-MM-DD\n";
  for (const GanttRow& row : gantt_of(reported).rows) {
    if (row.kind == GanttRow::Kind::phase) text += "  section " + report::escape_mermaid(row.label) + "\n";
    if (row.kind == GanttRow::Kind::date || row.kind == GanttRow::Kind::phase) continue;
    int number = 0;
    for (const Stretch& bar : row.bars) {
      std::string marks;
      if (row.state != nullptr && row.state->status == Status::done) marks = "done, ";
      if (row.state != nullptr && row.state->status == Status::under_way) marks = "active, ";
      if (row.state != nullptr && row.state->status == Status::late) marks = "crit, ";
      std::string name;
      for (const char letter : row.label) name += letter == ':' || letter == ';' || letter == '#' ? ' ' : letter;
      ++number;
      const std::string id = row.kind == GanttRow::Kind::ramp ? fmt::format("{}-{}", row.id, number) : row.id;
      text += fmt::format("    {} :{}{}, {}, {}\n", name, marks, id, text::format_date(bar.from),
                          text::format_date(bar.to + std::chrono::days(1)));
    }
  }
  return text;
}

report::Document plan_picture(const Reported& reported) {
  const Gantt gantt = gantt_of(reported);
  report::Document document;
  document.title = title_of_plan(reported);
  document.subtitle = "As of " + text::format_date_in_words(reported.states.today) + ".";
  document.classification = reported.project.project.classification.value_or("");
  document.pages = report::Pages::poster;
  report::Figure figure;
  figure.svg = draw_plan(reported);
  figure.alternative = plan_in_words(reported, gantt);
  figure.text = plan_as_text(reported);
  figure.caption = title_of_plan(reported);
  figure.caption_in_picture = true;
  document.figure(std::move(figure));
  return document;
}

}  // namespace thrive::planning
