// SPDX-License-Identifier: MIT
#include "tools/thrive/commands.hpp"

#include <fmt/core.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/export/computed_tables.hpp"
#include "libthrive/export/folder.hpp"
#include "libthrive/export/package.hpp"
#include "libthrive/measures/request.hpp"
#include "libthrive/measures/rule_book.hpp"
#include "libthrive/model/project.hpp"
#include "libthrive/project/check.hpp"
#include "libthrive/report/render.hpp"
#include "tools/thrive/demands.hpp"

using namespace thrive;
using cli::Exit;

namespace {

struct ExportOptions {
  std::string folder;
  bool shows_small_numbers = false;
};

/// Everything of all projects: what people wrote, and what is worked out of it.
struct Exported {
  records::TidyTables written{records::shape_of<model::Project>()};
  exports::ComputedTables computed;
};

/// A project is called what its PROJECT argument says, without a slash at the end.
std::string name_of_project(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

void add_measures(const std::string& name, const project::Opened& project, measures::RuleBook& book,
                  const ExportOptions& options, cli::Session& session, Exported& into) {
  const text::SmallNumbers small =
      options.shows_small_numbers ? text::SmallNumbers{0} : model::small_numbers(project.model().project);
  for (const auto& [id, measure] : project.model().measures) {
    const auto series = project.series(id, session.problems());
    const auto rules = book.find(measures::rule_set_name({}, measure));
    if (!series || !rules) continue;
    measures::Settings settings = measures::settings_of(measure, *rules);
    settings.as_of = session.today();
    settings.names_as_of = session.has_as_of();
    const measures::Subject subject = measures::subject_of(project.model(), id, *series);
    into.computed.add(name, {subject, measures::analyse(*series, settings)}, small);
  }
}

/// One project after the other: memory holds the tables and one project. False, with problems, when what projects are
/// checked by cannot be read.
bool add_projects(const ExportOptions& options, cli::Session& session, Exported& into) {
  const auto demands = demands_of_subjects(session);
  if (!demands) return false;
  measures::RuleBook book([&session](const std::string& file) { return session.data(file); }, session.problems());
  const auto checked = project::check_all(session.paths(), session.today(), *demands);
  for (std::size_t i = 0; i < session.paths().size(); ++i) {
    const std::string name = name_of_project(session.paths()[i]);
    into.computed.add(name, checked[i]);
    const auto project = session.project(session.paths()[i]);
    if (!project) continue;
    const text::SmallNumbers small =
        options.shows_small_numbers ? text::SmallNumbers{0} : model::small_numbers(project->model().project);
    into.written.add(name, &project->model(), small);
    add_measures(name, *project, book, options, session, into);
  }
  return true;
}

Exit write_files(const std::string& folder, const std::vector<records::TidyTable>& tables, cli::Session& session) {
  std::size_t rows = 0, filled = 0;
  for (const records::TidyTable& table : tables) {
    rows += table.rows.size();
    filled += !table.rows.empty() || !table.is_within;
  }
  if (!exports::write_to(folder, exports::files_of(tables), session.problems())) return Exit::trouble;
  session.say(
      fmt::format("wrote {} and {} to {}", report::count_of(filled, "table"), report::count_of(rows, "row"), folder));
  return session.problems().has_errors() ? Exit::trouble : Exit::ok;
}

}  // namespace

void declare_export(cli::Command& command) {
  const auto options = std::make_shared<ExportOptions>();
  command.takes_projects()
      .option("--tables", "FOLDER", options->folder, "write a CSV file a table there, with a description of them all")
      .flag("--show-small-numbers", options->shows_small_numbers, "tell counts of a few people, too")
      .dated()
      .example("thrive export --tables tables north south", "write the tables of two projects")
      .example("thrive export --tables tables --show-small-numbers", "of the project around you, with every count")
      .run([options](cli::Session& session) {
        if (options->folder.empty()) return session.usage_error("--tables FOLDER is needed: where to write them");
        Exported all;
        if (!add_projects(*options, session, all)) return Exit::trouble;
        std::vector<records::TidyTable> tables = std::move(all.written).take();
        for (records::TidyTable& table : std::move(all.computed).take()) tables.push_back(std::move(table));
        return write_files(options->folder, tables, session);
      });
}
