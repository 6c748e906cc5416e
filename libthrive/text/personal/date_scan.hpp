// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/text/personal/text_scan.hpp"

namespace thrive::text {

/// Finds dates as people write them, in all orders of their parts.
class DateScan : public TextScan {
 public:
  using TextScan::TextScan;

  /// The end of a date that begins at a place; 0 when none does.
  std::size_t date_end(std::size_t at) const;

 private:
  std::size_t numeric_date_end(std::size_t at) const;
  std::size_t compact_date_end(std::size_t at) const;
  std::size_t day_first_end(std::size_t at) const;
  std::size_t month_first_end(std::size_t at) const;
  std::size_t year_first_end(std::size_t at) const;
  std::size_t day_end(std::size_t at) const;
  std::size_t month_end(std::size_t at) const;
  std::size_t year_end(std::size_t at) const;
};

}  // namespace thrive::text
