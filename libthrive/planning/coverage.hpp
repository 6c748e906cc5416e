// SPDX-License-Identifier: MIT
//
// What of an implementation is shown by the project itself: sixteen steps, the fourteen of the Quality Implementation
// Framework, fifteen tips.
#pragma once

#include <string>
#include <vector>

#include "libthrive/planning/evidence.hpp"

namespace thrive::planning {

/// One step, and what belongs to it.
struct StepMapping {
  std::string id;
  std::vector<std::string> shown_by;  // tests, one of which is enough
  std::vector<std::string> tasks;     // steps of the plan
};

/// data/qif.yaml.
struct Framework {
  std::vector<StepMapping> steps;
  std::vector<StepMapping> besides;     // what the framework leaves out
  std::vector<StepMapping> plan_steps;  // what shows steps of the plan that none of the above belongs to
};

/// One tip of data/tips.yaml.
struct Tip {
  std::string id;
  std::string group;
  std::string words;
  std::string test;
};

/// How well a step is shown.
enum class Shown { evidence, task_only, nothing };

/// One step on a day.
struct Covered {
  std::string id;
  std::vector<std::string> evidence;  // ids
  std::vector<std::string> tasks;     // ids; a stopped task counts for nothing
  Shown shown() const;
};

/// A tip on a day.
struct TipSeen {
  Tip tip;
  bool is_done = false;
};

/// All of it.
struct Coverage {
  std::vector<Covered> steps;    // of the plan
  std::vector<Covered> qif;      // of the framework
  std::vector<Covered> besides;  // what the framework leaves out
  std::vector<TipSeen> tips;
};

/// Reads data/qif.yaml and data/tips.yaml. A test that does not exist is a problem at its place; then nothing comes
/// back.
std::optional<Framework> read_framework(const text::Value& tree, const PlaceOf& place, text::Diagnostics& problems);
std::optional<std::vector<Tip>> read_tips(const text::Value& tree, const PlaceOf& place, text::Diagnostics& problems);

/// Works out what shows each step: what the project records, else tasks of its steps, else nothing. A task that names
/// steps of the framework itself belongs to those, and no longer to those of its step.
Coverage coverage_of(const EvidenceInput& input, const Framework& framework, const std::vector<Tip>& tips);

}  // namespace thrive::planning

namespace thrive::model {

template <>
struct Names<planning::Shown> {
  static constexpr std::string_view title = "how a step is shown";
  static constexpr std::pair<planning::Shown, std::string_view> values[] = {{planning::Shown::evidence, "evidence"},
                                                                            {planning::Shown::task_only, "task-only"},
                                                                            {planning::Shown::nothing, "nothing"}};
};

}  // namespace thrive::model
