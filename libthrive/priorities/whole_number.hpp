// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace thrive::priorities {

/// A count without an upper limit: optimal orders are counted exactly, and there can be 24! of them.
class WholeNumber {
 public:
  WholeNumber(std::uint64_t value = 0);
  /// 1 * 2 * ... * of; 1 for 0.
  static WholeNumber factorial(std::size_t of);

  WholeNumber& operator+=(const WholeNumber& other);
  WholeNumber& operator*=(const WholeNumber& other);
  bool is_zero() const { return digits_.empty(); }
  /// True when every program can hold it in a floating-point number: at most 2^53.
  bool is_small() const;
  /// The value of a small number.
  std::int64_t small() const;
  /// In decimal, without separators.
  std::string decimal() const;
  /// In decimal with a comma between thousands.
  std::string in_words() const;

  friend bool operator==(const WholeNumber&, const WholeNumber&) = default;

 private:
  static constexpr std::uint64_t base = 1'000'000'000;
  std::vector<std::uint32_t> digits_;  // to the base of a thousand million, least first; none for zero
};

}  // namespace thrive::priorities
