// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "libthrive/text/personal/text_scan.hpp"

namespace thrive::text {

/// Finds where people are reached: e-mail addresses and postcodes.
class PlaceScan : public TextScan {
 public:
  using TextScan::TextScan;

  /// The address around what stands for an @ at a place; nothing when there is none.
  std::optional<Stretch> email_at(std::size_t place) const;
  /// The postcode that begins at a place; nothing when none does.
  std::optional<Stretch> postcode_at(std::size_t begin) const;

 private:
  std::size_t at_length(std::size_t place) const;
  std::size_t point_end(std::size_t at, bool is_worded) const;
  std::size_t domain_end(std::size_t begin, bool is_worded) const;
  std::size_t outward_end(std::size_t begin) const;
  bool is_meant_as_postcode(std::size_t begin, std::size_t outward, std::size_t inward) const;
};

}  // namespace thrive::text
