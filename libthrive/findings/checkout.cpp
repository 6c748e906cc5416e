// SPDX-License-Identifier: MIT
#include "libthrive/findings/checkout.hpp"

#include <filesystem>

namespace thrive::findings {

std::string from_top(const Checkout& checkout, std::string_view path) {
  while (path.starts_with("./")) path.remove_prefix(2);
  if (checkout.top.empty()) return std::string(path);
  const std::filesystem::path whole = (std::filesystem::path(checkout.here) / path).lexically_normal();
  const std::filesystem::path way = whole.lexically_relative(checkout.top);
  const bool is_outside = way.empty() || *way.begin() == "..";
  return is_outside ? std::string(path) : way.generic_string();
}

}  // namespace thrive::findings
