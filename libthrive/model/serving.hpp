// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/model/project.hpp"

namespace thrive::model {

/// The sheet and the recommendation that `S3.r1` names; nothing when there is none. Ids may hold a dot, so every dot
/// may be the one behind the sheet; a name that fits two is refused when a project is read.
std::optional<std::pair<std::string, std::string>> recommendation_of(const Project& project, std::string_view name);

/// The items that an idea serves, each once: the one it names, those of every driver between it and the aim, and those
/// whose recommendations it answers.
std::vector<std::string> items_served(const Project& project, const Idea& idea);

}  // namespace thrive::model
