// SPDX-License-Identifier: MIT
#include "libthrive/improvement/idea_states.hpp"

#include <algorithm>
#include <map>

#include "libthrive/ramps/stages.hpp"

namespace thrive::improvement {

namespace {

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

/// What one cycle says on a day.
struct CycleWord {
  text::Date start{};
  bool has_begun = false;
  std::optional<model::Decision> decision{};
};

CycleWord word_of(const model::Cycle& cycle, text::Date today) {
  CycleWord word;
  word.start = cycle.start;
  word.has_begun = cycle.start <= today;
  const bool is_decided =
      word.has_begun && ramps::has_decision(cycle) && (!cycle.act->recorded || *cycle.act->recorded <= today);
  if (is_decided) word.decision = cycle.act->decision;
  return word;
}

/// The cycles of a ramp that test an idea.
std::vector<const model::Cycle*> cycles_for(const model::Ramp& ramp, const std::string& idea) {
  std::vector<const model::Cycle*> named, shared;
  for (const auto& entry : ramp.cycles) {
    if (entry.value.idea == idea) named.push_back(&entry.value);
    if (!entry.value.idea) shared.push_back(&entry.value);
  }
  return named.empty() ? shared : named;
}

IdeaState state_of_cycles(std::vector<CycleWord> words) {
  const auto adopts = [](const CycleWord& word) { return word.decision == model::Decision::adopt; };
  if (std::any_of(words.begin(), words.end(), adopts)) return IdeaState::adopted;
  std::stable_sort(words.begin(), words.end(),
                   [](const CycleWord& a, const CycleWord& b) { return a.start < b.start; });
  const auto last =
      std::find_if(words.rbegin(), words.rend(), [](const CycleWord& word) { return word.decision.has_value(); });
  if (last != words.rend() && last->decision == model::Decision::abandon) return IdeaState::abandoned;
  const auto has_begun = [](const CycleWord& word) { return word.has_begun; };
  return std::any_of(words.begin(), words.end(), has_begun) ? IdeaState::testing : IdeaState::planned;
}

IdeaState state_of_task(const model::Project& project, const model::Idea& idea, text::Date today) {
  const model::PlanTask* task = idea.task && project.plan ? project.plan->tasks.find(*idea.task) : nullptr;
  if (task == nullptr) return IdeaState::idea;
  if (task->done && *task->done <= today) return IdeaState::done_without_test;
  const bool is_stopped = task->stopped && task->stopped->date <= today;
  return is_stopped ? IdeaState::idea : IdeaState::planned;
}

}  // namespace

std::vector<std::string> ideas_of(const model::Ramp& ramp) {
  std::vector<std::string> ideas;
  if (ramp.idea) add_once(ideas, *ramp.idea);
  for (const std::string& idea : ramp.ideas) add_once(ideas, idea);
  for (const auto& entry : ramp.cycles)
    if (entry.value.idea) add_once(ideas, *entry.value.idea);
  return ideas;
}

std::vector<IdeaStanding> idea_standings(const model::Project& project, text::Date today) {
  std::map<std::string, std::vector<const model::Keyed<model::Ramp>::Entry*>, std::less<>> ramps_of;
  for (const auto& ramp : project.ramps)
    for (const std::string& idea : ideas_of(ramp.value)) ramps_of[idea].push_back(&ramp);
  std::vector<IdeaStanding> standings;
  for (const auto& entry : project.ideas) {
    IdeaStanding standing;
    standing.id = entry.id;
    standing.idea = &entry.value;
    std::vector<CycleWord> words;
    for (const auto* ramp : ramps_of[entry.id]) {
      standing.ramps.push_back(ramp->id);
      for (const model::Cycle* cycle : cycles_for(ramp->value, entry.id)) words.push_back(word_of(*cycle, today));
    }
    standing.is_decided =
        std::any_of(words.begin(), words.end(), [](const CycleWord& word) { return word.decision.has_value(); });
    const bool is_parked = entry.value.parked && entry.value.parked->date <= today;
    if (is_parked)
      standing.state = IdeaState::parked;
    else if (!standing.ramps.empty())
      standing.state = state_of_cycles(std::move(words));
    else
      standing.state = state_of_task(project, entry.value, today);
    standings.push_back(std::move(standing));
  }
  return standings;
}

std::string_view in_words(IdeaState state) {
  switch (state) {
    case IdeaState::planned:
      return "planned";
    case IdeaState::done_without_test:
      return "done without a test";
    case IdeaState::testing:
      return "testing";
    case IdeaState::abandoned:
      return "abandoned";
    case IdeaState::adopted:
      return "adopted";
    case IdeaState::parked:
      return "parked";
    case IdeaState::idea:
      break;
  }
  return "not tested";
}

std::string_view mark(IdeaState state) {
  switch (state) {
    case IdeaState::planned:
      return "(.)";
    case IdeaState::done_without_test:
      return "[x]";
    case IdeaState::testing:
      return "(/)";
    case IdeaState::abandoned:
      return "(X)";
    case IdeaState::adopted:
      return "(*)";
    case IdeaState::parked:
      return "(=)";
    case IdeaState::idea:
      break;
  }
  return "( )";
}

}  // namespace thrive::improvement
