// SPDX-License-Identifier: MIT
//
// The commands of pathway-map that write into the project.
#include "tools/pathway-map/recording.hpp"

#include <fmt/core.h>

#include <memory>

#include "libthrive/pathway/describe/describe_agreement.hpp"
#include "libthrive/pathway/entry/additions.hpp"
#include "libthrive/pathway/entry/resolve.hpp"

using namespace thrive;

namespace {

/// Adds flows to a pathway, one a line. A list that is not there yet would come out as one long line: a first item that
/// goes again makes it a block.
void write_flows(const model::Project& project, const std::string& pathway, const std::vector<model::Flow>& flows,
                 project::Changes& changes) {
  const project::Path list = {"pathways", pathway, "flows"};
  const model::Pathway* drawing = project.pathways.find(pathway);
  const bool is_new = !flows.empty() && (!drawing || drawing->flows.empty());
  if (is_new) changes.set(list, text::Value(text::Value::List{text::Value("first")}));
  for (const model::Flow& flow : flows) changes.append(list, project::to_value(flow), yaml::Layout::one_line);
  if (is_new) changes.remove({"pathways", pathway, "flows", "0"});
}

void write_additions(const model::Project& project, const pathway::Additions& additions, project::Changes& changes) {
  for (const auto& [id, service] : additions.services) changes.set({"services", id}, project::to_value(service));
  for (const auto& [id, pathway] : additions.pathways) changes.set({"pathways", id}, project::to_value(pathway));
  write_flows(project, additions.pathway, additions.flows, changes);
  for (const auto& [id, observation] : additions.observations)
    changes.set({"observations", id}, project::to_value(observation));
}

/// Adds all drafts to the project, or none.
cli::Exit record_drafts(cli::Session& session, const pathway::Drafts& drafts, const std::string& summary) {
  return session.record(
      [&](const project::Opened& project, project::Changes& changes) {
        const auto additions = pathway::additions_of(drafts, project.model(), project.vocabulary(), session.problems());
        if (session.problems().has_errors()) return false;
        if (additions.there_already > 0)
          session.problems().note("there-already", {},
                                  fmt::format("{} of {} already there, word for word", additions.there_already,
                                              additions.there_already + additions.size()));
        write_additions(project.model(), additions, changes);
        return true;
      },
      summary);
}

std::string joined(const std::vector<std::string>& items) {
  std::string result;
  for (const std::string& item : items) result += (result.empty() ? "" : "; ") + item;
  return result;
}

/// Adds the flows that enough tables drew to the common map; what is on it stays as it is.
cli::Exit record_agreement(cli::Session& session, const std::string& asked, int at_least,
                           const std::optional<text::Date>& date) {
  return session.record([&](const project::Opened& project, project::Changes& changes) {
    const auto agreement = pathway::agreement(project.model(), pathway::common_pathway(project.model(), asked));
    if (agreement.tables.empty()) {
      session.problems().error("no-variants", {}, "no pathway says 'variant_of', so there is nothing to bring together",
                               "draw each table's map as a pathway of its own, with 'variant_of' and 'table'");
      return false;
    }
    const auto flows = pathway::flows_to_add(agreement, static_cast<std::size_t>(at_least));
    if (agreement.is_agreed) {
      session.problems().error("map-agreed-already", project.place_of_key({"pathways", agreement.common, "agreed"}),
                               fmt::format("the room has agreed on '{}': nothing is added to it", agreement.common),
                               "compare with 'pathway-map agree'; change the map by hand, or take 'agreed' away");
      return false;
    }
    write_flows(project.model(), agreement.common, flows, changes);
    if (date) changes.set({"pathways", agreement.common, "agreed"}, text::Value(text::format_date(*date)));
    return true;
  });
}

}  // namespace

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

void declare_add(cli::Command& command) {
  const auto options = std::make_shared<AddOptions>();
  command.word("WHAT", {"service", "flow", "pathway"}, options->what, "what to add")
      .option("--name", "NAME", options->name, "service, pathway: what people call it")
      .option("--id", "ID", options->id, "service, pathway: its id; made of the name when left out")
      .option("--category", "WORD", options->category, "service: the list of the workshop it was on")
      .option("--sector", "WORD", options->sector, "service: who runs it")
      .option("--grouping", "WORD", options->groupings, "service: a grouping it serves; may be repeated")
      .flag("--assesses", options->assesses, "service: young people are assessed here")
      .flag("--start", options->start, "service: journeys start here")
      .flag("--end", options->end, "service: journeys end here")
      .option("--from", "SERVICE", options->from, "flow: the service people leave")
      .option("--to", "SERVICE", options->to, "flow: the service people come to")
      .option("--kind", "WORD", options->kind, "flow: referral, return, signpost and so on")
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

void declare_observe(cli::Command& command) {
  struct Options {
    std::string at, perspective, kind, text, id;
    std::vector<std::string> tables, principles;
  };
  const auto options = std::make_shared<Options>();
  command.option("--at", "PLACE", options->at, "a service, or a flow written 'FROM -> TO'")
      .option("--perspective", "WORD", options->perspective, "the perspective it was seen from")
      .option("--kind", "WORD", options->kind, "good-practice, quality-problem or duplication")
      .option("--text", "TEXT", options->text, "what was seen, in the words of the note")
      .option("--table", "TABLE", options->tables, "a table that raised it; may be repeated")
      .option("--principle", "ITEM", options->principles, "an item it bears on; may be repeated")
      .option("--id", "ID", options->id, "its id; the next free one when left out")
      .records()
      .example("pathway-map observe --at spa --perspective operations --kind duplication --text 'Asked twice'",
               "a note of the review at a service")
      .example("pathway-map observe --at 'spa -> gp' --perspective experience --kind problem --text 'Sent back' -n",
               "at a flow; what would change")
      .run([options](cli::Session& session) {
        pathway::Drafts drafts;
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

void declare_import(cli::Command& command) {
  struct Options {
    std::vector<std::string> from;
    std::string pathway;
    bool again = false;
  };
  const auto options = std::make_shared<Options>();
  command.option("--from", "FILE", options->from, "a CSV file, or - for standard input; may be repeated")
      .option("--pathway", "ID", options->pathway, "the pathway that flows are on (default: the first)")
      .flag("--again", options->again, "draw flows although some are there between the same two")
      .records()
      .example("pathway-map import --from services.csv --from flows.csv", "everything in the files, or nothing")
      .example("pathway-map import --from notes.csv -n", "what would change")
      .run([options](cli::Session& session) {
        if (options->from.empty()) return session.usage_error("--from FILE names what to read");
        pathway::Drafts drafts;
        drafts.pathway = options->pathway;
        drafts.draw_again = options->again;
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
