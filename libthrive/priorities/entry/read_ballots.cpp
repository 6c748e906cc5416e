// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "libthrive/priorities/entry/handed_in.hpp"
#include "libthrive/priorities/entry/read_numbers.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::priorities {

namespace {

using text::Source;

/// A part of a line, with where it begins in the file.
struct Part {
  std::string_view text;
  std::size_t offset = 0;

  Part from(std::size_t at) const {
    return {text.substr(std::min(at, text.size())), offset + std::min(at, text.size())};
  }
  Part until(std::size_t at) const { return {text.substr(0, at), offset}; }
  Part trimmed() const {
    const std::string_view bare = thrive::text::trimmed(text);
    if (bare.empty()) return {{}, offset};
    return {bare, offset + static_cast<std::size_t>(bare.data() - text.data())};
  }
};

constexpr std::size_t nowhere = std::string_view::npos;

/// The length of a quotation mark at the front: plain, or one of a word processor; 0 for anything else.
std::size_t quotation_mark(std::string_view text) {
  if (text.starts_with('"')) return 1;
  return text.starts_with("\xe2\x80\x9c") || text.starts_with("\xe2\x80\x9d") ? 3 : 0;
}

/// The first of some characters that stands neither in double quotes nor in brackets of a tie.
std::size_t find_outside(std::string_view text, std::string_view characters) {
  bool quoted = false;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const std::size_t length = quotation_mark(text.substr(at)); length > 0) {
      quoted = !quoted;
      at += length - 1;
      continue;
    }
    if (quoted) continue;
    if (depth == 0 && characters.find(text[at]) != nowhere) return at;
    depth += text[at] == '[' || text[at] == '{' ? 1 : 0;
    depth -= (text[at] == ']' || text[at] == '}') && depth > 0 ? 1 : 0;
  }
  return nowhere;
}

/// The last of a character that stands outside quotes.
std::size_t find_last_outside(std::string_view text, char character) {
  std::size_t found = nowhere;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = find_outside(text.substr(at), std::string_view(&character, 1));
    if (next == nowhere) break;
    found = at + next;
    at = found + 1;
  }
  return found;
}

class BallotReader {
 public:
  BallotReader(const Source& source, text::Diagnostics& problems) : source_(source), problems_(problems) {}

  std::vector<HandedIn> read() {
    const std::string_view bytes = source_.bytes();
    for (std::size_t at = source_.has_byte_order_mark() ? 3 : 0; at < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      line({bytes.substr(at, end - at), at});
      at = end + 1;
    }
    return std::move(lists_);
  }

 private:
  text::Place place(const Part& part) const { return {source_.name(), source_.position(part.offset)}; }
  WrittenName name(const Part& part) const { return {std::string(part.text), place(part)}; }

  /// A name without quotes around it; a quotation mark that is opened only is reported.
  WrittenName item(const Part& part, bool is_behind_comma) {
    WrittenName item = name(part);
    item.is_behind_comma = is_behind_comma;
    const std::size_t first = quotation_mark(part.text);
    if (first == 0) return item;
    for (std::size_t last : {std::size_t{1}, std::size_t{3}}) {
      if (part.text.size() < first + last || quotation_mark(part.text.substr(part.text.size() - last)) != last)
        continue;
      item.text = std::string(text::trimmed(part.text.substr(first, part.text.size() - first - last)));
      return item;
    }
    problems_.error("ballot-not-understood", place(part), "the quotation mark is never closed",
                    "write '\"Help that works, from trained people\" > M6'");
    return item;
  }

  void line(Part part) {
    part = part.until(find_outside(part.text, "#")).trimmed();
    if (part.text.empty()) return;
    HandedIn list;
    list.table.place = place(part);
    take_table(part, list);
    take_not_discussed(part, list);
    take_repeats(part, list);
    take_weight(part, list);
    take_groups(part.trimmed(), list);
    lists_.push_back(std::move(list));
  }

  /// Takes off `A:` or `A ||` at the start.
  void take_table(Part& part, HandedIn& list) {
    std::size_t at = part.text.find("||");
    std::size_t length = 2;
    if (at == nowhere) {
      at = find_outside(part.text, ":");
      length = 1;
      if (at == nowhere || at > find_outside(part.text, ">=,|")) return;
    }
    list.table = name(part.until(at).trimmed());
    part = part.from(at + length);
  }

