// SPDX-License-Identifier: MIT
#include "libthrive/text/personal/place_scan.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace thrive::text {

namespace {

/// The two-letter and one-letter areas of UK postcodes, Crown dependencies and British Forces included, sorted.
constexpr auto postcode_areas = std::to_array<std::string_view>(
    {"ab", "al", "b",  "ba", "bb", "bd", "bf", "bh", "bl", "bn", "br", "bs", "bt", "bx", "ca", "cb", "cf", "ch",
     "cm", "co", "cr", "ct", "cv", "cw", "da", "dd", "de", "dg", "dh", "dl", "dn", "dt", "dy", "e",  "ec", "eh",
     "en", "ex", "fk", "fy", "g",  "gl", "gu", "gy", "ha", "hd", "hg", "hp", "hr", "hs", "hu", "hx", "ig", "im",
     "ip", "iv", "je", "ka", "kt", "kw", "ky", "l",  "la", "ld", "le", "ll", "ln", "ls", "lu", "m",  "me", "mk",
     "ml", "n",  "ne", "ng", "nn", "np", "nr", "nw", "ol", "ox", "pa", "pe", "ph", "pl", "po", "pr", "rg", "rh",
     "rm", "s",  "sa", "se", "sg", "sk", "sl", "sm", "sn", "so", "sp", "sr", "ss", "st", "sw", "sy", "ta", "td",
     "tf", "tn", "tq", "tr", "ts", "tw", "ub", "w",  "wa", "wc", "wd", "wf", "wn", "wr", "ws", "wv", "yo", "ze"});

/// What ends the name of a picture or a file, so that icon@2x.png is no address.
constexpr auto endings_of_files =
    std::to_array<std::string_view>({"css", "gif", "jpeg", "jpg", "js", "pdf", "png", "svg", "webp"});

/// Words in front of a code that only looks like a postcode in small letters.
constexpr auto words_of_codes = std::to_array<std::string_view>(
    {"code", "ref", "reference", "room", "form", "item", "key", "version", "bay", "id", "batch", "part", "model"});

bool is_local(char c) {
  return is_letter_or_digit(c) || c == '_' || c == '.' || c == '+' || c == '-' || c == '%' || c == '\'' || c == '&' ||
         c == '~' || c == '!';
}

std::string in_small(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), as_small);
  return small;
}

}  // namespace

// ---- e-mail addresses ----

/// Bytes of what stands for an @ here: (at), [ at ], %40; 0 when nothing does.
std::size_t PlaceScan::at_length(std::size_t place) const {
  if (peek(place) == '@') return 1;
  if (peek(place) == '%') return rest(place).starts_with("%40") ? 3 : 0;
  std::size_t at = skip(place + 1, " ", 1);
  if (as_small(peek(at)) != 'a' || as_small(peek(at + 1)) != 't') return 0;
  at = skip(at + 2, " ", 1);
  const char closing = peek(at);
  return closing == ')' || closing == ']' || closing == '}' ? at + 1 - place : 0;
}

/// Behind the point between two parts of a name of a computer: a `.`, or, `is_worded`, [dot] and the like; the same
/// place when there is none.
std::size_t PlaceScan::point_end(std::size_t at, bool is_worded) const {
  if (peek(at) == '.') return at + 1;
  if (!is_worded) return at;
  const std::size_t begin = skip(at, " ([{", 2);
  const std::size_t end = begin > at ? words_end(begin, {"dot"}) : 0;
  const std::size_t behind = end > 0 ? skip(end, " )]}", 2) : 0;
  return behind > end ? behind : at;
}

/// The end of a name of a computer with a point in it; 0 when there is none.
std::size_t PlaceScan::domain_end(std::size_t begin, bool is_worded) const {
  std::size_t end = begin, label = begin;
  bool has_point = false;
  while (true) {
    while (is_letter_or_digit(peek(end)) || peek(end) == '-') ++end;
    const std::size_t behind = point_end(end, is_worded);
    if (end == label || behind == end || !is_letter_or_digit(peek(behind))) break;
    has_point = true;
    label = end = behind;
  }
  const std::string last = in_small(text_.substr(label, end - label));
  const bool is_file = std::binary_search(endings_of_files.begin(), endings_of_files.end(), last);
  const bool has_letters = last.size() >= 2 && std::all_of(last.begin(), last.end(), is_letter_sign);
  const bool is_foreign = last.starts_with("xn--");
  return has_point && !is_file && (has_letters || is_foreign) ? end : 0;
}

