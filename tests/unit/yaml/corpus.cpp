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

namespace {

const std::vector<std::string> pieces = {"a",
                                         "B",
                                         "7",
                                         "0",
                                         ".",
                                         "-",
                                         "+",
                                         "_",
                                         ":",
                                         ": ",
                                         " #",
                                         "#",
                                         " ",
                                         "  ",
                                         ",",
                                         "[",
                                         "]",
                                         "{",
                                         "}",
                                         "?",
                                         "!",
                                         "&",
                                         "*",
                                         "|",
                                         ">",
                                         "'",
                                         "\"",
                                         "%",
                                         "@",
                                         "`",
                                         "\\",
                                         "/",
                                         "=",
                                         "<<",
                                         "~",
                                         "\n",
                                         "\n\n",
                                         "\t",
                                         "\r",
                                         "e",
                                         "x",
                                         "no",
                                         "null",
                                         "true",
                                         "y",
                                         "\xC3\xA9",
                                         "\xE2\x82\xAC",
                                         "\xF0\x9F\x98\x80",
                                         "\xC2\xA0",
                                         "\xC2\x85",
                                         "\xE2\x80\xA8",
                                         "\xE2\x80\xA9",
                                         "\xEF\xBB\xBF",
                                         "\x01",
                                         "\x1B[31m",
                                         "\x7F",
                                         "---",
                                         "...",
                                         "- ",
                                         "? ",
                                         "2024-01-31",
                                         "12:30",
                                         "1e5",
                                         "0x1F",
                                         "inf",
                                         "nan"};

const std::vector<std::string> curated = {"",
                                          "no",
                                          "No",
                                          "NO",
                                          "nO",
                                          "yes",
                                          "on",
                                          "Off",
                                          "y",
                                          "Y",
                                          "n",
                                          "N",
                                          "true",
                                          "True",
                                          "TRUE",
                                          "false",
                                          "null",
                                          "Null",
                                          "NULL",
                                          "~",
                                          "nil",
                                          "none",
                                          ".inf",
                                          "-.inf",
                                          "+.inf",
                                          ".Inf",
                                          ".NaN",
                                          ".nan",
                                          "inf",
                                          "nan",
                                          "0",
                                          "-0",
                                          "1",
                                          "-1",
                                          "+1",
                                          "007",
                                          "010",
                                          "08",
                                          "0o17",
                                          "0x1F",
                                          "0b101",
                                          "1_000",
                                          "1,000",
                                          "1.0",
                                          "1.",
                                          ".5",
                                          "-.5",
                                          "+.5",
                                          "1e3",
                                          "1.5e3",
                                          "1.5e+3",
                                          "6.8523015e+5",
                                          "12:30",
                                          "12:30:45",
                                          "190:20:30.15",
                                          "2024-01-31",
                                          "2024-02-31",
                                          "2024-1-5",
                                          "2001-12-14t21:59:43.10-05:00",
                                          "2001-12-14 21:59:43",
                                          "2025-W05",
                                          "<<",
                                          "=",
                                          "!",
                                          "&",
                                          "*",
                                          "|",
                                          ">",
                                          "%",
                                          "@",
                                          "`",
                                          "-",
                                          "--",
                                          "---",
                                          "...",
                                          "- a",
                                          "-a",
                                          "?",
                                          "? a",
                                          "?a",
                                          ":",
                                          ": a",
                                          ":a",
                                          "a:",
                                          "a: b",
                                          "a:b",
                                          "a :b",
                                          "#",
                                          "#a",
                                          "a#b",
                                          "a #b",
                                          "[",
                                          "]",
                                          "[a]",
                                          "{",
                                          "}",
                                          "{a}",
                                          "a, b",
                                          ",",
                                          "'",
                                          "''",
                                          "\"",
                                          "\"\"",
                                          "'a'",
                                          "\"a\"",
                                          "it's",
                                          "say \"hi\"",
                                          "'\"",
                                          "\\",
                                          "C:\\Users",
                                          "\\n",
                                          " a",
                                          "a ",
                                          " ",
                                          "\t",
                                          "a\tb",
                                          "\ta",
                                          "a\t",
                                          "\n",
                                          "\na",
                                          "a\n",
                                          "a\n\n",
                                          "a\nb",
                                          "a\n b",
                                          " a\nb",
                                          "a \nb",
                                          "a\n\nb",
                                          "a\n\n\nb\n",
                                          "a\r\nb",
                                          "a\rb",
                                          "\r",
                                          "- a\n- b",
                                          "a: b\nc: d",
                                          "# a\nb",
                                          "a\n# b",
                                          "\xC2\x85",
                                          "a\xC2\x85"
                                          "b",
                                          "\xE2\x80\xA8",
                                          "a\xE2\x80\xA9"
                                          "b",
                                          "\xC2\xA0",
                                          "\xC2\xA0"
                                          "a",
                                          "a\xC2\xA0",
                                          "\xEF\xBB\xBF",
                                          "\x01",
                                          "\x07",
                                          "\x1B[0m",
                                          "\x7F",
                                          "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
                                          "\xE6\x97\xA5\xE6\x9C\xAC",
                                          "https://example.org/?a=b#c",
                                          "user@example.org",
                                          "50 %",
                                          "C#",
                                          "key: [a, {b: c}]",
                                          "yes: no",
                                          "a,b",
                                          "0,",
                                          "1:",
                                          "e5"};

}  // namespace

std::vector<std::string> nasty_texts(std::size_t count) {
  std::vector<std::string> texts = curated;
  Chance chance(5);
  while (texts.size() < curated.size() + count) {
    std::string text;
    for (std::size_t length = 1 + chance.number(6); length > 0; --length) text += chance.one_of(pieces);
    texts.push_back(text);
  }
  return texts;
}

}  // namespace thrive::tests
