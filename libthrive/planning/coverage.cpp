// SPDX-License-Identifier: MIT
#include "libthrive/planning/coverage.hpp"

#include <algorithm>

#include "libthrive/findings/say.hpp"
#include "libthrive/planning/tips.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

Shown Covered::shown() const {
  if (!evidence.empty()) return Shown::evidence;
  return tasks.empty() ? Shown::nothing : Shown::task_only;
}

namespace {

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string text_of(const text::Value& map, std::string_view key) {
  const text::Value* held = map.find(key);
  const std::string* words = held == nullptr ? nullptr : held->as_text();
  return words == nullptr ? std::string() : *words;
}

std::vector<std::string> texts_of(const text::Value& map, std::string_view key) {
  std::vector<std::string> texts;
  const text::Value* held = map.find(key);
  if (held == nullptr || held->as_list() == nullptr) return texts;
  for (const text::Value& item : *held->as_list())
    if (const std::string* words = item.as_text()) texts.push_back(*words);
  return texts;
}

/// Says that data name a test that there is not.
void refuse_test(const std::string& test, const std::vector<std::string>& known, const std::vector<std::string>& path,
                 const PlaceOf& place, text::Diagnostics& problems) {
  findings::say(problems,
                {"unknown-evidence-test", place(path), {{"test", test}, {"near", text::nearest_name(test, known)}}});
}

std::vector<StepMapping> mappings_of(const text::Value& tree, const std::string& section, const PlaceOf& place,
                                     bool& is_good, text::Diagnostics& problems) {
  std::vector<StepMapping> mappings;
  const text::Value* held = tree.find(section);
  if (held == nullptr || held->as_map() == nullptr) return mappings;
  const std::vector<std::string> known = evidence_tests();
  for (const auto& [id, step] : *held->as_map()) {
    mappings.push_back({id, texts_of(step, "shown-by"), texts_of(step, "tasks")});
    for (const std::string& test : mappings.back().shown_by) {
      if (contains(known, test)) continue;
      refuse_test(test, known, {section, id, "shown-by"}, place, problems);
      is_good = false;
    }
  }
  return mappings;
}

void add_each_once(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& one : from)
    if (!contains(to, one)) to.push_back(one);
}

/// Tasks that belong to a step of the framework.
std::vector<std::string> tasks_of(const EvidenceInput& input, const StepMapping& mapping) {
  std::vector<std::string> tasks;
  for (const TaskState& state : input.states.tasks) {
    if (state.status == Status::stopped) continue;
    const model::PlanTask& task = *state.task;
    const bool belongs = task.qif.empty() ? contains(mapping.tasks, task.step) : contains(task.qif, mapping.id);
    if (belongs) tasks.push_back(state.id);
  }
  return tasks;
}

Covered covered(const EvidenceInput& input, const StepMapping& mapping) {
  Covered result{mapping.id, {}, tasks_of(input, mapping)};
  for (const std::string& test : mapping.shown_by) add_each_once(result.evidence, evidence_of(input, test));
  return result;
}

/// A step of the plan: its tasks, and what shows the steps of the framework that it belongs to.
Covered covered_step(const EvidenceInput& input, const std::string& step, const Framework& framework) {
  Covered result{step, {}, {}};
  for (const TaskState& state : input.states.tasks)
    if (state.status != Status::stopped && state.task->step == step) result.tasks.push_back(state.id);
  const auto add = [&](const StepMapping& mapping) {
    for (const std::string& test : mapping.shown_by) add_each_once(result.evidence, evidence_of(input, test));
  };
  for (const auto* mappings : {&framework.steps, &framework.besides})
    for (const StepMapping& mapping : *mappings)
      if (contains(mapping.tasks, step)) add(mapping);
  for (const StepMapping& mapping : framework.plan_steps)
    if (mapping.id == step) add(mapping);
  return result;
}

}  // namespace

std::optional<Framework> read_framework(const text::Value& tree, const PlaceOf& place, text::Diagnostics& problems) {
  bool is_good = true;
  Framework framework;
  framework.steps = mappings_of(tree, "steps", place, is_good, problems);
  framework.besides = mappings_of(tree, "besides", place, is_good, problems);
  framework.plan_steps = mappings_of(tree, "plan-steps", place, is_good, problems);
  return is_good ? std::optional(framework) : std::nullopt;
}

std::optional<std::vector<Tip>> read_tips(const text::Value& tree, const PlaceOf& place, text::Diagnostics& problems) {
  std::vector<Tip> tips;
  const text::Value* held = tree.find("tips");
  const text::Value* groups = tree.find("groups");
  if (held == nullptr || held->as_map() == nullptr) return tips;
  const std::vector<std::string> known = tip_tests();
  bool is_good = true;
  for (const auto& [id, tip] : *held->as_map()) {
    const std::string group = text_of(tip, "group");
    const std::string name = groups == nullptr ? std::string() : text_of(*groups, group);
    tips.push_back({id, name.empty() ? group : name, text_of(tip, "tip"), text_of(tip, "test")});
    if (contains(known, tips.back().test)) continue;
    refuse_test(tips.back().test, known, {"tips", id, "test"}, place, problems);
    is_good = false;
  }
  return is_good ? std::optional(tips) : std::nullopt;
}

Coverage coverage_of(const EvidenceInput& input, const Framework& framework, const std::vector<Tip>& tips) {
  Coverage coverage;
  for (const std::string& step : input.vocabulary.ids("plan-steps"))
    coverage.steps.push_back(covered_step(input, step, framework));
  for (const StepMapping& mapping : framework.steps) coverage.qif.push_back(covered(input, mapping));
  for (const StepMapping& mapping : framework.besides) coverage.besides.push_back(covered(input, mapping));
  for (const Tip& tip : tips) coverage.tips.push_back({tip, is_taken(input, tip.test)});
  return coverage;
}

}  // namespace thrive::planning