/// An address around what stands at the place of its @.
std::optional<Stretch> PlaceScan::email_at(std::size_t place) const {
  const std::size_t length = at_length(place);
  if (length == 0) return std::nullopt;
  constexpr std::size_t longest_local = 64;
  const bool is_worded = length > 1;
  std::size_t local_end = place;
  while (is_worded && local_end > 0 && text_[local_end - 1] == ' ' && place - local_end < 2) --local_end;
  std::size_t begin = local_end;
  while (begin > 0 && local_end - begin < longest_local && is_local(text_[begin - 1])) --begin;
  while (begin < local_end && !is_letter_or_digit(text_[begin]) && text_[begin] != '_') ++begin;
  const std::size_t domain = is_worded ? skip(place + length, " ", 2) : place + length;
  const std::size_t end = domain_end(domain, is_worded);
  if (begin == local_end || end == 0 || in_small(text_.substr(begin, local_end - begin)) == "git") return std::nullopt;
  return Stretch{begin, end};
}

// ---- postcodes ----

/// The end of M1, M60, LS12, EC1A at a place, so that what follows can be the inward part; 0 when none begins there.
std::size_t PlaceScan::outward_end(std::size_t begin) const {
  std::size_t at = begin;
  while (is_letter_sign(peek(at)) && at - begin < 3) ++at;
  const std::string area = in_small(text_.substr(begin, at - begin));
  if (!std::binary_search(postcode_areas.begin(), postcode_areas.end(), area) || !is_digit_sign(peek(at))) return 0;
  ++at;
  const auto ends = [this](std::size_t place) {
    const char c = peek(place);
    return c == ' ' || c == '\t' || (is_name_ && (c == '_' || c == '-' || c == '.'));
  };
  if (is_digit_sign(peek(at)) && (is_digit_sign(peek(at + 1)) || ends(at + 1)))
    ++at;  // M60 1NW; but in M6 0NW the second digit belongs to the inward part
  else if (is_letter_sign(peek(at)) && (ends(at + 1) || is_digit_sign(peek(at + 1))))
    ++at;  // EC1A 1BB
  return at;
}

std::optional<Stretch> PlaceScan::postcode_at(std::size_t begin) const {
  const std::size_t outward = outward_end(begin);
  if (outward == 0) return std::nullopt;
  const std::size_t inward = skip(outward, is_name_ ? " \t_-." : " \t", 3);
  if (!is_digit_sign(peek(inward)) || !is_letter_sign(peek(inward + 1)) || !is_letter_sign(peek(inward + 2)) ||
      is_letter_or_digit(peek(inward + 3)))
    return std::nullopt;
  const std::string letters = in_small(text_.substr(inward + 1, 2));
  if (letters.find_first_of("cikmov\x80") != std::string::npos || !is_meant_as_postcode(begin, outward, inward))
    return std::nullopt;
  return Stretch{begin, inward + 3};
}

/// Ordinals (M6 2nd table) and codes in small letters look like postcodes and are none.
bool PlaceScan::is_meant_as_postcode(std::size_t begin, std::size_t outward, std::size_t inward) const {
  const char digit = text_[inward];
  const std::string letters = in_small(text_.substr(inward + 1, 2));
  if ((digit == '1' && letters == "st") || (digit == '2' && letters == "nd") || (digit == '3' && letters == "rd") ||
      (letters == "th" && (digit == '0' || digit > '3')))
    return false;
  const bool is_small = is_of(text_[begin], byte_class::small) && is_of(text_[inward + 1], byte_class::small);
  if (!is_small || is_name_ || has_word_before(begin, 16, "post")) return true;
  constexpr std::string_view joints = "-_#/.`";
  const std::size_t end = inward + 3;
  const bool comes_from = joints.find(before(begin)) != std::string_view::npos &&
                          (before(begin) == '`' || is_letter_or_digit(before(begin - 1)));
  const bool goes_on = comes_from || (joints.find(peek(end)) != std::string_view::npos &&
                                      (is_letter_or_digit(peek(end + 1)) || peek(end) == '`'));
  if (goes_on) return false;
  const std::string behind = in_small(rest(end).substr(0, 20));
  if (behind.starts_with(" is ") && behind.find("code") != std::string::npos &&
      behind.find("post") == std::string::npos)
    return false;
  const std::string whole = in_small(text_.substr(begin, end - begin));
  if (inward == outward)  // a word by itself: long enough, and no hexadecimal number
    return whole.size() >= 6 && whole.find_first_of("ghjlnpqrstuwxyz") != std::string::npos;
  std::size_t word = begin;
  while (word > 0 && !is_letter_or_digit(text_[word - 1]) && begin - word < 3) --word;
  std::size_t from = word;
  while (from > 0 && is_letter_sign(text_[from - 1]) && word - from < 12) --from;
  const std::string in_front = in_small(text_.substr(from, word - from));
  return std::find(words_of_codes.begin(), words_of_codes.end(), in_front) == words_of_codes.end();
}

}  // namespace thrive::text
