// SPDX-License-Identifier: MIT
//
// Counts of people that are too small to show: who knows the place may know the person. What is meant for readers says
// "fewer than 5" instead, in sentences, tables and pictures alike; forms that are read back by programs are exact.
// Their words are in report/render.hpp.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace thrive::text {

/// The rule of a project: which counts of people readers do not see.
struct SmallNumbers {
  int under = 5;  // the smallest count that is shown; 0 shows all
  /// True for a count from above 0 to below `under`. Nobody is shown: it tells of no one.
  bool hides(double people) const { return people > 0 && people < under; }
  bool hides(const std::optional<double>& people) const { return people && hides(*people); }
  friend bool operator==(const SmallNumbers&, const SmallNumbers&) = default;
};

/// Which counts of a row are not shown, where a reader may know what they add up to: the small ones, and while those
/// hidden add up to a small number themselves, the next smallest.
std::vector<bool> hidden_together(const std::vector<double>& counts, const SmallNumbers& small);

/// A total of counts of people, each of which readers may see elsewhere. Where one of them is hidden, the exact total
/// would give it away.
struct PeopleTotal {
  double total = 0;
  double shown = 0;  // of the counts that are not hidden
  std::size_t recorded = 0;
  std::size_t missing = 0;
  std::size_t hidden = 0;  // of those recorded
  void add(const std::optional<double>& count, const SmallNumbers& small = {});
  /// The total; 0 when there was nothing to add up, nothing when all that there was is missing.
  std::optional<double> known() const;
  bool is_complete() const { return missing == 0; }
};

}  // namespace thrive::text
