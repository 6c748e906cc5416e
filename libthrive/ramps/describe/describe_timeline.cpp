// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include "libthrive/ramps/describe/describe.hpp"

namespace thrive::ramps {

namespace {

constexpr std::size_t widest = 60;     // columns of days
constexpr std::size_t narrowest = 20;  // however long the ids are
constexpr std::size_t screen = 78;

/// Days as columns, from the first start to the last day that is shown.
struct Span {
  text::Date first{};
  text::Date last{};
  std::size_t columns = widest;

  std::size_t column(text::Date day) const {
    const int all = std::max(1, text::days_between(first, last));
    const int at = std::clamp(text::days_between(first, day), 0, all);
    return static_cast<std::size_t>(at) * (columns - 1) / static_cast<std::size_t>(all);
  }
};

text::Date last_day(const model::Cycle& cycle) { return cycle.end.value_or(cycle.start); }

Span span_of(const Reported& reported, std::size_t label) {
  const std::size_t room = screen > label + 2 ? screen - label - 2 : 0;
  Span span = {reported.today, reported.today, std::clamp(room, narrowest, widest)};
  for (const RampState& ramp : reported.ramps)
    for (const CycleState& state : ramp.cycles) {
      span.first = std::min(span.first, state.cycle->start);
      span.last = std::max(span.last, last_day(*state.cycle));
    }
  return span;
}

/// A row of the line: what was, and what is open until today when its planned end has passed.
std::string bar(const CycleState& state, const Span& span, text::Date today) {
  std::string row(span.columns, ' ');
  row[span.column(today)] = '|';
  const std::size_t from = span.column(state.cycle->start), to = span.column(last_day(*state.cycle));
  for (std::size_t at = from; at <= to; ++at) row[at] = state.is_open ? '-' : '=';
  if (state.days_over > 0)
    for (std::size_t at = to + 1; at <= span.column(today); ++at) row[at] = '!';
  row.erase(row.find_last_not_of(' ') + 1);
  return row;
}

}  // namespace

std::string timeline_in_text(const Reported& reported) {
  std::size_t label = 0;
  for (const RampState& ramp : reported.ramps)
    for (const CycleState& state : ramp.cycles) label = std::max(label, state.id.size());
  if (label == 0) return {};
  const Span span = span_of(reported, label);
  const std::string first = text::format_date(span.first), last = text::format_date(span.last);
  std::string lines =
      std::string(label + 2, ' ') + first + std::string(span.columns - first.size() - last.size(), ' ') + last;
  for (const RampState& ramp : reported.ramps)
    for (const CycleState& state : ramp.cycles)
      lines += "\n" + state.id + std::string(label + 2 - state.id.size(), ' ') + bar(state, span, reported.today);
  return lines + "\n" + std::string(label + 2, ' ') + "= decided  - open  ! past its planned end  | today";
}

}  // namespace thrive::ramps
