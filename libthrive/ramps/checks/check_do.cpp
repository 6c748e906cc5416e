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

std::vector<std::string> missing_stages(const model::Cycle& cycle) {
  std::vector<std::string> missing;
  if (!has_plan(cycle)) missing.emplace_back("plan");
  if (!has_do(cycle)) missing.emplace_back("do");
  if (!has_study(cycle)) missing.emplace_back("study");
  return missing;
}

}  // namespace

void check_do(const CycleState& state, RampFindings& findings) {
  const model::Cycle& cycle = *state.cycle;
  if (has_decision(cycle)) {
    const std::vector<std::string> missing = missing_stages(cycle);
    if (!missing.empty())
      findings.about_cycle(state, "pdsa-missing-stage", {}, {{"stages", text::Value::list_of(missing)}});
  }
  if (!has_decision(cycle) && has_study(cycle) && !has_do(cycle))
    findings.about_cycle(state, "pdsa-missing-stage", {}, {{"case", "studied"}});
  if (!has_do(cycle)) return;
  if (!cycle.do_->observed) {
    findings.about_cycle(state, "pdsa-do-says-nothing", "do", {{"case", "empty"}});
    return;
  }
  const std::vector<std::string> planned = plan_texts(cycle);
  if (std::find(planned.begin(), planned.end(), *cycle.do_->observed) != planned.end())
    findings.about_cycle(state, "pdsa-do-says-nothing", "do", {{"case", "repeats"}});
}

}  // namespace thrive::ramps
