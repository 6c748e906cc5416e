// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/row_choice.hpp"

#include <algorithm>
#include <string_view>

#include "libthrive/findings/say.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::measures {

namespace {

/// True for a text that names the same as a name in kebab-case.
bool reads_as(std::string_view text, std::string_view folded) {
  const auto fold = [](char letter) {
    if (letter == '_' || letter == ' ') return '-';
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  };
  return text.size() == folded.size() &&
         std::equal(text.begin(), text.end(), folded.begin(), [&fold](char a, char b) { return fold(a) == b; });
}

}  // namespace

bool add_conditions(const std::vector<std::string>& given, bool is_not, std::vector<RowCondition>& conditions,
                    text::Diagnostics& problems) {
  for (const std::string& condition : given) {
    const std::size_t equals = condition.find('=');
    if (equals == std::string::npos || equals == 0) {
      findings::say(problems, {"import-condition", text::Place{}, {{"condition", condition}}});
      return false;
    }
    const std::string column = condition.substr(0, equals);
    const auto same = std::find_if(conditions.begin(), conditions.end(), [&](const RowCondition& known) {
      return known.is_not == is_not && text::kebab(known.column) == text::kebab(column);
    });
    if (same != conditions.end())
      same->values.push_back(condition.substr(equals + 1));
    else
      conditions.push_back({column, {condition.substr(equals + 1)}, is_not});
  }
  return true;
}

void RowChoice::add(std::size_t column, const RowCondition& condition) {
  Clause clause{column, condition.column, condition.is_not, {}, {}};
  for (const std::string& value : condition.values) {
    const std::string whole(text::trimmed(value));
    clause.words.push_back({whole, text::kebab(whole), texts_});
    for (std::size_t at = 0; whole.find(',') != std::string::npos && at <= whole.size();) {
      const std::size_t comma = std::min(whole.find(',', at), whole.size());
      const std::string part(text::trimmed(std::string_view(whole).substr(at, comma - at)));
      if (!part.empty()) clause.words.push_back({part, text::kebab(part), texts_});
      at = comma + 1;
    }
    ++texts_;
  }
  clauses_.push_back(std::move(clause));
}

bool RowChoice::wants(const tables::Row& row) {
  constexpr std::size_t few = 200;
  bool wanted = true;
  for (Clause& clause : clauses_) {
    const std::string_view cell = row.text(clause.column);
    bool is_met = false;
    for (Word& word : clause.words) {
      if (!reads_as(cell, word.folded)) continue;
      is_met = word.met = true;
    }
    if (!is_met && !cell.empty() && clause.others.size() < few) clause.others.emplace(cell);
    wanted = wanted && is_met != clause.is_not;
  }
  return wanted;
}

void RowChoice::report_unmet(const std::string& file, text::Diagnostics& problems) const {
  for (const Clause& clause : clauses_) {
    for (const Word& word : clause.words) {
      // A text with commas is met as a whole or by its parts.
      const auto of_same_text = [&word](const Word& other) { return other.whole == word.whole; };
      const auto& words = clause.words;
      const bool has_parts = std::count_if(words.begin(), words.end(), of_same_text) > 1;
      const auto whole = std::find_if(words.begin(), words.end(), of_same_text);
      const bool is_whole = &*whole == &word;
      if (word.met || (has_parts && (is_whole || whole->met))) continue;
      const std::vector<std::string> others(clause.others.begin(), clause.others.end());
      findings::say(problems, {"import-no-such-word",
                               text::whole_file(file),
                               {{"word", word.text},
                                {"column", text::without_controls(clause.title)},
                                {"case", clause.is_not ? "not" : "only"},
                                {"near", text::without_controls(text::nearest_name(word.text, others))}}});
    }
  }
}

}  // namespace thrive::measures
