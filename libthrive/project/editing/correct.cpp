// SPDX-License-Identifier: MIT
#include "libthrive/project/editing/correct.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/project/editing/corrector.hpp"
#include "libthrive/project/editing/definitions.hpp"
#include "libthrive/project/editing/mentions.hpp"

namespace thrive::project {

namespace {

/// What a reference of the edited project names that it no longer defines, though it did before; empty when nothing.
std::string lost_name(const Reference& reference, const std::multiset<Definition>& before,
                      const std::multiset<Definition>& after) {
  for (const Mention& mention : mentions_in(reference.kind, reference.id)) {
    if (mention.kind == "table") continue;  // a table may be named by what it said, whether it handed in a list or not
    const Definition definition{mention.kind, mention.id};
    if (before.contains(definition) && !after.contains(definition))
      return fmt::format("{} '{}'", mention.kind, mention.id);
  }
  return {};
}

bool is_reported(const text::Diagnostics& problems, const text::Place& place) {
  return std::any_of(problems.entries().begin(), problems.entries().end(),
                     [&](const text::Diagnostic& problem) { return problem.place == place; });
}

/// Every place that would name something that is gone, and whatever else would be wrong.
void judge(const Opened& before, const EditedProject& edited, text::Diagnostics& problems) {
  const auto defined_before = definitions_of(before.model());
  const auto defined_after = definitions_of(edited.now().model());
  for (const Reference& reference : edited.references()) {
    const std::string lost = lost_name(reference, defined_before, defined_after);
    if (lost.empty()) continue;
    problems.error("still-named", edited.place_before(reference.at),
                   fmt::format("nothing was changed, as {} is named here", lost),
                   "correct or remove this too, in the same command");
  }
  const text::Diagnostics errors = edited.errors_now();
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
