// SPDX-License-Identifier: MIT
#include "libthrive/planning/people.hpp"

#include <algorithm>

namespace thrive::planning {

Quarter quarter_of(const model::Stakeholder& stakeholder) {
  constexpr int middle = 3;
  if (!stakeholder.power || !stakeholder.interest) return Quarter::unknown;
  if (*stakeholder.power == middle || *stakeholder.interest == middle) return Quarter::on_the_line;
  const bool has_power = *stakeholder.power > middle, has_interest = *stakeholder.interest > middle;
  if (has_power) return has_interest ? Quarter::manage : Quarter::satisfy;
  return has_interest ? Quarter::inform : Quarter::monitor;
}

std::vector<const model::Meeting*> meetings_of(const model::Project& project, const std::string& id) {
  const model::Stakeholder* stakeholder = project.stakeholders.find(id);
  std::vector<const model::Meeting*> meetings;
  for (const auto& entry : project.meetings) {
    const auto& who = entry.value.who;
    const bool is_own = stakeholder != nullptr && stakeholder->meeting == entry.id;
    if (is_own || std::find(who.begin(), who.end(), id) != who.end()) meetings.push_back(&entry.value);
  }
  return meetings;
}

std::vector<const model::Communication*> messages_to(const model::Project& project, const std::string& id) {
  std::vector<const model::Communication*> messages;
  for (const auto& entry : project.communications)
    if (std::find(entry.value.to.begin(), entry.value.to.end(), id) != entry.value.to.end())
      messages.push_back(&entry.value);
  return messages;
}

namespace {

using Day = std::optional<text::Date>;

void take_latest(Day& latest, const Day& day, text::Date today) {
  if (day && *day <= today && (!latest || *day > *latest)) latest = day;
}

void take_soonest(Day& soonest, const Day& day, text::Date today) {
  if (day && *day >= today && (!soonest || *day < *soonest)) soonest = day;
}

}  // namespace

std::optional<text::Date> last_reached(const model::Project& project, const std::string& id, text::Date today) {
  Day latest;
  for (const model::Meeting* meeting : meetings_of(project, id)) {
    take_latest(latest, meeting->last, today);
    for (const text::Date held : meeting->held) take_latest(latest, held, today);
  }
  for (const model::Communication* message : messages_to(project, id)) take_latest(latest, message->last, today);
  return latest;
}

std::optional<text::Date> next_reached(const model::Project& project, const std::string& id, text::Date today) {
  Day soonest;
  for (const model::Meeting* meeting : meetings_of(project, id)) take_soonest(soonest, meeting->next, today);
  for (const model::Communication* message : messages_to(project, id)) take_soonest(soonest, message->next, today);
  return soonest;
}

bool falls_short(const model::Stakeholder& stakeholder) {
  return stakeholder.stance && stakeholder.needed && *stakeholder.stance < *stakeholder.needed;
}

}  // namespace thrive::planning
