// SPDX-License-Identifier: MIT
#include <algorithm>

#include "libthrive/improvement/checks/check_ideas.hpp"
#include "libthrive/improvement/checks/words.hpp"

namespace thrive::improvement {

namespace {

using Found = std::vector<findings::Finding>;
using Path = std::vector<std::string>;

/// What it would have been to try an idea, by the medians of its ratings: a quick win, easy, or just an idea.
const char* kind_of(const model::Idea& idea) {
  const auto is_above_middle = [](const model::Keyed<double>& ratings) {
    std::vector<double> given;
    for (const auto& rating : ratings) given.push_back(rating.value);
    if (given.empty()) return false;
    std::sort(given.begin(), given.end());
    constexpr double middle = 3;
    return (given[(given.size() - 1) / 2] + given[given.size() / 2]) / 2 > middle;
  };
  if (!is_above_middle(idea.ease)) return "idea";
  return is_above_middle(idea.benefit) ? "quick win" : "easy idea";
}

void check_untested(const Worked& worked, const IdeaStanding& idea, Found& found) {
  std::optional<text::Date> since = idea.idea->added;
  if (!since && worked.project.drivers && worked.project.drivers->aim) since = worked.project.drivers->aim->agreed;
  const bool is_long = since && text::days_between(*since, worked.today) >= 7 * worked.thresholds.limits.untested_weeks;
  found.push_back({"idea-untested",
                   {"ideas", idea.id},
                   {{"case", is_long ? "long" : "new"},
                    {"idea", idea.id},
                    {"text", idea.idea->text},
                    {"since", since ? text::Value(text::format_date(*since)) : text::Value()},
                    {"kind", kind_of(*idea.idea)}}});
}

void check_text(const Worked& worked, const IdeaStanding& idea, Found& found) {
  const Path path{"ideas", idea.id, "text"};
  if (begins_with(idea.idea->text, worked.thresholds.wording.tasks))
    found.push_back({"idea-is-a-task", path, {{"idea", idea.id}, {"text", idea.idea->text}}});
  if (begins_with(idea.idea->text, worked.thresholds.wording.wishes))
    found.push_back({"idea-is-a-wish", path, {{"idea", idea.id}, {"text", idea.idea->text}}});
}

/// True when somebody among young people and families has looked at an idea, or shaped a ramp that tests it.
bool is_shared(const Worked& worked, const IdeaStanding& idea) {
  const auto is_shaped = [&](const std::string& ramp) {
    return worked.project.ramps.find(ramp)->co_produced_with.has_value();
  };
  return idea.idea->reviewed_with || std::any_of(idea.ramps.begin(), idea.ramps.end(), is_shaped);
}

}  // namespace

void check_ideas(const Worked& worked, Found& found) {
  for (const IdeaStanding& idea : worked.theory.ideas) {
    if (!worked.theory.drivers.empty() && idea.idea->drives.empty())
      found.push_back({"idea-leads-nowhere", {"ideas", idea.id}, {{"idea", idea.id}, {"text", idea.idea->text}}});
    if (idea.state == IdeaState::idea) check_untested(worked, idea, found);
    if (idea.state == IdeaState::done_without_test)
      found.push_back(
          {"idea-done-untested", {"ideas", idea.id, "task"}, {{"idea", idea.id}, {"text", idea.idea->text}}});
    check_text(worked, idea, found);
  }
  const auto& ideas = worked.theory.ideas;
  if (ideas.size() >= worked.thresholds.limits.many_ideas &&
      std::none_of(ideas.begin(), ideas.end(), [&](const IdeaStanding& idea) { return is_shared(worked, idea); }))
    found.push_back({"ideas-one-voice", {"ideas"}, {{"ideas", ideas.size()}}});
}

}  // namespace thrive::improvement