  /// Takes off `| not discussed: M1, M2` at the end.
  void take_not_discussed(Part& part, HandedIn& list) {
    const std::size_t at = find_outside(part.text, "|");
    if (at == nowhere) return;
    const Part words = part.from(at + 1).trimmed();
    part = part.until(at);
    const std::size_t colon = words.text.find(':');
    if (colon == nowhere || text::kebab(words.until(colon).trimmed().text) != "not-discussed") {
      problems_.error("ballot-not-understood", place(words),
                      "only 'not discussed: ITEM, ITEM' can stand behind the '|'",
                      "write 'S3 > M6 | not discussed: M1, M2'");
      return;
    }
    bool is_first = true;
    for (const Part& one : split(words.from(colon + 1), ",")) {
      list.not_discussed.push_back(item(one, !is_first));
      is_first = false;
    }
  }

  void take_repeats(Part& part, HandedIn& list) {
    const std::size_t at = find_last_outside(part.text, '*');
    if (at == nowhere) return;
    const Part number = part.from(at + 1).trimmed();
    const std::optional<int> repeats = whole_number_of(number.text);
    if (!repeats || *repeats < 1 || *repeats > 1000)
      problems_.error("ballot-not-understood", place(number),
                      fmt::format("'{}' is no number of tables from 1 to 1000", number.text),
                      "write '* 3' for three tables with this list");
    else
      list.repeats = static_cast<std::size_t>(*repeats);
    part = part.until(at);
  }

  void take_weight(Part& part, HandedIn& list) {
    const std::size_t at = find_last_outside(part.text, '^');
    if (at == nowhere) return;
    const Part number = part.from(at + 1).trimmed();
    list.weight = number_of(number.text);
    if (!list.weight || *list.weight < 0)
      problems_.error("ballot-not-understood", place(number), fmt::format("'{}' is no weight", number.text),
                      "write '^2' for a table that counts double");
    part = part.until(at);
  }

  void take_groups(const Part& part, HandedIn& list) {
    const std::string plain = text::kebab(part.text);
    if (plain.empty() || plain == "-" || plain == "blank" || plain == "/empty-ranking/") {
      list.blank = true;
      return;
    }
    for (const Part& group : split(part, ">,")) {
      const bool is_behind_comma = group.offset > 0 && !list.groups.empty() && separator_before(part, group) == ',';
      list.groups.emplace_back();
      for (const Part& one : split(without_brackets(group), is_in_brackets(group) ? "=,;" : "=")) {
        if (one.text.empty())
          problems_.error("ballot-not-understood", place(one), "there is no item here",
                          "a list reads 'S3 > M6 = S2 > P3'");
        list.groups.back().push_back(item(one, is_behind_comma && list.groups.back().empty()));
      }
    }
  }

  /// What stands before a group, of the two that may.
  static char separator_before(const Part& whole, const Part& group) {
    const std::string_view before = text::trimmed(whole.text.substr(0, group.offset - whole.offset));
    return before.empty() ? ' ' : before.back();
  }

  static bool is_in_brackets(const Part& group) {
    return group.text.size() > 1 && ((group.text.front() == '[' && group.text.back() == ']') ||
                                     (group.text.front() == '{' && group.text.back() == '}'));
  }
  static Part without_brackets(const Part& group) {
    return is_in_brackets(group) ? group.from(1).until(group.text.size() - 2).trimmed() : group;
  }

  static std::vector<Part> split(Part part, std::string_view separators) {
    std::vector<Part> parts;
    while (true) {
      const std::size_t at = find_outside(part.text, separators);
      parts.push_back(part.until(at).trimmed());
      if (at == nowhere) return parts;
      part = part.from(at + 1);
    }
  }

  const Source& source_;
  text::Diagnostics& problems_;
  std::vector<HandedIn> lists_;
};

}  // namespace

std::optional<int> whole_number_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<HandedIn> read_ballots(const Source& source, text::Diagnostics& problems) {
  return BallotReader(source, problems).read();
}

}  // namespace thrive::priorities
