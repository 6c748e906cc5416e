// SPDX-License-Identifier: MIT
#include "libthrive/planning/checks/check_people.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "libthrive/planning/people.hpp"

namespace thrive::planning {

namespace {

bool has_kind(const model::Project& project, std::string_view kind) {
  return std::any_of(project.stakeholders.begin(), project.stakeholders.end(),
                     [&](const auto& entry) { return entry.value.kind == kind; });
}

/// A day that many weeks before or after another.
text::Date weeks_from(text::Date day, int weeks) { return day + std::chrono::days(7 * weeks); }

void check_against(const CheckInput& input, const std::string& id, const model::Stakeholder& stakeholder,
                   Findings& found) {
  const bool counts = stakeholder.power && *stakeholder.power >= input.thresholds.power_that_counts;
  if (counts && falls_short(stakeholder)) {
    const auto next = next_reached(input.project, id, input.today());
    const bool is_booked = next && *next <= weeks_from(input.today(), input.thresholds.against_weeks);
    if (!stakeholder.owner || !is_booked)
      found.push_back({"stakeholder-against",
                       {"stakeholders", id},
                       {{"case", stakeholder.owner ? "no-date"
                                 : is_booked       ? "no-owner"
                                                   : "neither"},
                        {"stakeholder", stakeholder.name},
                        {"weeks", input.thresholds.against_weeks}}});
  }
  if (stakeholder.kind == "staff" && stakeholder.stance && *stakeholder.stance < 0)
    found.push_back({"staff-against", {"stakeholders", id}, {{"stakeholder", stakeholder.name}}});
}

void check_contact(const CheckInput& input, const std::string& id, const model::Stakeholder& stakeholder,
                   Findings& found) {
  const auto last = last_reached(input.project, id, input.today());
  const bool was_met = last && *last >= weeks_from(input.today(), -input.thresholds.unmet_weeks);
  if (quarter_of(stakeholder) == Quarter::manage && !was_met)
    found.push_back({"stakeholder-unmet",
                     {"stakeholders", id},
                     {{"case", last ? "long-ago" : "never"},
                      {"stakeholder", stakeholder.name},
                      {"weeks", input.thresholds.unmet_weeks},
                      {"last", last ? text::Value(text::format_date_in_words(*last)) : text::Value()}}});
  const bool is_young = stakeholder.kind == "young-people" || stakeholder.kind == "families";
  if (is_young && stakeholder.power && *stakeholder.power <= input.thresholds.little_power)
    found.push_back({"young-people-without-power", {"stakeholders", id, "power"}, {{"stakeholder", stakeholder.name}}});
  const auto& asked = stakeholder.asked;
  const bool is_fresh =
      asked && *asked <= input.today() && *asked >= weeks_from(input.today(), -input.thresholds.stance_weeks);
  if (stakeholder.stance && !is_fresh)
    found.push_back({"stakeholder-stance-old",
                     {"stakeholders", id},
                     {{"stakeholder", stakeholder.name}, {"weeks", input.thresholds.stance_weeks}}});
}

/// The levels of the stakeholders that hear of measures.
std::set<std::string> levels_reached(const model::Project& project) {
  std::set<std::string> levels;
  for (const auto& [id, message] : project.communications) {
    if (message.measures.empty()) continue;
    for (const std::string& to : message.to)
      if (const model::Stakeholder* known = project.stakeholders.find(to); known != nullptr && known->level)
        levels.insert(*known->level);
  }
  return levels;
}

void check_feedback(const CheckInput& input, Findings& found) {
  if (input.project.communications.empty()) return;
  const std::set<std::string> reached = levels_reached(input.project);
  std::vector<std::string> missing;
  for (const char* level : {"macro", "meso", "micro"})
    if (!reached.contains(level)) missing.emplace_back(level);
  if (!missing.empty())
    found.push_back({"feedback-not-by-level", {"communications"}, {{"levels", text::Value::list_of(missing)}}});
}

void check_good_practice(const CheckInput& input, Findings& found) {
  std::set<std::string> told;
  for (const auto& [id, message] : input.project.communications)
    told.insert(message.about.begin(), message.about.end());
  std::size_t notes = 0;
  for (const auto& [id, note] : input.project.observations) {
    if (note.kind != "good-practice") continue;
    if (told.contains(id)) return;
    ++notes;
  }
  if (notes > 0) found.push_back({"good-practice-untold", {"communications"}, {{"notes", notes}}});
}

}  // namespace

void check_people(const CheckInput& input, Findings& found) {
  if (input.project.stakeholders.empty()) return;
  const auto say = [&](const char* kind) {
    found.push_back(
        {"stakeholder-kind-missing", {"stakeholders"}, {{"kind", input.vocabulary.name("stakeholder-kinds", kind)}}});
  };
  for (const char* kind : {"young-people", "families", "education", "commissioner"})
    if (!has_kind(input.project, kind)) say(kind);
  if (!has_kind(input.project, "referrer") && !has_kind(input.project, "primary-care")) say("referrer");
}

void check_people_on_day(const CheckInput& input, Findings& found) {
  for (const auto& [id, stakeholder] : input.project.stakeholders) {
    check_against(input, id, stakeholder, found);
    check_contact(input, id, stakeholder, found);
  }
}

void check_messages(const CheckInput& input, Findings& found) {
  for (const auto& [id, message] : input.project.communications)
    if (!message.feedback)
      found.push_back({"message-no-way-back", {"communications", id}, {{"message", message.message}}});
}

void check_messages_on_day(const CheckInput& input, Findings& found) {
  for (const auto& [id, message] : input.project.communications) {
    if (!message.last || !message.every_weeks) continue;
    const int since = text::days_between(*message.last, input.today());
    if (since > 7 * *message.every_weeks * input.thresholds.slipping_times)
      found.push_back({"message-late",
                       {"communications", id, "last"},
                       {{"message", message.message},
                        {"days", since},
                        {"weeks", *message.every_weeks},
                        {"last", text::format_date_in_words(*message.last)}}});
  }
  check_feedback(input, found);
  check_good_practice(input, found);
}

}  // namespace thrive::planning
