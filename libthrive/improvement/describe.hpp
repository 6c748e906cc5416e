// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/improvement/checks.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::improvement {

/// What a report of ramps is about.
struct Reported {
  const model::Project& project;
  const std::vector<RampState>& ramps;
  const Charts& charts;
  const Thresholds& thresholds;
  text::Date today{};
};

/// All ramps as a timeline: which cycles are open, overdue or due for a look, and what comes next.
report::Document describe_list(const Reported& reported);
report::Table table_of_cycles(const Reported& reported);

/// One ramp as a story: question, prediction, what happened, decision, cycle by cycle, with its picture and what the
/// measures say since each cycle began.
report::Document describe_ramp(const Reported& reported, const RampState& ramp);

/// Findings and the site's rates beside the published ones.
report::Document describe_checks(const Reported& reported, const std::vector<Finding>& findings,
                                 const std::vector<Rate>& rates);
/// The findings one a line, as editors and `thrive check` show them, each with its place; then the rates.
std::string checks_as_text(const std::vector<Finding>& findings, const std::vector<text::Place>& places,
                           const std::vector<Rate>& rates, const std::string& source);
report::Table table_of_findings(const std::vector<Finding>& findings);

/// What the measures of a ramp say since a cycle began, one sentence a measure. Empty without measures.
std::vector<std::string> what_the_data_say(const Reported& reported, const RampState& ramp, const CycleState& cycle);

/// A cycle's size in words: "3 people, 10 referrals, 1 site"; empty when nothing is recorded.
std::string size_in_words(const model::CycleScale& scale);

/// A commented blank cycle for an editor, with the learning of the cycle before carried in; the prediction comes first.
std::string blank_cycle(const model::Ramp* ramp, const std::string& id, text::Date start);

}  // namespace thrive::improvement
