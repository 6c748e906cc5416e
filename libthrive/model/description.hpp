// SPDX-License-Identifier: MIT
//
// How the fields of a project file are described: once, next to the struct that holds them. The reader and
// its errors, `thrive schema`, `thrive show`, the writer of edits and thrive-project(5) all walk these
// descriptions; there is no second list of fields anywhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/model/keyed.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::model {

/// What a field's value must be, beyond its C++ type. Built as `Rule{}.required().at_least(0)`.
struct Rule {
  bool is_required = false;
  std::string_view vocabulary = {};    // terms of this vocabulary, aliases accepted
  std::string_view refers_to = {};     // names something of this kind: "service", "item", "cycle", "place" ...
  bool may_be_words = false;           // of a name: anything else than an id is words, and no mistake
  std::string_view defined_kind = {};  // of a keyed section: its ids are things of this kind, to be referred to
  std::optional<double> minimum = {};  // inclusive
  std::optional<double> maximum = {};  // inclusive
  bool is_non_empty = false;           // a list or text that must not be empty
  bool is_path = false;                // a file inside the project folder
  bool is_flow_style = false;          // written on one line: {a: 1, b: 2}
  bool has_free_keys = false;          // of a keyed member: its keys are words of others, such as titles of columns
  bool has_date_keys = false;          // of a keyed member: its keys are dates
  bool counts_people = false;          // a number of people, or a list with an entry for each: small ones are not shown
  bool is_in_order = false;            // of a list: its order means something, so that it is one value
  bool is_numbered = false;            // of a keyed section: its ids are numbers that came in turn, such as o31
  bool joins_smaller = false;          // changed in two versions: the smaller, or earlier, one is taken
  bool is_decided = false;             // what people agreed of the record around it: nothing is joined below it unseen

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
  /// A name where there is such a thing, and else free words.
  constexpr Rule names_or_words(std::string_view kind) const {
    Rule r = names(kind);
    r.may_be_words = true;
    return r;
  }
  /// What the ids of a keyed section are ids of.
  constexpr Rule defines(std::string_view kind) const {
    Rule r = *this;
    r.defined_kind = kind;
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
  /// Keys that are no ids but words that somebody else wrote.
  constexpr Rule free_keys() const {
    Rule r = *this;
    r.has_free_keys = true;
    return r;
  }
  /// Keys that are dates.
  constexpr Rule by_date() const {
    Rule r = *this;
    r.has_date_keys = true;
    return r;
  }
  /// A number of people, or of what stands for one, such as referrals; or a list with an entry for each person.
  constexpr Rule people() const {
    Rule r = *this;
    r.counts_people = true;
    return r;
  }
  /// A list whose order means something: a ranking, votes from the lowest on.
  constexpr Rule in_order() const {
    Rule r = *this;
    r.is_in_order = true;
    return r;
  }
  /// Ids that tools count up: in two versions the same new one may stand for two things.
  constexpr Rule numbered() const {
    Rule r = *this;
    r.is_numbered = true;
    return r;
  }
  /// Of two changes the smaller number or the earlier day is the careful one.
  constexpr Rule smaller_joins() const {
    Rule r = *this;
    r.joins_smaller = true;
    return r;
  }
  /// Says what people decided of the whole record: of two versions in which the record changed, people choose.
  constexpr Rule decided() const {
    Rule r = *this;
    r.is_decided = true;
    return r;
  }
};

/// Specialised for every record of the project file:
///   static constexpr std::string_view title;      what one record is, in two or three words
///   static constexpr std::string_view shorthand;  the field that may stand for the whole record, or ""
///   static constexpr std::string_view identity[]  the fields that tell one from another in a list; may be left out
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

}  // namespace thrive::model
