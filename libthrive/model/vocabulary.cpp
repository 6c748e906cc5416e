// SPDX-License-Identifier: MIT
#include "libthrive/model/vocabulary.hpp"

#include <utility>

#include "libthrive/text/names.hpp"

namespace thrive::model {

namespace {

const std::vector<std::string> no_lines;
const std::vector<Term> no_terms;

/// Words up to this length are folded without touching the heap.
constexpr std::size_t short_word = 96;

}  // namespace

const std::vector<std::string>& Term::detail(std::string_view key) const {
  for (const auto& [key_of_detail, texts] : details)
    if (key_of_detail == key) return texts;
  return no_lines;
}

const Vocabulary::List* Vocabulary::list_of(std::string_view list) const {
  for (const List& known : lists_)
    if (known.id == list) return &known;
  return nullptr;
}

const std::vector<Term>& Vocabulary::terms(std::string_view list) const {
  const List* known = list_of(list);
  return known == nullptr ? no_terms : known->terms;
}

const Term* Vocabulary::find(std::string_view list, std::string_view word) const {
  const List* known = list_of(list);
  if (known == nullptr) return nullptr;
  auto found = known->positions.find(word);
  if (found == known->positions.end() && word.size() <= short_word) {
    char folded[short_word];
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char c = word[i];
      folded[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '_' || c == ' ' ? '-' : c;
    }
    found = known->positions.find(std::string_view(folded, word.size()));
  }
  return found == known->positions.end() ? nullptr : &known->terms[found->second];
}

std::string Vocabulary::name(std::string_view list, std::string_view id) const {
  const Term* term = find(list, id);
  return term == nullptr ? std::string(id) : term->name;
}

std::vector<std::string> Vocabulary::ids(std::string_view list) const {
  std::vector<std::string> result;
  for (const Term& term : terms(list)) result.push_back(term.id);
  return result;
}

void Vocabulary::add_list(std::string id, std::string title) {
  lists_.push_back({std::move(id), std::move(title), {}});
}

void Vocabulary::add(std::string_view list, Term term) {
  if (!has_list(list)) add_list(std::string(list), std::string(list));
  List& known = const_cast<List&>(*list_of(list));
  const std::size_t position = known.terms.size();
  known.positions.emplace(text::kebab(term.id), position);
  known.positions.emplace(text::kebab(term.name), position);
  for (const std::string& alias : term.aliases) known.positions.emplace(text::kebab(alias), position);
  known.terms.push_back(std::move(term));
}

}  // namespace thrive::model
