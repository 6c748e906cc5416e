// SPDX-License-Identifier: MIT
//
// How the fields of a project file are described: once, next to the struct that holds them. The reader and
// its errors, `thrive schema`, `thrive show`, the writer of edits and thrive-project(5) all walk these
// descriptions; there is no second list of fields anywhere.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "libthrive/text/date.hpp"

namespace thrive::model {

/// What a field's value must be, beyond its C++ type. Built as `Rule{}.required().at_least(0)`.
struct Rule {
  bool is_required = false;
  std::string_view vocabulary = {};    // terms of this vocabulary, aliases accepted
  std::string_view refers_to = {};     // ids of this kind: "service", "place", "item", "measure", "cycle", "table", ...
  std::optional<double> minimum = {};  // inclusive
  std::optional<double> maximum = {};  // inclusive
  bool is_non_empty = false;           // a list or text that must not be empty
  bool is_path = false;                // a file inside the project folder
  bool is_flow_style = false;          // written on one line: {a: 1, b: 2}

  constexpr Rule required() const {
    Rule r = *this;
    r.is_required = true;
    return r;
  }
  constexpr Rule from(std::string_view terms) const {
    Rule r = *this;
    r.vocabulary = terms;
    return r;
  }
  constexpr Rule names(std::string_view kind) const {
    Rule r = *this;
    r.refers_to = kind;
    return r;
  }
  constexpr Rule at_least(double value) const {
    Rule r = *this;
    r.minimum = value;
    return r;
  }
  constexpr Rule at_most(double value) const {
    Rule r = *this;
    r.maximum = value;
    return r;
  }
  constexpr Rule non_empty() const {
    Rule r = *this;
    r.is_non_empty = true;
    return r;
  }
  constexpr Rule path() const {
    Rule r = *this;
    r.is_path = true;
    return r;
  }
  constexpr Rule one_line() const {
    Rule r = *this;
    r.is_flow_style = true;
    return r;
  }
};

/// Specialised for every record of the project file:
///   static constexpr std::string_view title;      what one record is, in two or three words
///   static constexpr std::string_view shorthand;  the field that may stand for the whole record, or ""
///   static void fields(auto& visit, auto& record) one visit(name, member, meaning, rule) a field, in file order
template <class Record>
struct Description;

template <class T>
concept Described = requires {
  Description<T>::title;
};

/// Specialised for every closed list of words that the program itself acts on:
///   static constexpr std::string_view title;
///   static constexpr std::pair<E, std::string_view> values[];   kebab-case, in the order to show them
template <class E>
struct Names;

template <class E>
concept Named = requires {
  Names<E>::values;
};

/// The kebab-case word of an enumerator.
template <Named E>
constexpr std::string_view word(E value) {
  for (const auto& [known, text] : Names<E>::values)
    if (known == value) return text;
  return {};
}

/// Hashes a name given as any kind of text, so that a look-up makes no copy.
struct NameHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
};

/// A mapping from ids to records that keeps the order of the file.
template <class T>
class Keyed {
 public:
  struct Entry {
    std::string id;
    T value;
    friend bool operator==(const Entry&, const Entry&) = default;
  };

  /// Adds a record at the end; the caller has checked that the id is new.
  T& add(std::string id, T value = {}) {
    entries_.push_back({std::move(id), std::move(value)});
    if (entries_.size() == indexed_from) {
      for (std::size_t i = 0; i < entries_.size(); ++i) index_.emplace(entries_[i].id, i);
    } else if (entries_.size() > indexed_from) {
      index_.emplace(entries_.back().id, entries_.size() - 1);
    }
    return entries_.back().value;
  }
  const T* find(std::string_view id) const {
    if (entries_.size() < indexed_from) {
      for (const Entry& entry : entries_)
        if (entry.id == id) return &entry.value;
      return nullptr;
    }
    const auto at = index_.find(id);
    return at == index_.end() ? nullptr : &entries_[at->second].value;
  }
  T* find(std::string_view id) { return const_cast<T*>(std::as_const(*this).find(id)); }
  bool contains(std::string_view id) const { return find(id) != nullptr; }
  std::vector<std::string> ids() const {
    std::vector<std::string> result;
    for (const Entry& entry : entries_) result.push_back(entry.id);
    return result;
  }
  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  const Entry& operator[](std::size_t position) const { return entries_[position]; }
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }
  auto begin() { return entries_.begin(); }
  auto end() { return entries_.end(); }

  friend bool operator==(const Keyed& a, const Keyed& b) { return a.entries_ == b.entries_; }

 private:
  // A few entries are found faster by looking at each than by hashing, and most mappings have only a few.
  static constexpr std::size_t indexed_from = 16;

  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::size_t, NameHash, std::equal_to<>> index_;
};

/// A value that the file may give alone or as a list: `M1` or `[M1, M2]`.
template <class T>
struct OneOrMany {
  std::vector<T> items;
  friend bool operator==(const OneOrMany&, const OneOrMany&) = default;
};

}  // namespace thrive::model
