// SPDX-License-Identifier: MIT
#include "tools/thrive/demands.hpp"

#include <string>

#include "libthrive/assessment/entry/agreeing.hpp"
#include "libthrive/assessment/entry/imported.hpp"
#include "libthrive/measures/meaning.hpp"
#include "libthrive/priorities/checks.hpp"
#include "libthrive/project/found.hpp"
#include "libthrive/project/rules/rules.hpp"

using namespace thrive;

namespace {

void say_all(const project::Opened& project, const std::vector<findings::Finding>& found, text::Diagnostics& problems) {
  for (const findings::Finding& finding : found) project::say(project, problems, finding);
}

void ask_assessments(const project::Opened& project, text::Diagnostics& problems) {
  for (const auto& [id, assessment] : project.model().assessments) {
    say_all(project, assessment::agreed_without_reason(id, assessment), problems);
    const model::Instrument* instrument = project.instrument(assessment.instrument);
    if (instrument != nullptr && assessment::is_changed(*instrument, assessment))
      project::say(project, problems,
                   {"instrument-changed",
                    {"assessments", id, "instrument_hash"},
                    {{"case", "scoring"}, {"instrument", assessment.instrument}, {"assessment", id}}});
  }
}

void ask_project(const project::Opened& project, text::Date today, text::Diagnostics& problems) {
  ask_assessments(project, problems);
  if (project.model().priorities)
    say_all(project, priorities::check_priorities(project.model(), project::candidate_items(project), today), problems);
}

void ask_measure(const project::Opened& project, const std::string& id, const model::Series& series,
                 text::Diagnostics& problems) {
  say_all(project, measures::doubts_about(*project.model().measures.find(id), series, {"measures", id}), problems);
}

}  // namespace

project::Demands demands_of_subjects() { return {ask_project, ask_measure}; }
