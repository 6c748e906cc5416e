// SPDX-License-Identifier: MIT
#include "libthrive/tables/decoder.hpp"

#include <array>
#include <cstdint>
#include <cstring>

#include "libthrive/tables/encoding.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::tables {

namespace {

constexpr std::size_t largest_block = std::size_t{1} << 17;

/// The first byte from `at` on that is not ASCII; the end when all are.
std::size_t beyond_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080u;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t eight;
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & high_bits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

/// How many bytes a character has that begins with this one; 1 for a byte that begins none.
std::size_t promised_length(unsigned char lead) {
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  return lead >= 0xC2 && lead < 0xE0 ? 2 : 1;
}

/// True when the text ends in the middle of a character that may still be a good one.
bool is_cut_short(std::string_view text, std::size_t at) {
  if (text.size() - at >= promised_length(static_cast<unsigned char>(text[at]))) return false;
  for (std::size_t next = at + 1; next < text.size(); ++next)
    if ((static_cast<unsigned char>(text[next]) & 0xC0U) != 0x80U) return false;
  return true;
}

}  // namespace

bool Decoder::fail(Failure failure) {
  failure_ = failure;
  return false;
}

bool Decoder::read(std::string& text) {
  const std::size_t before = text.size();
  text.resize(before + block_size_);
  const std::ptrdiff_t count = input_.read(offset_, text.data() + before, block_size_);
  if (block_size_ < largest_block) block_size_ *= 2;
  text.resize(before + static_cast<std::size_t>(count > 0 ? count : 0));
  if (count < 0) return fail(Failure::unreadable);
  offset_ += static_cast<std::size_t>(count);
  return count > 0;
}

bool Decoder::find_form() {
  char start[4] = {};
  std::size_t size = 0;
  for (std::ptrdiff_t count = 1; count > 0 && size < sizeof start; size += static_cast<std::size_t>(count)) {
    count = input_.read(size, start + size, sizeof start - size);
    if (count < 0) return fail(Failure::unreadable);
  }
  const std::string_view bytes(start, size);
  form_ = Form::utf8;
  // A zip archive, as .xlsx and .ods are, and the older .xls.
  if (bytes == "PK\x03\x04" || bytes == "\xD0\xCF\x11\xE0") return fail(Failure::workbook);
  if (bytes.starts_with("\xEF\xBB\xBF")) offset_ = 3;
  if (bytes.starts_with("\xFF\xFE")) form_ = Form::utf16_little;
  if (bytes.starts_with("\xFE\xFF")) form_ = Form::utf16_big;
  if (form_ != Form::utf8) {
    offset_ = 2;
    was_ = "UTF-16";
    beyond_ascii_ = true;
  }
  return true;
}

bool Decoder::append_block(std::string& text) {
  if (failure_ != Failure::none || (form_ == Form::unknown && !find_form())) return false;
  return form_ == Form::utf8 ? append_utf8(text) : append_utf16(text);
}

bool Decoder::append_utf8(std::string& text) {
  const std::size_t from = text.size();
  text += left_over_;
  left_over_.clear();
  const bool more = read(text);
  if (failure_ != Failure::none) return false;
  const bool grew = text.size() > from;
  const bool has_zero = std::memchr(text.data() + from, '\0', text.size() - from) != nullptr;
  std::size_t at = beyond_ascii(text, from);
  while (at < text.size()) {
    beyond_ascii_ = true;
    const text::Character character = text::next_character(text, at);
    if (!character.is_valid) {
      if (more && is_cut_short(text, at)) {
        left_over_ = text.substr(at);
        text.resize(at);
        break;
      }
      if (!mend(text, at, !more)) return false;
      break;
    }
    at = beyond_ascii(text, at + character.length);
  }
  return has_zero ? fail(Failure::zero_byte) : more || grew;
}

/// From the first byte that is no UTF-8 on, every such byte is one of Windows-1252.
bool Decoder::mend(std::string& text, std::size_t from, bool at_end) {
  was_ = "Windows-1252";
  const std::string rest = text.substr(from);
  text.resize(from);
  for (std::size_t at = 0; at < rest.size();) {
    const text::Character character = text::next_character(rest, at);
    if (character.is_valid) {
      text.append(rest, at, character.length);
    } else if (!at_end && is_cut_short(rest, at)) {
      left_over_ = rest.substr(at);
      break;
    } else {
      const auto utf8 = text::utf8_from_windows_1252(std::string_view(rest).substr(at, 1));
      if (!utf8) return fail(Failure::no_text);
      text += *utf8;
    }
    at += character.length;
  }
  return true;
}

bool Decoder::append_utf16(std::string& text) {
  std::string bytes = std::move(left_over_);
  left_over_.clear();
  const bool more = read(bytes);
  if (failure_ != Failure::none) return false;
  std::size_t whole = bytes.size() - bytes.size() % 2;
  // The first half of a character beyond the first plane waits for the second.
  const std::size_t high = form_ == Form::utf16_big ? 2 : 1;
  if (more && whole >= 2 && (static_cast<unsigned char>(bytes[whole - high]) & 0xFCU) == 0xD8U) whole -= 2;
  if (more) left_over_ = bytes.substr(whole);
  const std::size_t from = text.size();
  text += text::utf8_from_utf16(std::string_view(bytes).substr(0, whole), form_ == Form::utf16_big);
  if (text.find('\0', from) != std::string::npos) return fail(Failure::zero_byte);
  return more || text.size() > from;
}

}  // namespace thrive::tables
