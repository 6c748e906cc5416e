// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/journeys/entry/extract_reader.hpp"
#include "libthrive/tables/row.hpp"

namespace thrive::journeys {

/// Where the columns that are wanted stand in an extract.
struct FoundColumns {
  std::size_t rows_above = 0;  // the heading, which is the first row or stands below a few lines of words
  std::array<std::optional<std::size_t>, model::date_role_count> days{};
  std::optional<std::size_t> id, person, close_reason, age;
  std::vector<std::size_t> watched;
  std::vector<std::size_t> scope;
};

/// Finds them by their titles, which are exact. Nothing, with every title that is missing or there twice among the
/// problems, when one cannot be found.
std::optional<FoundColumns> find_extract_columns(const std::vector<tables::Row>& start, const std::string& file,
                                                 const ExtractQuestion& question, text::Diagnostics& problems);

}  // namespace thrive::journeys
