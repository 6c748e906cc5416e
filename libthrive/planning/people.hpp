// SPDX-License-Identifier: MIT
//
// Stakeholders: where they stand by power and interest, and when they were last met or told.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/model/project.hpp"

namespace thrive::planning {

/// By power and interest: above 3 is high, below 3 low, and 3 lies on the line between two quarters.
enum class Quarter { manage, satisfy, inform, monitor, on_the_line, unknown };

/// Where a stakeholder stands; unknown when power or interest is not recorded.
Quarter quarter_of(const model::Stakeholder& stakeholder);

/// The meetings that a stakeholder is at: their own and those that name them.
std::vector<const model::Meeting*> meetings_of(const model::Project& project, const std::string& id);
/// What they are told.
std::vector<const model::Communication*> messages_to(const model::Project& project, const std::string& id);

/// When they were last met or told, on or before the day; nothing when never.
std::optional<text::Date> last_reached(const model::Project& project, const std::string& id, text::Date today);
/// When they are next met or told, on or after the day; nothing when no date is booked.
std::optional<text::Date> next_reached(const model::Project& project, const std::string& id, text::Date today);

/// True when a stance is recorded, one is needed, and the first lies below the second.
bool falls_short(const model::Stakeholder& stakeholder);

}  // namespace thrive::planning

namespace thrive::model {

template <>
struct Names<planning::Quarter> {
  static constexpr std::string_view title = "quarter";
  static constexpr std::pair<planning::Quarter, std::string_view> values[] = {
      {planning::Quarter::manage, "manage"},           {planning::Quarter::satisfy, "satisfy"},
      {planning::Quarter::inform, "inform"},           {planning::Quarter::monitor, "monitor"},
      {planning::Quarter::on_the_line, "on-the-line"}, {planning::Quarter::unknown, "unknown"}};
};

}  // namespace thrive::model
