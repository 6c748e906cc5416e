// SPDX-License-Identifier: MIT
#include "libthrive/planning/describe/describe_people.hpp"

#include <fmt/core.h>

#include <map>

#include "libthrive/planning/describe/words.hpp"
#include "libthrive/planning/people.hpp"
#include "libthrive/records/to_value.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

namespace {

using text::Value;

std::string number_or_nothing(const std::optional<int>& number) { return number ? std::to_string(*number) : ""; }

/// `-1 to +1`; `not recorded` where it is not.
std::string stance_in_words(const model::Stakeholder& stakeholder) {
  const auto in_words = [](const std::optional<int>& stance) {
    return stance ? fmt::format("{}{}", *stance > 0 ? "+" : "", *stance) : std::string("not recorded");
  };
  if (!stakeholder.needed) return in_words(stakeholder.stance);
  return in_words(stakeholder.stance) + " to " + in_words(stakeholder.needed);
}

bool is_reached(const Reported& reported, const std::string& id, int weeks) {
  const auto last = last_reached(reported.project, id, reported.states.today);
  return last && text::days_between(*last, reported.states.today) <= 7 * weeks;
}

std::string quarter_in_words(Quarter quarter) {
  switch (quarter) {
    case Quarter::manage:
      return "Manage closely: power and interest";
    case Quarter::satisfy:
      return "Keep satisfied: power, little interest";
    case Quarter::inform:
      return "Keep informed: interest, little power";
    case Quarter::monitor:
      return "Monitor: little of both";
    case Quarter::on_the_line:
      return "On the line";
    case Quarter::unknown:
      return "Power or interest not recorded";
  }
  return {};
}

std::vector<std::string> remarks_on(const Reported& reported, const model::Stakeholder& stakeholder) {
  std::vector<std::string> remarks;
  if (stakeholder.level) remarks.push_back("level " + reported.vocabulary.name("levels", *stakeholder.level));
  if (stakeholder.owner) remarks.push_back("kept in touch by " + role_of(reported.project, *stakeholder.owner));
  if (stakeholder.meeting) remarks.push_back("met at " + *stakeholder.meeting);
  if (stakeholder.engage) remarks.push_back("brought in by " + *stakeholder.engage);
  if (stakeholder.until) remarks.push_back("there until " + text::format_date(*stakeholder.until));
  return remarks;
}

void add_quarter(report::Document& document, const Reported& reported, Quarter quarter, Stance stance) {
  report::Table table;
  table.columns = {{"Id"}, {"Who"}, {"Kind"}, {"Power"}, {"Interest"}, {"Last reached"}, {"Next"}};
  if (stance == Stance::told) table.columns.push_back({"Stance to needed"});
  std::vector<std::string> lines;
  for (const auto& [id, stakeholder] : reported.project.stakeholders) {
    if (quarter_of(stakeholder) != quarter) continue;
    std::vector<report::Cell> row = {id,
                                     stakeholder.name,
                                     reported.vocabulary.name("stakeholder-kinds", stakeholder.kind),
                                     number_or_nothing(stakeholder.power),
                                     number_or_nothing(stakeholder.interest),
                                     day_or(last_reached(reported.project, id, reported.states.today), "never"),
                                     day_or(next_reached(reported.project, id, reported.states.today), "no date")};
    if (stance == Stance::told) row.push_back(stance_in_words(stakeholder));
    table.rows.push_back(std::move(row));
    std::vector<std::string> remarks = remarks_on(reported, stakeholder);
    if (stance == Stance::told && stakeholder.asked)
      remarks.push_back("stance talked about on " + text::format_date(*stakeholder.asked));
    if (!remarks.empty()) lines.push_back(id + ": " + text::join(remarks, "; "));
  }
  if (table.rows.empty()) return;
  document.heading(1, quarter_in_words(quarter));
  document.table(std::move(table));
  document.items(lines);
}

report::Document begun(const Reported& reported, const char* title) {
  report::Document document;
  document.title = title;
  document.classification = reported.project.project.classification.value_or("");
  return document;
}

}  // namespace

report::Document describe_people(const Reported& reported, Stance stance, int weeks) {
  report::Document document = begun(reported, "Who has an interest");
  std::size_t reached = 0;
  for (const auto& [id, stakeholder] : reported.project.stakeholders)
    reached += is_reached(reported, id, weeks) ? 1 : 0;
  document.subtitle = fmt::format("{}, {} of them met or told within {} weeks. As of {}.",
                                  report::count_of(reported.project.stakeholders.size(), "stakeholder"), reached, weeks,
                                  text::format_date_in_words(reported.states.today));
  for (const auto& [quarter, word] : model::Names<Quarter>::values) add_quarter(document, reported, quarter, stance);
  return document;
}

