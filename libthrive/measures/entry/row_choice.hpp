// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/tables/row.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::measures {

/// Which rows of an extract are wanted: those with one of these words in a column, or those with none of them.
struct RowCondition {
  std::string column;               // its name, or its number from 1
  std::vector<std::string> values;  // as they were given: one text may be a word with commas, or several words
  bool is_not = false;
};

/// Reads `COLUMN=VALUE` or `COLUMN=VALUE,VALUE`; conditions on one column are alternatives. False, with a problem, for
/// a text without `=`.
bool add_conditions(const std::vector<std::string>& given, bool is_not, std::vector<RowCondition>& conditions,
                    text::Diagnostics& problems);

/// Chooses rows by conditions whose columns are known, and remembers which words were met.
class RowChoice {
 public:
  void add(std::size_t column, const RowCondition& condition);
  bool empty() const { return clauses_.empty(); }
  /// True for a row that fulfils every condition.
  bool wants(const tables::Row& row);
  /// Reports every word that no row has: a slip of the pen would leave rows out, or in, without anybody noticing.
  void report_unmet(const std::string& file, text::Diagnostics& problems) const;

 private:
  struct Word {
    std::string text;    // as it was given
    std::string folded;  // in kebab-case
    std::size_t whole;   // the text with commas that it is a part of, counted from 0
    bool met = false;
  };
  struct Clause {
    std::size_t column;
    std::string title;
    bool is_not;
    std::vector<Word> words;       // whole texts first, then their parts
    std::set<std::string> others;  // what else stands in the column, while that is little
  };

  std::vector<Clause> clauses_;
  std::size_t texts_ = 0;
};

}  // namespace thrive::measures
