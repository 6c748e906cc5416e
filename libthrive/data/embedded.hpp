// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace thrive::data {

/// The text of a built-in file by its name below libthrive/data, such as "vocabulary.yaml" or "checks/yaml.yaml"; empty
/// when there is none. The text lives as long as the program.
std::string_view file(std::string_view name);

/// The names of all built-in files, sorted.
std::vector<std::string_view> names();

}  // namespace thrive::data
