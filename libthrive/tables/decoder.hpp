// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "libthrive/tables/input.hpp"

namespace thrive::tables {

/// Turns the bytes of a table into UTF-8, a block at a time. UTF-8 stays as it is; UTF-16 is known by its byte order
/// mark; a byte that is no UTF-8 is taken for Windows-1252, where other lines may well be UTF-8: people put files
/// together. A byte order mark is left out.
class Decoder {
 public:
  enum class Failure { none, unreadable, no_text, zero_byte, workbook };

  explicit Decoder(const Input& input) : input_(input) {}

  /// Appends what the next block says; false at the end, and when it failed.
  bool append_block(std::string& text);

  /// Why it went no further.
  Failure failure() const { return failure_; }
  /// "UTF-16", "Windows-1252", or empty: what the bytes so far were in when it was not UTF-8.
  const std::string& was() const { return was_; }
  /// True when anything but ASCII was met.
  bool is_beyond_ascii() const { return beyond_ascii_; }

 private:
  enum class Form { unknown, utf8, utf16_little, utf16_big };

  bool find_form();
  bool append_utf8(std::string& text);
  bool append_utf16(std::string& text);
  bool mend(std::string& text, std::size_t from, bool at_end);
  bool fail(Failure failure);
  /// Reads the next block behind what was left over of the last; false at the end.
  bool read(std::string& text);

  const Input& input_;
  std::size_t offset_ = 0;
  std::size_t block_size_ = 4096;  // most tables are a few kilobytes; of those that are not, ever more at once
  std::string left_over_;          // bytes of a character that goes on in the next block
  Form form_ = Form::unknown;
  std::string was_;
  bool beyond_ascii_ = false;
  Failure failure_ = Failure::none;
};

}  // namespace thrive::tables
