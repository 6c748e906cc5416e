// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <string>
#include <vector>

#include "libthrive/ramps/describe/describe.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::ramps {

namespace {

std::string status_in_words(const CycleState& state) {
  if (state.stage == Stage::closed) return std::string(model::word(*state.cycle->act->decision));
  std::string words = "open: " + std::string(model::word(state.stage));
  if (state.days_over > 0)
    words += fmt::format(", {} over", report::count_of(static_cast<std::size_t>(state.days_over), "day"));
  return words;
}

std::string dates_in_words(const model::Cycle& cycle) {
  return text::format_date(cycle.start) + " to " + (cycle.end ? text::format_date(*cycle.end) : "open");
}

std::string subtitle_of(const Reported& reported) {
  std::size_t cycles = 0, open = 0, overdue = 0, looks = 0;
  for (const RampState& ramp : reported.ramps)
    for (const CycleState& cycle : ramp.cycles) {
      ++cycles;
      open += cycle.is_open;
      overdue += cycle.days_over > 0;
      looks += cycle.look_is_due;
    }
  std::string words =
      fmt::format("{}, {}: {} open, {} past the planned end", report::count_of(reported.ramps.size(), "ramp"),
                  report::count_of(cycles, "cycle"), open, overdue);
  if (looks > 0) words += fmt::format(", {} due for a look at the data", looks);
  return words + ". As of " + text::format_date_in_words(reported.today) + ".";
}

void add_ramp(report::Document& document, const RampState& ramp, const text::SmallNumbers& small) {
  document.heading(1, ramp.ramp->name + " (" + ramp.id + ")");
  report::Table table;
  table.columns = {{"Cycle"}, {"What"}, {"Kind"}, {"Dates"}, {"Size"}, {"Status"}};
  for (const CycleState& state : ramp.cycles) {
    const model::Cycle& cycle = *state.cycle;
    table.rows.push_back({state.id, cycle.name, std::string(model::word(cycle.kind)), dates_in_words(cycle),
                          size_in_words(cycle.scale, small), status_in_words(state)});
  }
  if (!table.rows.empty()) document.table(std::move(table));
  for (const CycleState& state : ramp.cycles)
    if (state.next_look)
      document.paragraph(
          fmt::format("{} {} on {}.", state.id,
                      state.look_is_due ? "is due for a look at its data, planned for" : "is looked at next",
                      text::format_date_in_words(*state.next_look)));
  document.paragraph(ramp.next.empty() ? "nothing is open." : ramp.next + ".", "Next:");
}

}  // namespace

report::Document describe_list(const Reported& reported) {
  report::Document document;
  document.title = "Tests of change";
  document.subtitle = subtitle_of(reported);
  document.classification = reported.project.project.classification.value_or("");
  const std::string timeline = timeline_in_text(reported);
  if (!timeline.empty()) document.verbatim(timeline);
  for (const RampState& ramp : reported.ramps) add_ramp(document, ramp, model::small_numbers(reported.project.project));
  if (reported.ramps.empty()) document.paragraph("No ramps are recorded yet. Start one with 'pdsa new'.");
  return document;
}

report::Table table_of_cycles(const Reported& reported) {
  report::Table table;
  table.columns = {{"ramp"}, {"cycle"}, {"name"},     {"kind"},      {"start"},
                   {"end"},  {"stage"}, {"decision"}, {"days_over"}, {"next_look"}};
  for (const RampState& ramp : reported.ramps)
    for (const CycleState& state : ramp.cycles) {
      const model::Cycle& cycle = *state.cycle;
      table.rows.push_back({ramp.id,
                            state.id,
                            cycle.name,
                            std::string(model::word(cycle.kind)),
                            text::format_date(cycle.start),
                            cycle.end ? text::format_date(*cycle.end) : "",
                            std::string(model::word(state.stage)),
                            has_decision(cycle) ? std::string(model::word(*cycle.act->decision)) : "",
                            {std::to_string(state.days_over), state.days_over},
                            state.next_look ? text::format_date(*state.next_look) : ""});
    }
  return table;
}

}  // namespace thrive::ramps
