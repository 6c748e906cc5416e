// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/journeys/against_the_map.hpp"
#include "libthrive/journeys/discovery.hpp"

namespace thrive::journeys {

/// Everything that there is to say of an event log, and how it was read.
struct JourneysFound {
  std::string log;  // the id of its definition; empty without one
  std::string name;
  LogColumns columns;
  TieRule rule = TieRule::file;
  text::Date as_of{};
  std::string suppression = "none";  // by which rule small numbers are not told
  Count untold;                      // counts that this rule hides
  Count untold_so_that;              // and those that would give one of these away
  Discovery discovery;
  std::vector<Onward> onward;
  std::optional<AgainstTheMap> map;
  std::vector<std::string> service_of;               // by activity: the id of its service; empty without one
  std::map<std::string, std::string> service_names;  // by id

  /// The name of a service, or what stands for one.
  const std::string& name_of(const std::string& id) const {
    const auto known = service_names.find(id);
    return known == service_names.end() ? id : known->second;
  }
};

/// Works out everything that a tally says, with the map that it is held against where there is one.
JourneysFound journeys_found(EventTally& tally, const DrawnMap* map, text::Date as_of, const AtOnce& at_once);

}  // namespace thrive::journeys
