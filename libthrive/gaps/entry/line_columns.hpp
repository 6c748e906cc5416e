// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thrive::gaps {

/// The details that belong to some columns only.
struct Belonging {
  std::string_view detail;
  std::vector<std::string_view> columns;
};
const std::vector<Belonging>& belongings();

/// The key of a column in the project file: in_place of in-place.
std::string key_of_column(std::string column);

/// The column that somebody means, in the words of a sheet or of its picture; empty when none.
std::string column_named(std::string_view text);

/// True for texts that are one line of a sheet: the same words, whatever their case, blanks and full stop.
bool are_same_words(std::string_view a, std::string_view b);

}  // namespace thrive::gaps
