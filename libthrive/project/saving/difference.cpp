// SPDX-License-Identifier: MIT
#include "libthrive/project/saving/difference.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace thrive::project {

namespace {

using Lines = std::vector<std::string_view>;

/// A line that stays (` `), goes (`-`) or comes (`+`).
struct Step {
  char sign;
  std::string_view line;
};

Lines split_lines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// The shortest way from one list of lines to another (E. Myers, "An O(ND) difference algorithm and its variations",
/// 1986): the furthest point on every diagonal is kept for each number of changes, and the way is read backwards.
class ShortestEdit {
 public:
  ShortestEdit(const Lines& before, const Lines& after) : before_(before), after_(after) {}

  std::vector<Step> steps() {
    const int n = static_cast<int>(before_.size()), m = static_cast<int>(after_.size());
    const int most = std::min(n + m, most_changes);
    std::vector<int> furthest(static_cast<std::size_t>(2 * most + 3), 0);
    const auto at = [&furthest, most](int diagonal) -> int& {
      return furthest[static_cast<std::size_t>(diagonal + most + 1)];
    };
    for (int changes = 0; changes <= most; ++changes) {
      // Only the diagonals that this round can look at are kept, so that memory grows with the changes alone.
      history_.emplace_back(furthest.begin() + (most - changes), furthest.begin() + (most + changes + 3));
      for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
        const bool goes_down = diagonal == -changes || (diagonal != changes && at(diagonal - 1) < at(diagonal + 1));
        int x = goes_down ? at(diagonal + 1) : at(diagonal - 1) + 1;
        int y = x - diagonal;
        while (x < n && y < m && before_[index(x)] == after_[index(y)]) ++x, ++y;
        at(diagonal) = x;
        if (x >= n && y >= m) return walk_back(changes);
      }
    }
    return replaced();
  }

 private:
  static constexpr int most_changes = 2000;

  static std::size_t index(int line) { return static_cast<std::size_t>(line); }

  std::vector<Step> replaced() const {
    std::vector<Step> steps;
    for (const std::string_view line : before_) steps.push_back({'-', line});
    for (const std::string_view line : after_) steps.push_back({'+', line});
    return steps;
  }

  std::vector<Step> walk_back(int changes) const {
    std::vector<Step> steps;
    int x = static_cast<int>(before_.size()), y = static_cast<int>(after_.size());
    const auto step_back_equal = [&] {
      steps.push_back({' ', before_[index(--x)]});
      --y;
    };
    for (int left = changes; left > 0; --left) {
      const std::vector<int>& furthest = history_[index(left)];
      const auto at = [&furthest, left](int diagonal) { return furthest[index(diagonal + left + 1)]; };
      const int diagonal = x - y;
      const bool goes_down = diagonal == -left || (diagonal != left && at(diagonal - 1) < at(diagonal + 1));
      const int from_diagonal = goes_down ? diagonal + 1 : diagonal - 1;
      const int from_x = at(from_diagonal), from_y = from_x - from_diagonal;
      while (x > from_x && y > from_y) step_back_equal();
      if (goes_down) {
        steps.push_back({'+', after_[index(--y)]});
      } else {
        steps.push_back({'-', before_[index(--x)]});
      }
    }
    while (x > 0) step_back_equal();
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

  const Lines& before_;
  const Lines& after_;
  std::vector<std::vector<int>> history_;
};

/// The steps between two texts; what is equal at both ends is taken off first.
std::vector<Step> steps_between(const Lines& before, const Lines& after) {
  std::size_t front = 0, back = 0;
  const std::size_t shorter = std::min(before.size(), after.size());
  while (front < shorter && before[front] == after[front]) ++front;
  while (back < shorter - front && before[before.size() - 1 - back] == after[after.size() - 1 - back]) ++back;
  const auto middle = [front, back](const Lines& lines) {
    return Lines(lines.begin() + static_cast<std::ptrdiff_t>(front), lines.end() - static_cast<std::ptrdiff_t>(back));
  };
  std::vector<Step> steps;
  for (std::size_t i = 0; i < front; ++i) steps.push_back({' ', before[i]});
  const Lines old_middle = middle(before), new_middle = middle(after);
  for (const Step& step : ShortestEdit(old_middle, new_middle).steps()) steps.push_back(step);
  for (std::size_t i = before.size() - back; i < before.size(); ++i) steps.push_back({' ', before[i]});
  return steps;
}

void write_line(std::string& out, const Step& step) {
  out += step.sign;
  out += step.line;
  if (!step.line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

/// `12,3`, or `12` for a single line, or the line before an empty stretch, as diff(1) writes it.
std::string range(std::size_t first, std::size_t count) {
  if (count == 0) return fmt::format("{},0", first);
  return count == 1 ? fmt::format("{}", first + 1) : fmt::format("{},{}", first + 1, count);
}

}  // namespace

std::string unified_difference(std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return {};
  constexpr std::size_t context = 3;
  const std::vector<Step> steps = steps_between(split_lines(before), split_lines(after));
  std::string out = fmt::format("--- {0}\n+++ {0}\n", name);
  std::size_t old_line = 0, new_line = 0;  // lines of each text before step `at`
  for (std::size_t at = 0; at < steps.size();) {
    std::size_t change = at;
    while (change < steps.size() && steps[change].sign == ' ') ++change;
    if (change == steps.size()) break;
    const std::size_t begin = change - std::min(context, change - at);
    old_line += begin - at;
    new_line += begin - at;
    std::size_t end = change, last = change;
    while (end < steps.size() && end - last <= 2 * context) {
      if (steps[end].sign != ' ') last = end;
      ++end;
    }
    end = std::min(last + context + 1, steps.size());
    std::string lines;
    std::size_t old_count = 0, new_count = 0;
    for (std::size_t i = begin; i < end; ++i) {
      old_count += steps[i].sign != '+';
      new_count += steps[i].sign != '-';
      write_line(lines, steps[i]);
    }
    out += fmt::format("@@ -{} +{} @@\n", range(old_line, old_count), range(new_line, new_count)) + lines;
    old_line += old_count;
    new_line += new_count;
    at = end;
  }
  return out;
}

}  // namespace thrive::project
