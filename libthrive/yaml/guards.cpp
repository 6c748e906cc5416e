// SPDX-License-Identifier: MIT
#include "libthrive/yaml/guards.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "libthrive/text/problem.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::yaml {

namespace {

constexpr int most_places = 10;               // a binary file would otherwise give a message a byte
constexpr std::size_t most_duplicates = 200;  // a hostile file could have millions on one long line

bool is_ascii_text(unsigned char byte) { return (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t'; }

/// The first byte from `at` on that is not plain ASCII text; eight at a time, for this is where all bytes pass.
std::size_t skip_ascii_text(std::string_view bytes, std::size_t at) {
  while (at + 8 <= bytes.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    constexpr std::uint64_t ones = 0x0101010101010101u, tops = ones * 0x80;
    // Below, a top bit says something of its byte. No byte has one of its own, so no sum runs into the next byte.
    if ((word & tops) != 0) break;
    const auto all_but = [](std::uint64_t each) { return each + ones * 0x7F; };  // top bits where a byte is not 0
    const std::uint64_t controls = ~(word + ones * 0x60);                        // below the blank
    const std::uint64_t delete_marks = word + ones;
    const std::uint64_t no_breaks = all_but(word ^ (ones * '\n')) & all_but(word ^ (ones * '\t'));
    if (((delete_marks | (controls & no_breaks)) & tops) != 0) break;
    at += 8;
  }
  while (at < bytes.size() && is_ascii_text(static_cast<unsigned char>(bytes[at]))) ++at;
  return at;
}

bool is_control(char32_t code) {
  return (code < 0x20 && code != '\t' && code != '\n') || (code >= 0x7F && code <= 0x9F) || code == 0xFEFF ||
         code == 0xFFFE || code == 0xFFFF;
}

/// Ends a line for readers of YAML 1.1 and none for those of 1.2: the same file would mean two things.
bool is_line_separator(char32_t code) { return code == 0x2028 || code == 0x2029; }

void report_control(const text::Source& source, std::size_t at, char32_t code, text::Diagnostics& problems) {
  const text::Place place{source.name(), source.position(at)};
  const std::string character = fmt::format("U+{:04X}", static_cast<unsigned>(code));
  const char* const kind = code == '\r'              ? "carriage-return"
                           : code == 0xFEFF          ? "byte-order-mark"
                           : is_line_separator(code) ? "line-separator"
                                                     : "control";
  problems.add(text::problem("control-character", place, {{"case", kind}, {"character", character}}));
}

bool is_utf16_or_32(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return true;
  return bytes.size() >= 4 && (bytes.starts_with("\0\0\xFE\xFF"sv) || (bytes[0] == '\0') != (bytes[1] == '\0'));
}

/// The label that git writes behind a mark, such as a branch; empty when the line has none.
std::string_view label_of_mark(std::string_view bytes, std::size_t mark) {
  const std::string_view line = bytes.substr(mark, bytes.find_first_of("\r\n", mark) - mark);
  const std::size_t blank = line.find(' ');
  return blank == std::string_view::npos ? std::string_view{} : line.substr(blank + 1);
}

/// The next line from `from` on that starts with `mark`.
std::size_t find_mark(std::string_view bytes, std::string_view mark, std::size_t from) {
  std::size_t at = bytes.find(mark, from);
  while (at != std::string_view::npos && at != 0 && bytes[at - 1] != '\n') at = bytes.find(mark, at + 1);
  return at;
}

}  // namespace

bool conflicts_are_settled(const text::Source& source, text::Diagnostics& problems) {
  const std::string_view bytes = source.bytes();
  int conflicts = 0;
  std::size_t at = 0;
  while ((at = find_mark(bytes, "<<<<<<< ", at)) != std::string_view::npos && conflicts++ < most_places) {
    const std::size_t end = find_mark(bytes, ">>>>>>> ", at);
    text::Value theirs, last_line;
    if (end != std::string_view::npos) {
      theirs = label_of_mark(bytes, end);
      last_line = source.position(end).line;
    }
    problems.add(text::problem("merge-conflict", {source.name(), source.position(at)},
                               {{"ours", label_of_mark(bytes, at)}, {"theirs", theirs}, {"last_line", last_line}}));
    at += 1;
  }
  return conflicts == 0;
}

bool bytes_are_clean(const text::Source& source, const Limits& limits, text::Diagnostics& problems) {
  const std::string_view bytes = source.bytes();
  if (bytes.size() > limits.bytes) {
    problems.add(text::problem("file-too-large", text::whole_file(source.name()),
                               {{"case", "counted"}, {"bytes", bytes.size()}, {"most", limits.bytes}}));
    return false;
  }
  if (is_utf16_or_32(bytes)) {
    problems.add(text::problem("invalid-utf8", text::whole_file(source.name()), {{"case", "wide"}}));
    return false;
  }
  int bad_bytes = 0;
  int controls = 0;
  bool lone_return_seen = false;  // a file of old line endings has nothing else: one message says it
  std::size_t at = source.has_byte_order_mark() ? 3 : 0;
  while ((at = skip_ascii_text(bytes, at)) < bytes.size()) {
    if (bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n') {
      at += 2;
      continue;
    }
    const text::Character character = text::next_character(bytes, at);
    if (!character.is_valid) {
      if (bad_bytes++ < most_places)
        problems.add(
            text::problem("invalid-utf8", {source.name(), source.position(at)},
                          {{"case", "byte"}, {"byte", fmt::format("{:02X}", static_cast<unsigned char>(bytes[at]))}}));
    } else if (is_control(character.code) || is_line_separator(character.code)) {
      const bool said = character.code == '\r' && std::exchange(lone_return_seen, true);
      if (!said && controls++ < most_places) report_control(source, at, character.code, problems);
    }
    at += character.length;
  }
  return bad_bytes == 0 && controls == 0;
}

namespace {

struct Key {
  std::string_view name;
  NodeId node;
};

/// The keys of one mapping, in the order of the file.
void collect_keys(const Document& document, NodeId mapping, std::vector<Key>& keys) {
  keys.clear();
  for (NodeId at = document.node(mapping).first; at != no_node;) {
    const Node key = document.node(at);
    keys.push_back({key.value, at});
    at = key.next == no_node ? no_node : document.node(key.next).next;
  }
}

void sort_by_name(std::vector<Key>& keys) {
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
    const int order = a.name.compare(b.name);
    return order != 0 ? order < 0 : a.node < b.node;
  });
}

/// One of 64 bits for a key, by its length and its ends: keys whose bits differ are not the same.
std::uint64_t bit_of(std::string_view name) {
  if (name.empty()) return 1;
  const auto first = static_cast<unsigned char>(name.front());
  const auto last = static_cast<unsigned char>(name.back());
  return std::uint64_t{1} << ((name.size() * 5 + first * 3u + last) % 64);
}

/// Puts long lists in order, which is why they come by reference.
bool has_duplicates(std::vector<Key>& keys) {
  if (keys.size() <= 16) {
    std::uint64_t seen = 0;
    for (std::size_t at = 0; at < keys.size(); ++at) {
      const std::uint64_t bit = bit_of(keys[at].name);
      for (std::size_t before = 0; (seen & bit) != 0 && before < at; ++before)
        if (keys[before].name == keys[at].name) return true;
      seen |= bit;
    }
    return false;
  }
  sort_by_name(keys);
  return std::adjacent_find(keys.begin(), keys.end(), [](const Key& a, const Key& b) { return a.name == b.name; }) !=
         keys.end();
}

void report_duplicates(const Document& document, std::vector<Key>& keys, text::Diagnostics& problems) {
  sort_by_name(keys);
  for (std::size_t first = 0, at = 1; at < keys.size(); ++at) {
    if (keys[at].name != keys[first].name) {
      first = at;
      continue;
    }
    if (problems.entries().size() >= most_duplicates) return;
    problems.add(text::problem("duplicate-key", document.place(keys[at].node),
                               {{"key", keys[at].name}, {"line", document.place(keys[first].node).from.line}}));
  }
}

}  // namespace

void check_keys(const Document& document, text::Diagnostics& problems) {
  std::vector<Key> keys;
  for (NodeId id = 0; id < document.size(); ++id) {
    if (document.node(id).kind != Kind::mapping) continue;
    collect_keys(document, id, keys);
    for (const Key& key : keys)
      if (key.name == "<<" && document.node(key.node).style == Style::plain)
        problems.add(text::problem("merge-key", document.place(key.node)));
    if (has_duplicates(keys)) report_duplicates(document, keys, problems);
  }
}

}  // namespace thrive::yaml
