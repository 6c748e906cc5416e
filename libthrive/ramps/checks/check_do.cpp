// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include "libthrive/ramps/checks/check_parts.hpp"

namespace thrive::ramps {

namespace {

/// Every text of a plan that a careless `do` might repeat.
std::vector<std::string> plan_texts(const model::Cycle& cycle) {
  std::vector<std::string> texts;
  if (!cycle.plan) return texts;
  texts = cycle.plan->questions;
  texts.insert(texts.end(), cycle.plan->predictions.begin(), cycle.plan->predictions.end());
  for (const model::Task& task : cycle.plan->tasks) texts.push_back(task.what);
  return texts;
}

std::string missing_stages(const model::Cycle& cycle) {
  std::string missing;
  const auto add = [&missing](bool is_there, std::string_view stage) {
    if (is_there) return;
    missing += missing.empty() ? "" : ", ";
    missing += stage;
  };
  add(has_plan(cycle), "plan");
  add(has_do(cycle), "do");
  add(has_study(cycle), "study");
  return missing;
}

}  // namespace

void check_do(const CycleState& state, RampFindings& findings) {
  const model::Cycle& cycle = *state.cycle;
  if (has_decision(cycle)) {
    const std::string missing = missing_stages(cycle);
    if (!missing.empty()) findings.about_cycle(state, "pdsa-missing-stage", "is decided, but has no " + missing);
  }
  if (!has_do(cycle)) return;
  if (!cycle.do_->observed) {
    findings.about_cycle(state, "pdsa-do-says-nothing", "does not say what happened", "do");
    return;
  }
  const std::vector<std::string> planned = plan_texts(cycle);
  if (std::find(planned.begin(), planned.end(), *cycle.do_->observed) != planned.end())
    findings.about_cycle(state, "pdsa-do-says-nothing", "repeats its plan where it should say what happened", "do");
}

}  // namespace thrive::ramps
