// SPDX-License-Identifier: MIT
#include "libthrive/tables/row_problems.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace thrive::tables {

RowProblems::Kind& RowProblems::kind_of(text::Severity severity, std::string_view code) {
  auto kind = std::find_if(kinds_.begin(), kinds_.end(),
                           [&](const Kind& known) { return known.severity == severity && known.code == code; });
  if (kind == kinds_.end()) kind = kinds_.insert(kind, {severity, std::string(code), 0, {}, 0});
  return *kind;
}

bool RowProblems::is_said(text::Severity severity, std::string_view code, const Row& row, std::size_t column) {
  Kind& kind = kind_of(severity, code);
  kind.last_line = row.line();
  if (++kind.count == said_one_by_one + 1) kind.first_left_out = row.place(column);
  return kind.count <= said_one_by_one;
}

bool RowProblems::is_said(text::Severity severity, std::string_view code, const text::Place& place) {
  Kind& kind = kind_of(severity, code);
  kind.last_line = place.from.line;
  if (++kind.count == said_one_by_one + 1) kind.first_left_out = place;
  return kind.count <= said_one_by_one;
}

void RowProblems::add(text::Severity severity, std::string code, text::Place place, std::string message,
                      std::string hint) {
  problems_.add({severity, std::move(code), std::move(place), std::move(message), std::move(hint)});
}

void RowProblems::say_how_many_more() {
  for (const Kind& kind : kinds_) {
    if (kind.count <= said_one_by_one) continue;
    const std::size_t left_out = kind.count - said_one_by_one;
    add(kind.severity, kind.code, kind.first_left_out,
        fmt::format("{} more of this kind from here to line {}", left_out, kind.last_line), "");
  }
  kinds_.clear();
}

}  // namespace thrive::tables
