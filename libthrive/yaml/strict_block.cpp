// SPDX-License-Identifier: MIT
// Block collections: what is told by lines and columns.
#include <cstring>

#include "libthrive/yaml/strict_reader.hpp"

namespace thrive::yaml {

namespace {

/// One of the quotes that word processors make of the straight ones.
bool starts_with_curly_quote(const char* text) {
  return std::memcmp(text, "\xE2\x80", 2) == 0 && text[2] >= '\x98' && text[2] <= '\x9F';
}

}  // namespace

/// Reads one entry; after a mistake goes on at the next line that is not indented deeper than `column`.
template <class Entry>
bool StrictReader::attempt(int column, Entry entry) {
  const int depth = depth_;
  try {
    entry();
    return true;
  } catch (const Stop&) {
    depth_ = depth;
    if (unknown_seen_ && !wrong_seen_) throw;
    recover(column);
    return false;
  }
}

void StrictReader::recover(int column) {
  do {
    skip_rest_of_line();
    start_line();
    to_next_content();
  } while (column_ > column);
}

void StrictReader::read_document() {
  to_next_content();
  if (column_ == 0 && *at_ == '%') fail(at_, "directive");
  if (column_ >= 0) {
    attempt(-1, [&] { read_on_own_line({}); });
  } else if (at_ != end_ && *at_ == '-') {
    at_ += 3;
    attempt(-1, [&] { read_value({}, After::document_marker); });
  } else {
    add_null({}, offset(at_), static_cast<int>(at_ - line_));
  }
  expect_document_end();
}

void StrictReader::expect_document_end() {
  if (column_ >= 0) {
    if (builder_.size() > 0 && builder_.style(0) == Style::block) next_entry_is_indented_wrongly(column_);
    fail(at_, "text-after-value", {{"case", "behind-content"}, {"text", excerpt(rest_of_line(at_))}});
  }
  if (at_ == end_) return;
  if (*at_ == '.') {
    at_ += 3;
    finish_line("end-mark");
    if (column_ < 0 && at_ == end_) return;
  }
  fail(at_, "second-document", {{"case", "mark"}});
}

/// Behind `:`, `-` or `---`. Leaves the cursor at the next content.
void StrictReader::read_value(const Slot& slot, After after) {
  const char* const behind = at_;
  const auto column_behind = static_cast<int>(at_ - line_);
  skip_blanks();
  const bool has_comment = *at_ == '#' && at_ > behind;
  if (!has_comment && !is_line_end(*at_)) return read_on_same_line(slot, after);
  if (has_comment) skip_rest_of_line();
  start_line();
  to_next_content();
  if (column_ > slot.indent) return read_on_own_line(slot);
  if (after == After::key && column_ == slot.indent && at_dash()) return read_sequence(slot, column_);
  closed_column_ = -1;
  add_null(slot, offset(behind), column_behind);
}

void StrictReader::read_on_same_line(const Slot& slot, After after) {
  column_ = static_cast<int>(at_ - line_);
  if (at_dash()) {
    if (after == After::key) fail(at_, "dash-behind-key");
    const bool has_tab = std::memchr(line_, '\t', static_cast<std::size_t>(at_ - line_)) != nullptr;
    if (after == After::document_marker || has_tab) give_up(at_, "unusual-item");
    return read_sequence(slot, column_);
  }
  if (*at_ == '|' || *at_ == '>') {
    const int column = column_;
    return add_scalar(slot, scan_block(slot.indent), column);
  }
  read_scalar_or_mapping(slot, after == After::dash, false);
}

void StrictReader::read_on_own_line(const Slot& slot) {
  if (at_dash()) return read_sequence(slot, column_);
  if (*at_ == '|' || *at_ == '>') {
    const int column = column_;
    return add_scalar(slot, scan_block(slot.indent), column);
  }
  read_scalar_or_mapping(slot, true, true);
}

void StrictReader::read_scalar_or_mapping(const Slot& slot, bool mapping_allowed, bool own_line) {
  const int column = column_;
  const char* const start = at_;
  if (*at_ == '[' || *at_ == '{') {
    read_flow(slot);
    if (*at_ == ':') fail(start, "bracket-key", {{"case", "before-colon"}});
    closed_column_ = -1;
    return finish_line("bracket");
  }
  const bool quoted = *at_ == '"' || *at_ == '\'';
  const Scalar scalar = quoted ? scan_quoted(slot.indent) : scan_plain(slot.indent, false, own_line);
  if (scalar.before_colon) {
    if (quoted) check_space_behind_colon(start);
    if (!mapping_allowed)
      fail(at_, "colon-in-text",
           {{"case", starts_with_curly_quote(start) ? "curly" : "inside"}, {"text", excerpt(rest_of_line(start))}});
    if (!own_line && std::memchr(line_, '\t', static_cast<std::size_t>(start - line_)) != nullptr)
      give_up(start, "tab-behind-dash");
    return read_mapping(slot, column, scalar);
  }
  if (own_line && !quoted && !scalar.several_lines) check_glued_key(scalar);
  add_scalar(slot, scalar, column);
  closed_column_ = -1;
  finish_line(quoted ? "quote" : "text");
}

void StrictReader::read_sequence(const Slot& slot, int column) {
  const Level level(*this);
  const bool shares_column_with_keys = slot.indent == column;
  const NodeId sequence = add(slot, {Kind::sequence, Style::block, {offset(at_), 0}, slot.indicator, column});
  while (true) {
    const Slot item{sequence, offset(at_), column};
    const NodeId before = builder_.last_child(sequence);
    ++at_;
    const bool right = attempt(column, [&] { read_value(item, After::dash); });
    if (!right && builder_.last_child(sequence) == before) add_null(item, item.indicator + 1, column + 1);
    bool noted = false;
    while (column_ >= column && !(column_ == column && (at_dash() || shares_column_with_keys))) {
      attempt(column, [&] {
        if (noted) throw Stop{};
        noted = true;
        next_entry_is_no_item(column);
      });
    }
    if (column_ != column || !at_dash()) break;
  }
  builder_.end_at_last_child(sequence);
  closed_column_ = column;
}

/// In a list, at a line that is no item of it.
void StrictReader::next_entry_is_no_item(int column) {
  if (column_ > column) next_entry_is_indented_wrongly(column);
  const std::string_view line = rest_of_line(at_);
  if (*at_ == '-') fail_no_colon(line, at_);
  fail(at_, "key-among-items", {{"text", excerpt(line)}});
}

void StrictReader::read_mapping(const Slot& slot, int column, Scalar key) {
  const Level level(*this);
  const NodeId mapping = add(slot, {Kind::mapping, Style::block, {key.span.begin, 0}, slot.indicator, column});
  bool more = true;
  while (more) {
    const NodeId key_node = add_key(mapping, key, column);
    const Slot value{mapping, offset(at_), column};
    ++at_;
    const bool right = attempt(column, [&] { read_value(value, After::key); });
    if (!right && builder_.last_child(mapping) == key_node) add_null(value, value.indicator + 1, column + 1);
    more = false;
    while (!more && column_ >= column) {
      const bool among_items = column_ == column && at_dash();
      more = attempt(column, [&] { key = read_key(column); });
      while (among_items && column_ == column && at_dash()) recover(column);
    }
  }
  builder_.end_at_last_child(mapping);
  closed_column_ = column;
}

/// The next key of a mapping; the cursor is then on its colon.
StrictReader::Scalar StrictReader::read_key(int column) {
  if (column_ > column) next_entry_is_indented_wrongly(column);
  if (wrong_seen_ && (*at_ == ']' || *at_ == '}')) throw Stop{};  // belongs to brackets that were spoilt above
  if (at_dash()) fail(at_, "item-among-keys", {{"text", excerpt(rest_of_line(at_))}});
  if (*at_ == '[' || *at_ == '{') fail(at_, "bracket-key", {{"case", "as-key"}});
  const char* const start = at_;
  const bool quoted = *at_ == '"' || *at_ == '\'';
  if (*at_ == '|' || *at_ == '>') fail_reserved();
  const Scalar key = quoted ? scan_quoted(column) : scan_plain_key();
  if (key.before_colon && quoted) check_space_behind_colon(start);
  if (key.before_colon) return key;
  if (quoted) fail(start, "missing-colon", {{"case", "quoted"}, {"text", excerpt(rest_of_line(start))}});
  fail_no_colon(key.value, start);
}

void StrictReader::check_space_behind_colon(const char* key) {
  if (!is_blank_or_end(at_[1])) fail(at_, "missing-space-after-colon", {{"text", excerpt(rest_of_line(key))}});
}

/// The next line is indented deeper than the collection at `column`, but belongs to nothing.
void StrictReader::next_entry_is_indented_wrongly(int column) {
  const std::string_view line = rest_of_line(at_);
  const std::string subject = excerpt(line.substr(0, std::min(line.find(": "), line.find_last_not_of(':') + 1)));
  if (column_ < closed_column_ || closed_column_ > column)
    fail(at_, "wrong-indentation",
         {{"case", "between"}, {"text", subject}, {"spaces", column_}, {"above", closed_column_}});
  fail(at_, "wrong-indentation", {{"case", "deeper"}, {"text", subject}});
}

}  // namespace thrive::yaml
