// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/model/project.hpp"

namespace thrive::improvement {

/// What has become of a change idea. Never stored: worked out from what is parked, ramps and tasks.
enum class IdeaState { idea, planned, done_without_test, testing, abandoned, adopted, parked };

}  // namespace thrive::improvement

template <>
struct thrive::model::Names<thrive::improvement::IdeaState> {
  using IdeaState = thrive::improvement::IdeaState;
  static constexpr std::string_view title = "state of an idea";
  static constexpr std::pair<IdeaState, std::string_view> values[] = {
      {IdeaState::idea, "idea"},
      {IdeaState::planned, "planned"},
      {IdeaState::done_without_test, "done-without-test"},
      {IdeaState::testing, "testing"},
      {IdeaState::abandoned, "abandoned"},
      {IdeaState::adopted, "adopted"},
      {IdeaState::parked, "parked"}};
};

namespace thrive::improvement {

/// A change idea and where it stands on a day.
struct IdeaStanding {
  std::string id;
  const model::Idea* idea = nullptr;
  IdeaState state = IdeaState::idea;
  std::vector<std::string> ramps{};  // that test it, in the order of the file
  bool is_decided = false;           // a cycle that tests it has been decided

  /// Under test or decided: what was learned of it came from a test.
  bool is_tested() const {
    return state == IdeaState::testing || state == IdeaState::adopted || state == IdeaState::abandoned;
  }
};

/// The ideas that a ramp tests, each once: those it names, then those that only its cycles name.
std::vector<std::string> ideas_of(const model::Ramp& ramp);

/// Every idea of the project in its order.
///
/// parked, if `parked` is not after the day; else adopted, if a cycle that tests it adopts; else abandoned, if the last
/// decided cycle abandons, by the days on which cycles start; else testing, if a cycle has begun or was decided; else
/// done without a test, if no ramp tests it and its task is done by the day; else planned, if a ramp or a task that was
/// not stopped waits; else idea. A cycle that names an idea tests that one alone; a cycle that names none tests every
/// idea of its ramp that no cycle names. A cycle that starts after the day, and a decision
/// that was recorded after it, count as not yet written.
std::vector<IdeaStanding> idea_standings(const model::Project& project, text::Date today);

/// In words, behind the text of an idea: "adopted", "done without a test", "not tested".
std::string_view in_words(IdeaState state);
/// The mark of a state: "( )", "(.)", "(/)", "(*)", "(X)", "[x]", "(=)".
std::string_view mark(IdeaState state);

}  // namespace thrive::improvement
