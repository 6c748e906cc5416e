// SPDX-License-Identifier: MIT
//
// Which columns of a table are those of an event log.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "libthrive/journeys/event_log.hpp"
#include "libthrive/tables/columns.hpp"

namespace thrive::journeys {

/// Where the columns of a log stand in its rows.
struct ColumnPlaces {
  std::size_t of_case = 0;
  std::size_t activity = 0;
  std::size_t time = 0;
  std::optional<std::size_t> start;
  std::optional<std::size_t> order;
};

/// The columns that a heading may have: those that are named, else the usual names.
tables::KnownColumns known_log_columns(const LogColumns& wanted);

/// Finds the columns in a heading. A title that was named has to stand there letter by letter. Where none was named, a
/// column of starts is taken when there is one. Nothing, with a problem for each, when columns are not there.
std::optional<ColumnPlaces> find_log_columns(const tables::Heading& heading, const LogColumns& wanted,
                                             text::Diagnostics& problems);

/// The titles of the columns that were found.
LogColumns titles_of(const ColumnPlaces& places, const tables::Heading& heading);

}  // namespace thrive::journeys
