// SPDX-License-Identifier: MIT
#include "libthrive/versions/layout.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace thrive::versions {

namespace {

/// A line of a file, and the keys and values that begin on it.
struct LayoutLine {
  std::string_view text;
  std::vector<std::string_view> scalars;
};

void add_lines(const yaml::Document& document, std::vector<LayoutLine>& lines) {
  const std::size_t first = lines.size();
  std::string_view bytes = document.source().bytes();
  std::vector<std::size_t> starts;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    starts.push_back(begin);
    lines.push_back({bytes.substr(begin, end - begin), {}});
    begin = end + 1;
  }
  for (yaml::NodeId id = 0; id < document.size(); ++id) {
    const yaml::Node node = document.node(id);
    if (node.kind != yaml::Kind::scalar) continue;
    const auto after = std::upper_bound(starts.begin(), starts.end(), std::size_t{node.text.begin});
    lines[first + static_cast<std::size_t>(after - starts.begin()) - 1].scalars.push_back(node.value);
  }
}

std::vector<LayoutLine> lines_of(const std::vector<yaml::Document>& documents) {
  std::vector<LayoutLine> lines;
  for (const yaml::Document& document : documents) add_lines(document, lines);
  return lines;
}

/// The lines that the other version does not have in this number, whatever their order.
std::vector<const LayoutLine*> differing_lines(const std::vector<LayoutLine>& lines,
                                               const std::vector<LayoutLine>& others) {
  std::map<std::string_view, std::size_t> there;
  for (const LayoutLine& line : others) ++there[line.text];
  std::vector<const LayoutLine*> differing;
  for (const LayoutLine& line : lines) {
    const auto at = there.find(line.text);
    if (at == there.end() || at->second == 0)
      differing.push_back(&line);
    else
      --at->second;
  }
  return differing;
}

/// Lines of which every key and value is on a differing line of the other version.
std::size_t lines_that_say_the_same(const std::vector<const LayoutLine*>& lines,
                                    const std::vector<const LayoutLine*>& others) {
  std::map<std::string_view, std::size_t> there;
  for (const LayoutLine* line : others)
    for (const std::string_view scalar : line->scalars) ++there[scalar];
  std::size_t count = 0;
  for (const LayoutLine* line : lines) {
    const bool is_there = std::all_of(line->scalars.begin(), line->scalars.end(), [&](std::string_view scalar) {
      const auto at = there.find(scalar);
      return at != there.end() && at->second > 0;
    });
    if (!is_there) continue;
    for (const std::string_view scalar : line->scalars)
      if (there[scalar] > 0) --there[scalar];
    ++count;
  }
  return count;
}

}  // namespace

std::size_t lines_of_layout(const std::vector<yaml::Document>& a, const std::vector<yaml::Document>& b) {
  const std::vector<LayoutLine> of_a = lines_of(a), of_b = lines_of(b);
  const auto only_a = differing_lines(of_a, of_b), only_b = differing_lines(of_b, of_a);
  return std::max(lines_that_say_the_same(only_a, only_b), lines_that_say_the_same(only_b, only_a));
}

}  // namespace thrive::versions
