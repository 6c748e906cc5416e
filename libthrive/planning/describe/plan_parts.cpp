// SPDX-License-Identifier: MIT
#include "libthrive/planning/describe/plan_parts.hpp"

#include <fmt/core.h>

#include "libthrive/planning/describe/words.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

namespace {

/// Adds `words` to a list of remarks when there is something to say.
void remark(std::vector<std::string>& remarks, const char* lead, const std::optional<std::string>& words) {
  if (words) remarks.push_back(lead + *words);
}

std::string when_next(const model::Meeting& meeting, text::Date today) {
  if (!meeting.next) return meeting.no_next ? "none: " + *meeting.no_next : "not booked";
  std::string words = text::format_date(*meeting.next);
  if (meeting.time) words += " " + *meeting.time;
  return *meeting.next < today ? words + " (has passed)" : words;
}

std::vector<std::string> remarks_on(const Reported& reported, const model::Meeting& meeting) {
  std::vector<std::string> remarks;
  if (!meeting.who.empty()) remarks.push_back(stakeholders_in_words(reported.project, meeting.who));
  if (meeting.kind) remarks.push_back("kind: " + reported.vocabulary.name("meeting-kinds", *meeting.kind));
  remark(remarks, "line ", meeting.line);
  remark(remarks, "part of ", meeting.uses);
  remark(remarks, "at ", meeting.where);
  if (meeting.minutes) remarks.push_back(fmt::format("{} minutes", *meeting.minutes));
  if (!meeting.agenda.empty()) remarks.push_back("on the agenda: " + text::join(meeting.agenda, ", "));
  if (!meeting.held.empty()) {
    std::vector<std::string> days;
    for (const text::Date day : meeting.held) days.push_back(text::format_date(day));
    remarks.push_back("held " + text::join(days, ", "));
  }
  return remarks;
}

void add_meetings(report::Document& document, const Reported& reported) {
  if (reported.project.meetings.empty()) return;
  document.heading(1, "Meetings");
  report::Table table;
  table.columns = {{"Meeting"}, {"What"}, {"How often"}, {"Last"}, {"Next"}};
  std::vector<std::string> lines;
  for (const auto& [id, meeting] : reported.project.meetings) {
    table.rows.push_back({id, meeting.name, weeks_in_words(meeting.every_weeks), day_or(meeting.last, "not yet"),
                          when_next(meeting, reported.states.today)});
    const std::vector<std::string> remarks = remarks_on(reported, meeting);
    if (!remarks.empty()) lines.push_back(id + ": " + text::join(remarks, "; "));
  }
  document.table(std::move(table));
  document.items(lines);
}

void add_lines(report::Document& document, const Reported& reported, const model::ImplementationPlan& plan) {
  if (plan.lines.empty()) return;
  document.heading(1, "Reporting lines");
  report::Table table;
  table.columns = {{"Line"}, {"Who oversees"}, {"Reports to"}, {"Kind"}, {"How often"}};
  for (const auto& [id, line] : plan.lines)
    table.rows.push_back({id, line.name, line.to, line.kind ? reported.vocabulary.name("line-kinds", *line.kind) : "",
                          weeks_in_words(line.every_weeks)});
  document.table(std::move(table));
}

void add_team_and_help(report::Document& document, const Reported& reported, const model::ImplementationPlan& plan) {
  if (!plan.team.empty()) {
    document.heading(1, "Team");
    report::Table table;
    table.columns = {{"Part"}, {"Who"}};
    for (const auto& [part, who] : plan.team)
      table.rows.push_back({reported.vocabulary.name("team-roles", part), role_of(reported.project, who)});
    document.table(std::move(table));
  }
  if (plan.help.empty()) return;
  document.heading(1, "Help");
  report::Table table;
  table.columns = {{"Help"}, {"From"}, {"What"}, {"How often"}, {"Until"}};
  for (const auto& [id, help] : plan.help)
    table.rows.push_back({id, role_of(reported.project, help.from),
                          help.what ? reported.vocabulary.name("help-kinds", *help.what) : "",
                          weeks_in_words(help.every_weeks), day_or(help.until, "open")});
  document.table(std::move(table));
}

std::string answer_in_words(const model::Ask& ask, text::Date today) {
  if (!ask.decided || ask.decided->date > today) return "open";
  std::string words(model::word(ask.decided->answer));
  words += ", " + text::format_date(ask.decided->date);
  return ask.decided->note ? words + ": " + *ask.decided->note : words;
}

void add_asks(report::Document& document, const Reported& reported, const model::ImplementationPlan& plan) {
  if (plan.asks.empty()) return;
  document.heading(1, "Asks");
  report::Table table;
  table.columns = {{"Ask"}, {"What"}, {"Of"}, {"By"}, {"Because of"}, {"Answer"}};
  for (const auto& [id, ask] : plan.asks) {
    std::string of = ask.of.value_or("");
    if (const model::Stakeholder* known = reported.project.stakeholders.find(of)) of = known->name;
    table.rows.push_back(
        {id, ask.text, of, day_or(ask.by, ""), ask.because.value_or(""), answer_in_words(ask, reported.states.today)});
  }
  document.table(std::move(table));
}

void add_barriers(report::Document& document, const Reported& reported, const model::ImplementationPlan& plan) {
  if (plan.barriers.empty()) return;
  document.heading(1, "What holds the work up, and what helps");
  report::Table table;
  table.columns = {{"Id"}, {"What"}, {"Kind"}, {"Level"}, {"Since"}, {"About"}, {"What was done"}};
  for (const auto& [id, barrier] : plan.barriers)
    table.rows.push_back({id, barrier.text, std::string(model::word(barrier.kind)),
                          barrier.level ? reported.vocabulary.name("levels", *barrier.level) : "",
                          day_or(barrier.since, ""), barrier.about.value_or(""), barrier.done.value_or("")});
  document.table(std::move(table));
}

}  // namespace

void add_plan_parts(report::Document& document, const Reported& reported) {
  add_meetings(document, reported);
  if (!reported.project.plan) return;
  const model::ImplementationPlan& plan = *reported.project.plan;
  add_lines(document, reported, plan);
  add_team_and_help(document, reported, plan);
  add_asks(document, reported, plan);
  add_barriers(document, reported, plan);
}

}  // namespace thrive::planning
