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

/// The items between separators. Only a quote that begins an item is one of the list; any other is an inch, or words.
std::vector<std::string> split_outside_quotes(std::string_view cell, char separator) {
  const bool are_paired = std::count(cell.begin(), cell.end(), '"') % 2 == 0;
  std::vector<std::string> items(1);
  bool is_quoted = false;
  const auto close = [&] {
    if (!is_quoted) items.back() = std::string(trimmed(items.back()));
    is_quoted = false;
  };
  for (std::string_view rest = cell; !rest.empty();) {
    if (rest.front() == separator) {
      close();
      items.emplace_back();
      rest.remove_prefix(1);
    } else if (are_paired && !is_quoted && rest.front() == '"' && trimmed(items.back()).empty()) {
      items.back().clear();
      is_quoted = true;
      rest = take_quoted(rest, items.back());
      // What stands behind the quotes belongs to nobody but the item.
      const std::size_t end = std::min(rest.find(separator), rest.size());
      items.back() += trimmed(rest.substr(0, end));
      rest.remove_prefix(end);
    } else {
      items.back() += rest.front();
      rest.remove_prefix(1);
    }
  }
  close();
  return items;
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
  std::vector<std::string> items = split_outside_quotes(cell, ';');
  if (items.size() == 1) items = split_outside_quotes(cell, ',');
  std::erase(items, std::string());
  return items;
}

}  // namespace thrive::text
