// SPDX-License-Identifier: MIT
#include "libthrive/report/html_words.hpp"

#include "libthrive/report/render.hpp"
#include "libthrive/report/wrap.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::report {

namespace {

/// Where a stretch of text from right to left begins and ends, in bytes; both at the end of the text for none.
struct Stretch {
  std::size_t begin;
  std::size_t end;
};

Stretch next_stretch(std::string_view line, std::size_t at) {
  Stretch stretch{line.size(), line.size()};
  while (at < line.size()) {
    const text::Character character = text::next_character(line, at);
    const text::Direction direction = text::direction_of(character.code);
    const bool is_open = stretch.begin < line.size();
    if (direction == text::Direction::right_to_left) {
      if (!is_open) stretch.begin = at;
      stretch.end = at + character.length;
    } else if (direction == text::Direction::left_to_right && is_open) {
      return stretch;
    }
    at += character.length;
  }
  return stretch;
}

std::string isolated(std::string_view line) {
  std::string result;
  for (std::size_t at = 0; at < line.size();) {
    const Stretch stretch = next_stretch(line, at);
    result += escape_html(line.substr(at, stretch.begin - at));
    if (stretch.begin < stretch.end)
      result += "<bdi>" + escape_html(line.substr(stretch.begin, stretch.end - stretch.begin)) + "</bdi>";
    at = stretch.end;
  }
  return result;
}

}  // namespace

std::string html_words(std::string_view words) {
  std::string result;
  for (const std::string& line : lines_of(words)) result += (result.empty() ? "" : "<br>\n") + isolated(line);
  return result;
}

}  // namespace thrive::report
