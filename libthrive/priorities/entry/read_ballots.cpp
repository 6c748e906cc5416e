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

  void line(Part part) {
    part = part.until(part.text.find('#')).trimmed();
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
      at = part.text.find(':');
      length = 1;
      if (at == nowhere || at > part.text.find_first_of(">=,|")) return;
    }
    list.table = name(part.until(at).trimmed());
    part = part.from(at + length);
  }

  /// Takes off `| not discussed: M1, M2` at the end.
  void take_not_discussed(Part& part, HandedIn& list) {
    const std::size_t at = part.text.find('|');
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
    for (const Part& item : split(words.from(colon + 1), ",")) list.not_discussed.push_back(name(item));
  }

  void take_repeats(Part& part, HandedIn& list) {
    const std::size_t at = part.text.rfind('*');
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
    const std::size_t at = part.text.rfind('^');
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
      list.groups.emplace_back();
      for (const Part& item : split(group, "=")) {
        if (item.text.empty())
          problems_.error("ballot-not-understood", place(item), "there is no item here",
                          "a list reads 'S3 > M6 = S2 > P3'");
        list.groups.back().push_back(name(item));
      }
    }
  }

  static std::vector<Part> split(Part part, std::string_view separators) {
    std::vector<Part> parts;
    while (true) {
      const std::size_t at = part.text.find_first_of(separators);
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
