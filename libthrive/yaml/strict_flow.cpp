// SPDX-License-Identifier: MIT
// Flow collections: what is told by brackets and commas.
#include <fmt/core.h>

#include "libthrive/yaml/strict_reader.hpp"

namespace thrive::yaml {

namespace {

char closing_of(char opening) { return opening == '[' ? ']' : '}'; }

}  // namespace

void StrictReader::read_flow(const Slot& slot) {
  const Level level(*this);
  const char* const opening = at_;
  const bool is_sequence = *at_ == '[';
  const NodeId collection = add(slot, {is_sequence ? Kind::sequence : Kind::mapping,
                                       Style::flow,
                                       {offset(opening), 0},
                                       slot.indicator,
                                       static_cast<int>(at_ - line_)});
  ++at_;
  const char closing = is_sequence ? ']' : '}';
  while (true) {
    skip_flow_trivia(slot.indent, opening);
    if (*at_ == closing) break;
    if (*at_ == ',') fail(at_, "stray-comma", "a ',' without a value before it", "delete it, or write the value");
    if (*at_ == ']' || *at_ == '}') fail_wrong_bracket(opening);
    if (is_sequence)
      read_flow_item({collection, 0, slot.indent});
    else
      read_flow_pair(collection, slot.indent, opening);
    skip_flow_trivia(slot.indent, opening);
    if (*at_ == closing) break;
    if (*at_ != ',') fail_missing_comma(opening);
    ++at_;
  }
  ++at_;
  builder_.end_at(collection, offset(at_));
}

void StrictReader::fail_wrong_bracket(const char* opening) {
  fail(at_, "wrong-bracket", fmt::format("'{}' is closed by '{}'", *opening, *at_),
       fmt::format("close it with '{}'", closing_of(*opening)));
}

void StrictReader::fail_missing_comma(const char* opening) {
  if (*at_ == ']' || *at_ == '}') fail_wrong_bracket(opening);
  if (*at_ == ':' && *opening == '[') give_up(at_, "a pair 'key: value' inside '[' and ']'");
  if (*at_ == '[' || *at_ == '{' || *at_ == ':')
    fail(at_, "missing-comma", fmt::format("unexpected '{}'", *at_),
         "put text that contains brackets or colons in quotes");
  fail(at_, "missing-comma", fmt::format("missing ',' before '{}'", excerpt(rest_of_line(at_))),
       "entries in brackets are separated by ','");
}

void StrictReader::read_flow_item(const Slot& slot) {
  if (*at_ == '[' || *at_ == '{') return read_flow(slot);
  const int column = static_cast<int>(at_ - line_);
  const bool quoted = *at_ == '"' || *at_ == '\'';
  const Scalar scalar = quoted ? scan_quoted(slot.indent) : scan_plain(slot.indent, true, false);
  if (scalar.before_colon) {
    if (builder_.kind(slot.parent) == Kind::sequence) give_up(at_, "a pair 'key: value' inside '[' and ']'");
    const std::size_t blank = quoted ? std::string_view::npos : scalar.value.rfind(' ');
    if (blank == std::string_view::npos)
      fail(at_, "colon-in-text", fmt::format("':' behind the value '{}'", excerpt(scalar.value)),
           "put the whole value in quotes");
    fail(begin_ + scalar.span.begin + blank + 1, "missing-comma",
         fmt::format("missing ',' before '{}'", excerpt(scalar.value.substr(blank + 1))),
         "entries in brackets are separated by ','");
  }
  add_scalar(slot, scalar, column);
}

void StrictReader::read_flow_pair(NodeId mapping, int indent, const char* opening) {
  const char* const start = at_;
  const int column = static_cast<int>(at_ - line_);
  if (*at_ == '[' || *at_ == '{')
    fail(at_, "bracket-key", "a list or mapping in brackets cannot be a key", "write 'key: ' in front");
  const bool quoted = *at_ == '"' || *at_ == '\'';
  const Scalar key = quoted ? scan_quoted(indent) : scan_plain(indent, true, false);
  if (!key.before_colon) {
    if (key.several_lines) give_up(start, "a key in brackets over several lines");
    const char* const behind = at_;
    skip_flow_trivia(indent, opening);
    if (*at_ == ':') give_up(start, "a key in brackets and its ':' on different lines");
    if (quoted) fail(behind, "missing-colon", fmt::format("missing ':' after '{}'", excerpt(key.value)));
    fail_no_colon(key.value, start);
  }
  if (!quoted && (at_[1] == '[' || at_[1] == '{')) check_space_behind_colon(start);
  add_key(mapping, key, column);
  const Slot value{mapping, offset(at_), indent};
  const char* const behind = ++at_;
  const auto column_behind = static_cast<int>(at_ - line_);
  skip_flow_trivia(indent, opening);
  if (*at_ == ',' || *at_ == '}') return add_null(value, offset(behind), column_behind);
  if (*at_ == ']') fail_wrong_bracket(opening);
  read_flow_item(value);
}

/// Over blanks, comments and line breaks inside brackets. A line that is not indented deeper than the entry with the
/// bracket ends the search: the bracket was forgotten.
void StrictReader::skip_flow_trivia(int indent, const char* opening) {
  while (true) {
    const char* const before = at_;
    skip_blanks();
    if (*at_ == '#') {
      if (at_ == before && at_ != line_)
        fail(at_, "text-after-value", "a '#' without a space before it", "put a space before a comment");
      skip_rest_of_line();
    }
    if (at_ == end_) fail_unclosed_bracket(opening);
    if (!is_line_end(*at_)) return;
    start_line();
    const char* text = at_;
    while (is_blank(*text)) ++text;
    if (text == end_) fail_unclosed_bracket(opening);
    if (is_line_end(*text) || *text == '#') continue;
    if (at_ == text && at_marker()) fail_unclosed_bracket(opening);
    if (text - at_ > indent || *text == ']' || *text == '}') continue;
    const std::string_view line = rest_of_line(text);
    const bool is_entry = line.ends_with(':') || line.find(": ") != std::string_view::npos || line.starts_with("- ");
    if (is_entry)
      fail(
          opening, "unclosed-bracket", fmt::format("the '{}' is not closed", *opening),
          fmt::format("write '{}' at the end, indent the lines below that belong inside, or put the value in quotes if "
                      "it is text",
                      closing_of(*opening)));
    give_up(text, "text inside brackets must be indented deeper than its entry");
  }
}

void StrictReader::fail_unclosed_bracket(const char* opening) {
  fail(opening, "unclosed-bracket", fmt::format("the '{}' is not closed", *opening),
       fmt::format("write '{}' at the end, or put the value in quotes if it is text", *opening == '[' ? ']' : '}'));
}

}  // namespace thrive::yaml
