// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/model/project.hpp"

namespace thrive::ramps {

/// How far a cycle has come. A stage is done when something of it is written down.
enum class Stage {
  planning,  // not begun: its first day lies ahead, or nothing has been done
  doing,     // begun, nothing written about what happened
  studying,  // done, not studied
  deciding,  // studied, no decision
  closed     // decided
};

/// One cycle and where it stands on a day.
struct CycleState {
  std::string id;
  const model::Cycle* cycle = nullptr;
  Stage stage = Stage::planning;
  bool is_open = false;                 // begun or due to begin, and not decided
  int days_over = 0;                    // since its planned end without a decision; 0 when not overdue
  std::optional<text::Date> next_look;  // an adopted change: when its data are due to be looked at
  bool look_is_due = false;
  int look_days_over = 0;  // since that day; 0 on the day itself
};

/// One ramp and its cycles, in the order of the file.
struct RampState {
  std::string id;
  const model::Ramp* ramp = nullptr;
  std::vector<CycleState> cycles;
  bool is_open = false;  // a cycle is open, or the last decision asks for another cycle
  std::string next;      // what is to be done next, in words; empty when nothing is
};

/// The longest time between looks at the data of an adopted change.
constexpr int longest_weeks_between_looks = 26;

/// Where every ramp stands on a day. Points into the project, which must live longer.
std::vector<RampState> ramp_states(const model::Project& project, text::Date today);

/// The day after which a cycle's change may show in the data: its first day.
text::Date change_began(const model::Cycle& cycle);

/// Whether something is written about a stage.
bool has_plan(const model::Cycle& cycle);
bool has_do(const model::Cycle& cycle);
bool has_study(const model::Cycle& cycle);
bool has_decision(const model::Cycle& cycle);

}  // namespace thrive::ramps

namespace thrive::model {

template <>
struct Names<ramps::Stage> {
  static constexpr std::string_view title = "stage";
  static constexpr std::pair<ramps::Stage, std::string_view> values[] = {{ramps::Stage::planning, "plan"},
                                                                         {ramps::Stage::doing, "do"},
                                                                         {ramps::Stage::studying, "study"},
                                                                         {ramps::Stage::deciding, "act"},
                                                                         {ramps::Stage::closed, "closed"}};
};

}  // namespace thrive::model
