// SPDX-License-Identifier: MIT
//
// What the commands of pdsa work with, and how they say no.
#include "tools/pdsa/opened.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "libthrive/findings/say.hpp"
#include "libthrive/text/names.hpp"

using namespace thrive;

namespace {

ramps::Charts open_charts(const project::Opened& project, const Known& known, text::Date today,
                          text::Diagnostics& problems) {
  std::map<std::string, model::Series> series;
  for (const std::string& measure : ramps::measures_of_ramps(project.model()))
    if (auto figures = project.series(measure, problems)) series.emplace(measure, std::move(*figures));
  return ramps::make_charts(project.model(), series, known.rules, today);
}

/// Rule sets by name, each read once; asked from several threads.
ramps::Rules rules_of(cli::Session& session) {
  struct Book {
    std::mutex lock;
    std::map<std::string, std::optional<measures::RuleSet>> known;
  };
  return [&session, book = std::make_shared<Book>()](const std::string& name) {
    const std::lock_guard<std::mutex> held(book->lock);
    const auto [found, is_new] = book->known.try_emplace(name);
    if (!is_new) return found->second;
    const std::string file = "rules/" + name + ".yaml";
    if (const std::optional<text::Value> tree = session.data(file))
      found->second = measures::read_rule_set(*tree, file, session.problems());
    return found->second;
  };
}

}  // namespace

std::optional<Known> known(cli::Session& session) {
  const std::optional<cli::DataFile> file = session.data_with_places("pdsa.yaml");
  auto thresholds = file ? ramps::read_thresholds(file->tree, file->place, session.problems()) : std::nullopt;
  if (!thresholds) return std::nullopt;
  return Known{rules_of(session), std::move(*thresholds)};
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
