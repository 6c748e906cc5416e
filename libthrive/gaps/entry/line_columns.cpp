// SPDX-License-Identifier: MIT
#include "libthrive/gaps/entry/line_columns.hpp"

#include <algorithm>
#include <map>

#include "libthrive/gaps/entry/recording.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::gaps {

namespace {

/// A line as it is compared: small letters, one blank between words, no full stop. The same words are the same line.
std::string folded_words(std::string_view words) {
  std::string result;
  for (const char letter : text::lower_case(text::trimmed(words)))
    if (letter != ' ' && letter != '\n' && letter != '\t')
      result += letter;
    else if (!result.ends_with(' '))
      result += ' ';
  while (result.ends_with('.')) result.pop_back();
  return result;
}

}  // namespace

const std::vector<Belonging>& belongings() {
  static const std::vector<Belonging> all = {
      {"from", {"ideal", "in-place", "in-development", "gaps", "recommendations"}},
      {"voice", {"in-place", "in-development", "gaps"}},
      {"module", {"training"}},
      {"who", {"training"}},
      {"people", {"training"}},
      {"owner", {"recommendations"}},
      {"by", {"recommendations"}},
      {"gap", {"recommendations"}}};
  return all;
}

std::string key_of_column(std::string column) {
  std::replace(column.begin(), column.end(), '-', '_');
  return column;
}

std::string column_named(std::string_view text) {
  static const std::map<std::string, std::string, std::less<>> others = {
      {"gap", "gaps"},
      {"gaps,-in-the-shoes-of-a-young-person", "gaps"},
      {"useful-training", "training"},
      {"recommendation", "recommendations"},
      {"what-it-would-be-like", "ideal"}};
  const std::string word = text::kebab(text);
  const std::vector<std::string> columns = columns_of_lines();
  if (std::find(columns.begin(), columns.end(), word) != columns.end()) return word;
  const auto other = others.find(word);
  return other == others.end() ? std::string() : other->second;
}

bool are_same_words(std::string_view a, std::string_view b) { return folded_words(a) == folded_words(b); }

}  // namespace thrive::gaps
