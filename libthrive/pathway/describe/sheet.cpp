// SPDX-License-Identifier: MIT
#include "libthrive/pathway/describe/sheet.hpp"

#include <fmt/core.h>

#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

constexpr int scope_lines = 3;
constexpr int review_lines = 5;
constexpr int pause_minutes = 15;

report::Document titled(const model::Project& project, std::string title) {
  report::Document document;
  document.title = std::move(title);
  document.subtitle = project.project.name;
  document.classification = project.project.classification.value_or("");
  return document;
}

void add_session(report::Document& document, const SessionPlan& session, int& now) {
  document.heading(1, fmt::format("{} ({} minutes)", session.title, session.slot_minutes));
  report::Table table{"", {{"From"}, {"To"}, {"Minutes", report::Align::right}, {"What"}}, {}};
  for (const Exercise& exercise : session.exercises) {
    const int until = now + exercise.minutes;
    table.rows.push_back({time_of_day(now), time_of_day(until),
                          report::Cell{std::to_string(exercise.minutes), text::Value(exercise.minutes)},
                          exercise.title});
    now = until;
  }
  document.table(std::move(table));
  if (session.over() > 0)
    document.paragraph(fmt::format("The exercises add up to {} minutes and the slot has {}: {} too many. Shorten one, "
                                   "begin one before the day, or make the slot longer.",
                                   session.needed(), session.slot_minutes, session.over()),
                       "This does not fit.");
}

}  // namespace

report::Document scope_sheet(const model::Project& project, const model::Vocabulary& vocabulary) {
  report::Document document = titled(project, "Which services are there?");
  document.paragraph(
      "Table: ____________   15 minutes. List the services that help children and young people with their mental "
      "health "
      "and wellbeing where you are, one on each sticky note. Put an S on those where journeys start and an E on those "
      "where they end, as things are now.");
  report::Table table{"Services by kind", {{"Kind"}, {"Such as"}, {"Ours"}}, {}};
  table.writing_lines = scope_lines;
  for (const model::Term& category : vocabulary.terms("categories")) {
    if (category.id == "boundary") continue;
    table.rows.push_back({category.name, text::join_in_words(category.detail("examples")), ""});
  }
  document.table(std::move(table));
  return document;
}

report::Document review_sheet(const model::Project& project, const model::Vocabulary& vocabulary) {
  report::Document document = titled(project, "What do we see on the map?");
  document.paragraph(
      "Table: ____________   15 minutes for each perspective. Say for every note which service or which flow (from ... "
      "to "
      "...) it is about.");
  bool is_first = true;
  for (const model::Term& perspective : vocabulary.terms("perspectives")) {
    if (!is_first) document.page_break();
    is_first = false;
    document.heading(1, perspective.name);
    document.items(perspective.detail("questions"));
    report::Table table{perspective.name + ": what we see", {{"Where"}}, {}};
    table.writing_lines = review_lines;
    for (const model::Term& kind : vocabulary.terms("observation-kinds")) {
      const auto& sign = kind.detail("sign");
      table.columns.push_back({sign.empty() ? kind.name : fmt::format("{} ({})", kind.name, sign.front())});
    }
    for (int row = 0; row < 3; ++row) table.rows.emplace_back(table.columns.size(), report::Cell{});
    document.table(std::move(table));
  }
  return document;
}

report::Document agenda_sheet(const model::Project& project, const std::vector<SessionPlan>& sessions, int begin) {
  report::Document document = titled(project, "Agenda of the mapping workshop");
  int now = begin;
  for (const SessionPlan& session : sessions) {
    const int slot_ends = now + session.slot_minutes;
    add_session(document, session, now);
    now = slot_ends + pause_minutes;
  }
  document.paragraph(fmt::format("Between the sessions there are {} minutes for a pause.", pause_minutes));
  return document;
}

}  // namespace thrive::pathway
