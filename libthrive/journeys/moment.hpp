// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace thrive::journeys {

/// A moment: seconds since 1970-01-01 00:00 UTC, and millionths of one.
struct Moment {
  std::int64_t seconds = 0;
  std::int64_t millionths = 0;
  friend bool operator==(const Moment&, const Moment&) = default;
};

/// Reads the moments of a column, in whatever form each is written: `2025-03-30 14:05:59`, with `T`, a fraction, a zone
/// (`Z`, `+01:00`), or without a time; `30/3/2025 14:05`, `30.3.25`, `30-Mar-25`, `30 March 2025 2:05 pm`, and a
/// spreadsheet's count of days. Day before month; years 00 to 69 are 20xx; a time without a zone is UTC, a day
/// without a time its first second. It remembers the last day, which most rows share with the one before.
class MomentReader {
 public:
  /// Nothing for a text that is no moment of the years 1900 to 2199.
  std::optional<Moment> read(std::string_view text);

 private:
  std::optional<std::int64_t> day_of(std::string_view ten_characters);

  char last_day_[10] = {};
  std::int64_t last_seconds_ = 0;
  bool has_last_ = false;
};

}  // namespace thrive::journeys
