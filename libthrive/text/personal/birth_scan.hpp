// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "libthrive/text/personal/date_scan.hpp"

namespace thrive::text {

/// Finds dates of birth: words of birth, and a date beside them that nothing else claims.
class BirthScan : public DateScan {
 public:
  using DateScan::DateScan;

  /// The date that the words of birth belong to which begin at a place: behind them, or in front of them. Nothing when
  /// none begin there, or they have no date.
  std::optional<Stretch> birth_date_at(std::size_t at) const;

 private:
  std::size_t birth_words_end(std::size_t begin, bool& is_loose) const;
  bool is_of_a_thing(std::size_t begin) const;
  std::optional<Stretch> date_behind(std::size_t words_end, bool is_loose) const;
  std::optional<Stretch> date_in_front(std::size_t words_begin, std::size_t words_end) const;
};

}  // namespace thrive::text
