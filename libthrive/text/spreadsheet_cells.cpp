// SPDX-License-Identifier: MIT
#include "libthrive/text/spreadsheet_cells.hpp"

#include <algorithm>
#include <iterator>

#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::text {

namespace {

/// The text from behind its closing quote on; nothing to read when none closes it.
std::string_view take_quoted(std::string_view rest, std::string& item) {
  rest.remove_prefix(1);
  while (!rest.empty()) {
    const bool is_quote = rest.front() == '"', is_double = is_quote && rest.substr(1).starts_with('"');
    if (is_quote && !is_double) return rest.substr(1);
    item += rest.front();
    rest.remove_prefix(is_double ? 2 : 1);
  }
  return rest;
}

/// True when the quotes that begin items are all closed, so that they are quotes of a list.
bool has_list_quotes(std::string_view cell) {
  return std::count(cell.begin(), cell.end(), '"') % 2 == 0 && cell.find('"') != std::string_view::npos;
}

/// A separator outside quotes.
bool has_outside_quotes(std::string_view cell, char separator, bool quotes) {
  bool inside = false;
  for (const char letter : cell) {
    if (letter == '"' && quotes) inside = !inside;
    if (letter == separator && !inside) return true;
  }
  return false;
}

}  // namespace

bool begins_formula(std::string_view text) {
  constexpr std::string_view signs = "=+-@\t\r";
  const std::size_t first = std::min(text.find_first_not_of('\''), text.size());
  text.remove_prefix(first);
  // The full-width forms of the same signs start formulas too.
  for (const std::string_view wide : {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"})
    if (text.starts_with(wide)) return true;
  return !text.empty() && signs.find(text.front()) != std::string_view::npos;
}

std::string_view without_guard(std::string_view cell) {
  return cell.starts_with('\'') && begins_formula(cell) ? cell.substr(1) : cell;
}

bool is_spreadsheet_error(std::string_view cell) {
  static constexpr std::string_view errors[] = {
      "#ref!",   "#div/0!",   "#value!",   "#name?",    "#num!",         "#null!",  "#n/a",   "#spill!", "#calc!",
      "#field!", "#blocked!", "#connect!", "#unknown!", "#getting_data", "#error!", "#busy!", "#python!"};
  if (cell.size() < 4 || cell.size() > 13 || (cell[0] != '#' && cell[0] != 'E' && cell[0] != 'e')) return false;
  const std::string word = lower_case(cell);
  if (std::find(std::begin(errors), std::end(errors), word) != std::end(errors)) return true;
  return word.starts_with("err:") && word.size() > 4 && word.find_first_not_of("0123456789", 4) == std::string::npos;
}

std::string joined_in_cell(const std::vector<std::string>& items) {
  std::string joined;
  for (const std::string& item : items) {
    const bool comes_apart = item.find(';') != std::string::npos || (items.size() == 1 && item.find(',') != item.npos);
    const bool reads_otherwise = item.empty() || item.find('"') != item.npos || trimmed(item) != item;
    joined += joined.empty() ? "" : "; ";
    if (!comes_apart && !reads_otherwise) {
      joined += item;
      continue;
    }
    joined += '"';
    for (const char letter : item) joined += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    joined += '"';
  }
  return joined;
}

std::vector<std::string> items_in_cell(std::string_view cell) {
  const bool quotes = has_list_quotes(cell);
  const char separator = has_outside_quotes(cell, ';', quotes) ? ';' : ',';
  std::vector<std::string> items;
  std::string item;
  bool is_quoted = false;
  const auto take = [&] {
    if (!is_quoted) item = std::string(trimmed(item));
    if (!item.empty()) items.push_back(item);
    item.clear();
    is_quoted = false;
  };
  for (std::string_view rest = cell; !rest.empty();) {
    if (rest.front() == separator) {
      take();
      rest.remove_prefix(1);
    } else if (quotes && rest.front() == '"' && trimmed(item).empty()) {
      item.clear();
      is_quoted = true;
      rest = take_quoted(rest, item);
      // What stands behind the quotes belongs to nobody but the item.
      const std::size_t end = std::min(rest.find(separator), rest.size());
      item += trimmed(rest.substr(0, end));
      rest.remove_prefix(end);
    } else {
      item += rest.front();
      rest.remove_prefix(1);
    }
  }
  take();
  return items;
}

}  // namespace thrive::text
