// SPDX-License-Identifier: MIT
#include "libthrive/priorities/whole_number.hpp"

#include <algorithm>

namespace thrive::priorities {

WholeNumber::WholeNumber(std::uint64_t value) {
  for (; value != 0; value /= base) digits_.push_back(static_cast<std::uint32_t>(value % base));
}

WholeNumber WholeNumber::factorial(std::size_t of) {
  WholeNumber result(1);
  for (std::size_t factor = 2; factor <= of; ++factor) result *= WholeNumber(factor);
  return result;
}

WholeNumber& WholeNumber::operator+=(const WholeNumber& other) {
  digits_.resize(std::max(digits_.size(), other.digits_.size()), 0);
  std::uint64_t carry = 0;
  for (std::size_t at = 0; at < digits_.size(); ++at) {
    const std::uint64_t sum = carry + digits_[at] + (at < other.digits_.size() ? other.digits_[at] : 0);
    digits_[at] = static_cast<std::uint32_t>(sum % base);
    carry = sum / base;
  }
  if (carry != 0) digits_.push_back(static_cast<std::uint32_t>(carry));
  return *this;
}

WholeNumber& WholeNumber::operator*=(const WholeNumber& other) {
  std::vector<std::uint32_t> product(digits_.size() + other.digits_.size() + 1, 0);
  for (std::size_t a = 0; a < digits_.size(); ++a) {
    std::uint64_t carry = 0;
    for (std::size_t b = 0; b < other.digits_.size() || carry != 0; ++b) {
      const std::uint64_t factor = b < other.digits_.size() ? other.digits_[b] : 0;
      const std::uint64_t sum = product[a + b] + digits_[a] * factor + carry;
      product[a + b] = static_cast<std::uint32_t>(sum % base);
      carry = sum / base;
    }
  }
  while (!product.empty() && product.back() == 0) product.pop_back();
  digits_ = std::move(product);
  return *this;
}

bool WholeNumber::is_small() const {
  constexpr std::int64_t largest = std::int64_t{1} << 53;
  return digits_.size() < 2 || (digits_.size() == 2 && small() < largest);
}

std::int64_t WholeNumber::small() const {
  std::int64_t value = 0;
  for (auto digit = digits_.rbegin(); digit != digits_.rend(); ++digit)
    value = value * static_cast<std::int64_t>(base) + *digit;
  return value;
}

std::string WholeNumber::decimal() const {
  if (is_zero()) return "0";
  std::string text = std::to_string(digits_.back());
  for (auto digit = digits_.rbegin() + 1; digit != digits_.rend(); ++digit) {
    const std::string part = std::to_string(*digit);
    text += std::string(9 - part.size(), '0') + part;
  }
  return text;
}

std::string WholeNumber::in_words() const {
  std::string text = decimal();
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, 1, ',');
  return text;
}

}  // namespace thrive::priorities
