// SPDX-License-Identifier: MIT
#include "libthrive/tables/encoding.hpp"

#include <array>

#include "libthrive/text/unicode.hpp"

namespace thrive::text {

namespace {

// What 0x80 to 0x9f mean in Windows-1252; 0 for the five bytes that mean nothing.
constexpr std::array<char16_t, 32> upper_control_bytes = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

}  // namespace

std::optional<std::string> utf8_from_windows_1252(std::string_view bytes) {
  std::string utf8;
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    const bool special = code >= 0x80 && code < 0xA0;
    const char32_t character = special ? upper_control_bytes[code - 0x80u] : code;
    if (special && character == 0) return std::nullopt;
    utf8 += to_utf8(character);
  }
  return utf8;
}

std::string utf8_from_utf16(std::string_view bytes, bool big_end_first) {
  std::string utf8;
  const auto unit = [bytes, big_end_first](std::size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return big_end_first ? first * 256u + second : second * 256u + first;
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(at);
    const bool high = code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size();
    if (high && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    } else if (code >= 0xD800 && code < 0xE000) {
      code = 0xFFFD;
    }
    utf8 += to_utf8(code);
  }
  return utf8;
}

std::optional<Decoded> decode(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE")) return Decoded{utf8_from_utf16(bytes.substr(2), false), "UTF-16"};
  if (bytes.starts_with("\xFE\xFF")) return Decoded{utf8_from_utf16(bytes.substr(2), true), "UTF-16"};
  if (is_valid_utf8(bytes)) return Decoded{std::string(bytes), ""};
  std::optional<std::string> utf8 = utf8_from_windows_1252(bytes);
  if (!utf8) return std::nullopt;
  return Decoded{std::move(*utf8), "Windows-1252"};
}

}  // namespace thrive::text
