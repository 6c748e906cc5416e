// SPDX-License-Identifier: MIT
//
// Text that other programs wrote in other encodings than UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace thrive::text {

/// Windows-1252 as UTF-8; nothing when a byte has no meaning in it.
std::optional<std::string> utf8_from_windows_1252(std::string_view bytes);

/// UTF-16 as UTF-8; half of a character beyond the first plane that stands alone becomes U+FFFD.
std::string utf8_from_utf16(std::string_view bytes, bool big_end_first);

/// Text as UTF-8 without a byte order mark, and what it was before when that is worth saying.
struct Decoded {
  std::string utf8;
  std::string was;  // "UTF-16", "Windows-1252", or empty
};

/// UTF-8 stays; UTF-16 is known by its byte order mark; anything else is taken for Windows-1252. Nothing when it is
/// none of them: a byte without a meaning in Windows-1252.
std::optional<Decoded> decode(std::string_view bytes);

}  // namespace thrive::text
