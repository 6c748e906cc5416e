// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thrive::text {

/// The known name that a mistyped one most likely means, or empty when none is close.
/// Damerau-Levenshtein distance of at most a third of the length, case and `_`/`-`/blank ignored; the first of equals.
std::string nearest_name(std::string_view typed, const std::vector<std::string>& known);
/// `did you mean 'NAME'?`, or empty when no name is close.
std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known);
/// Lower case with `-` for every blank and `_`: how vocabulary terms are compared.
std::string kebab(std::string_view text);
/// Columns a text takes on a terminal: wide characters count 2, combining ones 0, control characters 0.
std::size_t display_width(std::string_view utf8);
/// `a, b and c`.
std::string join_in_words(const std::vector<std::string>& items);
/// True when the bytes are valid UTF-8 (no surrogates, no overlong forms).
bool is_valid_utf8(std::string_view bytes);
/// The text with control characters and terminal escapes replaced by visible ones; newlines too unless kept.
std::string without_controls(std::string_view text, bool keep_newlines = false);

}  // namespace thrive::text
