// SPDX-License-Identifier: MIT
//
// What stands in place of a figure, or behind it, in tables of official statistics and of spreadsheets.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thrive::measures {

/// What a mark says.
struct Mark {
  std::string written;       // as the table has it: "[x]", "..", "1 to 7"
  std::string_view meaning;  // "not available"
  bool hides_small = false;  // a number that was small, and is not told
};

/// The meaning of a text that stands in place of a figure: [x], [c], [low], .., :, *, <5, 1 to 7, #REF!. Nothing for
/// a text that is none. Plain ways to say that there is no figure (empty, NULL, n/a, -) have no meaning to tell.
std::optional<Mark> mark_of(std::string_view text);

/// True for an empty cell, NULL, n/a and the like.
bool says_no_figure(std::string_view text);

/// Marks behind a figure: "120 [p]" is 120 and provisional, "95 [r][note 2]" is revised.
struct FigureMarks {
  bool is_provisional = false;
  std::vector<Mark> marks;
};
/// Takes them off the end of a cell.
FigureMarks take_marks(std::string_view& text);

/// True for what a column of statuses says of a figure that may still change: yes, p, provisional.
bool says_provisional(std::string_view text);

/// Collects marks, each once, with how often it was there.
class MetMarks {
 public:
  void add(const Mark& mark);
  bool empty() const { return marks_.empty(); }
  /// "'[x]' is not available, '[c]' hidden because small and '..' not available": in the order they were met.
  std::string in_words() const;

 private:
  std::vector<Mark> marks_;
};

}  // namespace thrive::measures
