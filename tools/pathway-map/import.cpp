// SPDX-License-Identifier: MIT
#include "tools/pathway-map/commands.hpp"

#include <fmt/core.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/pathway/entry/additions.hpp"
#include "tools/pathway-map/drafts.hpp"

using namespace thrive;

void declare_import(cli::Command& command) {
  struct Options {
    std::vector<std::string> from;
    std::string pathway;
    bool again = false, update = false, add_services = false;
  };
  const auto options = std::make_shared<Options>();
  command.option("--from", "FILE", options->from, "a CSV file, or - for standard input; may be repeated")
      .option("--pathway", "ID", options->pathway, "the pathway that flows are on (default: the first)")
      .flag("--again", options->again, "draw flows although some are there between the same two")
      .flag("--add-services", options->add_services, "add services that flows name and the project does not have")
      .flag("--update", options->update, "fill blanks and change details of what is there; nothing is erased")
      .records()
      .example("pathway-map import --from services.csv --from flows.csv", "everything in the files, or nothing")
      .example("pathway-map import --from notes.csv -n", "what would change")
      .example("pathway-map import --from flows.csv --update", "with waits and numbers that were not known before")
      .run([options](cli::Session& session) {
        if (options->again && options->update) return session.usage_error("--again and --update exclude each other");
        if (options->from.empty()) return session.usage_error("--from FILE names what to read");
        pathway::Drafts drafts;
        drafts.pathway = options->pathway;
        drafts.draw_again = options->again;
        drafts.update = options->update;
        drafts.add_services = options->add_services;
        for (const std::string& file : options->from) {
          const auto input = session.table(file);
          if (!input) continue;
          tables::Table sheet(*input, pathway::columns_of_drafts(), session.problems());
          const auto kind = sheet.is_good() ? pathway::kind_of(sheet, session.problems()) : std::nullopt;
          if (!kind) {
            sheet.say_how_it_was_read();
            continue;
          }
          auto& of_kind = *kind == pathway::DraftKind::service ? drafts.services
                          : *kind == pathway::DraftKind::flow  ? drafts.flows
                                                               : drafts.observations;
          for (auto& draft : pathway::drafts_of(sheet, *kind, session.problems())) of_kind.push_back(std::move(draft));
        }
        if (session.problems().has_errors()) return cli::Exit::trouble;
        return record_drafts(
            session, drafts,
            fmt::format("rows read: {}", drafts.services.size() + drafts.flows.size() + drafts.observations.size()));
      });
}
