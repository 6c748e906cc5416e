// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/measures/subject.hpp"

namespace thrive::measures {

// Every sentence that a series can earn stands in sentences.cpp, beside the condition under which it is true. Nothing
// else puts a verdict into words.

/// A sentence and the name of its pattern.
struct Said {
  std::string_view pattern;
  std::string words;
};

/// What a series earns: is it changing and how do we know, does it meet its targets, is it late. Never says why.
std::vector<Said> sentences_of(const Analysis& analysis, const Subject& subject);
/// The same as one text.
std::string verdict(const Analysis& analysis, const Subject& subject);

/// "Improvement, lower values", "Not enough data to judge": beside the variation icon, or in its place.
std::string change_in_words(const Analysis& analysis);
/// "Expected to meet the target", "Met in 8 of the latest 12": beside the assurance icon, or in its place; empty where
/// there is no target to judge by, or nothing is judged.
std::string aim_in_words(const Analysis& analysis);
/// What stands in the place of the assurance icon where those are empty: why nothing is said.
std::string no_aim_in_words(const Analysis& analysis);
/// The words of an icon alone.
std::string variation_in_words(Variation variation);
std::string assurance_in_words(Assurance assurance);

/// How often a stable process would show a signal under these rules: only where there are one or two to be doubted.
std::string false_alarms_in_words(const Analysis& analysis, const Subject& subject);

}  // namespace thrive::measures
