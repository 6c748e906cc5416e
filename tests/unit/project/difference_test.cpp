// SPDX-License-Identifier: MIT
#include "libthrive/project/saving/difference.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using thrive::project::unified_difference;

namespace {

/// Applies a difference of ours, hunk by hunk, and checks what it says of the old text on the way.
std::string patched(const std::string& before, const std::string& difference, std::size_t& changed_lines) {
  std::vector<std::string> old_lines;
  for (std::size_t at = 0; at < before.size();) {
    const std::size_t end = std::min(before.find('\n', at), before.size() - 1) + 1;
    old_lines.push_back(before.substr(at, end - at));
    at = end;
  }
  std::string after;
  std::size_t next = 0;
  std::size_t at = difference.find("@@");
  while (at != std::string::npos && at < difference.size()) {
    std::size_t end = difference.find('\n', at) + 1;
    std::string line = difference.substr(at, end - at);
    at = end;
    if (line.starts_with("@@ -")) {
      const std::size_t comma = line.find_first_of(", ", 4);
      std::size_t first = std::stoul(line.substr(4, comma - 4));
      if (!(line[comma] == ',' && line[comma + 1] == '0')) --first;
      while (next < first) after += old_lines.at(next++);
      continue;
    }
    if (difference.compare(at, 2, "\\ ") == 0) {
      line.pop_back();
      at = difference.find('\n', at) + 1;
    }
    const std::string text = line.substr(1);
    if (line[0] != '+') CHECK(old_lines.at(next++) == text);
    if (line[0] != '-') after += text;
    changed_lines += line[0] != ' ';
  }
  while (next < old_lines.size()) after += old_lines.at(next++);
  return after;
}

/// Lines in the longest common subsequence, by the textbook's table.
std::size_t common_lines(const std::vector<int>& a, const std::vector<int>& b) {
  std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
  return best[a.size()][b.size()];
}

std::string text_of(const std::vector<int>& lines) {
  std::string text;
  for (const int line : lines) text += "line " + std::to_string(line) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a changed line is one line out and one in, with three lines around it") {
  const std::string before = "a\nb\nc\nd\ne\nf\ng\nh\ni\n";
  const std::string after = "a\nb\nc\nd\nE\nf\ng\nh\ni\n";
  CHECK(unified_difference("p.yaml", before, after) ==
        "--- p.yaml\n+++ p.yaml\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n");
  CHECK(unified_difference("p.yaml", before, before).empty());
}

TEST_CASE("a missing final newline is told as diff(1) tells it") {
  CHECK(unified_difference("p", "a\nb", "a\nb\n") ==
        "--- p\n+++ p\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
  CHECK(unified_difference("p", "", "a\n") == "--- p\n+++ p\n@@ -0,0 +1 @@\n+a\n");
}

TEST_CASE("differences of random texts are shortest and lead from the one to the other") {
  std::mt19937 random(20240108);
  const auto below = [&random](unsigned limit) { return static_cast<int>(random() % limit); };
  for (int round = 0; round < 1500; ++round) {
    std::vector<int> before, after;
    const auto kinds = static_cast<unsigned>(2 + below(6));  // few kinds of line make many ways to line them up
    for (int i = below(30); i > 0; --i) before.push_back(below(kinds));
    for (const int line : before)
      if (below(5) != 0) after.push_back(below(6) == 0 ? below(kinds) : line);
    if (below(3) == 0) after.push_back(below(kinds));
    CAPTURE(text_of(before));
    CAPTURE(text_of(after));
    const std::string difference = unified_difference("p", text_of(before), text_of(after));
    std::size_t changed = 0;
    REQUIRE(patched(text_of(before), difference, changed) == text_of(after));
    CHECK(changed == before.size() + after.size() - 2 * common_lines(before, after));
  }
}

TEST_CASE("changes with five equal lines between them are told together, with seven apart") {
  const auto hunks = [](int between) {
    std::string before = "a\n", after = "A\n";
    for (int i = 0; i < between; ++i) before += "same\n", after += "same\n";
    const std::string difference = unified_difference("f", before + "b\n", after + "B\n");
    std::size_t count = 0;
    for (std::size_t at = difference.find("\n@@ "); at != std::string::npos; at = difference.find("\n@@ ", at + 1))
      ++count;
    return count;
  };
  CHECK(hunks(5) == 1);
  CHECK(hunks(7) == 2);
}
