// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thrive::improvement {

/// True when a text begins with one of the phrases, as whole words; capitals do not matter.
bool begins_with(std::string_view text, const std::vector<std::string>& phrases);
/// True when a text has one of the words in it, as whole words; capitals do not matter.
bool has_word(std::string_view text, const std::vector<std::string>& words);

}  // namespace thrive::improvement
