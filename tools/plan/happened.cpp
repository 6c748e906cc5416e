// SPDX-License-Identifier: MIT
#include "tools/plan/happened.hpp"

#include "libthrive/project/found.hpp"

using namespace thrive;

cli::Exit record_happened(cli::Session& session, const std::string& summary,
                          const std::function<planning::Recorded(const model::Project& project)>& decide) {
  return session.record(
      [&](const project::Opened& project, project::Changes& changes) {
        const planning::Recorded recorded = decide(project.model());
        if (recorded.refusal) {
          project::say(project, session.problems(), *recorded.refusal);
          return false;
        }
        changes.add(recorded.changes);
        return true;
      },
      summary);
}
