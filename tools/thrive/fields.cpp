// SPDX-License-Identifier: MIT
#include "libthrive/project/editing/fields.hpp"

#include <memory>

#include "libthrive/project/editing/sections.hpp"
#include "libthrive/text/names.hpp"
#include "tools/thrive/commands.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

struct Options {
  std::vector<std::string> paths;
  std::string project;
  std::string tool;
  std::optional<std::string> complete;
};

/// The PROJECT that was named, or the one around; nothing when there is none, which is no mistake here.
std::optional<project::Opened> project_of(const Options& options, cli::Session& session) {
  if (!options.project.empty()) return session.project(options.project);
  const auto found = project::find();
  if (!found) return std::nullopt;
  text::Diagnostics not_asked_for;
  return project::open(*found, not_asked_for);
}

std::string in_words(const text::Value& value) {
  if (const std::string* text = value.as_text()) return *text;
  if (const auto* list = value.as_list(); list != nullptr && !list->empty() && list->front().as_text() != nullptr) {
    std::vector<std::string> items;
    for (const text::Value& item : *list) items.push_back(in_words(item));
    return text::join(items, ", ");
  }
  if (const auto* list = value.as_list())
    return list->size() == 1 ? "1 entry" : std::to_string(list->size()) + " entries";
  if (const auto* map = value.as_map()) return map->size() == 1 ? "1 key" : std::to_string(map->size()) + " keys";
  if (value.is_null()) return {};
  std::string json = text::to_json(value);
  while (json.ends_with('\n')) json.pop_back();
  return json;
}

/// A list that is named in the type already is not said twice.
std::string type_of(const project::FieldFacts& facts) {
  std::string type = facts.type + (facts.is_required ? "; required" : "");
  const bool says_words = facts.words.empty() || type.find(facts.words.front()) != std::string::npos;
  return says_words ? type : type + ": " + text::join(facts.words, ", ");
}

/// What stands behind the path that was asked for; its last step when that is all.
std::string without_beginning(const std::string& path, const std::string& asked) {
  if (path.size() > asked.size() + 1 && path.starts_with(asked + "/")) return path.substr(asked.size() + 1);
  return path.substr(path.rfind('/') + 1);
}

/// People read field names below the path they asked for, programs whole paths.
report::Table table_of(const std::vector<project::FieldFacts>& all, const std::string& asked, bool with_values,
                       bool whole_paths) {
  report::Table table;
  table.columns = {{whole_paths ? "path" : "field"}, {"meaning"}, {"takes"}};
  if (with_values) table.columns.push_back({"now"});
  for (const project::FieldFacts& facts : all) {
    table.rows.push_back(
        {whole_paths ? facts.path : without_beginning(facts.path, asked), facts.meaning, type_of(facts)});
    if (with_values) table.rows.back().push_back(report::Cell(in_words(facts.present)));
  }
  return table;
}

text::Value contract(const std::vector<project::FieldFacts>& all) {
  text::Value fields = text::Value::list();
  for (const project::FieldFacts& facts : all)
    fields.push(text::Value::map()
                    .set("path", facts.path)
                    .set("meaning", facts.meaning)
                    .set("type", facts.type)
                    .set("required", facts.is_required)
                    .set("words", text::Value::list_of(facts.words))
                    .set("now", facts.present));
  return text::Value::map().set("format", 1).set("command", "fields").set("fields", std::move(fields));
}

std::string lines_of(const std::vector<std::string>& all) {
  std::string lines;
  for (const std::string& one : all) lines += one + "\n";
  return lines;
}

Exit run(const Options& options, cli::Session& session) {
  if (options.paths.size() > 1) return session.usage_error("one PATH is enough");
  const auto opened = project_of(options, session);
  if (!opened && !options.project.empty()) return Exit::trouble;
  const project::Opened* project = opened ? &*opened : nullptr;
  const std::vector<std::string> sections = project::sections_of_tool(options.tool);
  cli::Result result;
  if (options.complete) {
    result.text = [&] { return lines_of(project::completions(project, sections, *options.complete)); };
    session.write(result);
    return Exit::ok;
  }
  records::NoField wrong;
  const std::string asked = options.paths.empty() ? std::string() : options.paths.front();
  const auto found = project::fields_at(project, sections, asked, wrong);
  if (!found) {
    session.problems().error("no-such-field", {}, wrong.message, wrong.hint);
    return Exit::trouble;
  }
  result.document = [&] {
    report::Document document;
    document.title = found->front().path.substr(0, found->front().path.rfind('/'));
    if (asked == found->front().path || asked.empty()) document.title = asked;
    document.table(table_of(*found, document.title, project != nullptr, false));
    return document;
  };
  result.table = [&] { return table_of(*found, asked, project != nullptr, true); };
  result.json = [&] { return contract(*found); };
  session.write(result);
  return Exit::ok;
}

}  // namespace

void declare_fields(cli::Command& command) {
  const auto options = std::make_shared<Options>();
  command.takes("PATH", options->paths, "what to list; the sections of a project when left out", false)
      .option("--project", "PROJECT", options->project, "whose values to show (left out: the project around you)")
      .choice("--tool", project::tools_with_sections(), options->tool, "paths as the edit of this tool takes them")
      .option("--complete", "WORD", options->complete, "what may follow WORD, the beginning of PATH=VALUE, one a line")
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .example("thrive fields services/gp", "the fields of a service, what each takes and what is there")
      .example("thrive fields pathways/ID/flows -f csv", "the fields of flows as a table")
      .run([options](cli::Session& session) { return run(*options, session); });
}
