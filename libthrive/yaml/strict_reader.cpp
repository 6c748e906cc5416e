// SPDX-License-Identifier: MIT
#include "libthrive/yaml/strict_reader.hpp"

#include <array>
#include <cstring>

#include "libthrive/text/problem.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::yaml {

namespace {

constexpr int most_problems = 1000;

}  // namespace

Reading read_strictly(DocumentBuilder& builder, const Limits& limits, text::Diagnostics& problems) {
  return StrictReader(builder, limits, problems).read();
}

StrictReader::StrictReader(DocumentBuilder& builder, const Limits& limits, text::Diagnostics& problems)
    : builder_(builder),
      limits_(limits),
      problems_(problems),
      begin_(builder.source().bytes().data()),
      end_(begin_ + builder.source().bytes().size()),
      at_(begin_ + (builder.source().has_byte_order_mark() ? 3 : 0)),
      line_(at_) {}

Reading StrictReader::read() {
  try {
    read_document();
  } catch (const Stop&) {
    // noted already; nothing above can go on
  } catch (const Enough&) {
    // whatever else is wrong, nobody would read it
  }
  if (wrong_seen_) return Reading::refused;
  return unknown_seen_ ? Reading::unknown : Reading::complete;
}

StrictReader::Level::Level(StrictReader& reader) : reader_(reader) {
  if (++reader_.depth_ <= reader_.limits_.depth) return;
  --reader_.depth_;
  reader_.fail(reader_.at_, "too-deep", {{"most", reader_.limits_.depth}});
}

void StrictReader::skip_blanks() {
  while (is_blank(*at_)) ++at_;
}

/// From the end of a line to the start of the next.
void StrictReader::start_line() {
  if (*at_ == '\r') ++at_;
  if (at_ < end_) ++at_;
  line_ = at_;
}

void StrictReader::skip_rest_of_line() {
  const void* newline = std::memchr(at_, '\n', static_cast<std::size_t>(end_ - at_));
  at_ = newline == nullptr ? end_ : static_cast<const char*>(newline);
}

/// Moves over empty lines and comments; the cursor must be at the start of a line.
void StrictReader::to_next_content() {
  while (true) {
    while (*at_ == ' ') ++at_;
    if (*at_ == '\t') check_tab_indentation();
    if (*at_ == '#') skip_rest_of_line();
    if (*at_ == '\r' || *at_ == '\n') {
      start_line();
      continue;
    }
    column_ = at_ == end_ ? -1 : static_cast<int>(at_ - line_);
    if (column_ == 0 && at_marker()) column_ = -1;
    return;
  }
}

void StrictReader::check_tab_indentation() {
  const char* const tab = at_;
  skip_blanks();
  if (*at_ == '#' || is_line_end(*at_)) return;
  tabs_seen_ = true;
  if (last_tab_ != nullptr && tab <= last_tab_) return;
  last_tab_ = tab;
  note(tab, "tab-indentation", {});
}

/// Behind a node: only blanks and a comment may follow on its line. Moves to the next content.
void StrictReader::finish_line(std::string_view what) {
  const char* const end_of_node = at_;
  skip_blanks();
  if (*at_ == '#' && at_ > end_of_node) skip_rest_of_line();
  if (!is_line_end(*at_)) {
    if (*at_ == '#') fail(at_, "text-after-value", {{"case", "comment-behind-" + std::string(what)}});
    fail(at_, "text-after-value", {{"case", "behind-" + std::string(what)}, {"text", excerpt(rest_of_line(at_))}});
  }
  start_line();
  to_next_content();
}

/// `---` or `...` alone or before a blank, at the start of a line.
bool StrictReader::at_marker() const {
  if (end_ - at_ < 3 || !is_blank_or_end(at_[3])) return false;
  return std::memcmp(at_, "---", 3) == 0 || std::memcmp(at_, "...", 3) == 0;
}

void StrictReader::note(const char* at, std::string code, text::Value::Map facts) {
  if (tabs_seen_ && code != "tab-indentation") return;
  wrong_seen_ = true;
  if (++noted_ > most_problems) {
    problems_.add(text::problem("too-many-problems", place(at), {{"most", most_problems}}));
    throw Enough{};
  }
  problems_.add(text::problem(std::move(code), place(at), std::move(facts)));
}

