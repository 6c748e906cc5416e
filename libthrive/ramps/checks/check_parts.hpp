// SPDX-License-Identifier: MIT
//
// The checks by stage, and what they share; used by check*.cpp only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/ramps/checks/checks.hpp"

namespace thrive::ramps {

/// Collects the findings about one ramp.
class RampFindings {
 public:
  RampFindings(const RampState& ramp, std::vector<findings::Finding>& findings) : ramp_(ramp), findings_(findings) {}

  /// Adds a finding about the ramp as a whole; its fact `ramp` is added here.
  void about_ramp(std::string code);
  /// Adds a finding about a cycle, or about a field of it; its fact `cycle` is added here.
  void about_cycle(const CycleState& cycle, std::string code, std::string_view field = {}, findings::Facts facts = {});

 private:
  const RampState& ramp_;
  std::vector<findings::Finding>& findings_;
};

void check_plan(const CheckInput& input, const RampState& ramp, const CycleState& cycle, RampFindings& findings);
void check_do(const CycleState& cycle, RampFindings& findings);
void check_study(const CheckInput& input, const RampState& ramp, const CycleState& cycle, RampFindings& findings);
void check_act(const CheckInput& input, const RampState& ramp, std::size_t position, RampFindings& findings);
void check_scale(const CheckInput& input, const RampState& ramp, RampFindings& findings);
void check_whole_ramp(const CheckInput& input, const RampState& ramp, RampFindings& findings);

/// True when a text has a digit in it.
bool has_digit(std::string_view text);
/// True when a text has one of the phrases in it; case ignored, whole words.
bool has_phrase(std::string_view text, const std::vector<std::string>& phrases);
/// Findings and learning of a study.
std::vector<std::string> study_texts(const model::Cycle& cycle);
bool any_has_phrase(const std::vector<std::string>& texts, const std::vector<std::string>& phrases);
/// The chart of a ramp's measure; null pointer when there is none.
const Chart* chart_of(const CheckInput& input, const RampState& ramp);
/// True when a study says how what happened compares with what was predicted.
bool compares_with_prediction(const model::Cycle& cycle);
/// True when a prediction can come true or false: a number, a direction, a yes or no.
bool is_testable(std::string_view prediction, const Thresholds& thresholds);
/// True when the main size of a cycle is smaller than that of the one before: people, else the first size both have.
bool shrinks(const model::CycleScale& before, const model::CycleScale& after);
bool grows(const model::CycleScale& before, const model::CycleScale& after);

}  // namespace thrive::ramps
