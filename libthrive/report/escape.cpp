// SPDX-License-Identifier: MIT
// Text from a project, made harmless for the place where it goes. Control characters and direction overrides become
// visible everywhere: text::without_controls.
#include <string>
#include <string_view>

#include "libthrive/report/render.hpp"
#include "libthrive/text/spreadsheet_cells.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::report {

namespace {

/// Replaces single characters: `find` says what by, or nothing for those that stay.
template <class Find>
std::string replaced(std::string_view text, Find find) {
  std::string result;
  result.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    const std::string_view replacement = find(c);
    if (replacement.empty()) {
      result += c;
    } else {
      result += replacement;
    }
  }
  return result;
}

std::string_view html_entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

bool is_letter_or_digit(char c) {
  // Bytes of other scripts count as letters: `größe_m` is one word.
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// An underscore inside a word is only an underscore.
bool is_inside_word(std::string_view text, std::size_t at) {
  return at > 0 && at + 1 < text.size() && is_letter_or_digit(text[at - 1]) && is_letter_or_digit(text[at + 1]);
}

/// The character at the start of a text that would make a heading, list, rule or quotation of it; npos for none.
std::size_t block_mark(std::string_view text) {
  if (text.empty()) return std::string_view::npos;
  if (std::string_view("#+-=:").find(text.front()) != std::string_view::npos) return 0;
  const std::size_t after_digits = text.find_first_not_of("0123456789");
  if (after_digits == 0 || after_digits == std::string_view::npos) return std::string_view::npos;
  return text[after_digits] == '.' || text[after_digits] == ')' ? after_digits : std::string_view::npos;
}

}  // namespace

std::string escape_html(std::string_view text) { return replaced(text::without_controls(text, true), html_entity); }

std::string escape_xml_attribute(std::string_view text) { return replaced(text::without_controls(text), html_entity); }

std::string escape_markdown(std::string_view text) {
  std::string plain = text::without_controls(text);
  plain.erase(0, std::min(plain.find_first_not_of(' '), plain.size()));
  plain.erase(plain.find_last_not_of(' ') + 1);
  const std::size_t closing_hashes = plain.find_last_not_of('#') + 1;  // a heading would lose them
  const std::size_t mark = block_mark(plain);
  std::string result;
  result.reserve(plain.size() + plain.size() / 8);
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const char c = plain[at];
    const bool always = std::string_view("\\`*[]|~$").find(c) != std::string_view::npos;
    const bool underscore = c == '_' && !is_inside_word(plain, at);
    if (c == '&' || c == '<' || c == '>') {
      result += html_entity(c);  // entities are understood by every Markdown program, `\<` is not
    } else {
      if (always || underscore || at == mark || (c == '#' && at >= closing_hashes)) result += '\\';
      result += c;
    }
  }
  return result;
}

std::string escape_dot(std::string_view text) {
  return replaced(text::without_controls(text, true), [](char c) -> std::string_view {
    switch (c) {
      case '"':
        return "\\\"";
      case '\\':
        return "\\\\";
      case '\n':
        return "\\n";
      case '&':
        return "&amp;";  // Graphviz reads entities in labels
      default:
        return {};
    }
  });
}

std::string escape_mermaid(std::string_view text) {
  return replaced(text::without_controls(text, true), [](char c) -> std::string_view {
    switch (c) {
      case '"':
        return "#quot;";
      case '#':
        return "#35;";
      case '<':
        return "#lt;";
      case '>':
        return "#gt;";
      case '&':
        return "#amp;";
      case '`':
        return "#96;";  // starts a Markdown string
      case '%':
        return "#37;";  // starts a directive
      case '\\':
        return "#92;";
      case ';':
        return "#59;";
      case '\n':
        return "<br/>";
      default:
        return {};
    }
  });
}

std::string escape_csv(std::string_view text) {
  std::string cell(text::begins_formula(text) ? "'" : "");
  // A tab within a text is a text like others, between quotes.
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t tab = rest.find('\t');
    cell += text::without_controls(rest.substr(0, tab), true);
    if (tab == std::string_view::npos) break;
    cell += '\t';
    rest.remove_prefix(tab + 1);
  }
  if (cell.find_first_of(",\"\n;'\t") == std::string::npos && !cell.starts_with(' ') && !cell.ends_with(' '))
    return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace thrive::report
