// SPDX-License-Identifier: MIT
// Flow collections: what is told by brackets and commas.
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
    if (*at_ == ',') fail(at_, "stray-comma", {{"case", "no-value"}});
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
  fail(at_, "wrong-bracket",
       {{"opening", std::string(1, *opening)},
        {"wrong", std::string(1, *at_)},
        {"closing", std::string(1, closing_of(*opening))}});
}

void StrictReader::fail_missing_comma(const char* opening) {
  if (*at_ == ']' || *at_ == '}') fail_wrong_bracket(opening);
  if (*at_ == ':' && *opening == '[') give_up(at_, "pair-in-list");
  if (*at_ == '[' || *at_ == '{' || *at_ == ':')
    fail(at_, "missing-comma", {{"case", "unexpected"}, {"text", std::string(1, *at_)}});
  fail(at_, "missing-comma", {{"case", "before"}, {"text", excerpt(rest_of_line(at_))}});
}

void StrictReader::read_flow_item(const Slot& slot) {
  if (*at_ == '[' || *at_ == '{') return read_flow(slot);
  const int column = static_cast<int>(at_ - line_);
  const bool quoted = *at_ == '"' || *at_ == '\'';
  const Scalar scalar = quoted ? scan_quoted(slot.indent) : scan_plain(slot.indent, true, false);
  if (scalar.before_colon) {
    if (builder_.kind(slot.parent) == Kind::sequence) give_up(at_, "pair-in-list");
    const std::size_t blank = quoted ? std::string_view::npos : scalar.value.rfind(' ');
    if (blank == std::string_view::npos)
      fail(at_, "colon-in-text", {{"case", "behind"}, {"text", excerpt(scalar.value)}});
    fail(begin_ + scalar.span.begin + blank + 1, "missing-comma",
         {{"case", "before"}, {"text", excerpt(scalar.value.substr(blank + 1))}});
  }
  add_scalar(slot, scalar, column);
}

void StrictReader::read_flow_pair(NodeId mapping, int indent, const char* opening) {
  const char* const start = at_;
  const int column = static_cast<int>(at_ - line_);
  if (*at_ == '[' || *at_ == '{') fail(at_, "bracket-key", {{"case", "in-brackets"}});
  const bool quoted = *at_ == '"' || *at_ == '\'';
  const Scalar key = quoted ? scan_quoted(indent) : scan_plain(indent, true, false);
  if (!key.before_colon) {
    if (key.several_lines) give_up(start, "key-over-lines");
    const char* const behind = at_;
    skip_flow_trivia(indent, opening);
    if (*at_ == ':') give_up(start, "colon-on-another-line");
    if (quoted) fail(behind, "missing-colon", {{"case", "quoted-in-brackets"}, {"text", excerpt(key.value)}});
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
      if (at_ == before && at_ != line_) fail(at_, "text-after-value", {{"case", "comment-in-brackets"}});
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
      fail(opening, "unclosed-bracket",
           {{"case", "entry-below"},
            {"opening", std::string(1, *opening)},
            {"closing", std::string(1, closing_of(*opening))}});
    give_up(text, "shallow-text");
  }
}

void StrictReader::fail_unclosed_bracket(const char* opening) {
  fail(opening, "unclosed-bracket",
       {{"case", "end-of-file"},
        {"opening", std::string(1, *opening)},
        {"closing", std::string(1, closing_of(*opening))}});
}

}  // namespace thrive::yaml
