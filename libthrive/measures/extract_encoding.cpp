// SPDX-License-Identifier: MIT
#include "libthrive/measures/extract_encoding.hpp"

#include <cstdint>

#include "libthrive/text/names.hpp"

namespace thrive::measures {

namespace {

void append(std::string& utf8, std::uint32_t code) {
  const auto tail = [&](int shift) { utf8 += static_cast<char>(0x80 | ((code >> shift) & 0x3f)); };
  if (code < 0x80) {
    utf8 += static_cast<char>(code);
  } else if (code < 0x800) {
    utf8 += static_cast<char>(0xc0 | (code >> 6));
    tail(0);
  } else if (code < 0x10000) {
    utf8 += static_cast<char>(0xe0 | (code >> 12));
    tail(6), tail(0);
  } else {
    utf8 += static_cast<char>(0xf0 | (code >> 18));
    tail(12), tail(6), tail(0);
  }
}

/// The 32 characters that Windows-1252 has where Latin-1 has controls; 0 where it has none.
constexpr std::uint16_t windows[] = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                     0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                     0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                     0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

std::string from_windows(std::string_view bytes) {
  std::string utf8;
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    const bool special = code >= 0x80 && code < 0xa0;
    append(utf8, !special ? code : windows[code - 0x80] != 0 ? windows[code - 0x80] : 0xfffd);
  }
  return utf8;
}

std::string from_utf16(std::string_view bytes, bool big_end_first) {
  std::string utf8;
  const auto unit = [&](std::size_t at) -> std::uint32_t {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return big_end_first ? first * 256u + second : second * 256u + first;
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    std::uint32_t code = unit(at);
    const bool high = code >= 0xd800 && code < 0xdc00 && at + 3 < bytes.size();
    if (high && unit(at + 2) >= 0xdc00 && unit(at + 2) < 0xe000) {
      code = 0x10000 + ((code - 0xd800) << 10) + (unit(at + 2) - 0xdc00);
      at += 2;
    } else if (code >= 0xd800 && code < 0xe000) {
      code = 0xfffd;
    }
    append(utf8, code);
  }
  return utf8;
}

}  // namespace

Decoded decode(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xff\xfe")) return {from_utf16(bytes.substr(2), false), "UTF-16"};
  if (bytes.starts_with("\xfe\xff")) return {from_utf16(bytes.substr(2), true), "UTF-16"};
  if (text::is_valid_utf8(bytes)) return {std::string(bytes), ""};
  return {from_windows(bytes), "Windows-1252"};
}

}  // namespace thrive::measures
