// SPDX-License-Identifier: MIT
//
// Which assessment a command of assess works with.
#include "tools/assess/chosen.hpp"

#include "libthrive/assessment/entry/imported.hpp"
#include "libthrive/text/names.hpp"

using namespace thrive;

std::optional<Chosen> choose(cli::Session& session, const project::Opened& project, const std::string& wanted) {
  const std::string id = wanted.empty() ? project.latest_assessment() : wanted;
  const model::Assessment* assessment = project.model().assessments.find(id);
  if (assessment == nullptr) {
    session.problems().error("unknown-assessment", project.place_of_key({"assessments"}),
                             id.empty() ? "the project has no assessment yet" : "there is no assessment '" + id + "'",
                             id.empty()
                                 ? "start one by giving 'assess record' or 'assess import' --assessment and --date"
                                 : text::did_you_mean(id, project.model().assessments.ids()));
    return std::nullopt;
  }
  return Chosen{id, assessment, project.instrument(assessment->instrument)};
}

void say_instrument_changed(cli::Session& session, const project::Opened& project, const Chosen& chosen,
                            text::Severity severity) {
  session.problems().add(
      {severity, "instrument-changed", project.place({"assessments", chosen.id, "instrument_hash"}),
       "the instrument '" + chosen.assessment->instrument + "' was changed after '" + chosen.id + "' was scored",
       "put the old words back, or give the new ones another name and score again"});
}

std::optional<assessment::Scoring> scoring_of(cli::Session& session, const project::Opened& project,
                                              const std::string& wanted) {
  const auto chosen = choose(session, project, wanted);
  if (!chosen) return std::nullopt;
  if (assessment::is_changed(*chosen->instrument, *chosen->assessment))
    say_instrument_changed(session, project, *chosen, text::Severity::warning);
  return assessment::score_assessment(chosen->id, *chosen->assessment, *chosen->instrument);
}
