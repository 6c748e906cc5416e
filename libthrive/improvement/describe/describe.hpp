// SPDX-License-Identifier: MIT
//
// A theory in words, as a table, and for other programs.
#pragma once

#include <string>
#include <vector>

#include "libthrive/improvement/checks/checks.hpp"
#include "libthrive/model/vocabulary.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::improvement {

using Findings = std::vector<text::Diagnostic>;

/// What part of a diagram is shown.
struct Shown {
  bool aim = true;
  bool primary = true;
  bool secondary = true;
  bool ideas = true;
  bool tests = true;
  bool state = true;  // marks of ideas, readings of measures, cycles of ramps
};

/// "97% of the way (3.15 days; 9 to 3)", "passed the target: 116% ...", "too few to say".
std::string progress_in_words(const AimProgress& progress);
/// "triage-wait: getting better"; what the chart says today.
std::string reading_in_words(const Worked& worked, const std::string& measure);
/// "d1a Senior clinician time at SPA (triage-wait: getting better)"; the readings of its measures, or that there is
/// none.
std::string readings_of(const Worked& worked, const DriverStanding& driver);
/// "6 of 12 ideas tried; d4 has been a theory since 22 May 2024."
std::string last_sentence(const Worked& worked);

/// The theory as an indented outline of at most 80 columns, with the marks of ideas' states.
std::string outline(const Worked& worked, const Shown& shown = {});
/// What `drivers list` shows to readers.
report::Document describe_theory(const Worked& worked);
/// A row a thing: the columns level, parent and text are those that `drivers import` takes.
report::Table theory_table(const Worked& worked);
/// What `drivers list -f json` prints; the keys are stable and listed in drivers(1).
text::Value theory_contract(const Worked& worked, const Findings& findings);

/// What `drivers check` shows.
report::Document describe_findings(const Worked& worked, std::string_view title, const Findings& findings);
report::Table findings_table(const Findings& findings);
text::Value findings_contract(std::string_view command, const Findings& findings);

/// The blank diagram, the page for the workshop and the labels for sticky notes, on A3.
report::Document describe_sheet(const model::Project& project);
/// A blank fishbone, a chain of whys and a tally, on A3.
report::Document describe_causes_sheet(const model::Project& project, const model::Vocabulary& vocabulary);

}  // namespace thrive::improvement
