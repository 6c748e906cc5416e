// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "libthrive/text/diagnostics.hpp"

namespace thrive::text {

/// How severe each check is, by its code. The codes' explanations say it (libthrive/data/checks), and nothing else.
class Severities {
 public:
  void set(std::string code, Severity severity);
  /// A warning for a code that nobody has explained.
  Severity of(std::string_view code) const;

 private:
  std::map<std::string, Severity, std::less<>> by_code_;
};

}  // namespace thrive::text
