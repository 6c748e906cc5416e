// SPDX-License-Identifier: MIT
#include "tools/pathway-map/commands.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "libthrive/findings/say.hpp"
#include "libthrive/pathway/describe/describe_agreement.hpp"
#include "tools/pathway-map/drafts.hpp"

using namespace thrive;

namespace {

/// Adds the flows that enough tables drew to the common map; what is on it stays as it is.
cli::Exit record_agreement(cli::Session& session, const std::string& asked, int at_least,
                           const std::optional<text::Date>& date) {
  return session.record([&](const project::Opened& project, project::Changes& changes) {
    const auto agreement = pathway::agreement(project.model(), pathway::common_pathway(project.model(), asked));
    if (agreement.tables.empty()) {
      findings::say(session.problems(), {"no-variants", {}});
      return false;
    }
    const auto flows = pathway::flows_to_add(agreement, static_cast<std::size_t>(at_least));
    if (agreement.is_agreed) {
      findings::say(session.problems(), {"map-agreed-already",
                                         project.place_of_key({"pathways", agreement.common, "agreed"}),
                                         {{"pathway", agreement.common}}});
      return false;
    }
    write_flows(project.model(), agreement.common, flows, changes);
    if (date) changes.set({"pathways", agreement.common, "agreed"}, text::Value::day(text::format_date(*date)));
    return true;
  });
}

}  // namespace

void declare_agree(cli::Command& command) {
  struct Options {
    std::string pathway;
    std::optional<int> at_least;
    std::optional<text::Date> date;
  };
  const auto options = std::make_shared<Options>();
  command.option("--pathway", "ID", options->pathway, "the common map (default: the first that has variants)")
      .option("--at-least", "N", options->at_least, "add to the common map what at least N tables drew")
      .option("--date", "DATE", options->date, "with --at-least: the room agreed on this day")
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::csv, cli::Format::json})
      .records()
      .example("pathway-map agree", "who drew what, disputed flows first: the agenda for the discussion")
      .example("pathway-map agree --at-least 2 -n", "what would be added to the common map")
      .run([options](cli::Session& session) {
        if (options->at_least) {
          if (*options->at_least < 1) return session.usage_error("--at-least is at least 1");
          return record_agreement(session, options->pathway, *options->at_least, options->date);
        }
        if (options->date) return session.usage_error("--date goes with --at-least");
        const auto project = session.project();
        if (!project) return cli::Exit::trouble;
        const auto agreement =
            pathway::agreement(project->model(), pathway::common_pathway(project->model(), options->pathway));
        cli::Result result;
        result.document = [&] { return pathway::describe_agreement(project->model(), agreement); };
        result.table = [&] { return pathway::agreement_table(agreement); };
        result.json = [&] { return pathway::agreement_contract(agreement); };
        session.write(result);
        return agreement.disputed() > 0 ? cli::Exit::findings : cli::Exit::ok;
      });
}
