// SPDX-License-Identifier: MIT
#include "libthrive/findings/sentence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "libthrive/text/names.hpp"

namespace thrive::findings {

namespace {

using text::Value;

constexpr std::string_view by_case = "case";
constexpr std::string_view by_count = "count";
constexpr std::string_view any_other = "otherwise";

/// A place in a text: `{name:form}`, from the first brace to behind the last.
struct Blank {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view name;
  std::string_view form;
};

/// The next place at or behind a position; nothing when there is none. `{{` is none.
std::optional<Blank> next_blank(std::string_view text, std::size_t from) {
  while ((from = text.find('{', from)) != std::string_view::npos) {
    if (text.substr(from, 2) == "{{") {
      from += 2;
      continue;
    }
    const std::size_t close = text.find('}', from);
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view inside = text.substr(from + 1, close - from - 1);
    const std::size_t colon = std::min(inside.find(':'), inside.size());
    return Blank{from, close + 1, inside.substr(0, colon), inside.substr(std::min(colon + 1, inside.size()))};
  }
  return std::nullopt;
}

bool is_known(const Value& fact) {
  const std::string* words = fact.as_text();
  return !fact.is_null() && (words == nullptr || !words->empty());
}

const Value* find(const Facts& facts, std::string_view name) {
  for (const auto& [known, fact] : facts)
    if (known == name && is_known(fact)) return &fact;
  return nullptr;
}

std::optional<double> number_of(const Value& fact) {
  if (const auto* whole = fact.as_integer()) return static_cast<double>(*whole);
  if (const auto* number = fact.as_number()) return *number;
  if (const auto* list = fact.as_list()) return static_cast<double>(list->size());
  return std::nullopt;
}

std::string in_words(const Value& fact) {
  if (const auto* words = fact.as_text()) return *words;
  if (const auto* whole = fact.as_integer()) return fmt::format("{}", *whole);
  if (const auto* number = fact.as_number()) return fmt::format("{}", *number);
  if (const auto* truth = fact.as_bool()) return *truth ? "yes" : "no";
  return {};
}

std::string list_in_words(const Value::List& list, std::string_view form, bool is_quoted) {
  std::vector<std::string> items;
  items.reserve(list.size());
  for (const Value& item : list) items.push_back(in_words(item));
  if (form == ",") return text::join(items, is_quoted ? "', '" : ", ");
  if (!is_quoted || items.size() < 2) return text::join_in_words(items);
  const std::string last = std::move(items.back());
  items.pop_back();
  return text::join(items, "', '") + "' and '" + last;
}

std::string in_form(const Value& fact, std::string_view form, bool is_quoted) {
  if (const std::size_t bar = form.find('|'); bar != std::string_view::npos)
    return std::string(number_of(fact) == 1.0 ? form.substr(0, bar) : form.substr(bar + 1));
  if (const auto* list = fact.as_list()) return list_in_words(*list, form, is_quoted);
  if (const auto number = number_of(fact); number && form.starts_with('.'))
    return fmt::format("{:.{}f}", *number, std::atoi(std::string(form.substr(1)).c_str()));
  return in_words(fact);
}

/// Text between two places, with its doubled braces made single.
void add_plain(std::string_view plain, std::string& into) {
  for (std::size_t at = 0; at < plain.size(); ++at) {
    into += plain[at];
    if (plain.substr(at, 2) == "{{" || plain.substr(at, 2) == "}}") ++at;
  }
}

std::optional<std::string> filled_text(std::string_view text, const Facts& facts) {
  std::string words;
  std::size_t done = 0;
  while (const std::optional<Blank> blank = next_blank(text, done)) {
    const Value* fact = find(facts, blank->name);
    if (fact == nullptr) return std::nullopt;
    add_plain(text.substr(done, blank->begin - done), words);
    words += in_form(*fact, blank->form, blank->begin > 0 && text[blank->begin - 1] == '\'');
    done = blank->end;
  }
  add_plain(text.substr(done), words);
  return words;
}

bool is_by_count(const Sentence& sentence) {
  return std::all_of(sentence.cases.begin(), sentence.cases.end(),
                     [](const auto& known) { return known.first == "one" || known.first == "other"; });
}

const Sentence* find_case(const Sentence& sentence, std::string_view wanted) {
  for (const auto& [word, words] : sentence.cases)
    if (word == wanted) return &words;
  return nullptr;
}

/// Which of the cases the facts mean; null pointer when they mean none of them.
const Sentence* case_of(const Sentence& sentence, const Facts& facts) {
  if (is_by_count(sentence)) {
    const Value* deciding = find(facts, by_count);
    return deciding == nullptr ? nullptr : find_case(sentence, number_of(*deciding) == 1.0 ? "one" : "other");
  }
  const Value* deciding = find(facts, by_case);
  const Sentence* meant = deciding == nullptr ? nullptr : find_case(sentence, in_words(*deciding));
  return meant != nullptr ? meant : find_case(sentence, any_other);
}

void add_once(std::string_view name, std::vector<std::string>& names) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
}

void add_names(const Sentence& sentence, std::vector<std::string>& names) {
  if (!sentence.cases.empty()) add_once(is_by_count(sentence) ? by_count : by_case, names);
  for (const auto& [word, words] : sentence.cases) add_names(words, names);
  for (const Sentence& alternative : sentence.alternatives) add_names(alternative, names);
  for (auto blank = next_blank(sentence.text, 0); blank; blank = next_blank(sentence.text, blank->end))
    add_once(blank->name, names);
}

void add_texts(const Sentence& sentence, std::vector<std::string>& texts) {
  if (!sentence.text.empty()) add_once(sentence.text, texts);
  for (const auto& [word, words] : sentence.cases) add_texts(words, texts);
  for (const Sentence& alternative : sentence.alternatives) add_texts(alternative, texts);
}

}  // namespace

std::optional<std::string> filled(const Sentence& sentence, const Facts& facts) {
  for (const Sentence& alternative : sentence.alternatives)
    if (auto words = filled(alternative, facts)) return words;
  if (!sentence.alternatives.empty()) return std::nullopt;
  if (sentence.cases.empty()) return filled_text(sentence.text, facts);
  const Sentence* meant = case_of(sentence, facts);
  return meant == nullptr ? std::nullopt : filled(*meant, facts);
}

std::vector<std::string> names_in(const Sentence& sentence) {
  std::vector<std::string> names;
  add_names(sentence, names);
  return names;
}

std::vector<std::string> texts_of(const Sentence& sentence) {
  std::vector<std::string> texts;
  add_texts(sentence, texts);
  return texts;
}

}  // namespace thrive::findings
