// SPDX-License-Identifier: MIT
// One answer for each of several projects, joined into one result.
#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/cli/checker_forms.hpp"
#include "libthrive/cli/session.hpp"
#include "libthrive/findings/forms.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::cli {

namespace {

/// What one project had to say, made in the form asked for while it was open.
struct Made {
  std::string path;
  std::string name;
  bool is_answered = false;
  std::optional<report::Document> document{};
  std::optional<report::Table> table{};
  text::Value json{};
  std::string text{};  // forms that are text as they are: pictures, and findings a line each
  bool is_text = false;
  std::vector<text::Diagnostic> findings{};
  std::vector<text::Diagnostic> accepted{};
  bool ends_in_findings = false;
};

void make_text(const std::function<std::string()>& make, Made& made) {
  made.text = make ? make() : std::string();
  made.is_text = true;
}

void make(const Result& result, Format format, Made& made) {
  switch (format) {
    case Format::text:
      if (result.text) return make_text(result.text, made);
      [[fallthrough]];
    case Format::markdown:
    case Format::html:
      made.document = result.document();
      return;
    case Format::csv:
      made.table = result.table();
      return;
    case Format::json:
      made.json = result.json();
      return;
    case Format::svg:
      return make_text(result.svg, made);
    case Format::dot:
      return make_text(result.dot, made);
    case Format::mermaid:
      return make_text(result.mermaid, made);
    case Format::graphml:
      return make_text(result.graphml, made);
    case Format::sarif:
    case Format::junit:
    case Format::github:
    case Format::gitlab:
    case Format::ics:
      return;
  }
}

/// The object of one project, with the project named behind the command.
text::Value with_project(const Made& made) {
  text::Value value = made.json;
  text::Value project = text::Value::map();
  project.set("path", made.path).set("name", made.is_answered ? text::Value(made.name) : text::Value());
  if (text::Value::Map* map = value.as_map()) {
    const auto command = std::find_if(map->begin(), map->end(), [](const auto& one) { return one.first == "command"; });
    map->emplace(command == map->end() ? map->begin() : command + 1, "project", std::move(project));
    return value;
  }
  return text::Value::map().set("project", std::move(project)).set("readable", false);
}

text::Value json_of(const std::vector<Made>& all, std::string_view command) {
  if (all.size() == 1) return with_project(all.front());
  text::Value list = text::Value::list();
  for (const Made& made : all) list.push(with_project(made));
  return text::Value().set("format", 1).set("command", command).set("projects", std::move(list));
}

std::string heading_of(const Made& made) {
  return made.name.empty() || made.name == made.path ? made.path : fmt::format("{} ({})", made.name, made.path);
}

/// The classifications of all projects, each once.
std::string classification_of(const std::vector<Made>& all) {
  std::vector<std::string> lines;
  for (const Made& made : all)
    if (made.document && !made.document->classification.empty() &&
        std::find(lines.begin(), lines.end(), made.document->classification) == lines.end())
      lines.push_back(made.document->classification);
  return text::join(lines, "; ");
}

/// One document with a section a project; its own headings one level further down.
report::Document document_of(std::vector<Made>& all) {
  report::Document whole;
  for (const Made& made : all)
    if (made.document && whole.title.empty()) whole.title = made.document->title;
  whole.subtitle = report::count_of(all.size(), "project");
  whole.classification = classification_of(all);
  for (Made& made : all) {
    whole.heading(1, heading_of(made));
    if (!made.document) {
      whole.paragraph("This project cannot be read.");
      continue;
    }
    if (!made.document->subtitle.empty()) whole.paragraph(made.document->subtitle);
    for (report::Block& block : made.document->blocks) {
      if (report::Heading* heading = std::get_if<report::Heading>(&block)) ++heading->level;
      whole.blocks.push_back(std::move(block));
    }
  }
  return whole;
}

/// One table with the project's path in front of every row.
report::Table table_of(const std::vector<Made>& all) {
  report::Table whole;
  for (const Made& made : all) {
    if (!made.table) continue;
    if (whole.columns.empty()) {
      whole.columns = {{"project"}};
      whole.columns.insert(whole.columns.end(), made.table->columns.begin(), made.table->columns.end());
    }
    for (const std::vector<report::Cell>& row : made.table->rows) {
      whole.rows.push_back({made.path});
      whole.rows.back().insert(whole.rows.back().end(), row.begin(), row.end());
    }
  }
  return whole;
}

/// Each project's lines below its name; one that says nothing is left out.
std::string text_of(const std::vector<Made>& all) {
  std::string lines;
  for (const Made& made : all)
    if (!made.text.empty())
      lines += fmt::format("{}{}\n{}", lines.empty() ? "" : "\n", text::without_controls(heading_of(made)), made.text);
  return lines;
}

std::vector<findings::Checked> checked_of(const std::vector<Made>& all) {
  std::vector<findings::Checked> checked;
  for (const Made& made : all)
    checked.push_back({made.path, made.name, made.is_answered, made.findings, made.accepted});
  return checked;
}

bool is_picture(Format format) {
  return format == Format::svg || format == Format::dot || format == Format::mermaid || format == Format::graphml;
}

Result joined(std::vector<Made>& all, std::string_view command) {
  Result result;
  const bool is_one = all.size() == 1;
  result.document = [&all, is_one] { return is_one ? *all.front().document : document_of(all); };
  result.table = [&all, is_one] { return is_one ? *all.front().table : table_of(all); };
  result.json = [&all, command] { return json_of(all, command); };
  if (std::any_of(all.begin(), all.end(), [](const Made& made) { return made.is_text; }))
    result.text = [&all, is_one] { return is_one ? all.front().text : text_of(all); };
  const auto picture = [&all] { return all.front().text; };
  result.svg = result.dot = result.mermaid = result.graphml = picture;
  result.for_checkers = [&all, command](Format format) { return for_checkers(format, checked_of(all), command); };
  return result;
}

}  // namespace

Exit Session::answer_each(std::string_view command, const Ask& ask) {
  const std::vector<std::string>& all = paths();
  if (all.size() > 1 && is_picture(format()))
    return usage_error("a picture shows one PROJECT; name one, or choose another --format");
  std::vector<Made> made(all.size());
  for (std::size_t at = 0; at < all.size(); ++at) made[at].path = all[at];
  each_project([&](std::size_t position, const project::Opened& project, text::Diagnostics& found) {
    Made& mine = made[position];
    mine.name = project.model().project.name;
    std::optional<Answer> answer = ask(project, found);
    if (!answer) return;
    make(answer->result, format(), mine);
    mine.findings = std::move(answer->findings);
    mine.accepted = std::move(answer->accepted);
    mine.ends_in_findings = answer->ends_in_findings;
    mine.is_answered = true;
  });
  const auto is_answered = [](const Made& one) { return one.is_answered; };
  const bool is_whole = std::all_of(made.begin(), made.end(), is_answered);
  if (!is_whole && all.size() == 1) return Exit::trouble;
  write(joined(made, command));
  if (!is_whole) return Exit::trouble;
  const auto is_fine = [this](const Made& one) { return !one.ends_in_findings && status_of(one.findings) == Exit::ok; };
  return std::all_of(made.begin(), made.end(), is_fine) ? Exit::ok : Exit::findings;
}

}  // namespace thrive::cli
