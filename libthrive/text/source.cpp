// SPDX-License-Identifier: MIT
#include "libthrive/text/source.hpp"

#include <algorithm>
#include <cstring>

namespace thrive::text {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Bytes that continue a UTF-8 character do not begin a column.
bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

}  // namespace

Source::Source(std::string name, std::string bytes) : name_(std::move(name)), bytes_(std::move(bytes)) {}

bool Source::has_byte_order_mark() const { return std::string_view(bytes_).starts_with(byte_order_mark); }

LineEnding Source::line_ending() const {
  const auto newline = bytes_.find('\n');
  return newline != std::string::npos && newline > 0 && bytes_[newline - 1] == '\r' ? LineEnding::crlf : LineEnding::lf;
}

bool Source::ends_with_newline() const { return bytes_.ends_with('\n'); }

Position Source::position(std::size_t offset) const {
  if (line_starts_.empty()) {
    line_starts_.push_back(0);
    for (std::size_t at = bytes_.find('\n'); at != std::string::npos; at = bytes_.find('\n', at + 1))
      line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
  offset = std::min(offset, bytes_.size());
  const auto next_line = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::size_t>(next_line - line_starts_.begin());
  std::size_t start = line_starts_[line - 1];
  if (start == 0 && has_byte_order_mark()) start = std::min(offset, byte_order_mark.size());
  if (counted_.line_start != start || counted_.offset > offset) counted_ = {start, start, 0};
  counted_.characters +=
      static_cast<std::size_t>(std::count_if(bytes_.begin() + static_cast<std::ptrdiff_t>(counted_.offset),
                                             bytes_.begin() + static_cast<std::ptrdiff_t>(offset), begins_character));
  counted_.offset = offset;
  return {line, counted_.characters + 1};
}

std::string_view Source::text(Span span) const {
  const std::size_t begin = std::min<std::size_t>(span.begin, bytes_.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, bytes_.size());
  return std::string_view(bytes_).substr(begin, end - begin);
}

}  // namespace thrive::text
