// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace thrive::journeys {

/// Words that come again and again, each held once and known by its number, in the order in which they first came.
class WordsByNumber {
 public:
  /// The number of a word, which is added when it is new.
  std::uint32_t number_of(std::string_view word);

  std::size_t size() const { return begins_.size(); }
  std::string_view word(std::size_t number) const;

 private:
  struct Slot {
    std::uint32_t sign = 0;   // the upper half of the word's hash
    std::uint32_t place = 0;  // its number, counted from 1; 0 for a slot that is free
  };

  void grow();

  std::string letters_;  // of all words, one behind the other
  std::vector<std::size_t> begins_;
  std::vector<Slot> slots_ = std::vector<Slot>(64);  // always a power of two, and never more than half full
  std::uint32_t last_ = 0;
};

}  // namespace thrive::journeys
