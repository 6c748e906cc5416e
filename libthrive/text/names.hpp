// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/text/unicode.hpp"

namespace thrive::text {

/// The known name that a mistyped one most likely means, or empty when none is close: the smallest edit distance
/// (swapped neighbours count once), at most a third of the longer name and at least one; case and `_`, `-`, blank
/// ignored; the first of equals.
std::string nearest_name(std::string_view typed, const std::vector<std::string>& known);
/// `did you mean 'NAME'?`, or empty when no name is close.
std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known);
/// ASCII letters in lower case; every other byte stays, whatever the locale.
std::string lower_case(std::string_view text);
/// ASCII letters in lower case, `-` for every blank and `_`: how vocabulary terms are compared.
std::string kebab(std::string_view text);
/// The id nearest to what somebody wrote: from the first letter or digit on its letters, digits, `-`, `_` and `.`, with
/// one `-` for what stands between them. Empty when nothing of it can stand in an id, and when it looks like personal
/// data; the text when that is an id.
std::string as_id(std::string_view text);
/// `a, b and c`.
std::string join_in_words(const std::vector<std::string>& items);
/// `a, b, c` with any separator.
std::string join(const std::vector<std::string>& items, std::string_view separator);

}  // namespace thrive::text
