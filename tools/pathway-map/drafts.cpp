// SPDX-License-Identifier: MIT
#include "tools/pathway-map/drafts.hpp"

#include <fmt/core.h>

#include <string>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "libthrive/pathway/entry/additions.hpp"

using namespace thrive;

namespace {

void write_additions(const pathway::Additions& additions, project::Changes& changes) {
  for (const auto& [id, service] : additions.services) changes.set({"services", id}, project::to_value(service));
  for (const auto& [id, pathway] : additions.pathways) changes.set({"pathways", id}, project::to_value(pathway));
  write_flows(additions.pathway, additions.flows, changes);
  for (const auto& [id, observation] : additions.observations)
    changes.set({"observations", id}, project::to_value(observation));
}

}  // namespace

void write_flows(const std::string& pathway, const std::vector<model::Flow>& flows, project::Changes& changes) {
  const project::Path list = {"pathways", pathway, "flows"};
  for (const model::Flow& flow : flows) changes.append(list, project::to_value(flow), yaml::Layout::line_each);
}

cli::Exit record_drafts(cli::Session& session, const pathway::Drafts& drafts, const std::string& summary) {
  return session.record(
      [&](const project::Opened& project, project::Changes& changes) {
        const auto additions = pathway::additions_of(drafts, project.model(), project.vocabulary(), session.problems());
        if (session.problems().has_errors()) return false;
        if (additions.there_already > 0)
          findings::say(session.problems(),
                        {"there-already",
                         {},
                         {{"there", additions.there_already}, {"of", additions.there_already + additions.size()}}});
        write_additions(additions, changes);
        changes.add(additions.update.changes);
        for (const std::string& words : additions.update.in_words()) session.say(words);
        return true;
      },
      summary);
}

std::string joined(const std::vector<std::string>& items) {
  std::string result;
  for (const std::string& item : items) result += (result.empty() ? "" : "; ") + item;
  return result;
}
