// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace thrive::project {

/// Text for a manual page: backslashes and leading points made harmless, each sentence on a line of its own.
std::string mdoc_text(std::string_view text);
/// The same with a capital letter in front, for a title that becomes a sentence.
std::string mdoc_sentence(std::string_view text);

}  // namespace thrive::project
