// SPDX-License-Identifier: MIT
#include "libthrive/text/names.hpp"

#include <algorithm>
#include <cstddef>

#include "libthrive/text/personal/personal_data.hpp"

namespace thrive::text {

namespace {

/// Damerau-Levenshtein distance between neighbours (optimal string alignment), in bytes; gives up beyond `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, current);
  }
  return last[b.size()];
}

}  // namespace

std::string nearest_name(std::string_view typed, const std::vector<std::string>& known) {
  const std::string wanted = kebab(typed);
  std::string nearest;
  std::size_t smallest = 0;
  for (const std::string& candidate : known) {
    const std::string folded = kebab(candidate);
    const std::size_t limit = std::max<std::size_t>(1, std::max(wanted.size(), folded.size()) / 3);
    const std::size_t distance = edit_distance(wanted, folded, limit);
    // One letter for another in a name of one or two says nothing about what was meant.
    if (distance > limit || distance >= std::max(wanted.size(), folded.size())) continue;
    if (nearest.empty() || distance < smallest) {
      nearest = candidate;
      smallest = distance;
    }
  }
  return nearest;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known) {
  const std::string nearest = nearest_name(typed, known);
  return nearest.empty() ? std::string() : "did you mean '" + nearest + "'?";
}

std::string lower_case(std::string_view text) {
  std::string folded(text);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return folded;
}

std::string kebab(std::string_view text) {
  std::string folded = lower_case(text);
  for (char& c : folded)
    if (c == '_' || c == ' ') c = '-';
  return folded;
}

std::string join(const std::vector<std::string>& items, std::string_view separator) {
  std::string joined;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) joined += separator;
    joined += items[i];
  }
  return joined;
}

std::string as_id(std::string_view text) {
  std::string id;
  for (const char c : text) {
    const bool begins = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (begins || (!id.empty() && (c == '-' || c == '_' || c == '.')))
      id += c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (!id.empty() && id.back() == '-' && id != text) id.pop_back();
  if (id != text && !find_personal_data(text).empty()) return {};  // advice must not repeat what must not be there
  return id;
}

std::string join_in_words(const std::vector<std::string>& items) {
  if (items.size() < 2) return items.empty() ? std::string() : items.front();
  const std::vector<std::string> all_but_last(items.begin(), items.end() - 1);
  return join(all_but_last, ", ") + " and " + items.back();
}

}  // namespace thrive::text
