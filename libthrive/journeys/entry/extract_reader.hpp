// SPDX-License-Identifier: MIT
//
// Reads an extract of people once, from its first row to its last, and keeps numbers: no id, no name, no row.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/journeys/quality.hpp"
#include "libthrive/journeys/referrals.hpp"
#include "libthrive/tables/input.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::journeys {

/// A column whose values tell referrals apart.
struct WatchedColumn {
  std::string title;
  model::Keyed<std::string> shown_as;  // how values are shown, by what stands in the cell
  /// Only these values are told apart, and all others are one; nothing when every value counts for itself.
  std::optional<std::vector<std::string>> only{};
};

/// What is wanted of an extract.
struct ExtractQuestion {
  model::ExtractColumns columns;
  model::Keyed<model::OneOrMany<std::string>> scope;
  model::ClockStart start = model::ClockStart::received;
  std::vector<WatchedColumn> watched;
  text::Date cut_off{};
  bool has_spells = false;
  bool keeps_keys = false;
};

/// A column may have so many values and no more: beyond that it tells people apart.
constexpr std::size_t most_values = 50;

struct ReadExtract {
  Referrals referrals;
  Quality quality;                   // as far as reading goes: rows, what is no referral, duplicates, scope, dates
  std::optional<text::Date> newest;  // day up to the cut-off
};

/// Reads an extract in any spelling of a table. Days are those of the calendar as written; a day more than 20 years
/// before the cut-off is a placeholder. Faults are said as warnings with their lines, never with what stands there.
/// Nothing, with an error, when a column is missing or about single people, a quote is never closed, or most of a
/// column of days cannot be read.
std::optional<ReadExtract> read_extract(const tables::Input& input, const ExtractQuestion& question,
                                        text::Diagnostics& problems);

}  // namespace thrive::journeys
