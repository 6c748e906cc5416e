// SPDX-License-Identifier: MIT
#include "libthrive/findings/severities.hpp"

#include <utility>

namespace thrive::text {

void Severities::set(std::string code, Severity severity) { by_code_.insert_or_assign(std::move(code), severity); }

Severity Severities::of(std::string_view code) const {
  const auto known = by_code_.find(code);
  return known == by_code_.end() ? Severity::warning : known->second;
}

}  // namespace thrive::text
