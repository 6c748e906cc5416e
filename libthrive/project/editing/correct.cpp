// SPDX-License-Identifier: MIT
#include "libthrive/project/editing/correct.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/findings/say.hpp"
#include "libthrive/project/editing/corrector.hpp"
#include "libthrive/project/editing/definitions.hpp"
#include "libthrive/project/references.hpp"

namespace thrive::project {

namespace {

/// Everything in the edited project that names something which is gone.
std::vector<Mention> mentions_of(const Definition& lost, const Opened& edited) {
  // A table may be named by what it said, whether it handed in a list or not.
  if (lost.kind == "table") return {};
  if (lost.kind != "flow") return mentions_of(edited, lost.kind, lost.id);
  const auto ends = model::flow_of(lost.id);
  std::vector<Mention> mentions = mentions_of(edited, "service", ends->first);
  std::erase_if(mentions, [&](const Mention& mention) { return model::flow_of(mention.text) != ends; });
  return mentions;
}

/// The id as a person names it elsewhere: recommendation r1 of sheet S3 is `S3.r1`.
std::string as_named(const Definition& lost) {
  std::string id = lost.id;
  if (lost.kind == "recommendation") std::replace(id.begin(), id.end(), '/', '.');
  return id;
}

bool is_reported(const text::Diagnostics& problems, const text::Place& place) {
  return std::any_of(problems.entries().begin(), problems.entries().end(),
                     [&](const text::Diagnostic& problem) { return problem.place == place; });
}

/// Every place that would name something that is gone, and whatever else would be wrong.
void judge(const Opened& before, const EditedProject& edited, text::Diagnostics& problems) {
  for (const Definition& lost : lost_definitions(before.model(), edited.now().model()))
    for (const Mention& mention : mentions_of(lost, edited.now())) {
      const text::Place place = edited.place_before(mention.path, mention.is_key);
      if (!is_reported(problems, place))
        problems.error("still-named", place,
                       fmt::format("nothing was changed, as {} '{}' is named here", lost.kind, as_named(lost)),
                       "correct or remove this too, in the same command");
    }
  const text::Diagnostics errors = findings::in_words(edited.errors_now());
  for (const text::Diagnostic& problem : errors.entries())
    if (!is_reported(problems, problem.place))
      problems.error(problem.code, problem.place,
                     "nothing was changed, as the project would then be wrong: " + problem.message, problem.hint);
}

}  // namespace

bool correct(const Opened& project, const CorrectionRequest& request, Changes& changes, std::vector<std::string>& said,
             text::Diagnostics& problems) {
  Corrector corrector(project, request.sections, said, problems);
  for (const Correction& correction : request.corrections)
    if (!corrector.make(correction)) return false;
  EditedProject& edited = corrector.edited();
  if (!edited.settle(problems)) return false;
  judge(project, edited, problems);
  if (problems.has_errors()) return false;
  for (const yaml::Edit& edit : edited.edits()) changes.add(edit);
  return true;
}

}  // namespace thrive::project
