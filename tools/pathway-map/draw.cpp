// SPDX-License-Identifier: MIT
#include "tools/pathway-map/commands.hpp"

#include <memory>
#include <optional>
#include <string>

#include "libthrive/findings/say.hpp"
#include "libthrive/pathway/entry/resolve.hpp"
#include "libthrive/pathway/picture/picture_findings.hpp"
#include "libthrive/pathway/picture/picture_formats.hpp"
#include "libthrive/pathway/picture/picture_recorded.hpp"
#include "libthrive/pathway/picture/picture_svg.hpp"
#include "tools/pathway-map/analysis_options.hpp"
#include "tools/pathway-map/event_logs.hpp"

using namespace thrive;

namespace {

/// What a log says of flows between services. Nothing, with problems, when it cannot be read or may not be told.
std::optional<pathway::Recorded> recorded_in(LogOptions options, const std::string& pathway,
                                             const project::Opened& project, cli::Session& session) {
  options.pathway = pathway;
  auto counted = CountedLog::read(options, &project, session);
  if (!counted) return std::nullopt;
  const auto found = told_in(*counted, options, &project, session);
  if (!found) return std::nullopt;
  pathway::Recorded recorded;
  for (const auto* flows : {&found->map->drawn, &found->map->seen_not_drawn})
    for (const journeys::ServiceFlow& flow : *flows)
      if (flow.count.hidden || flow.count.people > 0)
        recorded.lines.push_back(
            {flow.from, flow.to, flow.count.hidden ? std::nullopt : std::optional(double(flow.count.people))});
  recorded.source = "Recorded: " + (found->name.empty() ? std::string("an event log") : found->name) + ".";
  if (found->suppression != "none") recorded.source += " Small numbers suppressed (" + found->suppression + ").";
  return recorded;
}

}  // namespace

void declare_draw(cli::Command& command) {
  struct Options {
    std::string pathway;
    std::string compare;
    std::string focus;
    std::optional<int> hops;
    pathway::Paper paper = pathway::Paper::a3;
    pathway::PictureOptions picture;
    bool no_findings = false;
    LogOptions recorded;
  };
  const auto options = std::make_shared<Options>();
  command.option("--pathway", "ID", options->pathway, "the pathway to draw (default: the first)")
      .choice("--lanes", options->picture.lanes, "what the lanes are (default: sector)")
      .choice("--columns", options->picture.columns, "what the columns are (default: distance)")
      .option("--focus", "SERVICE", options->focus, "draw only what is near this service")
      .option("--hops", "N", options->hops, "how near, in steps either way (default: 1)")
      .option("--min-people", "N", options->picture.min_people, "leave out flows known to carry fewer people a year")
      .option("--compare", "ID", options->compare, "show what differs from this pathway")
      .option("--recorded", "FILE", options->recorded.from, "show what an event log has recorded beside what is drawn");
  add_log_options(command, options->recorded);
  command.choice("--paper", options->paper, "the paper to draw for, landscape (default: a3)")
      .flag("--no-findings", options->no_findings, "the map alone, without the numbered findings")
      .dated()
      .writes({cli::Format::svg, cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::dot,
               cli::Format::mermaid, cli::Format::graphml, cli::Format::csv})
      .example("pathway-map draw -o map.svg", "the map as a picture, A3 landscape")
      .example("pathway-map draw --pathway target --compare current -o change.svg", "what a redesign would change")
      .example("pathway-map draw --recorded examples/thornmere-events.csv -o recorded.svg examples/thornmere",
               "what was drawn, what happened, and both")
      .run([options](cli::Session& session) {
        if (options->recorded.from.empty() && options->recorded.asks_for_something())
          return session.usage_error("options about an event log go with --recorded");
        if (options->recorded.from.empty() && session.has_as_of())
          return session.usage_error("--as-of goes with --recorded");
        if (!options->recorded.from.empty() && !options->compare.empty())
          return session.usage_error("--recorded and --compare exclude each other");
        if (options->hops && options->focus.empty()) return session.usage_error("--hops goes with --focus");
        if (options->hops.value_or(0) < 0) return session.usage_error("--hops cannot be negative");
        if (options->picture.min_people.value_or(0) < 0) return session.usage_error("--min-people cannot be negative");
        const auto project = session.project();
        if (!project) return cli::Exit::trouble;
        auto wanted = analysis_options(*project);
        auto picture_options = options->picture;
        picture_options.hops = options->hops.value_or(1);
        pathway::Resolver resolve(project->model(), session.problems());
        wanted.pathway = resolve.pathway(options->pathway);
        if (!options->compare.empty()) picture_options.compare_with = resolve.pathway(options->compare);
        if (!options->focus.empty()) picture_options.focus = resolve.service(options->focus);
        if (session.problems().has_errors()) return cli::Exit::trouble;

        const auto analysis = pathway::analyse(project->model(), wanted);
        if (const auto refusal = pathway::cannot_draw(analysis.graph, picture_options)) {
          findings::say(session.problems(), *refusal);
          return cli::Exit::trouble;
        }
        picture_options.gatekeepers = pathway::picture_gatekeepers(analysis);
        const auto part = pathway::part_to_draw(project->model(), wanted.pathway, picture_options);
        if (!options->no_findings)
          picture_options.findings = pathway::picture_findings(analysis, project->vocabulary(), &part);
        std::optional<pathway::Recorded> recorded;
        if (!options->recorded.from.empty()) {
          recorded = recorded_in(options->recorded, wanted.pathway, *project, session);
          if (!recorded) return cli::Exit::trouble;
        }
        const auto picture =
            recorded ? pathway::make_recorded_picture(project->model(), project->vocabulary(), wanted.pathway,
                                                      picture_options, *recorded)
                     : pathway::make_picture(project->model(), project->vocabulary(), wanted.pathway, picture_options);
        cli::Result result;
        result.svg = [&] { return pathway::picture_svg(picture, options->paper); };
        result.document = [&] { return pathway::picture_document(picture); };
        result.dot = [&] { return pathway::picture_dot(picture); };
        result.mermaid = [&] { return pathway::picture_mermaid(picture); };
        result.graphml = [&] { return pathway::picture_graphml(picture); };
        result.table = [&] { return pathway::picture_table(picture); };
        session.write(result);
        return cli::Exit::ok;
      });
}
