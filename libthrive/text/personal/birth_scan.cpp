// SPDX-License-Identifier: MIT
#include "libthrive/text/personal/birth_scan.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace thrive::text {

namespace {

/// Words that may stand between words of birth and their date.
constexpr auto joining_words = std::to_array<std::string_view>(
    {"about", "approx",    "around", "as",       "at",    "be",       "c",        "ca",   "circa",   "d",
     "date",  "day",       "dd",     "ddmmyyyy", "fri",   "friday",   "given",    "i",    "in",      "is",
     "m",     "mm",        "mon",    "monday",   "of",    "on",       "recorded", "s",    "sat",     "saturday",
     "sun",   "sunday",    "the",    "thu",      "thurs", "thursday", "tue",      "tues", "tuesday", "was",
     "wed",   "wednesday", "y",      "yy",       "yyyy",  "yyyymmdd"});

/// People, of whom a birth is told even where a thing is named as well.
constexpr auto words_of_people = std::to_array<std::string_view>(
    {"adult",  "baby", "boy",     "brother",  "carer", "child",  "children", "client", "daughter", "father", "girl",
     "he",     "her",  "him",     "his",      "man",   "mother", "patient",  "person", "pupil",    "she",    "sibling",
     "sister", "son",  "student", "teenager", "they",  "twin",   "twins",    "who",    "woman",    "yp"});

/// What is said to be born without being a person.
constexpr auto words_of_things = std::to_array<std::string_view>(
    {"alliance",  "app",           "approach",     "board",       "campaign", "centre",    "charity", "clinic",
     "club",      "collaborative", "company",      "cycle",       "forum",    "framework", "group",   "hub",
     "huddle",    "idea",          "ideas",        "initiative",  "it",       "measure",   "model",   "movement",
     "network",   "organisation",  "organization", "partnership", "pathway",  "pilot",     "plan",    "policy",
     "programme", "program",       "project",      "provision",   "ramp",     "scheme",    "school",  "service",
     "services",  "site",          "strategy",     "team",        "this",     "thrive",    "trust",   "unit",
     "website",   "work",          "workshop"});

template <std::size_t count>
bool is_among(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string small(std::string_view text) {
  std::string word(text);
  std::transform(word.begin(), word.end(), word.begin(), as_small);
  return word;
}

constexpr std::size_t near = 40;  // bytes between words of birth and their date

}  // namespace

/// The end of words of birth that begin here; 0 when none do. Loose are those that are said of other things too.
std::size_t BirthScan::birth_words_end(std::size_t begin, bool& is_loose) const {
  is_loose = false;
  const auto whole = [this](std::size_t end) { return end > 0 && !is_letter_sign(peek(end)) ? end : 0; };
  if (as_small(text_[begin]) == 'd') {
    if (const std::size_t end = whole(words_end(begin, {"date", "of", "birth"})); end > 0) return end;
    if (const std::size_t end = whole(words_end(begin, {"dob"})); end > 0) return end;
    const std::size_t end = whole(words_end(begin, {"d", "o", "b"}));
    const bool is_parted = end > 0 && !is_letter_sign(peek(begin + 1)) && !is_letter_sign(text_[end - 2]);
    return is_parted ? end + (peek(end) == '.' ? 1 : 0) : 0;
  }
  if (const std::size_t end = whole(words_end(begin, {"birth", "date"})); end > 0) return end;
  if (const std::size_t end = whole(words_end(begin, {"birth"})); end > 0) {
    const char sign = peek(skip(end, " \"'", 3));
    return sign == ':' || sign == '=' ? end : 0;
  }
  is_loose = true;
  for (const std::string_view word : {"birthday", "born", "bday", "b'day"})
    if (const std::size_t end = whole(words_end(begin, {word})); end > 0) return end;
  const bool is_short = before(begin) == '(' && peek(begin + 1) == '.';  // (b. 4 March 2009)
  return is_short ? begin + 2 : 0;
}

std::optional<Stretch> BirthScan::birth_date_at(std::size_t at) const {
  if (is_letter_sign(before(at)) && !is_of(text_[at], byte_class::capital)) return std::nullopt;
  bool is_loose = false;
  const std::size_t end = birth_words_end(at, is_loose);
  if (end == 0 || (is_loose && is_of_a_thing(at))) return std::nullopt;
  const std::optional<Stretch> behind = date_behind(end, is_loose);
  return behind ? behind : date_in_front(at, end);
}

/// True when what is said to be born, in the same sentence, is a service or an idea, and nobody.
bool BirthScan::is_of_a_thing(std::size_t begin) const {
  constexpr std::size_t sentence = 80;
  std::size_t at = begin, from = begin - std::min(begin, sentence);
  bool is_thing = false;
  while (at > from) {
    const char c = text_[at - 1];
    if (c == '\n' || c == ';' || (c == '.' && peek(at) == ' ')) break;
    if (!is_letter_sign(c)) {
      --at;
      continue;
    }
    const std::size_t end = at;
    while (at > from && is_letter_sign(text_[at - 1])) --at;
    const std::string word = small(text_.substr(at, end - at));
    if (is_among(words_of_people, word)) return false;
    is_thing = is_thing || is_among(words_of_things, word);
  }
  return is_thing;
}

/// The date behind words of birth, with signs and joining words between them, and a place: born in Thornmere on ...
std::optional<Stretch> BirthScan::date_behind(std::size_t words_end, bool is_loose) const {
  std::size_t places = 0;  // words that may name the place of a birth
  bool is_in = false;
  for (std::size_t at = words_end; at < text_.size() && at - words_end <= near;) {
    if (const std::size_t end = date_end(at); end > 0 && !is_letter_sign(before(at))) return Stretch{at, end};
    if (at == words_end && is_digit_sign(text_[at]))
      if (const std::size_t end = date_end(at); end > 0) return Stretch{at, end};
    const char c = text_[at];
    if (is_letter_sign(c)) {
      const std::string_view word = word_at(at);
      const std::string known = small(word);
      if (is_among(joining_words, known) || is_among(words_of_people, known))
        is_in = is_in || known == "in" || known == "at";
      else if (!(is_loose && is_in && is_of(c, byte_class::capital) && ++places <= 2))
        return std::nullopt;
      at += word.size();
      continue;
    }
    const bool ends_sentence =
        (c == ';' && peek(at + 1) == ' ') || (c == '.' && (peek(at + 1) == ' ' || peek(at + 1) == '\n'));
    const bool ends_line = c == '\n' && before(at) != ':' && !(before(at) == '\r' && at > 1 && text_[at - 2] == ':');
    if (is_digit_sign(c) || ends_sentence || ends_line) return std::nullopt;
    ++at;
  }
  return std::nullopt;
}

/// The date that ends in front of words of birth: 04/03/2009 (DOB). What follows the words must not go on about them.
std::optional<Stretch> BirthScan::date_in_front(std::size_t words_begin, std::size_t words_end) const {
  const std::size_t following = skip(words_end, " \t", 2);
  if (is_letter_or_digit(peek(following))) return std::nullopt;
  std::size_t end = words_begin;
  while (end > 0 && words_begin - end < 12 && text_[end - 1] != '\n' && !is_digit_sign(text_[end - 1])) {
    if (is_letter_sign(text_[end - 1])) {
      std::size_t begin = end;
      while (begin > 0 && is_letter_sign(text_[begin - 1]) && words_begin - begin < 12) --begin;
      const std::string word = small(text_.substr(begin, end - begin));
      const bool is_possessive = word == "her" || word == "his" || word == "their";
      if (!is_possessive && !is_among(joining_words, word)) break;
      end = begin;
    } else {
      --end;
    }
  }
  constexpr std::size_t longest_date = 24;
  for (std::size_t begin = end - std::min(end, longest_date); begin < end; ++begin)
    if (!is_letter_or_digit(before(begin)) && is_letter_or_digit(text_[begin]) && date_end(begin) == end)
      return Stretch{begin, end};
  return std::nullopt;
}

}  // namespace thrive::text
