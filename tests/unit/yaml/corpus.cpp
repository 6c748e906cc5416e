// SPDX-License-Identifier: MIT
#include "tests/unit/yaml/corpus.hpp"

#include <algorithm>
#include <filesystem>

#include "tests/unit/support.hpp"

namespace thrive::tests {

std::vector<CorpusDocument> yaml_corpus() {
  std::vector<CorpusDocument> documents;
  for (const auto& entry : std::filesystem::directory_iterator(source_path("tests/cases/yaml")))
    if (entry.path().extension() == ".yaml")
      documents.push_back({entry.path().stem().string(), read_file(entry.path().string())});
  std::sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return documents;
}

namespace {

std::size_t start_of_some_line(const std::string& bytes, Chance& chance) {
  const std::size_t newline = bytes.find('\n', chance.number(bytes.size() + 1));
  return newline == std::string::npos ? 0 : newline + 1;
}

std::size_t length_of_line(const std::string& bytes, std::size_t start) {
  const std::size_t newline = bytes.find('\n', start);
  return newline == std::string::npos ? bytes.size() - start : newline + 1 - start;
}

}  // namespace

std::string with_slips(std::string bytes, Chance& chance) {
  const std::string typed = " \t\n:-#,[]{}'\"|>&*!?%@`.~abc01\\\r";
  for (std::size_t slips = 1 + chance.number(3); slips > 0; --slips) {
    const std::size_t at = chance.number(bytes.size() + 1);
    const std::size_t line = start_of_some_line(bytes, chance);
    const std::size_t length = length_of_line(bytes, line);
    switch (chance.number(9)) {
      case 0:
      case 1:
        bytes.insert(at, 1, typed[chance.number(typed.size())]);
        break;
      case 2:
        if (at < bytes.size()) bytes.erase(at, 1 + chance.number(3));
        break;
      case 3:
        if (at < bytes.size()) bytes[at] = typed[chance.number(typed.size())];
        break;
      case 4:
        bytes.erase(line, length);
        break;
      case 5:
        bytes.insert(line, bytes.substr(line, length));
        break;
      case 6:
        bytes.insert(line, 1 + chance.number(4), ' ');
        break;
      case 7: {
        const std::string moved = bytes.substr(line, length);
        bytes.erase(line, length);
        bytes.insert(start_of_some_line(bytes, chance), moved);
        break;
      }
      default:
        if (line < bytes.size() && bytes[line] == ' ') bytes.erase(line, 1);
    }
  }
  return bytes;
}

}  // namespace thrive::tests
