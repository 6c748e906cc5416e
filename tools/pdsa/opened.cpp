// SPDX-License-Identifier: MIT
//
// What the commands of pdsa work with, and how they say no.
#include "tools/pdsa/opened.hpp"
#include "libthrive/project/figures.hpp"

#include <memory>
#include <utility>

#include "libthrive/findings/say.hpp"
#include "libthrive/measures/rule_book.hpp"
#include "libthrive/text/names.hpp"

using namespace thrive;

namespace {

ramps::Charts open_charts(const project::Opened& project, const Known& known, text::Date today,
                          text::Diagnostics& problems) {
  const auto series = project::figures_of(project, ramps::measures_of_ramps(project.model()), problems);
  return ramps::make_charts(project.model(), series, known.rules, today);
}

}  // namespace

std::optional<Known> known(cli::Session& session) {
  const std::optional<cli::DataFile> file = session.data_with_places("pdsa.yaml");
  auto thresholds = file ? ramps::read_thresholds(file->tree, file->place, session.problems()) : std::nullopt;
  if (!thresholds) return std::nullopt;
  return Known{
      measures::rules_by_name([&session](const std::string& name) { return session.data(name); }, session.problems()),
      std::move(*thresholds)};
}

std::shared_ptr<const Opened> open(const project::Opened& project, const Known& known, text::Date today,
                                   text::Diagnostics& problems) {
  return std::make_shared<const Opened>(Opened{project, ramps::ramp_states(project.model(), today),
                                               open_charts(project, known, today, problems), known.thresholds, today});
}

std::optional<Opened> open(cli::Session& session, std::optional<project::Opened> project) {
  if (!project) return std::nullopt;
  const auto knowledge = known(session);
  if (!knowledge) return std::nullopt;
  return *open(*project, *knowledge, session.today(), session.problems());
}

bool refuse(cli::Session& session, const text::Place& place, findings::Finding refusal) {
  refusal.place = place;
  findings::say(session.problems(), refusal);
  return false;
}

bool write(cli::Session& session, const project::Opened& project, const ramps::CyclePlace& place,
           const ramps::WrittenStage& stage, project::Changes& changes) {
  if (stage.refusal) return refuse(session, project.place({"ramps", place.ramp, "cycles", place.id}), *stage.refusal);
  changes.add(stage.changes);
  return true;
}

std::optional<ramps::CyclePlace> wanted_cycle(cli::Session& session, const project::Opened& project,
                                              const std::string& id) {
  if (auto place = ramps::find_cycle(project.model(), id)) return place;
  const std::string near = text::nearest_name(id, ramps::cycle_ids(project.model()));
  findings::say(session.problems(),
                {"pdsa-unknown-cycle", project.place_of_key({"ramps"}), {{"cycle", id}, {"near", near}}});
  return std::nullopt;
}
