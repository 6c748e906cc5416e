// SPDX-License-Identifier: MIT
#include "tools/gap/commands.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "libthrive/gaps/draft.hpp"
#include "libthrive/gaps/entry/begun_sheet.hpp"
#include "tools/gap/chosen.hpp"

using namespace thrive;

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
            findings::say(session.problems(), {"no-priorities-agreed", project.place_of_key({"priorities"})});
            return false;
          }
          for (const std::string& priority : *priorities)
            changes.add(gaps::changes_of(
                gaps::draft_sheet(project.model(), instrument_behind(project), assessment_behind(project), priority)));
          return true;
        };
        return session.record(decide, "drafted gap sheets");
      });
}