/// The reader goes on behind the line of `at`.
void StrictReader::fail(const char* at, std::string code, text::Value::Map facts) {
  note(at, std::move(code), std::move(facts));
  at_ = at;
  throw Stop{};
}

/// For YAML that is not wrong but not known here either: no message unless the other reader fails too.
void StrictReader::give_up(const char* at, std::string_view form) {
  if (!wrong_seen_ && !unknown_seen_) problems_.add(text::problem("yaml-syntax", place(at), {{"case", form}}));
  unknown_seen_ = true;
  throw Stop{};
}

std::string_view StrictReader::rest_of_line(const char* from) const {
  const char* end = from;
  while (!is_line_end(*end)) ++end;
  while (end > from && is_blank(end[-1])) --end;
  return {from, static_cast<std::size_t>(end - from)};
}

void StrictReader::fail_reserved() {
  const std::string text = excerpt(rest_of_line(at_));
  switch (*at_) {
    case '*':
      fail(at_, "alias", {{"text", text}});
    case '&':
      fail(at_, "anchor", {{"text", text}});
    case '!':
      fail(at_, "tag", {{"text", text}});
    case '?':
      fail(at_, "question-mark-key");
    case ']':
    case '}':
      fail(at_, "stray-bracket", {{"bracket", std::string(1, *at_)}});
    case ',':
      fail(at_, "stray-comma", {{"case", "as-text"}});
    case ':':
      fail(at_, "missing-key");
    default:
      fail(at_, "reserved-character", {{"text", text}, {"sign", std::string(1, *at_)}});
  }
}

/// The cursor is where plain text would start: refuses what cannot, or is most likely a slip.
void StrictReader::check_start_of_plain(bool in_flow, bool own_line) {
  const char next = at_[1];
  switch (*at_) {
    case '-':
      if (in_flow && (is_blank_or_end(next) || is_flow_indicator(next))) fail(at_, "dash-in-brackets");
      if (own_line && !is_blank_or_end(next) && next != '.' && next != '-' && (next < '0' || next > '9'))
        fail(at_, "missing-space-after-dash",
             {{"text", excerpt(rest_of_line(at_))}, {"item", excerpt(rest_of_line(at_ + 1))}});
      return;
    case '?':
    case ':':
      if (is_blank_or_end(next) || in_flow) fail_reserved();
      return;
    case '&':
    case '*':
    case '!':
    case '|':
    case '>':
    case '%':
    case '@':
    case '`':
    case ',':
    case ']':
    case '}':
      fail_reserved();
    case '\xC2':
      if (own_line && next == '\xA0') fail(at_, "no-break-space");
      return;
    case '\xE2':
      if (own_line) check_wrong_dash();
      return;
    default:
      return;
  }
}

/// Word processors turn the '-' of a list into a longer dash or a bullet.
void StrictReader::check_wrong_dash() {
  constexpr std::array<std::string_view, 4> dashes = {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2", "\xE2\x88\x92"};
  for (const std::string_view dash : dashes)
    if (rest_of_line(at_).starts_with(dash) && is_blank(at_[dash.size()])) fail(at_, "wrong-dash", {{"dash", dash}});
}

/// A line where a key should be has no `: `.
void StrictReader::fail_no_colon(std::string_view text, const char* at) {
  const std::size_t colon = text.find(':');
  if (text.starts_with('-') && text.size() > 1)
    fail(at, "missing-space-after-dash", {{"text", excerpt(text)}, {"item", excerpt(text.substr(1))}});
  if (colon != std::string_view::npos && colon > 0 && colon + 1 < text.size() && text[colon + 1] != '/')
    fail(
        at + colon, "missing-space-after-colon",
        {{"text", excerpt(text)}, {"key", excerpt(text.substr(0, colon))}, {"value", excerpt(text.substr(colon + 1))}});
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) fail(at, "missing-colon", {{"case", "key-alone"}, {"text", excerpt(text)}});
  fail(at, "missing-colon",
       {{"case", "key-and-value"},
        {"text", excerpt(text)},
        {"key", excerpt(text.substr(0, blank))},
        {"value", excerpt(text.substr(blank + 1))}});
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t most_characters = 40;
  text = text.substr(0, text.find_first_of("\r\n"));
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); at += text::next_character(text, at).length)
    if (++characters > most_characters) return std::string(text.substr(0, at)) + "...";
  return std::string(text);
}

}  // namespace thrive::yaml
