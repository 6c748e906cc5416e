// SPDX-License-Identifier: MIT
//
// Which service of a project each activity of an event log is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/journeys/ties.hpp"
#include "libthrive/model/keyed.hpp"
#include "libthrive/model/project.hpp"

namespace thrive::journeys {

/// The drawn map that a log is held against.
struct DrawnMap {
  const model::Project* project = nullptr;
  std::string pathway;  // empty when the project has none
  /// What the log calls services, where it is neither their id nor their name: activity to service.
  const model::Keyed<model::ActivityOfService>* activities = nullptr;  // may be none
};

/// The services of the activities of a log, as positions among the project's; nothing for one that none is.
struct MapMatch {
  std::vector<std::optional<std::size_t>> service_of;
  std::vector<std::string> nearest;  // of an activity without one: the name or id that is nearly the same; or empty
};

/// Finds services by the list of the project's log, by id, and by a name that only one has; blanks and case count for
/// nothing.
MapMatch match_activities(const std::vector<std::string>& activities, const DrawnMap& map);

/// What the drawn flows allow: a step along a flow, or within one service.
AllowedSteps allowed_steps(const std::vector<std::string>& activities, const DrawnMap& map);

/// The flows of the drawing, as positions of services; none for a project without one.
std::vector<std::pair<std::size_t, std::size_t>> drawn_flows(const DrawnMap& map);

}  // namespace thrive::journeys
