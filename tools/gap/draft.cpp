// SPDX-License-Identifier: MIT
#include "tools/gap/commands.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/gaps/draft.hpp"
#include "tools/gap/chosen.hpp"

using namespace thrive;

namespace {

// Adds what was drafted to the changes; what a person wrote stays.
void record_draft(const gaps::Draft& draft, project::Changes& changes) {
  if (draft.is_new) {
    model::GapSheet sheet;
    sheet.ideal = draft.ideal;
    for (const gaps::DraftedLine& drafted : draft.lines)
      (drafted.column == gaps::LineColumn::in_place ? sheet.in_place : sheet.gaps).push_back(drafted.line);
    text::Value value = text::Value::map();
    value.set("status", "draft");
    const text::Value drafted_sheet = project::to_value(sheet);
    if (const auto* fields = drafted_sheet.as_map())
      for (const auto& [key, field] : *fields) value.set(key, field);
    changes.insert({"gaps"}, draft.priority, std::move(value));
    return;
  }
  if (draft.ideal) changes.set({"gaps", draft.priority, "ideal"}, *draft.ideal);
  for (const gaps::DraftedLine& drafted : draft.lines)
    changes.append({"gaps", draft.priority, std::string(gaps::key_of(drafted.column))},
                   project::to_value(drafted.line));
}

}  // namespace

void declare_draft(cli::Command& command) {
  const auto items = std::make_shared<std::vector<std::string>>();
  command.option("--item", "ID", *items, "only this priority; may be repeated")
      .records()
      .example("gap draft -n", "show what would be drafted")
      .example("gap draft --item S3", "draft one sheet from scores and observations")
      .run([items](cli::Session& session) {
        const auto decide = [&](const project::Opened& project, project::Changes& changes) {
          const auto priorities = items->empty() ? std::optional(gaps::priorities_to_draft(project.model()))
                                                 : wanted_priorities(session, project, *items);
          if (!priorities) return false;
          if (priorities->empty()) {
            session.problems().error("no-priorities-agreed", project.place_of_key({"priorities"}),
                                     "the room has not agreed its priorities yet",
                                     "record them with 'prioritise agree'");
            return false;
          }
          for (const std::string& priority : *priorities)
            record_draft(
                gaps::draft_sheet(project.model(), instrument_behind(project), assessment_behind(project), priority),
                changes);
          return true;
        };
        return session.record(decide, "drafted gap sheets");
      });
}
