// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace thrive::model {

/// Hashes a name given as any kind of text, so that a look-up makes no copy.
struct NameHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
};

/// One word of a vocabulary.
struct Term {
  std::string id;  // kebab-case
  std::string name;
  std::vector<std::string> aliases;
  std::string meaning;
  /// What else the vocabulary file says of it, by key: a perspective's `questions`, a principle's `points`, a
  /// grouping's `letter`, a sector's `colour`, a training module's `words`.
  std::vector<std::pair<std::string, std::vector<std::string>>> details;
  /// The lines of one detail; empty when the term has none.
  const std::vector<std::string>& detail(std::string_view key) const;
};

/// The words that projects are written in: groupings, principles, categories, sectors, perspectives, observation kinds,
/// flow kinds, levels, PDSA decisions, charts, rule sets, training modules. Built in, and replaceable by a file.
class Vocabulary {
 public:
  struct List {
    std::string id;  // "groupings"
    std::string title;
    std::vector<Term> terms;
    std::unordered_map<std::string, std::size_t, NameHash, std::equal_to<>> positions{};  // by folded word
  };
  const std::vector<List>& lists() const { return lists_; }
  /// The terms of a list, in their order; empty when there is no such list.
  const std::vector<Term>& terms(std::string_view list) const;
  /// A term by id, name or alias, case and `_`/`-`/blank ignored; null pointer when it is unknown.
  const Term* find(std::string_view list, std::string_view word) const;
  /// The name of a term, or the id itself when it is unknown.
  std::string name(std::string_view list, std::string_view id) const;
  std::vector<std::string> ids(std::string_view list) const;
  bool has_list(std::string_view list) const { return list_of(list) != nullptr; }
  /// Adds a term to a list, and the list when there is none. Words that the list knows already keep their meaning.
  void add(std::string_view list, Term term);
  /// Adds an empty list.
  void add_list(std::string id, std::string title);

 private:
  const List* list_of(std::string_view list) const;

  std::vector<List> lists_;
};

}  // namespace thrive::model
