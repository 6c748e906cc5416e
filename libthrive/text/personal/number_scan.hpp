// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/text/personal/date_scan.hpp"
#include "libthrive/text/personal/personal_data.hpp"

namespace thrive::text {

/// Finds NHS numbers and phone numbers in runs of digits with their separators.
class NumberScan : public DateScan {
 public:
  using DateScan::DateScan;
  using Found = std::function<void(PersonalKind kind, Stretch where)>;

  /// Reports each number in the run that begins at a digit; where the run ends.
  std::size_t find(std::size_t at, const Found& found);

 private:
  std::size_t digits_end(std::size_t at) const;
  std::size_t separator_length(std::size_t at) const;
  std::string digits(std::size_t first, std::size_t last) const;
  std::string_view between(std::size_t group) const;
  std::size_t phone_at(std::size_t first, const Found& report);
  std::size_t mobile_without_zero_at(std::size_t first, const Found& report);
  std::size_t nhs_number_at(std::size_t first, const Found& report);
  bool is_nhs_group(std::size_t first, std::size_t last) const;
  bool is_usual_grouping(std::size_t first, std::size_t last) const;
  bool is_likely_grouping(std::size_t first, std::size_t last) const;
  bool is_within_fingerprint(const Stretch& group) const;
  bool is_decimal(std::size_t group) const;

  std::vector<Stretch> groups_;  // digits that stand together, of the run that is looked at
};

}  // namespace thrive::text
