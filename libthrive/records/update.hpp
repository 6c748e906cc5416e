// SPDX-License-Identifier: MIT
//
// New details of an entry that is there already: blanks are filled, other values change, and nothing is erased.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "libthrive/records/edit.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::records {

/// A detail that the project has otherwise than it is given, in words.
struct Difference {
  std::string path;    // services/hub/wte
  std::string before;  // empty when nothing was there
  std::string after;   // empty when it is taken away
  bool fills_blank() const { return before.empty(); }
};

/// What an importer does with entries that are there already.
struct Update {
  std::vector<Difference> differences;
  std::vector<Edit> changes;

  bool empty() const { return differences.empty(); }
  /// True when a value that is there would become another, or go.
  bool takes_something() const;
  void append(Update other);
  /// "wte 7.2, not 5; no sector yet, and here 'health'": what differs, for a refusal.
  std::string as_refusal() const;
  /// One line for every value that changes, "services/hub/wte: 7.2 -> 5", or goes, "services/hub/wte: 7.2 taken away",
  /// and one that says how many blanks are filled.
  std::vector<std::string> in_words() const;
};

/// Compares the details that are given with those of an entry at `path`. Only what is given counts: a key that is not
/// there, a null, an empty text or list says nothing. Groups such as a wait are compared detail by detail.
Update update_of(const text::Value& there, const text::Value& given, const std::vector<std::string>& path);

/// What makes one record, as plain data with its defaults, into another, detail by detail: what stays is not touched, a
/// list that only grows is added to, and what `after` does not have goes.
Update replacement_of(const text::Value& before, const text::Value& after, const std::vector<std::string>& path);

/// One value in words: `7.2`, `health`, `M1; M2`; empty for nothing.
std::string in_words(const text::Value& value);

}  // namespace thrive::records
