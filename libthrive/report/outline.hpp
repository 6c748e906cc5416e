// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>

namespace thrive::report {

/// Keeps headings in order: no level is left out on the way down, none is deeper than the format has.
class Outline {
 public:
  /// `top` is the level of the heading that stands above everything.
  explicit Outline(int top) : last_(std::clamp(top, 1, deepest)) {}
  int top() const { return last_; }
  /// The level at which a heading is written that asks for `wanted`.
  int level(int wanted) {
    last_ = std::clamp(wanted, 1, std::min(last_ + 1, deepest));
    return last_;
  }

 private:
  static constexpr int deepest = 6;
  int last_;
};

}  // namespace thrive::report
