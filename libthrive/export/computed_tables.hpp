// SPDX-License-Identifier: MIT
//
// Tables of what the tools work out, to stand beside those of what people wrote.
#pragma once

#include <string>
#include <vector>

#include "libthrive/findings/forms.hpp"
#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/records/tidy.hpp"

namespace thrive::exports {

/// `figures`: a row a figure of a measure, with centre, limits and the rules that it breaks. `readings`: a row a
/// measure. `findings`: a row a finding of `thrive check`.
class ComputedTables {
 public:
  ComputedTables();

  /// Adds a measure as it was read. A ratio of few people is hidden, numerator, denominator and value.
  void add(const std::string& project, const measures::Read& read, const text::SmallNumbers& small);
  void add(const std::string& project, const findings::Checked& checked);
  std::vector<records::TidyTable> take() && { return std::move(tables_); }

 private:
  std::vector<records::TidyTable> tables_;
};

}  // namespace thrive::exports
