// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/records/field.hpp"

namespace thrive::project {

/// The whole path of one that may leave out its section: of a tool that works on a few `sections`. Without any, a path
/// is whole. Nothing, with the reason, when the path leads elsewhere or fits several of the sections.
std::optional<std::string> whole_path(const model::Project& project, const std::vector<std::string>& sections,
                                      std::string_view path, records::NoField& problem);

}  // namespace thrive::project