report::Table table_of_people(const Reported& reported, Stance stance, int weeks) {
  report::Table table;
  table.columns = {{"id"},    {"name"},    {"kind"},   {"level"}, {"power"},        {"interest"}, {"quarter"},
                   {"owner"}, {"meeting"}, {"engage"}, {"until"}, {"last_reached"}, {"next"},     {"reached"}};
  if (stance == Stance::told)
    for (const char* column : {"stance", "needed", "asked"}) table.columns.push_back({column});
  const text::Date today = reported.states.today;
  for (const auto& [id, stakeholder] : reported.project.stakeholders) {
    std::vector<report::Cell> row = {id,
                                     stakeholder.name,
                                     stakeholder.kind,
                                     stakeholder.level.value_or(""),
                                     number_or_nothing(stakeholder.power),
                                     number_or_nothing(stakeholder.interest),
                                     std::string(model::word(quarter_of(stakeholder))),
                                     stakeholder.owner.value_or(""),
                                     stakeholder.meeting.value_or(""),
                                     stakeholder.engage.value_or(""),
                                     day_or(stakeholder.until, ""),
                                     day_or(last_reached(reported.project, id, today), ""),
                                     day_or(next_reached(reported.project, id, today), ""),
                                     is_reached(reported, id, weeks) ? "true" : "false"};
    if (stance == Stance::told) {
      row.push_back(number_or_nothing(stakeholder.stance));
      row.push_back(number_or_nothing(stakeholder.needed));
      row.push_back(day_or(stakeholder.asked, ""));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

text::Value people_contract(const Reported& reported, Stance stance, int weeks) {
  const auto day = [](const std::optional<text::Date>& date) {
    return date ? Value(text::format_date(*date)) : Value();
  };
  Value people = Value::list();
  for (const auto& [id, stakeholder] : reported.project.stakeholders) {
    Value value;
    value.set("id", id).set("name", stakeholder.name).set("kind", stakeholder.kind).set("level", stakeholder.level);
    value.set("power", stakeholder.power).set("interest", stakeholder.interest);
    value.set("quarter", model::word(quarter_of(stakeholder)));
    if (stance == Stance::told) {
      const bool has_both = stakeholder.stance && stakeholder.needed;
      value.set("stance", stakeholder.stance).set("needed", stakeholder.needed).set("asked", day(stakeholder.asked));
      value.set("gap", has_both ? Value(*stakeholder.needed - *stakeholder.stance) : Value());
    }
    value.set("owner", stakeholder.owner).set("meeting", stakeholder.meeting).set("engage", stakeholder.engage);
    value.set("until", day(stakeholder.until));
    value.set("last_reached", day(last_reached(reported.project, id, reported.states.today)));
    value.set("next", day(next_reached(reported.project, id, reported.states.today)));
    people.push(value.set("reached", is_reached(reported, id, weeks)));
  }
  Value contract;
  contract.set("format", 1).set("command", "plan people").set("as_of", day(reported.states.today));
  return contract.set("people", std::move(people));
}

report::Document people_sheet(const Reported& reported) {
  report::Document document = begun(reported, "Who has an interest in the change?");
  document.subtitle = "Roles and groups, never names. Power and interest from 1 (little) to 5 (much).";
  document.pages = report::Pages::wide;
  report::Table table;
  table.columns = {{"Who"}, {"Kind"}, {"Power"}, {"Interest"}, {"How they are brought in"}, {"Where they are met"}};
  table.writing_lines = 2;
  for (const auto& [id, stakeholder] : reported.project.stakeholders)
    table.rows.push_back({stakeholder.name, reported.vocabulary.name("stakeholder-kinds", stakeholder.kind),
                          number_or_nothing(stakeholder.power), number_or_nothing(stakeholder.interest),
                          stakeholder.engage.value_or(""), stakeholder.meeting.value_or("")});
  constexpr int blanks = 6;
  for (int row = 0; row < blanks; ++row) table.rows.push_back({"", "", "", "", "", ""});
  document.table(std::move(table));
  document.items({"Who will feel the change, and is not here?", "Who can stop it, and who can carry it?",
                  "When do we meet them next, and which meeting that is there could we use?"});
  return document;
}

report::Document describe_messages(const Reported& reported) {
  report::Document document = begun(reported, "What is told to whom");
  document.subtitle = fmt::format("{}. As of {}.", report::count_of(reported.project.communications.size(), "message"),
                                  text::format_date_in_words(reported.states.today));
  report::Table table;
  table.columns = {{"Id"}, {"Message"}, {"To"}, {"How often"}, {"Last"}, {"Next"}, {"Way back"}};
  std::vector<std::string> lines;
  for (const auto& [id, message] : reported.project.communications) {
    table.rows.push_back({id, message.message, stakeholders_in_words(reported.project, message.to),
                          weeks_in_words(message.every_weeks), day_or(message.last, "not yet"),
                          day_or(message.next, "no date"), message.feedback.value_or("none")});
    std::vector<std::string> remarks;
    if (message.channel) remarks.push_back("by " + *message.channel);
    if (message.from) remarks.push_back("from " + role_of(reported.project, *message.from));
    if (!message.measures.empty()) remarks.push_back("carries " + text::join(message.measures, ", "));
    if (!message.about.empty()) remarks.push_back("tells of " + text::join(message.about, ", "));
    if (!remarks.empty()) lines.push_back(id + ": " + text::join(remarks, "; "));
  }
  if (!table.rows.empty()) document.table(std::move(table));
  document.items(lines);
  return document;
}

report::Table table_of_messages(const Reported& reported) {
  report::Table table;
  table.columns = {{"id"},       {"to"},    {"message"},  {"channel"}, {"from"}, {"every_weeks"},
                   {"measures"}, {"about"}, {"feedback"}, {"last"},    {"next"}};
  for (const auto& [id, message] : reported.project.communications)
    table.rows.push_back({id, text::join(message.to, ";"), message.message, message.channel.value_or(""),
                          message.from.value_or(""), number_or_nothing(message.every_weeks),
                          text::join(message.measures, ";"), text::join(message.about, ";"),
                          message.feedback.value_or(""), day_or(message.last, ""), day_or(message.next, "")});
  return table;
}

text::Value messages_contract(const Reported& reported) {
  Value messages = Value::list();
  for (const auto& [id, message] : reported.project.communications) {
    Value value = Value().set("id", id);
    const Value recorded = records::to_value(message, records::Fullness::full);
    for (const auto& [key, held] : *recorded.as_map()) value.set(key, held);
    messages.push(std::move(value));
  }
  Value contract;
  contract.set("format", 1).set("command", "plan messages").set("as_of", text::format_date(reported.states.today));
  return contract.set("messages", std::move(messages));
}

}  // namespace thrive::planning
