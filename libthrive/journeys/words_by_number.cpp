// SPDX-License-Identifier: MIT
#include "libthrive/journeys/words_by_number.hpp"

#include <cstring>

namespace thrive::journeys {

namespace {

/// Eight bytes at a time, multiplied and folded (wyhash's step); the same on every run.
std::uint64_t hash_of(std::string_view word) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = word.size() * factor;
  while (!word.empty()) {
    std::uint64_t eight = 0;
    const std::size_t length = word.size() < 8 ? word.size() : 8;
    std::memcpy(&eight, word.data(), length);
    hash = (hash ^ eight) * factor;
    hash ^= hash >> 29U;
    word.remove_prefix(length);
  }
  return hash ^ (hash >> 32U);
}

}  // namespace

std::string_view WordsByNumber::word(std::size_t number) const {
  const std::size_t begin = begins_[number];
  const std::size_t end = number + 1 < begins_.size() ? begins_[number + 1] : letters_.size();
  return std::string_view(letters_).substr(begin, end - begin);
}

std::uint32_t WordsByNumber::number_of(std::string_view wanted) {
  if (last_ < begins_.size() && word(last_) == wanted) return last_;
  const std::uint64_t hash = hash_of(wanted);
  const auto sign = static_cast<std::uint32_t>(hash >> 32U);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].place != 0; at = (at + 1) & mask)
    if (slots_[at].sign == sign && word(slots_[at].place - 1) == wanted) return last_ = slots_[at].place - 1;
  begins_.push_back(letters_.size());
  letters_ += wanted;
  slots_[at] = {sign, static_cast<std::uint32_t>(begins_.size())};
  last_ = static_cast<std::uint32_t>(begins_.size()) - 1;
  if (begins_.size() * 2 > slots_.size()) grow();
  return last_;
}

void WordsByNumber::grow() {
  std::vector<Slot> more(slots_.size() * 2);
  const std::size_t mask = more.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.place == 0) continue;
    std::size_t at = hash_of(word(slot.place - 1)) & mask;
    while (more[at].place != 0) at = (at + 1) & mask;
    more[at] = slot;
  }
  slots_ = std::move(more);
}

}  // namespace thrive::journeys
