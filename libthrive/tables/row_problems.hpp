// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/tables/row.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::tables {

/// Problems that a long table may have on every row. The first twenty of a kind (one code, one severity) are said one
/// by one; the others are counted and said in one line, so that a million wrong rows cost hardly more than twenty.
class RowProblems {
 public:
  static constexpr std::size_t said_one_by_one = 20;

  /// The problems go to `problems`, which must outlive this.
  explicit RowProblems(text::Diagnostics& problems) : problems_(problems) {}

  /// True when a problem of this kind, at a cell of a row, is to be put in words and added by `add`; false when it was
  /// only counted.
  bool is_said(text::Severity severity, std::string_view code, const Row& row, std::size_t column);
  /// The same at a place that is known already.
  bool is_said(text::Severity severity, std::string_view code, const text::Place& place);
  /// Adds a problem.
  void add(text::Diagnostic problem) { problems_.add(std::move(problem)); }
  void add(text::Severity severity, std::string code, text::Place place, std::string message, std::string hint);
  /// Adds one line for every kind that has more problems than were said. At the end, once.
  void say_how_many_more();

 private:
  struct Kind {
    text::Severity severity;
    std::string code;
    std::size_t count = 0;
    text::Place first_left_out;
    std::size_t last_line = 0;
  };
  Kind& kind_of(text::Severity severity, std::string_view code);

  text::Diagnostics& problems_;
  std::vector<Kind> kinds_;
};

}  // namespace thrive::tables
