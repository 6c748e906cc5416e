// SPDX-License-Identifier: MIT
#include "tools/pathway-map/commands.hpp"

#include <fmt/core.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/pathway/entry/additions.hpp"
#include "tools/pathway-map/drafts.hpp"

using namespace thrive;

void declare_observe(cli::Command& command) {
  struct Options {
    std::string at, perspective, kind, text, id;
    std::vector<std::string> tables, principles;
  };
  const auto options = std::make_shared<Options>();
  command.option("--at", "PLACE", options->at, "a service, or a flow written 'FROM -> TO'")
      .term("--perspective", "perspectives", options->perspective, "the perspective it was seen from")
      .term("--kind", "observation-kinds", options->kind, "what it is")
      .option("--text", "TEXT", options->text, "what was seen, in the words of the note")
      .option("--table", "TABLE", options->tables, "a table that raised it; may be repeated")
      .option("--principle", "ITEM", options->principles, "an item it bears on; may be repeated")
      .option("--id", "ID", options->id, "its id; the next free one when left out, with the table when it is one")
      .records()
      .example("pathway-map observe --at spa --perspective operations --kind duplication --text 'Asked twice'",
               "a note of the review at a service")
      .example("pathway-map observe --at 'spa -> gp' --perspective experience --kind problem --text 'Sent back' -n",
               "at a flow; what would change")
      .run([options](cli::Session& session) {
        pathway::Drafts drafts;
        drafts.ids_by_table = true;
        pathway::Draft draft;
        draft.add("id", options->id);
        draft.add("at", options->at);
        draft.add("perspective", options->perspective);
        draft.add("kind", options->kind);
        draft.add("text", options->text);
        draft.add("tables", joined(options->tables));
        draft.add("principles", joined(options->principles));
        drafts.observations.push_back(std::move(draft));
        return record_drafts(session, drafts, fmt::format("observation at '{}' recorded", options->at));
      });
}
