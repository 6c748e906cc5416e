// SPDX-License-Identifier: MIT
#include "libthrive/report/wrap.hpp"

#include <algorithm>

#include "libthrive/text/unicode.hpp"

namespace thrive::report {

namespace {

/// How many bytes from `at` on are plain ASCII characters that can be seen, each a column wide.
std::size_t visible_run(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] > ' ' && text[end] < '\x7F') ++end;
  return end - at;
}

void wrap_line(std::string_view line, std::size_t width, std::vector<std::string>& lines) {
  std::string current;
  std::size_t used = 0;
  const auto finish = [&] {
    lines.push_back(std::move(current));
    current.clear();
    used = 0;
  };
  for (std::string_view piece : pieces_of(line)) {
    const bool after_blank = piece.data() > line.data() && piece.data()[-1] == ' ';
    const std::size_t blank = after_blank && used > 0 ? 1 : 0;
    std::size_t wide = text::display_width(piece);
    if (used > 0 && used + blank + wide > width) {
      finish();
    } else if (blank == 1) {
      current += ' ';
      ++used;
    }
    while (wide > width) {
      const std::string_view start = piece.substr(0, bytes_that_fit(piece, width));
      if (start.size() == piece.size()) break;
      current += start;
      finish();
      piece.remove_prefix(start.size());
      wide -= text::display_width(start);
    }
    current += piece;
    used += wide;
  }
  finish();
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) break;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  if (!text.empty() || lines.empty()) lines.emplace_back(text);
  return lines;
}

std::vector<std::string_view> pieces_of(std::string_view line) {
  std::vector<std::string_view> pieces;
  bool joins = false;  // the next character belongs to the piece before it
  for (std::size_t at = 0; at < line.size();) {
    if (const std::size_t run = visible_run(line, at); run > 0) {
      if (joins)
        pieces.back() = std::string_view(pieces.back().data(), pieces.back().size() + run);
      else
        pieces.push_back(line.substr(at, run));
      joins = true;
      at += run;
      continue;
    }
    const text::Character character = text::next_character(line, at);
    const std::string_view bytes = line.substr(at, character.length);
    at += character.length;
    if (bytes == " ") {
      joins = false;
      continue;
    }
    const std::size_t width = text::display_width(character.code);
    if (joins && width < 2) {
      pieces.back() = std::string_view(pieces.back().data(), pieces.back().size() + bytes.size());
    } else {
      pieces.push_back(bytes);
    }
    // A mark that takes no room stays with its character; anything else behind a wide character is a new piece.
    joins = width < 2 || (at < line.size() && text::display_width(text::next_character(line, at).code) == 0);
  }
  return pieces;
}

bool fits_as_it_is(std::string_view text, std::size_t width) {
  if (text.size() > width || text.starts_with(' ') || text.ends_with(' ')) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    at += visible_run(text, at);
    if (at < text.size() && (text[at] != ' ' || text[at - 1] == ' ')) return false;
  }
  return true;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  if (fits_as_it_is(text, width)) return {std::string(text)};
  const std::string harmless = text::without_controls(text, true);
  std::vector<std::string> lines;
  for (const std::string& line : lines_of(harmless)) wrap_line(line, std::max<std::size_t>(width, 1), lines);
  return lines;
}

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const std::size_t run = visible_run(text, at);
    longest = std::max(longest, run);
    at += run;
    if (at < text.size() && text[at] != ' ') break;
  }
  if (at >= text.size()) return longest;
  for (const std::string& line : lines_of(text::without_controls(text, true)))
    for (const std::string_view piece : pieces_of(line)) longest = std::max(longest, text::display_width(piece));
  return longest;
}

std::size_t bytes_that_fit(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const text::Character character = text::next_character(text, at);
    const std::size_t columns = text::display_width(character.code);
    if (at > 0 && used + columns > width) break;
    used += columns;
    at += character.length;
  }
  return at;
}

}  // namespace thrive::report
