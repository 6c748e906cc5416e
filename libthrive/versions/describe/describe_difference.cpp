// SPDX-License-Identifier: MIT
#include "libthrive/versions/describe/describe_difference.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/versions/attention.hpp"
#include "libthrive/versions/sentences.hpp"

namespace thrive::versions {

namespace {

constexpr std::array<Change::Kind, 4> all_kinds = {Change::Kind::added, Change::Kind::removed, Change::Kind::changed,
                                                   Change::Kind::renamed};

std::size_t count_kind(const std::vector<Change>& changes, Change::Kind kind) {
  return static_cast<std::size_t>(
      std::count_if(changes.begin(), changes.end(), [kind](const Change& change) { return change.kind == kind; }));
}

/// `2 added, 1 changed`.
std::string kinds_in_words(const std::vector<Change>& changes) {
  std::vector<std::string> parts;
  for (const Change::Kind kind : all_kinds)
    if (const std::size_t count = count_kind(changes, kind); count > 0)
      parts.push_back(fmt::format("{} {}", count, kind_word(kind)));
  return text::join(parts, ", ");
}

void add_sections(const Differences& project, int level, bool is_brief, report::Document& document) {
  std::vector<std::string> counted;
  for (auto begin = project.changes.begin(); begin != project.changes.end();) {
    const std::string section = begin->section();
    const auto end =
        std::find_if(begin, project.changes.end(), [&](const Change& change) { return change.section() != section; });
    std::vector<std::string> sentences;
    for (auto change = begin; change != end; ++change) sentences.push_back(change->sentence);
    if (is_brief) {
      counted.push_back(section_title(section) + ": " + kinds_in_words({begin, end}) + '.');
    } else {
      document.heading(level, section_title(section));
      document.items(std::move(sentences));
    }
    begin = end;
  }
  if (!counted.empty()) document.items(std::move(counted));
}

std::vector<std::string> to_look_at(const Told& told) {
  std::vector<std::string> first;
  for (const Differences& project : told.projects)
    for (const Change& change : project.changes)
      if (change.attention)
        first.push_back(fmt::format("{}{} Look, as {} [{}].", project.name.empty() ? "" : project.name + ": ",
                                    change.sentence, reason_to_look(change), *change.attention));
  return first;
}

std::string layout_words(const Told& told) {
  if (!told.lines_of_layout) return {};
  return report::count_of(*told.lines_of_layout, "line") + " of layout";
}

text::Value change_value(const Change& change, const std::string& project) {
  text::Value also = text::Value::list();
  for (const Change& other : change.also)
    also.push(text::Value::map()
                  .set("path", text::join(other.path, "/"))
                  .set("before", other.before)
                  .set("after", other.after));
  const auto or_null = [](std::string text) { return text.empty() ? text::Value() : text::Value(std::move(text)); };
  return text::Value::map()
      .set("section", change.section())
      .set("id", or_null(change.id()))
      .set("path", text::join(change.path, "/"))
      .set("kind", kind_word(change.kind))
      .set("field", or_null(change.field_name()))
      .set("before", change.before)
      .set("after", change.after)
      .set("sentence", change.sentence)
      .set("attention", change.attention)
      .set("project", or_null(project))
      .set("also", std::move(also));
}

}  // namespace

bool Told::has_difference() const {
  return !other_files.empty() || std::any_of(projects.begin(), projects.end(),
                                             [](const Differences& project) { return !project.changes.empty(); });
}

report::Document describe_difference(const Told& told) {
  report::Document document;
  document.title = told.title;
  if (told.a != told.b) document.subtitle = fmt::format("From '{}' to '{}'.", told.a, told.b);
  document.classification = told.classification;
  if (!told.narrowed.empty()) document.paragraph("Only " + text::join(told.narrowed, "; ") + '.');
  std::vector<std::string> first = to_look_at(told);
  if (!first.empty()) {
    document.heading(1, "Look at these");
    document.items(std::move(first));
  }
  for (const Differences& project : told.projects) {
    if (project.changes.empty()) continue;
    if (!project.name.empty()) document.heading(1, project.name);
    add_sections(project, project.name.empty() ? 1 : 2, told.is_brief, document);
  }
  if (!told.other_files.empty()) {
    document.heading(1, "Other files");
    document.items({"Also different, and not compared by meaning: " + text::join_in_words(told.other_files) + '.'});
  }
  const std::string layout = layout_words(told);
  if (!told.has_difference())
    document.paragraph(told.narrowed.empty()
                           ? "No difference in meaning" + (layout.empty() ? "." : "; " + layout + ".")
                           : "No difference in meaning among these" + (layout.empty() ? "." : "; " + layout + "."));
  else if (!layout.empty())
    document.paragraph("And " + layout + '.');
  return document;
}

text::Value difference_contract(const Told& told) {
  text::Value changes = text::Value::list();
  std::vector<Change> all;
  std::size_t attention = 0;
  for (const Differences& project : told.projects)
    for (const Change& change : project.changes) {
      changes.push(change_value(change, project.name));
      all.push_back(change);
      attention += change.attention.has_value();
    }
  text::Value counts = text::Value::map();
  for (const Change::Kind kind : all_kinds) counts.set(std::string(kind_word(kind)), count_kind(all, kind));
  counts.set("attention", attention);
  counts.set("layout", told.lines_of_layout ? text::Value(*told.lines_of_layout) : text::Value());
  return text::Value::map()
      .set("format", 1)
      .set("command", "thrive diff")
      .set("a", told.a)
      .set("b", told.b)
      .set("changes", std::move(changes))
      .set("other_files", text::Value::list_of(told.other_files))
      .set("counts", std::move(counts));
}

}  // namespace thrive::versions
