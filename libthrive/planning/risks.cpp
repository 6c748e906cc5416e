// SPDX-License-Identifier: MIT
#include "libthrive/planning/risks.hpp"

#include <algorithm>

namespace thrive::planning {

int score_of(const model::Risk& risk) { return risk.likelihood * risk.impact; }

bool is_closed(const model::Risk& risk, text::Date today) { return risk.closed && risk.closed->date <= today; }

std::optional<int> score_before(const model::Risk& risk, text::Date today) {
  std::optional<text::Date> latest;
  std::optional<int> score;
  for (const auto& [day, numbers] : risk.history) {
    const auto date = text::parse_date(day);
    if (!date || *date > today || (latest && *date < *latest) || numbers.size() != 2) continue;
    latest = date;
    score = numbers[0] * numbers[1];
  }
  return score;
}

std::vector<std::string> answers_to(const model::Project& project, const TaskStates& states, const std::string& id) {
  const auto names_it = [&](const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), id) != names.end();
  };
  std::vector<std::string> answers;
  for (const TaskState& state : states.tasks)
    if (state.status != Status::stopped && (names_it(state.task->serves) || state.task->risk == id))
      answers.push_back(state.id);
  for (const auto& [idea_id, idea] : project.ideas)
    if (!idea.parked && (names_it(idea.because) || names_it(idea.answers))) answers.push_back(idea_id);
  const model::Risk* risk = project.risks.find(id);
  if (risk == nullptr) return answers;
  for (const std::string& served : risk->serves) {
    const auto task = states.find(served);
    const bool is_stopped = task && states.tasks[*task].status == Status::stopped;
    const bool is_work = task || project.ideas.contains(served) || project.ramps.contains(served);
    if (is_work && !is_stopped && std::find(answers.begin(), answers.end(), served) == answers.end())
      answers.push_back(served);
  }
  return answers;
}

std::vector<model::SeriesPoint> set_off(const model::Trigger& trigger, const model::Series& series, text::Date today) {
  std::vector<model::SeriesPoint> latest;
  const auto wanted = static_cast<std::size_t>(std::max(1, trigger.points));
  for (auto point = series.points.rbegin(); point != series.points.rend() && latest.size() < wanted; ++point)
    if (point->value && point->date <= today) latest.push_back(*point);
  const auto is_wrong = [&](const model::SeriesPoint& point) {
    return (trigger.above && *point.value > *trigger.above) || (trigger.below && *point.value < *trigger.below);
  };
  if (latest.size() < wanted || !std::all_of(latest.begin(), latest.end(), is_wrong)) return {};
  std::reverse(latest.begin(), latest.end());
  return latest;
}

}  // namespace thrive::planning
