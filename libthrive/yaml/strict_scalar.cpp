// SPDX-License-Identifier: MIT
// Scalars: plain, quoted, and blocks of lines.
#include <algorithm>
#include <array>
#include <cstring>

#include "libthrive/yaml/strict_reader.hpp"

namespace thrive::yaml {

namespace {

constexpr std::uint32_t longest_key = 1024;  // bytes: YAML's own limit

using Stops = std::array<bool, 256>;

constexpr Stops stops_of(std::string_view characters) {
  Stops stops{};
  stops[0] = true;
  for (const char character : characters) stops[static_cast<unsigned char>(character)] = true;
  return stops;
}

constexpr Stops block_stops = stops_of("\r\n:#");
constexpr Stops flow_stops = stops_of("\r\n:#,[]{}?");
constexpr Stops double_quote_stops = stops_of("\r\n\"\\");
constexpr Stops single_quote_stops = stops_of("\r\n'");

const char* skip_to_stop(const char* at, const Stops& stops) {
  while (!stops[static_cast<unsigned char>(*at)]) ++at;
  return at;
}

}  // namespace

/// Plain text up to the end of the line, a comment, a colon before a blank or, in brackets, one of `,[]{}`.
/// The cursor stays at what ended it.
StrictReader::Scalar StrictReader::scan_plain_line(bool in_flow) {
  const char* const start = at_;
  const Stops& stops = in_flow ? flow_stops : block_stops;
  bool before_colon = false;
  while (true) {
    at_ = skip_to_stop(at_, stops);
    if (*at_ == ':') {
      before_colon = is_blank_or_end(at_[1]) || (in_flow && is_flow_indicator(at_[1]));
      if (before_colon) break;
    } else if (*at_ == '?') {
      fail(at_, "question-mark-in-brackets");
    } else if (*at_ != '#' || (at_ > start && is_blank(at_[-1]))) {
      break;
    }
    ++at_;
  }
  const char* end = at_;
  while (end > start && is_blank(end[-1])) --end;
  return {
      {offset(start), offset(end)}, Style::plain, {start, static_cast<std::size_t>(end - start)}, false, before_colon};
}

/// Plain text over as many lines as are indented deeper than `indent`.
StrictReader::Scalar StrictReader::scan_plain(int indent, bool in_flow, bool own_line) {
  check_start_of_plain(in_flow, own_line);
  const char* const start = at_;
  Scalar scalar = scan_plain_line(in_flow);
  check_length(scalar, start);
  if (scalar.before_colon) return scalar;
  const std::string_view first_line = scalar.value;
  while (is_line_end(*at_) && continues_plain(indent, in_flow)) {
    scalar.several_lines = true;
    scalar.span.end = scan_next_plain_line(in_flow, own_line, first_line).span.end;
  }
  at_ = begin_ + scalar.span.end;
  if (scalar.several_lines)
    scalar.value = builder_.keep(read_plain_lines({start, static_cast<std::size_t>(at_ - start)}));
  check_length(scalar, start);
  return scalar;
}

/// True when plain text goes on below; the cursor is then at its first character.
bool StrictReader::continues_plain(int indent, bool in_flow) {
  const char* next = at_;
  while (true) {
    if (*next == '\r') ++next;
    if (next == end_) return false;
    const char* const line = ++next;
    while (*next == ' ') ++next;
    const bool has_tab = *next == '\t';
    while (is_blank(*next)) ++next;
    if (next == end_) return false;
    if (is_line_end(*next)) continue;
    const int column = static_cast<int>(next - line);
    if (*next == '#' || column <= indent || (has_tab && !in_flow)) return false;
    if (column == 0 && next + 3 <= end_ && is_blank_or_end(next[3]) &&
        (std::memcmp(next, "---", 3) == 0 || std::memcmp(next, "...", 3) == 0))
      return false;
    if (in_flow && (is_flow_indicator(*next) || (*next == ':' && is_blank_or_end(next[1])))) return false;
    at_ = next;
    line_ = line;
    return true;
  }
}

/// A further line of plain text; refuses what is more likely an entry with a slip than text.
StrictReader::Scalar StrictReader::scan_next_plain_line(bool in_flow, bool own_line, std::string_view first_line) {
  const char* const start = at_;
  const char* const first = first_line.data();
  if (!in_flow && at_dash()) {
    const char* before = first;
    while (before > begin_ && is_blank(before[-1])) --before;
    if (!own_line && before > begin_ && before[-1] == '-')
      fail(start, "wrong-indentation", {{"case", "item"}, {"text", excerpt(rest_of_line(start))}});
    if (own_line && first_line.find(':') == std::string_view::npos && first_line.front() != '-')
      fail(first, "missing-colon", {{"case", "list-below"}, {"text", excerpt(first_line)}});
    fail(start, "item-below-text", {{"text", excerpt(rest_of_line(start))}});
  }
  if (own_line && *start == '-' && first_line.front() == '-') fail_no_colon(first_line, first);
  const Scalar part = scan_plain_line(in_flow);
  if (!part.before_colon) return part;
  if (in_flow) fail(start, "missing-comma", {{"case", "before"}, {"text", excerpt(part.value)}});
  if (own_line) fail_no_colon(first_line, first);
  if (part.value.find(' ') != std::string_view::npos)
    fail(at_, "colon-in-text", {{"case", "inside"}, {"text", excerpt(rest_of_line(start))}});
  closed_column_ = -1;
  at_ = start;
  next_entry_is_indented_wrongly(-1);
}

StrictReader::Scalar StrictReader::scan_plain_key() {
  const char* const start = at_;
  check_start_of_plain(false, true);
  const Scalar key = scan_plain_line(false);
  if (key.before_colon) check_length(key, start);
  return key;
}

/// `name:SPA` alone on a line is a key whose blank was forgotten, not text.
void StrictReader::check_glued_key(const Scalar& scalar) {
  const std::string_view text = scalar.value;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) return;
  const bool is_word = std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_' || letter == '-';
  });
  if (is_word && text[colon + 1] != '/') fail_no_colon(text, begin_ + scalar.span.begin);
}

