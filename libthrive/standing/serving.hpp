// SPDX-License-Identifier: MIT
//
// Which ideas and ramps serve an item: the links of a project, followed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/standing/facts.hpp"

namespace thrive::standing {

/// The driver itself and every driver that it works on, by way of `drives`; the aim is none. Each once.
std::vector<std::string> drivers_above(const model::Project& project, const std::vector<std::string>& drives);

/// True when a link such as `S3.r1` means this recommendation of this sheet.
bool is_answer_to(std::string_view link, std::string_view item, std::string_view recommendation);

/// An idea serves an item when it names it, when a driver on its way to the aim does, or when it answers a
/// recommendation of the item's sheet.
bool serves(const model::Project& project, const model::Idea& idea, const std::string& item);

/// The ids of the ideas that serve an item, in the order of the file.
std::vector<std::string> ideas_serving(const model::Project& project, const std::string& item);

/// The ideas that a ramp tests: its own, and those that its cycles name.
std::vector<std::string> ideas_of(const model::Ramp& ramp);

/// The positions of the ramps that test one of the ideas or name the item, in the order of the file.
std::vector<std::size_t> ramps_serving(const Facts& facts, const std::string& item,
                                       const std::vector<std::string>& ideas);

/// True when a cycle had begun on the day.
bool has_begun(const ramps::RampState& ramp, text::Date today);

/// True when a ramp that tests the idea has had a cycle, so that it is under test or decided.
bool is_tested(const Facts& facts, const std::string& idea);
/// True when a ramp that tests the idea adopted it.
bool is_adopted(const Facts& facts, const std::string& idea);

/// True when a recommendation needs nothing more: it was taken on or dropped by the day, or an idea that answers it was
/// adopted.
bool is_settled(const Facts& facts, const std::string& item, const std::string& id,
                const model::Recommendation& recommendation);

/// True when a recommendation was given up by the day.
bool is_dropped(const model::Recommendation& recommendation, text::Date today);

}  // namespace thrive::standing
