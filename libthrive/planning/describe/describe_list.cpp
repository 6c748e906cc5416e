// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "libthrive/planning/describe/describe_list.hpp"
#include "libthrive/planning/describe/plan_parts.hpp"
#include "libthrive/planning/describe/words.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

namespace {

std::string dates_in_words(const model::PlanTask& task) {
  return text::format_date(task.start) + " to " + text::format_date(task.end);
}

/// What else is recorded of a task, one remark a line.
std::vector<std::string> remarks_of(const Reported& reported, const TaskState& state) {
  const model::PlanTask& task = *state.task;
  std::vector<std::string> remarks;
  if (task.started) remarks.push_back("began " + text::format_date(*task.started));
  if (!task.after.empty()) remarks.push_back("after " + text::join(task.after, ", "));
  if (!task.serves.empty()) remarks.push_back("serves " + text::join(task.serves, ", "));
  if (!task.qif.empty()) {
    std::vector<std::string> names;
    for (const std::string& step : task.qif) names.push_back(reported.vocabulary.name("qif-steps", step));
    remarks.push_back("of the framework's steps: " + text::join(names, ", "));
  }
  if (task.risk) remarks.push_back("risk " + *task.risk);
  if (task.evidence) remarks.push_back("shown by " + *task.evidence);
  for (const model::Moved& moved : task.moved)
    remarks.push_back(fmt::format("end moved from {} to {}: {}", text::format_date(moved.from),
                                  text::format_date(moved.to), moved.reason));
  return remarks;
}

/// The positions of steps in the vocabulary, by their id.
std::map<std::string, std::size_t> order_of_steps(const model::Vocabulary& vocabulary) {
  std::map<std::string, std::size_t> order;
  for (const model::Term& term : vocabulary.terms("plan-steps")) order.emplace(term.id, order.size());
  return order;
}

void add_phase(report::Document& document, const Reported& reported, const std::optional<int>& phase,
               std::vector<std::size_t> tasks) {
  document.heading(1, phase_in_words(phase));
  auto order = order_of_steps(reported.vocabulary);
  const auto comes_first = [&](std::size_t a, std::size_t b) {
    return order[reported.states.tasks[a].task->step] < order[reported.states.tasks[b].task->step];
  };
  std::stable_sort(tasks.begin(), tasks.end(), comes_first);
  report::Table table;
  table.columns = {{"Task"}, {"What"}, {"Step"}, {"Owner"}, {"Dates"}, {"Status"}};
  std::vector<std::string> remarks;
  for (const std::size_t at : tasks) {
    const TaskState& state = reported.states.tasks[at];
    const model::PlanTask& task = *state.task;
    table.rows.push_back({state.id, task.name, reported.vocabulary.name("plan-steps", task.step),
                          task.owner ? role_of(reported.project, *task.owner) : "nobody", dates_in_words(task),
                          status_in_words(state)});
    const std::vector<std::string> about = remarks_of(reported, state);
    if (!about.empty()) remarks.push_back(state.id + ": " + text::join(about, "; "));
    for (const std::string& sentence : squeezes_in_words(reported.states, state))
      remarks.push_back(fmt::format("{} holds up others: {}", state.id, sentence));
  }
  document.table(std::move(table));
  document.items(remarks);
}

/// "Phases 1 and 2 overlap from 27 May 2024 to 7 June 2024."
std::vector<std::string> overlaps_in_words(const std::vector<PhaseSpan>& spans) {
  std::vector<std::string> sentences;
  for (const PhaseSpan& span : spans)
    sentences.push_back(fmt::format("Phase {}: {} to {}, {}", span.phase, text::format_date_in_words(span.from),
                                    text::format_date_in_words(span.to), report::count_of(span.tasks, "task")));
  for (std::size_t at = 0; at < spans.size(); ++at)
    for (std::size_t later = at + 1; later < spans.size(); ++later) {
      const text::Date from = std::max(spans[at].from, spans[later].from);
      const text::Date to = std::min(spans[at].to, spans[later].to);
      if (from > to) continue;
      sentences.push_back(fmt::format("Phases {} and {} overlap from {} to {}", spans[at].phase, spans[later].phase,
                                      text::format_date_in_words(from), text::format_date_in_words(to)));
    }
  return sentences;
}

/// "39 tasks: 28 done, 11 planned." A status that none of them has is not spoken of.
std::string subtitle_of(const Reported& reported, const std::vector<std::size_t>& wanted) {
  std::vector<std::string> counts;
  for (const Status status : {Status::done, Status::under_way, Status::late, Status::planned, Status::stopped}) {
    const auto has_it = [&](std::size_t at) { return reported.states.tasks[at].status == status; };
    const auto count = std::count_if(wanted.begin(), wanted.end(), has_it);
    if (count > 0)
      counts.push_back(fmt::format("{} {}", count, status == Status::under_way ? "under way" : model::word(status)));
  }
  std::string words = report::count_of(wanted.size(), "task");
  if (!counts.empty()) words += ": " + text::join(counts, ", ");
  return words + ". As of " + text::format_date_in_words(reported.states.today) + ".";
}

}  // namespace

report::Document describe_list(const Reported& reported, const TaskFilter& filter) {
  const std::vector<std::size_t> wanted = wanted_tasks(reported.project, reported.states, filter);
  report::Document document;
  document.title = "The plan";
  if (reported.project.project.locality) document.title += " of " + *reported.project.project.locality;
  document.classification = reported.project.project.classification.value_or("");
  document.subtitle = subtitle_of(reported, wanted);
  if (filter.is_set()) document.paragraph("Only the tasks that were asked for are shown.");
  if (!filter.is_set() && reported.project.plan && reported.project.plan->focus)
    document.paragraph(*reported.project.plan->focus, "Focus:");
  std::map<std::optional<int>, std::vector<std::size_t>> by_phase;
  for (const std::size_t at : wanted) by_phase[reported.states.tasks[at].phase].push_back(at);
  if (!filter.is_set()) document.items(overlaps_in_words(phase_spans(reported.states)));
  for (const auto& [phase, tasks] : by_phase) add_phase(document, reported, phase, tasks);
  if (!filter.is_set()) add_plan_parts(document, reported);
  return document;
}

}  // namespace thrive::planning