StrictReader::Scalar StrictReader::scan_quoted(int indent) {
  const char* const opening = at_;
  const char quote = *at_++;
  const Stops& stops = quote == '"' ? double_quote_stops : single_quote_stops;
  Scalar scalar;
  scalar.style = quote == '"' ? Style::double_quoted : Style::single_quoted;
  bool has_escapes = false;
  while (true) {
    at_ = skip_to_stop(at_, stops);
    if (*at_ == quote && quote == '\'' && at_[1] == '\'') {
      has_escapes = true;
      at_ += 2;
    } else if (*at_ == quote) {
      break;
    } else if (*at_ == '\\') {
      has_escapes = true;
      if (!is_line_end(*++at_)) ++at_;
    } else {
      scalar.several_lines = true;
      to_next_quoted_line(indent, opening);
    }
  }
  const std::string_view inner(opening + 1, static_cast<std::size_t>(at_ - opening - 1));
  ++at_;
  scalar.span = {offset(opening), offset(at_)};
  scalar.value = has_escapes || scalar.several_lines ? unquote(inner, quote) : inner;
  check_length(scalar, opening);
  const char* const behind = at_;
  skip_blanks();
  scalar.before_colon = *at_ == ':' && !scalar.several_lines;
  if (!scalar.before_colon) at_ = behind;
  return scalar;
}

/// At the end of a line inside quotes: text that goes on must be indented deeper than the entry it belongs to, else
/// the quote was forgotten and would swallow the rest of the file.
void StrictReader::to_next_quoted_line(int indent, const char* opening) {
  int column = 0;
  do {
    if (at_ == end_) fail_unclosed_quote(opening);
    start_line();
    while (*at_ == ' ') ++at_;
    column = static_cast<int>(at_ - line_);
    skip_blanks();
  } while (at_ != end_ && is_line_end(*at_));
  if (at_ == end_ || column <= indent || (at_ == line_ && at_marker())) fail_unclosed_quote(opening);
}

void StrictReader::fail_unclosed_quote(const char* opening) {
  fail(opening, "unclosed-quote", {{"text", excerpt(rest_of_line(opening + 1))}, {"quote", std::string(1, *opening)}});
}

std::string_view StrictReader::unquote(std::string_view inner, char quote) {
  if (quote == '\'') return builder_.keep(read_single_quoted(inner));
  std::string value;
  BadEscape bad;
  if (!read_double_quoted(inner, value, bad)) fail(inner.data() + bad.offset, "bad-escape", {{"escape", bad.escape}});
  return builder_.keep(std::move(value));
}

