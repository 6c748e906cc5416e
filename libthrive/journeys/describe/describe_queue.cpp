// SPDX-License-Identifier: MIT
#include "libthrive/journeys/describe/describe_queue.hpp"

#include <fmt/core.h>

#include "libthrive/journeys/describe/words.hpp"

namespace thrive::journeys {

namespace {

using report::Align;
using report::Document;
using report::Table;

constexpr double ratio_to_act_on = 2;

std::string verdict(const Queue& queue) {
  std::vector<std::string> words;
  if (queue.load.is_known() && queue.load.value > 1)
    words.emplace_back("More come than go: the list grows while that is so.");
  if (queue.queue_ratio.is_known() && queue.queue_ratio.value > ratio_to_act_on)
    words.emplace_back("The list is more than twice as long as the promise allows: act on it.");
  if (queue.pressure.is_known() && queue.pressure.value > 1)
    words.emplace_back("The promise will be missed for many who wait now.");
  std::string all;
  for (const std::string& sentence : words) all += (all.empty() ? "" : " ") + sentence;
  return all;
}

}  // namespace

void describe_queue(const WaitsReport& report, Document& document) {
  if (!report.waits.queue) return;
  const Queue& queue = *report.waits.queue;
  document.heading(1, "The arithmetic of the queue");
  document.paragraph(
      fmt::format("Over {} weeks that are complete and not provisional, {} to {}. Each number stands "
                  "beside what is doubtful about it.",
                  queue.weeks, text::format_date_in_words(queue.from), text::format_date_in_words(queue.to)));
  if (const std::string words = verdict(queue); !words.empty()) document.paragraph(words);
  Table table;
  table.columns = {{""}, {"", Align::right}, {"doubt"}};
  const auto add = [&table](const char* what, const Figure& figure, const char* doubt) {
    table.rows.push_back({what, figure_in_words(figure, 2), doubt});
  };
  add("wait starts a week", queue.demand_per_week, "who was turned away before is not counted");
  add("seen or left a week", queue.removals_per_week, "work done is not capacity: unused time is not seen");
  add("load: starts for each who goes", queue.load, "over 1 the list grows");
  table.rows.push_back({"waiting at the end", count_in_words(queue.waiting),
                        report.definition.covers_from ? "" : "too low where the extract begins too late"});
  add("mean wait that keeps the promise, weeks", queue.target_mean_wait_weeks,
      "a quarter of it: so that 98 in 100 are in time, were waits exponential; lists with priorities are not");
  add("list that keeps the promise", queue.target_queue, "rests on the line above");
  add("list there is, to that one", queue.queue_ratio, "over 2 is a rule of thumb for acting");
  add("to go a week, to get there in 26 weeks", queue.relief_per_week,
      "26 weeks is a choice; only where the ratio is over 2");
  add("capacity a week that keeps it", queue.target_capacity_per_week,
      "from how much weeks vary; its authors debate the formula");
  add("mean wait so far of those waiting, weeks", queue.mean_wait_of_waiting_weeks, "");
  add("pressure: twice that, to the promise", queue.pressure, "over 1 it will be missed; 2 or 4 was debated");
  document.table(table);
  const Little& little = queue.little;
  document.paragraph(fmt::format(
      "A steady list is as long as arrivals a day times the days each waits (Little). There it is {} "
      "on average, and {} would be expected: a ratio of {}. Near 1 is plausible; well above, the list grows or "
      "closings are not recorded. It proves nothing.",
      figure_in_words(little.mean_list, 1), figure_in_words(little.expected_list, 1),
      figure_in_words(little.ratio, 2)));
}

void describe_weeks(const WaitsReport& report, Document& document) {
  const Waits& waits = report.waits;
  if (waits.weeks.empty()) return;
  document.folded(1, "Week by week");
  if (!report.definition.covers_from)
    document.paragraph(
        "Who waited already when the extract begins is not in it, so that the list of the first weeks is too short. "
        "'covers_from' says from when on it is whole.");
  Table table;
  table.columns = {{"week from"},
                   {"started", Align::right},
                   {"seen", Align::right},
                   {"of these in time", Align::right},
                   {"median wait", Align::right},
                   {"left", Align::right},
                   {"waiting at its end", Align::right},
                   {""}};
  for (const Week& week : waits.weeks)
    table.rows.push_back({text::format_date(week.monday), count_in_words(week.received), count_in_words(week.stopped),
                          count_in_words(week.within), figure_in_words(week.median_wait, 1), count_in_words(week.left),
                          count_in_words(week.waiting_at_end),
                          !week.complete     ? "not complete"
                          : week.provisional ? "provisional"
                                             : ""});
  document.table(table);
}

}  // namespace thrive::journeys
