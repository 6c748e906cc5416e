// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/findings/sentence.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::findings {

/// All that libthrive/data/checks says of one code.
struct Words {
  std::string code{};
  std::string area{};  // the file it stands in: "yaml", "project", "measures" ...
  text::Severity severity = text::Severity::warning;
  std::vector<std::pair<std::string, text::Severity>> severity_of_case{};  // where the fact `case` decides
  bool may_be_lowered = true;       // false for an error without which a tool cannot go on
  bool is_for_information = false;  // a note that is no reason for another exit status
  Sentence says{};                  // what is wrong, of this very thing
  Sentence advice{};                // `do`: what to do about this very thing; may be empty
  std::string title{};              // what is wrong, in general
  std::string meaning{};
  std::string action{};
};

/// How severe a finding with these facts is.
text::Severity severity_of(const Words& about, const Facts& facts);
/// `error`, or `error or warning` where the facts decide.
std::string severity_in_words(const Words& about);

/// The words for a code; null pointer when nobody has written any. Reads the file of its area at the first call, and
/// no other; a replaced file (THRIVE_DATA, or an installed copy) goes before the built-in one. Safe in several threads.
const Words* words(std::string_view code);

/// The words for every code, by area and then in the order of its file. Reads all areas.
const std::vector<const Words*>& all_words();

/// Reads the areas that a site has replaced, so that their mistakes are known.
void read_replaced_words();

/// What is wrong with the replaced files read so far; where they are wrong the built-in words are used.
text::Diagnostics word_problems();

}  // namespace thrive::findings
