// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace thrive::report {

/// A text as HTML, with its line breaks. Names in scripts that run from right to left (Arabic, Hebrew) are isolated, so
/// that figures and punctuation beside them stay where the sentence has them.
std::string html_words(std::string_view words);

}  // namespace thrive::report
