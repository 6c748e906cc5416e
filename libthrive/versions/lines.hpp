// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "libthrive/yaml/scalars.hpp"

namespace thrive::versions {

/// The first byte of the line that a byte is in.
inline std::size_t line_start(std::string_view bytes, std::size_t at) {
  const std::size_t end = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

/// The first byte of the next line, or the end of the text.
inline std::size_t next_line(std::string_view bytes, std::size_t at) {
  const std::size_t end = bytes.find('\n', at);
  return end == std::string_view::npos ? bytes.size() : end + 1;
}

/// The first byte from here on that is no blank.
inline std::size_t skip_blanks(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && yaml::is_blank(bytes[at])) ++at;
  return at;
}

/// How a line ends.
inline std::string_view line_end_of(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  return end != std::string_view::npos && end > 0 && bytes[end - 1] == '\r' ? "\r\n" : "\n";
}

/// The column of a comment that has a line to itself; -1 when the line holds something else.
inline int comment_column(std::string_view bytes, std::size_t line) {
  const std::size_t text = skip_blanks(bytes, line);
  return text < bytes.size() && bytes[text] == '#' ? static_cast<int>(text - line) : -1;
}

inline bool is_empty_line(std::string_view bytes, std::size_t line) {
  const std::size_t text = skip_blanks(bytes, line);
  return text < bytes.size() && (bytes[text] == '\n' || bytes[text] == '\r');
}

}  // namespace thrive::versions
