// SPDX-License-Identifier: MIT
#include "libthrive/journeys/sequences.hpp"

#include <algorithm>
#include <numeric>

namespace thrive::journeys {

namespace {

std::uint64_t hash_of(std::span<const std::uint32_t> sequence) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = sequence.size() * factor;
  for (const std::uint32_t number : sequence) {
    hash = (hash ^ number) * factor;
    hash ^= hash >> 29U;
  }
  return hash ^ (hash >> 32U);
}

}  // namespace

std::span<const std::uint32_t> Sequences::operator[](std::size_t position) const {
  const std::size_t begin = begins_[position];
  const std::size_t end = position + 1 < begins_.size() ? begins_[position + 1] : numbers_.size();
  return std::span(numbers_).subspan(begin, end - begin);
}

void Sequences::add(std::span<const std::uint32_t> sequence, std::int64_t times) {
  const std::uint64_t hash = hash_of(sequence);
  const auto sign = static_cast<std::uint32_t>(hash >> 32U);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].place != 0; at = (at + 1) & mask) {
    if (slots_[at].sign != sign) continue;
    const auto known = (*this)[slots_[at].place - 1];
    if (!std::equal(known.begin(), known.end(), sequence.begin(), sequence.end())) continue;
    counts_[slots_[at].place - 1] += times;
    return;
  }
  begins_.push_back(numbers_.size());
  numbers_.insert(numbers_.end(), sequence.begin(), sequence.end());
  counts_.push_back(times);
  slots_[at] = {sign, static_cast<std::uint32_t>(counts_.size())};
  if (counts_.size() * 2 > slots_.size()) grow();
}

std::vector<std::size_t> Sequences::in_order() const {
  std::vector<std::size_t> order(size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto one = (*this)[a], other = (*this)[b];
    return std::lexicographical_compare(one.begin(), one.end(), other.begin(), other.end());
  });
  return order;
}

void Sequences::grow() {
  std::vector<Slot> more(slots_.size() * 2);
  const std::size_t mask = more.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.place == 0) continue;
    std::size_t at = hash_of((*this)[slot.place - 1]) & mask;
    while (more[at].place != 0) at = (at + 1) & mask;
    more[at] = slot;
  }
  slots_ = std::move(more);
}

}  // namespace thrive::journeys
