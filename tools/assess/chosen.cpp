// SPDX-License-Identifier: MIT
//
// Which assessment a command of assess works with.
#include "tools/assess/chosen.hpp"

#include "libthrive/assessment/entry/imported.hpp"
#include "libthrive/findings/say.hpp"
#include "libthrive/text/names.hpp"

using namespace thrive;

std::optional<Chosen> choose(cli::Session& session, const project::Opened& project, const std::string& wanted) {
  const std::string id = wanted.empty() ? project.latest_assessment() : wanted;
  const model::Assessment* assessment = project.model().assessments.find(id);
  if (assessment == nullptr) {
    findings::say(session.problems(),
                  {"unknown-assessment",
                   project.place_of_key({"assessments"}),
                   {{"case", id.empty() ? "none" : "unknown"},
                    {"assessment", id},
                    {"near", id.empty() ? std::string() : text::nearest_name(id, project.model().assessments.ids())}}});
    return std::nullopt;
  }
  return Chosen{id, assessment, project.instrument(assessment->instrument)};
}

void say_instrument_changed(cli::Session& session, const project::Opened& project, const Chosen& chosen,
                            const char* use) {
  findings::say(session.problems(),
                {"instrument-changed",
                 project.place({"assessments", chosen.id, "instrument_hash"}),
                 {{"case", use}, {"instrument", chosen.assessment->instrument}, {"assessment", chosen.id}}});
}

std::optional<assessment::Scoring> scoring_of(cli::Session& session, const project::Opened& project,
                                              const std::string& wanted) {
  const auto chosen = choose(session, project, wanted);
  if (!chosen) return std::nullopt;
  if (assessment::is_changed(*chosen->instrument, *chosen->assessment))
    say_instrument_changed(session, project, *chosen, "scoring");
  return assessment::score_assessment(chosen->id, *chosen->assessment, *chosen->instrument);
}
