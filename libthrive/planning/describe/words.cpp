// SPDX-License-Identifier: MIT
#include "libthrive/planning/describe/words.hpp"

#include <fmt/core.h>

#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::planning {

std::string status_in_words(const TaskState& state) {
  std::string words(model::word(state.status));
  if (state.status == Status::under_way) words = "under way";
  if (state.status == Status::late)
    words = report::count_of(static_cast<std::size_t>(state.days_late), "day") + " late";
  if (state.status == Status::done) words += " " + text::format_date(*state.task->done);
  if (state.status == Status::stopped)
    words += " " + text::format_date(state.task->stopped->date) + ": " + state.task->stopped->reason;
  if (state.has_not_begun) words += ", has not begun";
  if (state.is_waiting) words += ", waiting for: " + *state.task->waiting_for;
  return words;
}

std::vector<std::string> squeezes_in_words(const TaskStates& states, const TaskState& state) {
  std::vector<std::string> sentences;
  for (const Squeezed& squeezed : state.squeezes) {
    const TaskState& pushed = states.tasks[squeezed.task];
    sentences.push_back(fmt::format("{} could begin on {} at the earliest, planned {}: {}", pushed.id,
                                    text::format_date_in_words(squeezed.earliest),
                                    text::format_date_in_words(pushed.task->start),
                                    report::count_of(static_cast<std::size_t>(squeezed.days), "day")));
  }
  return sentences;
}

std::string phase_in_words(const std::optional<int>& phase) {
  return phase ? fmt::format("Phase {}", *phase) : std::string("Steps of no phase");
}

std::string day_or(const std::optional<text::Date>& day, const char* missing) {
  return day ? text::format_date(*day) : std::string(missing);
}

std::string weeks_in_words(const std::optional<int>& weeks) {
  return weeks ? fmt::format("every {}", report::count_of(static_cast<std::size_t>(*weeks), "week")) : std::string();
}

std::string stakeholders_in_words(const model::Project& project, const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  for (const std::string& id : ids) {
    const model::Stakeholder* known = project.stakeholders.find(id);
    names.push_back(known == nullptr ? id : known->name);
  }
  return text::join(names, ", ");
}

}  // namespace thrive::planning
