// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace thrive::text {

/// A stretch of bytes in a source, from `begin` up to but not including `end`.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

/// A place for a person to look at: both numbers count from 1, columns count characters, not bytes.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
  friend auto operator<=>(const Position&, const Position&) = default;
};

enum class LineEnding { lf, crlf };

/// The bytes of one file as they were read, with the name that messages use for it.
class Source {
 public:
  Source() = default;
  Source(std::string name, std::string bytes);

  const std::string& name() const { return name_; }
  const std::string& bytes() const { return bytes_; }
  /// True when the file starts with a UTF-8 byte order mark.
  bool has_byte_order_mark() const;
  /// The ending of the first line; `lf` when there is only one line.
  LineEnding line_ending() const;
  bool ends_with_newline() const;
  /// Line and column of a byte offset; an offset past the end is the end.
  Position position(std::size_t offset) const;
  /// The text of a span, cut at the end of the source.
  std::string_view text(Span span) const;

 private:
  std::string name_;
  std::string bytes_;
  /// Where the last position was, so that many on one long line do not each count it from its start.
  struct Counted {
    std::size_t line_start = 0;
    std::size_t offset = 0;
    std::size_t characters = 0;
  };
  mutable std::vector<std::uint32_t> line_starts_;  // made at the first question about a position
  mutable Counted counted_;
};

}  // namespace thrive::text
