// SPDX-License-Identifier: MIT
//
// What the searches for personal data look at a folded text with. For the files of this folder only.
#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "libthrive/text/personal/folded.hpp"

namespace thrive::text {

/// What each byte of a folded text is, looked up instead of compared: every byte of every file is asked.
namespace byte_class {

enum : unsigned char { digit = 1, small = 2, capital = 4, underscore = 8, letter = small | capital };

constexpr std::array<unsigned char, 256> of = [] {
  std::array<unsigned char, 256> made{};
  for (unsigned c = '0'; c <= '9'; ++c) made[c] = digit;
  for (unsigned c = 'a'; c <= 'z'; ++c) made[c] = small;
  for (unsigned c = 'A'; c <= 'Z'; ++c) made[c] = capital;
  made['_'] = underscore;
  made[static_cast<unsigned char>(Folded::foreign_letter)] = small;
  return made;
}();

}  // namespace byte_class

inline bool is_of(char c, unsigned classes) { return (byte_class::of[static_cast<unsigned char>(c)] & classes) != 0; }
inline bool is_digit_sign(char c) { return is_of(c, byte_class::digit); }
inline bool is_letter_sign(char c) { return is_of(c, byte_class::letter); }
inline bool is_letter_or_digit(char c) { return is_of(c, byte_class::letter | byte_class::digit); }
inline char as_small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Bytes of a folded text, from `begin` up to but not including `end`.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

/// A folded text, or a name, such as that of a file, which has `_`, `-` and `.` where a text has blanks.
class TextScan {
 public:
  enum class Place { text, name };

  TextScan(std::string_view folded, Place place) : text_(folded), is_name_(place == Place::name) {}

 protected:
  /// The sign at a place or in front of it; 0 beyond the ends.
  char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  char before(std::size_t at) const { return at > 0 ? text_[at - 1] : '\0'; }
  std::string_view rest(std::size_t at) const { return text_.substr(std::min(at, text_.size())); }
  /// Behind at most so many of some signs.
  std::size_t skip(std::size_t at, std::string_view signs, std::size_t most) const;
  /// The letters that stand together from a place on.
  std::string_view word_at(std::size_t at) const;
  /// The end of words in small letters, with nothing or a few signs between them: `date_of_birth`, `DateOfBirth`,
  /// `D O B`; 0 when they do not stand here.
  std::size_t words_end(std::size_t at, std::initializer_list<std::string_view> words) const;
  /// True when a word, in small letters, stands in the bytes before a place.
  bool has_word_before(std::size_t at, std::size_t within, std::string_view word) const;

  std::string_view text_;
  bool is_name_;
};

}  // namespace thrive::text
