// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace thrive::measures {

/// Text as UTF-8 without a byte order mark, and what it was before when that is worth saying.
struct Decoded {
  std::string utf8;
  std::string was;  // "UTF-16", "Windows-1252", or empty
};

/// UTF-8 stays; UTF-16 is known by its byte order mark; anything else is taken for Windows-1252.
Decoded decode(std::string_view bytes);

}  // namespace thrive::measures