/// The characters behind `|` or `>`; the cursor is then at the end of the line.
BlockHeader StrictReader::read_block_header() {
  const char* const start = at_;
  BlockHeader header;
  header.folded = *at_++ == '>';
  for (int part = 0; part < 2; ++part) {
    if ((*at_ == '-' || *at_ == '+') && header.chomping == ' ') header.chomping = *at_++;
    if (*at_ >= '1' && *at_ <= '9' && header.indentation == 0) header.indentation = *at_++ - '0';
  }
  const char* const behind = at_;
  skip_blanks();
  if (*at_ == '#' && at_ > behind) skip_rest_of_line();
  if (*at_ == '\n' && at_ > begin_ && at_[-1] == '\r') --at_;
  if (!is_line_end(*at_))
    fail(start, "text-behind-block-sign", {{"text", excerpt(rest_of_line(start))}, {"sign", std::string(1, *start)}});
  block_header_end_ = behind;
  return header;
}

/// How many bytes of indentation come off each line, found from the first one with text; at most `indent` when there
/// is none. The cursor is at the start of the first line.
int StrictReader::find_block_indentation(int indent) {
  const char* at = at_;
  int deepest_empty = 0;
  while (true) {
    const char* const line = at;
    while (*at == ' ') ++at;
    const int column = static_cast<int>(at - line);
    if (at == end_) return indent;
    if (!is_line_end(*at)) {
      if (*at == '\t' && column <= indent) return indent;
      if (column > indent && deepest_empty > column) give_up(at, "deep-empty-line");
      if (column == 0 && indent < 0) give_up(at, "block-not-indented");
      return column;
    }
    deepest_empty = std::max(deepest_empty, column);
    if (*at == '\r') ++at;
    ++at;
  }
}

StrictReader::Scalar StrictReader::scan_block(int indent) {
  const char* const start = at_;
  const BlockHeader header = read_block_header();
  const char* end = block_header_end_;
  start_line();
  const char* const first_line = at_;
  const int indentation =
      header.indentation > 0 ? std::max(indent, 0) + header.indentation : find_block_indentation(indent);
  const bool has_text = indentation > indent;
  while (at_ != end_) {
    while (*at_ == ' ' && (at_ - line_ < indentation || !has_text)) ++at_;
    const bool is_empty = is_line_end(*at_) && (at_ - line_ <= indentation || !has_text);
    if (!is_empty && !has_text) break;
    if (!is_empty && at_ - line_ < indentation) break;
    skip_rest_of_line();
    if (!is_empty || header.chomping == '+') end = at_[-1] == '\r' ? at_ - 1 : at_;
    start_line();
  }
  at_ = line_;
  Scalar scalar;
  scalar.style = header.folded ? Style::folded : Style::literal;
  scalar.span = {offset(start), offset(end)};
  scalar.value =
      builder_.keep(read_block_lines({first_line, static_cast<std::size_t>(at_ - first_line)},
                                     has_text ? static_cast<std::size_t>(indentation) : std::string::npos, header));
  check_length(scalar, start);
  to_next_content();
  if (column_ > indent && column_ >= 0) fail(at_, "wrong-indentation", {{"case", "block-text"}});
  closed_column_ = -1;
  return scalar;
}

void StrictReader::check_length(const Scalar& scalar, const char* at) {
  if (scalar.value.size() > limits_.scalar)
    fail(at, "text-too-long", {{"case", "text"}, {"bytes", scalar.value.size()}, {"most", limits_.scalar}});
  if (scalar.before_colon && scalar.span.end - scalar.span.begin > longest_key)
    fail(at, "text-too-long", {{"case", "key"}, {"most", std::size_t{longest_key}}});
}

NodeId StrictReader::add(const Slot& slot, const Node& node) {
  if (builder_.size() >= limits_.nodes) fail(at_, "too-many-entries", {{"most", std::size_t{limits_.nodes}}});
  const bool counts = slot.parent != no_node && builder_.kind(slot.parent) == Kind::sequence;
  return builder_.add(slot.parent, node, counts);
}

void StrictReader::add_scalar(const Slot& slot, const Scalar& scalar, int column) {
  const bool is_null = scalar.style == Style::plain && is_null_word(scalar.value);
  Node node{is_null ? Kind::null : Kind::scalar, scalar.style, scalar.span, slot.indicator, column};
  node.value = scalar.value;
  add(slot, node);
}

void StrictReader::add_null(const Slot& slot, std::uint32_t at, int column) {
  add(slot, {Kind::null, Style::plain, {at, at}, slot.indicator, column});
}

NodeId StrictReader::add_key(NodeId mapping, const Scalar& key, int column) {
  Node node{Kind::scalar, key.style, key.span, 0, column};
  node.value = key.value;
  return builder_.add(mapping, node, true);
}

}  // namespace thrive::yaml
