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

namespace {

/// The option that gives a field.
std::string option_of(const std::string& field) {
  if (field == "groupings") return "--grouping";
  if (field == "tables") return "--table";
  if (field == "median_days") return "--wait";
  return field == "per_year" ? "--per-year" : "--" + field;
}

struct AddOptions {
  std::string what;
  std::string id, name, category, sector;
  std::vector<std::string> groupings, tables, settings;
  bool assesses = false, start = false, end = false, again = false;
  std::string from, to, kind, per_year, wait, pathway, variant_of;
};

std::string added_in_words(const AddOptions& options) {
  if (options.what == "flow") return fmt::format("flow '{}' to '{}' added", options.from, options.to);
  const std::string& called = !options.name.empty() ? options.name : options.id;
  return called.empty() ? fmt::format("map of table '{}' added", joined(options.tables))
                        : fmt::format("{} '{}' added", options.what, called);
}

}  // namespace

void declare_add(cli::Command& command) {
  const auto options = std::make_shared<AddOptions>();
  command.word("WHAT", {"service", "flow", "pathway"}, options->what, "what to add")
      .option("--name", "NAME", options->name, "service, pathway: what people call it")
      .option("--id", "ID", options->id, "service, pathway: its id; made of the name when left out")
      .term("--category", "categories", options->category, "service: the list of the workshop it was on")
      .term("--sector", "sectors", options->sector, "service: who runs it")
      .term("--grouping", "groupings", options->groupings, "service: a grouping it serves; may be repeated")
      .flag("--assesses", options->assesses, "service: young people are assessed here")
      .flag("--start", options->start, "service: journeys start here")
      .flag("--end", options->end, "service: journeys end here")
      .option("--from", "SERVICE", options->from, "flow: the service people leave")
      .option("--to", "SERVICE", options->to, "flow: the service people come to")
      .term("--kind", "flow-kinds", options->kind, "flow: what it is")
      .option("--per-year", "N", options->per_year, "flow: people a year; leave out when nobody knows")
      .option("--wait", "DAYS", options->wait, "flow: the median wait in days")
      .option("--table", "TABLE", options->tables, "flow, pathway: a table that drew it; may be repeated")
      .option("--pathway", "ID", options->pathway, "flow: the pathway it is on (default: the first)")
      .option("--variant-of", "ID", options->variant_of, "pathway: the common one of which it is a table's version")
      .flag("--again", options->again, "flow: draw it although one is there between the two")
      .option("--set", "FIELD=VALUE", options->settings, "any other field; may be repeated")
      .records()
      .example("pathway-map add service --name 'Youth hub' --sector voluntary", "one sticky note, one command")
      .example("pathway-map add flow --from gp --to spa --per-year 1420", "an arrow, with people a year")
      .run([options](cli::Session& session) {
        pathway::Drafts drafts;
        pathway::Draft draft;
        const auto kind = options->what == "service" ? pathway::DraftKind::service
                          : options->what == "flow"  ? pathway::DraftKind::flow
                                                     : pathway::DraftKind::pathway;
        const bool is_flow = kind == pathway::DraftKind::flow;
        draft.add("id", options->id);
        draft.add("name", options->name);
        draft.add("category", options->category);
        draft.add("sector", options->sector);
        draft.add("groupings", joined(options->groupings));
        draft.add("assesses", options->assesses ? "yes" : "");
        draft.add("start", options->start ? "yes" : "");
        draft.add("end", options->end ? "yes" : "");
        draft.add("from", options->from);
        draft.add("to", options->to);
        draft.add("kind", options->kind);
        draft.add("per_year", options->per_year);
        draft.add("median_days", options->wait);
        draft.add("variant_of", options->variant_of);
        draft.add(kind == pathway::DraftKind::pathway ? "table" : "tables", joined(options->tables));
        if (kind == pathway::DraftKind::pathway && options->tables.size() > 1)
          return session.usage_error("a pathway has one --table");
        if (const std::string stray = pathway::stray_field(draft, kind); !stray.empty())
          return session.usage_error(fmt::format("{} does not go with 'add {}'", option_of(stray), options->what));
        if (!is_flow && (options->again || !options->pathway.empty()))
          return session.usage_error("--again and --pathway go with 'add flow'");
        for (const std::string& setting : options->settings)
          if (const std::string wrong = pathway::add_setting(setting, kind, draft); !wrong.empty())
            return session.usage_error(wrong);
        drafts.pathway = options->pathway;
        drafts.draw_again = options->again;
        (is_flow                               ? drafts.flows
         : kind == pathway::DraftKind::service ? drafts.services
                                               : drafts.pathways)
            .push_back(std::move(draft));
        return record_drafts(session, drafts, added_in_words(*options));
      });
}
