// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/ramps/checks/checks.hpp"
#include "libthrive/ramps/entry/recording.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::ramps {

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
/// The cycles of all ramps on one line of days, 60 columns wide, one row a cycle; empty without cycles.
std::string timeline_in_text(const Reported& reported);
report::Table table_of_cycles(const Reported& reported);

/// One ramp as a story: question, prediction, what happened, decision, cycle by cycle, with its picture and what the
/// measures say since each cycle began.
report::Document describe_ramp(const Reported& reported, const RampState& ramp);

/// Findings and the site's rates beside the published ones.
report::Document describe_checks(const Reported& reported, const std::vector<text::Diagnostic>& findings,
                                 const std::vector<Rate>& rates);
/// The findings one a line, as editors and `thrive check` show them; then the rates.
std::string checks_as_text(const std::vector<text::Diagnostic>& findings, const std::vector<Rate>& rates,
                           const std::string& source);
report::Table table_of_findings(const std::vector<text::Diagnostic>& findings);

/// What the measures of a ramp say since a cycle began, one sentence a measure. Empty without measures.
std::vector<std::string> what_the_data_say(const Reported& reported, const RampState& ramp, const CycleState& cycle);

/// "fewer than 5 people, 10 referrals, 1 site", as readers may see it.
std::string size_in_words(const model::CycleScale& scale, const text::SmallNumbers& small);

/// A commented blank cycle for an editor, with the learning of the cycle before carried in; the prediction comes first.
std::string blank_cycle(const model::Ramp* ramp, const std::string& id, text::Date start);

/// A commented blank of one stage of a cycle (doing, studying or deciding), to put into the project file by hand. What
/// came before stands above it as comments; studying, what the data say since the cycle began too. `do` carries the
/// fingerprint of the predictions, so that a later change of them shows.
std::string blank_stage(const Reported& reported, const CyclePlace& place, Stage stage);

/// What the data say since a cycle began, one sentence a measure, for a cycle found by its id.
std::vector<std::string> what_the_data_say(const Reported& reported, const CyclePlace& place);

}  // namespace thrive::ramps
