// SPDX-License-Identifier: MIT
#include "tools/assess/target.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/assessment/entry/imported.hpp"
#include "libthrive/findings/say.hpp"
#include "libthrive/text/names.hpp"
#include "tools/assess/chosen.hpp"

using namespace thrive;

namespace {

/// True, and said, when an option speaks of another day or instrument than the assessment has.
bool contradicts(cli::Session& session, const project::Opened& project, const Target& target, const Chosen& chosen) {
  const auto other = assessment::contradiction(chosen.id, *chosen.assessment, target.date, target.instrument);
  if (!other) return false;
  session.problems().error("another-assessment", project.place({"assessments", chosen.id, other->field}),
                           other->message, other->hint);
  return true;
}

/// The instrument of a new assessment that names none: the latest assessment's, else the built-in one.
std::string usual_instrument(const project::Opened& project) {
  const model::Assessment* latest = project.model().assessments.find(project.latest_assessment());
  return latest == nullptr ? model::Assessment{}.instrument : latest->instrument;
}

}  // namespace

void add_target(cli::Command& command, Target& target) {
  command.option("--assessment", "ID", target.assessment, "the assessment (default: the latest)")
      .option("--date", "DATE", target.date, "start a new assessment, held on this day")
      .option("--instrument", "NAME", target.instrument,
              "the instrument of a new assessment (default: the latest assessment's, else the built-in one)")
      .records()
      .dated();
}

std::string wrong_with(const Target& target) {
  return target.date && target.assessment.empty() ? "--date starts a new assessment; name it with --assessment" : "";
}

std::optional<Chosen> open_target(cli::Session& session, const project::Opened& project, const Target& target,
                                  project::Changes& changes, model::Assessment& fresh) {
  const bool exists = project.model().assessments.contains(target.assessment) || target.assessment.empty();
  if (exists || !target.date) {
    auto chosen = choose(session, project, target.assessment);
    if (chosen && assessment::is_changed(*chosen->instrument, *chosen->assessment)) {
      say_instrument_changed(session, project, *chosen, "adding");
      return std::nullopt;
    }
    if (chosen && contradicts(session, project, target, *chosen)) return std::nullopt;
    if (chosen && !chosen->assessment->instrument_hash)
      changes.set({"assessments", chosen->id, "instrument_hash"},
                  assessment::instrument_fingerprint(*chosen->instrument));
    return chosen;
  }
  fresh.date = *target.date;
  fresh.instrument = target.instrument.empty() ? usual_instrument(project) : target.instrument;
  const model::Instrument* instrument = project.instrument(fresh.instrument);
  if (instrument == nullptr) {
    session.problems().error("unknown-instrument", {}, "there is no instrument '" + fresh.instrument + "'",
                             text::did_you_mean(fresh.instrument, project.model().instruments.ids()));
    return std::nullopt;
  }
  fresh.instrument_hash = assessment::instrument_fingerprint(*instrument);
  changes.insert({"assessments"}, target.assessment, project::to_value(fresh));
  return Chosen{target.assessment, &fresh, instrument};
}

void record_scores(cli::Session& session, const project::Opened& project, const Chosen& chosen,
                   const std::vector<assessment::ImportedScore>& scores, assessment::Known known,
                   project::Changes& changes) {
  const assessment::RecordedScores recorded = assessment::record_scores(chosen.id, *chosen.assessment, scores, known);
  for (const assessment::ScoreConflict& conflict : recorded.conflicts)
    findings::say(session.problems(),
                  {"score-there-already",
                   project.place(conflict.path),
                   {{"table", conflict.table}, {"item", conflict.item}, {"differences", conflict.differences}}});
  changes.add(recorded.changes);
  for (const std::string& words : recorded.update.in_words()) session.say(words);
}
