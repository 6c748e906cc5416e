// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/findings/finding.hpp"

namespace thrive::findings {

/// Words with places for facts, as libthrive/data/checks has them under `says` and `do`: one text, or several of which
/// the facts decide.
///
/// A place is `{name}`: text as it is, a list as `a, b and c`, within quotes `'{name}'` with each item quoted.
/// `{name:,}` has commas only, `{name:.1}` that many decimals, `{name:service|services}` one of two words, by a number
/// or by how many a list has. `{{` is a brace.
struct Sentence {
  std::string text{};
  std::vector<std::pair<std::string, Sentence>> cases{};  // `one` or `other` by the fact `count`, else by the fact
                                                          // `case`; `otherwise` when it names none of the others
  std::vector<Sentence> alternatives{};                   // the first of which every fact is known
  bool is_empty() const { return text.empty() && cases.empty() && alternatives.empty(); }
};

/// The sentence with its facts; nothing when one of them is not known, or none of its cases is meant.
std::optional<std::string> filled(const Sentence& sentence, const Facts& facts);

/// The names of all places, those that decide a case included, each once and in the order they come in.
std::vector<std::string> names_in(const Sentence& sentence);

/// Every text there is in it, each once and in order.
std::vector<std::string> texts_of(const Sentence& sentence);

}  // namespace thrive::findings
