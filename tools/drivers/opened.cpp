// SPDX-License-Identifier: MIT
#include "tools/drivers/opened.hpp"

#include <algorithm>
#include <utility>

#include "libthrive/measures/rule_book.hpp"
#include "libthrive/project/figures.hpp"
#include "libthrive/project/found.hpp"

using namespace thrive;

namespace {

/// The measures of the ramps, the aim and the drivers, each once.
std::vector<std::string> measures_of_theory(const model::Project& project) {
  std::vector<std::string> names = ramps::measures_of_ramps(project);
  const auto add = [&names](const std::string& measure) {
    if (std::find(names.begin(), names.end(), measure) == names.end()) names.push_back(measure);
  };
  if (!project.drivers) return names;
  if (project.drivers->aim)
    for (const auto& entry : project.drivers->aim->measures) add(entry.id);
  for (const auto& entry : project.drivers->nodes)
    for (const std::string& measure : entry.value.measures) add(measure);
  return names;
}

}  // namespace

std::optional<Known> known(cli::Session& session) {
  std::vector<improvement::ThresholdFile> files;
  for (const char* name : {"progress.yaml", "drivers.yaml", "wording.yaml"}) {
    auto file = session.data_with_places(name);
    if (!file) return std::nullopt;
    files.push_back({std::move(file->tree), std::move(file->place)});
  }
  auto thresholds = improvement::read_thresholds(files[0], files[1], files[2], session.problems());
  if (!thresholds) return std::nullopt;
  return Known{
      measures::rules_by_name([&session](const std::string& file) { return session.data(file); }, session.problems()),
      std::move(*thresholds)};
}

project::Judged OpenedTheory::judged() const {
  return project::judge(project, project::in_words(project, improvement::check_theory(*worked)), {"drivers"},
                        worked->today);
}

std::shared_ptr<const OpenedTheory> open(const project::Opened& project, const Known& known, text::Date today,
                                         text::Diagnostics& problems) {
  const auto opened = std::make_shared<OpenedTheory>(OpenedTheory{project, {}, known.thresholds});
  const auto series = project::figures_of(project, measures_of_theory(project.model()), problems);
  const model::Project& model = opened->project.model();
  opened->charts = ramps::make_charts(model, series, known.rules, today);
  opened->worked.emplace(
      improvement::Worked{model, improvement::theory_of(model, today),
                          improvement::aim_progress(model, opened->charts, opened->thresholds.limits, today),
                          improvement::ceilings(model, opened->charts, opened->thresholds, today), opened->charts,
                          opened->thresholds, today});
  return opened;
}

bool make_corrections(cli::Session& session, const project::Opened& project,
                      std::vector<project::Correction> corrections, project::Changes& changes) {
  std::vector<std::string> said;
  const bool is_made = project::correct(project, {std::move(corrections), {}}, changes, said, session.problems());
  for (const std::string& line : said) session.say(line);
  return is_made;
}

std::string typed_list(const std::vector<std::string>& items) {
  std::string list;
  for (const std::string& item : items) {
    std::string quoted = "'";
    for (const char c : item) quoted += c == '\'' ? std::string("''") : std::string(1, c);
    list += (list.empty() ? "" : ", ") + quoted + "'";
  }
  return "[" + list + "]";
}
