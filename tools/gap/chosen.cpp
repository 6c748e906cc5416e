// SPDX-License-Identifier: MIT
#include "tools/gap/chosen.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "libthrive/gaps/draft.hpp"
#include "libthrive/text/names.hpp"

using namespace thrive;

const model::Assessment* assessment_behind(const project::Opened& project) {
  const auto& priorities = project.model().priorities;
  const model::Assessment* found = nullptr;
  if (priorities && priorities->agreed && priorities->agreed->date)
    for (const auto& entry : project.model().assessments)
      if (entry.value.date <= *priorities->agreed->date && (found == nullptr || entry.value.date >= found->date))
        found = &entry.value;
  return found != nullptr ? found : project.model().assessments.find(project.latest_assessment());
}

const model::Instrument* instrument_behind(const project::Opened& project) {
  const model::Assessment* assessment = assessment_behind(project);
  return project.instrument(assessment == nullptr ? "thrive-principles" : assessment->instrument);
}

gaps::Judged judged(const project::Opened& project) {
  const auto module_named = [&project](std::string_view text) {
    const model::Term* module = project.vocabulary().find("training-modules", text);
    return module == nullptr ? std::string() : module->id;
  };
  return {project.model(), instrument_behind(project), module_named};
}

std::optional<std::vector<std::string>> wanted_priorities(cli::Session& session, const project::Opened& project,
                                                          const std::vector<std::string>& named) {
  std::vector<std::string> all = gaps::priorities_to_draft(project.model());
  for (const std::string& sheet : project.model().gaps.ids())
    if (std::find(all.begin(), all.end(), sheet) == all.end()) all.push_back(sheet);
  if (named.empty()) return all;
  for (const std::string& item : named)
    if (std::find(all.begin(), all.end(), item) == all.end()) {
      findings::say(session.problems(), {"no-such-priority",
                                         project.place_of_key({"gaps"}),
                                         {{"item", item}, {"near", text::nearest_name(item, all)}}});
      return std::nullopt;
    }
  return named;
}
