// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/model/description.hpp"

namespace thrive::model {

/// The words of a closed list, in the order to show them.
template <Named E>
std::vector<std::string> words() {
  std::vector<std::string> result;
  for (const auto& [value, word] : Names<E>::values) result.emplace_back(word);
  return result;
}

/// What a word stands for, spelt as in the list; nothing when it is not in it.
template <Named E>
std::optional<E> named(std::string_view wanted) {
  for (const auto& [value, word] : Names<E>::values)
    if (word == wanted) return value;
  return std::nullopt;
}

}  // namespace thrive::model
