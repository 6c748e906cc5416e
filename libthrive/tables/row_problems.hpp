// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/text/diagnostics.hpp"

namespace thrive::text {

/// Problems that a long table may have on every row. The first twenty of a kind (one code, one severity) are said one
/// by one; the others are counted and said in one line, so that a million wrong rows cost hardly more than twenty.
class RowProblems {
 public:
  static constexpr std::size_t said_one_by_one = 20;

  /// `source` is the table; the problems go to `problems`. Both must outlive this.
  RowProblems(const Source& source, Diagnostics& problems) : source_(source), problems_(problems) {}

  /// True when a problem of this kind, which begins at a byte of the table, is to be put in words and added by `add`;
  /// false when it was only counted.
  bool is_said(Severity severity, std::string_view code, std::size_t offset);
  /// Adds a problem at a byte of the table.
  void add(Severity severity, std::string code, std::size_t offset, std::string message, std::string hint);
  /// Adds one line for every kind that has more problems than were said. At the end, once.
  void say_how_many_more();

 private:
  struct Kind {
    Severity severity;
    std::string code;
    std::size_t count = 0;
    std::size_t first_left_out = 0;
    std::size_t last = 0;
  };
  const Source& source_;
  Diagnostics& problems_;
  std::vector<Kind> kinds_;
};

}  // namespace thrive::text
