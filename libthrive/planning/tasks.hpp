// SPDX-License-Identifier: MIT
//
// The tasks of a plan as they stand on a day. Only what happened is written in a project: `started`, `done`, `stopped`;
// the rest is worked out here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/model/vocabulary.hpp"

namespace thrive::planning {

/// How a task stands on a day.
enum class Status {
  planned,    // its first day lies ahead
  under_way,  // the day lies between its first and its last
  late,       // its last day has passed, and it is neither done nor stopped
  done,       // done on or before the day
  stopped     // stopped on or before the day
};

/// A task that cannot begin when it should, because another is late or waits.
struct Squeezed {
  std::size_t task = 0;   // its position among the tasks
  text::Date earliest{};  // the first day on which it could begin
  int days = 0;           // from its planned first day to that one, at least 1
};

/// One task on a day.
struct TaskState {
  std::string id;
  const model::PlanTask* task = nullptr;
  std::optional<int> phase;  // by its step; nothing when the vocabulary gives the step none
  Status status = Status::planned;
  int days_late = 0;                 // from its last day to the day, of a late task
  bool is_waiting = false;           // open, and it says what it waits for
  bool has_not_begun = false;        // should have begun more than some days ago, and does not say that it has
  std::vector<std::size_t> after{};  // the positions of the tasks it comes after
  std::vector<Squeezed> squeezes{};  // of a late or waiting task: what it holds up, in the order of the file

  bool is_open() const { return status != Status::done && status != Status::stopped; }
};

/// The first and the last day of the tasks of a phase.
struct PhaseSpan {
  int phase = 0;
  text::Date from{};
  text::Date to{};
  std::size_t tasks = 0;
};

/// All tasks of a plan on a day, in the order of the file. Points into the project, which must live longer.
struct TaskStates {
  text::Date today{};
  std::vector<TaskState> tasks;
  std::vector<std::string> in_circles;  // ids of tasks that come after themselves, in the order of the file

  /// The position of a task; nothing when there is none of that id.
  std::optional<std::size_t> find(std::string_view id) const;
  model::IdIndex index{};
};

/// The status of one task: stopped, else done, else late, under way or planned. A date after the day does not count.
Status status_of(const model::PlanTask& task, text::Date today);

/// Works out every task. `grace_days` is how long after its first day a task that does not say it began is left in
/// peace; only where some task of the project says when it began.
TaskStates task_states(const model::Project& project, const model::Vocabulary& vocabulary, text::Date today,
                       int grace_days);

/// The phase that a step belongs to; nothing when the vocabulary does not say.
std::optional<int> phase_of_step(const model::Vocabulary& vocabulary, std::string_view step);
/// The phases that steps belong to, ascending, each once.
std::vector<int> phases_of(const model::Vocabulary& vocabulary);

/// The span of every phase that has a task, ascending.
std::vector<PhaseSpan> phase_spans(const TaskStates& states);

/// The role that an owner is: its id in `project.roles` becomes the name there, so that both are one owner.
std::string role_of(const model::Project& project, std::string_view owner);
/// True when two owners are the same role; case, blanks and dashes do not count.
bool is_same_role(const model::Project& project, std::string_view one, std::string_view other);

}  // namespace thrive::planning

namespace thrive::model {

template <>
struct Names<planning::Status> {
  static constexpr std::string_view title = "status of a task";
  static constexpr std::pair<planning::Status, std::string_view> values[] = {{planning::Status::planned, "planned"},
                                                                             {planning::Status::under_way, "under-way"},
                                                                             {planning::Status::late, "late"},
                                                                             {planning::Status::done, "done"},
                                                                             {planning::Status::stopped, "stopped"}};
};

}  // namespace thrive::model
