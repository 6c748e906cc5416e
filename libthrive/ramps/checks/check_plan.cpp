// SPDX-License-Identifier: MIT
#include <algorithm>

#include "libthrive/ramps/checks/check_parts.hpp"
#include "libthrive/text/fingerprint.hpp"

namespace thrive::ramps {

namespace {

void check_predictions(const CheckInput& input, const CycleState& state, const model::Plan& plan,
                       RampFindings& findings) {
  if (plan.predictions.empty()) {
    findings.about_cycle(state, "pdsa-no-prediction", "plan");
    return;
  }
  for (const std::string& prediction : plan.predictions)
    if (!is_testable(prediction, input.thresholds))
      findings.about_cycle(state, "pdsa-vague-prediction", "plan", {{"prediction", prediction}});
}

/// A prediction written after the event is no prediction.
void check_unchanged(const CycleState& state, const model::Plan& plan, RampFindings& findings) {
  const model::Cycle& cycle = *state.cycle;
  if (!cycle.do_) return;
  const bool differs =
      cycle.do_->predictions_hash && *cycle.do_->predictions_hash != text::fingerprint(plan.predictions);
  const bool is_later = plan.recorded && cycle.do_->recorded && *plan.recorded > *cycle.do_->recorded;
  if (differs || is_later)
    findings.about_cycle(state, "pdsa-prediction-changed", "plan", {{"case", differs ? "differs" : "later"}});
}

bool says_who_when_where(const model::Task& task) { return task.who && task.when && task.where; }

}  // namespace

void check_plan(const CheckInput& input, const RampState&, const CycleState& state, RampFindings& findings) {
  const model::Plan plan = state.cycle->plan.value_or(model::Plan{});
  if (plan.questions.empty()) findings.about_cycle(state, "pdsa-no-question", "plan");
  check_predictions(input, state, plan, findings);
  check_unchanged(state, plan, findings);
  if (std::none_of(plan.tasks.begin(), plan.tasks.end(), says_who_when_where))
    findings.about_cycle(state, "pdsa-no-task", "plan");
  if (!plan.data) findings.about_cycle(state, "pdsa-no-data-plan", "plan");
}

}  // namespace thrive::ramps
