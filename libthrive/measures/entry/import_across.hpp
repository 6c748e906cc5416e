// SPDX-License-Identifier: MIT
//
// Wide tables: a column for every month, a row for every thing that is counted.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/measures/entry/import.hpp"

namespace thrive::measures {

/// The row of a wide table that names the times, and which column is of which.
struct Across {
  std::size_t row = 0;  // among the first rows of the extract
  std::vector<std::pair<std::size_t, Period>> dates;
  std::vector<std::string> parts{};  // by date, what its column is called below: "Seen" and "Waiting" of every month
};

/// Finds it: the first row with two times or more beside each other and figures, but no times, below them; the year may
/// stand once above its months. Nothing for a table with a row for every time.
std::optional<Across> find_across(const Extract& extract, const ImportRequest& request, const ImportTarget& target);

/// Takes the figures of the wanted row: the one that --where chooses, that is called as the measure is, or the only
/// one.
std::optional<Imported> import_across(Extract& extract, const Across& across, const ImportRequest& request,
                                      const ImportTarget& target, text::Diagnostics& problems);

}  // namespace thrive::measures
