// SPDX-License-Identifier: MIT
#include "libthrive/tables/row_problems.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace thrive::text {

bool RowProblems::is_said(Severity severity, std::string_view code, std::size_t offset) {
  auto kind = std::find_if(kinds_.begin(), kinds_.end(),
                           [&](const Kind& known) { return known.severity == severity && known.code == code; });
  if (kind == kinds_.end()) kind = kinds_.insert(kind, {severity, std::string(code)});
  kind->last = offset;
  if (++kind->count == said_one_by_one + 1) kind->first_left_out = offset;
  return kind->count <= said_one_by_one;
}

void RowProblems::add(Severity severity, std::string code, std::size_t offset, std::string message, std::string hint) {
  problems_.add(
      {severity, std::move(code), {source_.name(), source_.position(offset)}, std::move(message), std::move(hint)});
}

void RowProblems::say_how_many_more() {
  for (const Kind& kind : kinds_) {
    if (kind.count <= said_one_by_one) continue;
    const std::size_t left_out = kind.count - said_one_by_one;
    add(kind.severity, kind.code, kind.first_left_out,
        fmt::format("{} more of this kind from here to line {}", left_out, source_.position(kind.last).line), "");
  }
  kinds_.clear();
}

}  // namespace thrive::text
