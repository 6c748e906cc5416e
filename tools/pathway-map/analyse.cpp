// SPDX-License-Identifier: MIT
#include "tools/pathway-map/commands.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/pathway/describe/contract.hpp"
#include "libthrive/pathway/describe/describe.hpp"
#include "libthrive/pathway/entry/resolve.hpp"
#include "libthrive/project/acceptance.hpp"
#include "libthrive/project/found.hpp"
#include "tools/pathway-map/analysis_options.hpp"

using namespace thrive;

void declare_analyse(cli::Command& command) {
  struct Options {
    std::string pathway;
    std::vector<std::string> without;
    std::vector<std::string> from;
    std::vector<std::string> to;
    int hops = 7;
    std::string table = "findings";
    bool brief = false;
    std::vector<std::string> only;
  };
  const auto options = std::make_shared<Options>();
  command.takes_projects()
      .option("--pathway", "ID", options->pathway, "the pathway to analyse (default: the first)")
      .option("--without", "SERVICE", options->without, "what if this service closed; may be repeated")
      .option("--from", "SERVICE", options->from, "look for the route with most assessments from here")
      .option("--to", "SERVICE", options->to, "and to here (default: from the starts to the ends)")
      .option("--hops", "N", options->hops, "steps such a route has at most (default: 7)")
      .choice("--table", pathway::analysis_tables(), options->table, "the table that CSV has (default: findings)")
      .flag("--brief", options->brief, "only the findings, one a line with their place in the project")
      .option("--only", "CODE", options->only, "only findings with this code; may be repeated")
      .judges()
      .dated()
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::csv, cli::Format::json})
      .example("pathway-map analyse --without spa -f json", "the figures without one service")
      .example("pathway-map analyse --brief --only queue-growing", "for cron: quiet while no queue grows")
      .run([options](cli::Session& session) {
        if (options->hops < 0) return session.usage_error("--hops cannot be negative");
        return session.answer_each(
            "pathway-map analyse",
            [&](const project::Opened& project, text::Diagnostics& problems) -> std::optional<cli::Answer> {
              auto wanted = analysis_options(project);
              pathway::Resolver resolve(project.model(), problems);
              wanted.pathway = resolve.pathway(options->pathway);
              wanted.without = resolve.services(options->without);
              wanted.route_from = resolve.services(options->from);
              wanted.route_to = resolve.services(options->to);
              wanted.search.hops = options->hops;
              if (problems.has_errors()) return std::nullopt;

              const auto analysis =
                  std::make_shared<const pathway::Analysis>(pathway::analyse(project.model(), wanted));
              auto all = project::at_their_keys(project, pathway::findings(*analysis, project.vocabulary()));
              auto judged = project::judge(project, std::move(all), {"pathway"}, session.today());
              const auto findings = pathway::only(judged.open, options->only);
              std::optional<pathway::Loss> loss;
              if (!wanted.without.empty()) {
                wanted.without.clear();
                loss = pathway::loss_by_closing(pathway::analyse(project.model(), wanted), *analysis);
              }
              cli::Result result;
              result.document = [=] {
                return pathway::describe(project.model(), *analysis, findings, judged.open, project.vocabulary(), loss);
              };
              result.table = [=] {
                return pathway::analysis_table(options->table, *analysis, findings, project.vocabulary());
              };
              result.json = [=] { return pathway::contract(*analysis, findings, loss); };
              if (options->brief) result.text = [=] { return pathway::finding_lines(findings); };
              cli::Answer answer{result};
              // A map always shows something; only whoever asks for the findings alone wants to be told by the status.
              if (options->brief) answer.findings = findings;
              return answer;
            });
      });
}
