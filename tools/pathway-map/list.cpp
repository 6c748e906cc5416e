// SPDX-License-Identifier: MIT
#include "tools/pathway-map/commands.hpp"

#include <memory>
#include <string>

#include "libthrive/pathway/describe/describe_list.hpp"
#include "libthrive/pathway/entry/resolve.hpp"

using namespace thrive;

void declare_list(cli::Command& command) {
  struct Options {
    std::string kind;
    std::string pathway;
  };
  const auto options = std::make_shared<Options>();
  command.word("WHAT", pathway::list_kinds(), options->kind, "what to list")
      .option("--pathway", "ID", options->pathway, "whose flows (default: the first pathway's)")
      .writes({cli::Format::text, cli::Format::markdown, cli::Format::html, cli::Format::csv, cli::Format::json})
      .example("pathway-map list services", "the services, one a line")
      .example("pathway-map list flows -o flows.csv", "the flows, to edit in a spreadsheet and import again")
      .run([options](cli::Session& session) {
        const auto project = session.project();
        if (!project) return cli::Exit::trouble;
        pathway::Resolver resolve(project->model(), session.problems());
        const std::string id = resolve.pathway(options->pathway);
        if (session.problems().has_errors()) return cli::Exit::trouble;
        cli::Result result;
        result.document = [&] { return pathway::list_document(project->model(), options->kind, id); };
        result.table = [&] { return pathway::list_table(project->model(), options->kind, id); };
        result.json = [&] { return pathway::list_contract(project->model(), options->kind, id); };
        session.write(result);
        return cli::Exit::ok;
      });
}
