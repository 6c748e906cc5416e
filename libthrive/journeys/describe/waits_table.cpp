// SPDX-License-Identifier: MIT
#include "libthrive/journeys/describe/waits_table.hpp"

#include <fmt/core.h>

#include "libthrive/journeys/describe/words.hpp"

namespace thrive::journeys {

namespace {

using report::Align;
using report::Cell;

Cell cell(const Figure& figure) {
  if (figure.is_hidden()) return "*";
  return figure.is_known() ? Cell(figure_in_words(figure, 2), text::Value(figure.value)) : Cell();
}

Cell cell(const Count& count) {
  return count.hidden ? Cell("*") : Cell(count_in_words(count), text::Value(count.people));
}

/// Writes lines of the table.
class Lines {
 public:
  explicit Lines(report::Table& table) : table_(table) {}

  void in(std::string section) { section_ = std::move(section); }
  template <class Number>
  void add(const std::string& item, const char* what, const Number& number) {
    table_.rows.push_back({section_, item, what, cell(number), Cell(), Cell()});
  }
  void add(const std::string& item, const char* what, const Rate& rate) {
    table_.rows.push_back({section_, item, what, cell(rate.percent), cell(rate.lower), cell(rate.upper)});
  }
  void add(const std::string& item, const char* what, const CurveDay& day) {
    table_.rows.push_back({section_, item, what, cell(day.days), cell(day.lower), cell(day.upper)});
  }
  void add(const std::string& item, const Spread& spread) {
    add(item, "people", spread.n);
    add(item, "mean days", spread.mean);
    add(item, "p25 days", spread.p25);
    add(item, "median days", spread.median);
    add(item, "p75 days", spread.p75);
    add(item, "p90 days", spread.p90);
    add(item, "p92 days", spread.p92);
  }

 private:
  report::Table& table_;
  std::string section_;
};

void add_counts(const Waits& waits, Lines& lines) {
  lines.in("waits");
  lines.add("seen", waits.completed);
  lines.add("waiting", waits.waiting);
  lines.add("left", "people", waits.left);
  lines.add("left", "median days", waits.left_median);
  lines.in("promise");
  lines.add("all who had the time", "percent in time", waits.within_cohort.rate);
  lines.add("those seen", "percent in time", waits.within_completed.rate);
  lines.add("waiting", "people beyond it", waits.waiting_longer);
  lines.in("by day");
  for (const AtDay& at : waits.at) {
    const std::string day = fmt::format("{}", at.day);
    lines.add(day, "percent seen", at.seen);
    lines.add(day, "percent left", at.left);
    lines.add(day, "percent waiting", at.waiting);
    lines.add(day, "percent seen if nobody left", at.seen_if_none_left);
    lines.add(day, "people followed", at.at_risk);
  }
  lines.in("list");
  for (const Band& band : waits.bands) lines.add(band_in_words(band), "people", band.n);
  lines.in("reasons");
  for (const Reason& reason : waits.reasons) lines.add(reason.reason.value_or("not recorded"), "people", reason.n);
}

}  // namespace

report::Table waits_table(const WaitsReport& report) {
  const Waits& waits = report.waits;
  report::Table table;
  table.columns = {
      {"section"}, {"item"}, {"what"}, {"value", Align::right}, {"lower", Align::right}, {"upper", Align::right}};
  Lines lines(table);
  add_counts(waits, lines);
  for (const Split& split : waits.splits) {
    lines.in(split.by);
    for (const Group& group : split.groups) {
      const std::string name = group_in_words(group.value);
      lines.add(name, "people", group.n);
      lines.add(name, "people seen", group.completed);
      lines.add(name, "people waiting", group.waiting);
      lines.add(name, "people left", group.left);
      lines.add(name, "median days of those seen", group.completed_median);
      if (split.recorded_late) continue;
      lines.add(name, "median days if nobody left", group.kaplan_meier_median);
      lines.add(name, "percent seen in time", group.seen);
    }
  }
  lines.in("months");
  for (const Cohort& cohort : waits.cohorts) {
    const std::string month = text::format_date(cohort.from).substr(0, 7);
    lines.add(month, "people", cohort.n);
    if (cohort.matured) lines.add(month, "percent seen in time", cohort.seen_rate);
  }
  lines.in("weeks");
  for (const Week& week : waits.weeks) {
    const std::string monday = text::format_date(week.monday);
    lines.add(monday, "started", week.received);
    lines.add(monday, "seen", week.stopped);
    lines.add(monday, "seen in time", week.within);
    lines.add(monday, "median days", week.median_wait);
    lines.add(monday, "left", week.left);
    lines.add(monday, "waiting at its end", week.waiting_at_end);
  }
  lines.in("rows");
  lines.add("extract", "rows", waits.quality.rows);
  for (const WayOut& way : ways_out) lines.add(std::string(way.name), "rows", waits.quality.*way.count);
  lines.add("analysed", "rows", waits.quality.analysed);
  return table;
}

}  // namespace thrive::journeys
