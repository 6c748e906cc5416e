// SPDX-License-Identifier: MIT
#include <algorithm>

#include "libthrive/ramps/checks/check_parts.hpp"

namespace thrive::ramps {

namespace {

bool any_has_number(const std::vector<std::string>& texts, const model::Cycle& cycle) {
  return std::any_of(texts.begin(), texts.end(), has_digit) ||
         (cycle.do_ && cycle.do_->observed && has_digit(*cycle.do_->observed));
}

/// The last day on which a signal can belong to a cycle: the day before the next one starts.
bool falls_in_cycle(const RampState& ramp, const CycleState& state, text::Date day) {
  if (day < state.cycle->start) return false;
  for (const CycleState& other : ramp.cycles)
    if (other.cycle->start > state.cycle->start && day >= other.cycle->start) return false;
  return true;
}

/// What is claimed and what the chart shows should be the same.
void check_against_chart(const CheckInput& input, const RampState& ramp, const CycleState& state,
                         RampFindings& findings) {
  const Chart* chart = chart_of(input, ramp);
  if (chart == nullptr) return;
  const std::vector<std::string> texts = study_texts(*state.cycle);
  const DataSince data = data_since(*chart, state.cycle->start, input.thresholds.points_since_change);
  const bool claims = any_has_phrase(texts, input.thresholds.improved);
  const auto improves = [](const measures::SignalEvent& signal) {
    return signal.reading == measures::Reading::improvement;
  };
  // An improvement that began earlier and goes on is in the chart too.
  const bool shows = std::any_of(data.signals.begin(), data.signals.end(), improves) ||
                     std::any_of(data.going_on.begin(), data.going_on.end(), improves);
  if (claims && data.is_enough && data.is_judged && !shows)
    findings.about_cycle(state, "pdsa-verdict-not-in-chart", "study", {{"case", "claimed"}, {"measure", chart->id}});
  // A small test need not move the measure; what is put in place for good should.
  if (state.cycle->kind != model::CycleKind::implement) return;
  const bool has_new = std::any_of(data.signals.begin(), data.signals.end(), [&](const measures::SignalEvent& signal) {
    return falls_in_cycle(ramp, state, signal.since);
  });
  const bool mentions = claims || any_has_phrase(texts, {"chart", "signal", "median", "measure", "data", chart->id});
  if (has_new && !mentions)
    findings.about_cycle(state, "pdsa-verdict-not-in-chart", "study",
                         {{"case", "unmentioned"}, {"measure", chart->id}});
  if (!data.is_enough)
    findings.about_cycle(
        state, "pdsa-few-points", "study",
        {{"points", data.points}, {"measure", chart->id}, {"needed", input.thresholds.points_since_change}});
}

}  // namespace

void check_study(const CheckInput& input, const RampState& ramp, const CycleState& state, RampFindings& findings) {
  const model::Cycle& cycle = *state.cycle;
  if (!has_study(cycle)) return;
  const std::vector<std::string> texts = study_texts(cycle);
  if (cycle.study->findings.empty()) findings.about_cycle(state, "pdsa-study-says-nothing", "study");
  if (!compares_with_prediction(cycle)) findings.about_cycle(state, "pdsa-no-comparison", "study");
  if (!any_has_number(texts, cycle) && any_has_phrase(texts, input.thresholds.opinions))
    findings.about_cycle(state, "pdsa-opinion-only", "study");
  if (any_has_phrase(texts, input.thresholds.future)) findings.about_cycle(state, "pdsa-study-in-future", "study");
  check_against_chart(input, ramp, state, findings);
}

}  // namespace thrive::ramps
