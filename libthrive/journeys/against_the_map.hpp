// SPDX-License-Identifier: MIT
//
// The drawn map against the ways that people really took.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/journeys/discovery.hpp"
#include "libthrive/journeys/map_match.hpp"

namespace thrive::journeys {

/// An activity that is no service of the project.
struct UnmatchedActivity {
  std::string activity;
  Count events;
  Count cases;
  std::string nearest;  // or empty
};

/// People who went from one service to another, and how often.
struct ServiceFlow {
  std::string from;  // ids
  std::string to;
  Count count;
  Count cases;
};

/// Where so many cases start or end: a service by its id, or an activity that is none.
struct JourneyEnd {
  std::string id;
  Count cases;
};

/// The median wait that a flow was drawn with, beside the recorded one.
struct WaitOfFlow {
  std::string from;
  std::string to;
  double drawn_median_days = 0;
  Figure recorded_median_days;
  Count n;
  Count cases;
};

struct AgainstTheMap {
  std::string pathway;                       // empty when the project has none
  std::vector<UnmatchedActivity> unmatched;  // by name
  Count moves;  // pairs that are no stay within one service; what is unmatched is among them
  Count stays;
  Count moves_on_drawn_flows;
  Figure move_coverage_percent;  // of all moves
  Count cases;
  Count cases_moves_drawn;
  Count cases_all_drawn;         // and first is a drawn start, last a drawn end
  Figure case_coverage_percent;  // all drawn, of all cases
  std::int64_t flows_drawn = 0;  // between two services, each once
  Count flows_seen;              // of these
  Figure flow_use_percent;
  std::vector<ServiceFlow> drawn;              // the drawn flows, in the order of the drawing, each once
  std::vector<ServiceFlow> seen_not_drawn;     // most often first, then by ids
  std::vector<ServiceFlow> drawn_never_seen;   // in the order of the drawing, with nothing counted
  std::vector<ServiceFlow> drawn_seldom_seen;  // by fewer people than can be told, or never; where that is not told
  std::vector<JourneyEnd> starts_not_drawn;    // most cases first, then by name
  std::vector<JourneyEnd> ends_not_drawn;
  std::vector<WaitOfFlow> waits;  // of flows drawn with a median, and made five times or more
};

/// Holds a tally in order against a drawing.
AgainstTheMap against_the_map(const EventTally& tally, const DrawnMap& map);

/// Of each activity of a tally: whether it is a service where journeys are drawn to end.
std::vector<bool> drawn_ends(const EventTally& tally, const DrawnMap& map);

/// A share in percent; nothing of nothing, and not told when one of the two is not.
Figure percent_of(const Count& part, const Count& whole);

}  // namespace thrive::journeys
