// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace thrive::report {

/// The lines of a text, cut at its line breaks; a text without any is one line, an empty one is one empty line.
/// A line break at the very end starts no further line.
std::vector<std::string> lines_of(std::string_view text);

/// A text in lines of at most `width` columns of a terminal, broken between words; a word that is longer than a line
/// is broken inside. Line breaks of the text stay. Between wide characters (Chinese, Japanese, Korean) a line may
/// break anywhere. Control characters and direction overrides are made visible and harmless. Never empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// True for words of plain ASCII with one blank between them that fit a line: `wrapped` gives them as they are.
bool fits_as_it_is(std::string_view text, std::size_t width);

/// The words of a line; wide characters (Chinese, Japanese, Korean) count as words of their own, with the marks that
/// belong to them. The pieces are parts of `line`; a blank that stood before one is right in front of it.
std::vector<std::string_view> pieces_of(std::string_view line);

/// Columns of the longest word: the narrowest column that breaks none.
std::size_t longest_word(std::string_view text);

/// The start of a text that fits `width` columns, in bytes; at least one character, with the marks that belong to it.
std::size_t bytes_that_fit(std::string_view text, std::size_t width);

}  // namespace thrive::report
