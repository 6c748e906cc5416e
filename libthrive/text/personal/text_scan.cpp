// SPDX-License-Identifier: MIT
#include "libthrive/text/personal/text_scan.hpp"

namespace thrive::text {

std::size_t TextScan::skip(std::size_t at, std::string_view signs, std::size_t most) const {
  for (; most > 0 && at < text_.size() && signs.find(text_[at]) != std::string_view::npos; --most) ++at;
  return at;
}

std::string_view TextScan::word_at(std::size_t at) const {
  std::size_t end = at;
  while (is_letter_sign(peek(end)) && end - at < 24) ++end;
  return text_.substr(std::min(at, text_.size()), end - at);
}

std::size_t TextScan::words_end(std::size_t at, std::initializer_list<std::string_view> words) const {
  bool is_first = true;
  for (const std::string_view word : words) {
    if (!is_first) at = skip(at, " _-./\t", 2);
    is_first = false;
    if (rest(at).size() < word.size()) return 0;
    const auto same = [](char a, char b) { return a == as_small(b); };
    if (!std::equal(word.begin(), word.end(), text_.begin() + static_cast<std::ptrdiff_t>(at), same)) return 0;
    at += word.size();
  }
  return at;
}

bool TextScan::has_word_before(std::size_t at, std::size_t within, std::string_view word) const {
  const std::size_t from = at - std::min(at, within);
  const std::string_view window = text_.substr(from, at - from);
  const auto same = [](char a, char b) { return as_small(a) == b; };
  return std::search(window.begin(), window.end(), word.begin(), word.end(), same) != window.end();
}

}  // namespace thrive::text
