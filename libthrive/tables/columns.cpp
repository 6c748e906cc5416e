// SPDX-License-Identifier: MIT
#include "libthrive/tables/columns.hpp"

#include <algorithm>
#include <set>

#include "libthrive/text/names.hpp"

namespace thrive::tables {

namespace {

Title title_of(const Row& row, std::size_t column, const KnownColumns& known) {
  return {std::string(row.text(column)), known.named(row.text(column)), false};
}

/// How good a heading a row is: which key it has, and how many columns it names.
struct Rank {
  std::size_t names = 0;
  std::size_t key = 0;      // place of its key from the likeliest; more than there are when it has none
  std::size_t asked = 0;    // columns that somebody asked for
  bool has_values = false;  // a cell that is no title

  bool is_better_than(const Rank& other) const {
    if (asked != other.asked) return asked > other.asked;
    if (has_values != other.has_values) return other.has_values;
    if (names != other.names) return names > other.names;
    return key < other.key;
  }
};

Rank rank_of(const Row& row, const KnownColumns& known, const std::function<bool(std::string_view)>& is_value) {
  Rank rank{0, known.keys().size()};
  std::set<std::string> seen;
  for (std::size_t column = 0; column < row.size(); ++column) {
    const std::string& name = known.named(row.text(column));
    if (name.empty()) {
      rank.has_values = rank.has_values || (is_value && !row.text(column).empty() && is_value(row.text(column)));
      continue;
    }
    if (seen.insert(name).second && known.is_asked_for(name)) ++rank.asked;
    const auto key = std::find(known.keys().begin(), known.keys().end(), name);
    rank.key = std::min(rank.key, static_cast<std::size_t>(key - known.keys().begin()));
  }
  rank.names = seen.size();
  return rank;
}

/// The row that names the columns; nothing when none has a key beside another cell.
std::optional<std::size_t> row_of_names(const std::vector<Row>& start, const KnownColumns& known,
                                        const std::function<bool(std::string_view)>& is_value) {
  std::optional<std::size_t> best;
  Rank best_rank;
  for (std::size_t at = 0; at < start.size(); ++at) {
    const Rank rank = rank_of(start[at], known, is_value);
    if (rank.key == known.keys().size() || start[at].filled() < 2) continue;
    if (best && !rank.is_better_than(best_rank)) continue;
    best = at;
    best_rank = rank;
  }
  return best;
}

/// "week" over "commencing".
std::string joined(const Row& above, const Row& below, std::size_t column) {
  return std::string(above.text(column)) + " " + std::string(below.text(column));
}

/// True when no column has a text in both rows.
bool complete_each_other(const Row& above, const Row& below) {
  for (std::size_t column = 0; column < std::min(above.size(), below.size()); ++column)
    if (!above.text(column).empty() && !below.text(column).empty()) return false;
  return above.filled() > 0 && below.filled() > 0;
}

/// True when a row below the names has names and nothing else, at least one of them where none stands above it or
/// where both make one name.
bool goes_on_below(const Row& above, const Row& below, const KnownColumns& known) {
  if (complete_each_other(above, below)) return true;
  bool adds = false;
  for (std::size_t column = 0; column < below.size(); ++column) {
    if (below.text(column).empty()) continue;
    const bool joins = !known.named(joined(above, below, column)).empty();
    if (!joins && known.named(below.text(column)).empty()) return false;
    adds = adds || joins || known.named(above.text(column)).empty() ||
           known.named(above.text(column)) == known.named(below.text(column));
  }
  return adds;
}

/// The titles of two rows, whatever names a column.
std::vector<Title> titles_of_two(const Row& above, const Row& below, const KnownColumns& known) {
  std::vector<Title> titles;
  for (std::size_t column = 0; column < std::max(above.size(), below.size()); ++column) {
    Title title = title_of(above, column, known);
    const std::string both = joined(above, below, column);
    if (const std::string& name = known.named(both); !name.empty() && !below.text(column).empty()) {
      title.text = both;
      title.column = name;
    } else if (!below.text(column).empty() && title.column.empty()) {
      title = title_of(below, column, known);
      title.is_below = true;
    }
    titles.push_back(std::move(title));
  }
  return titles;
}

}  // namespace

KnownColumns& KnownColumns::add(const std::string& column, const std::vector<std::string>& other_names) {
  column_of_.emplace(text::kebab(column), column);
  for (const std::string& name : other_names) column_of_.emplace(text::kebab(name), column);
  return *this;
}

KnownColumns& KnownColumns::add_key(const std::string& column, const std::vector<std::string>& other_names) {
  keys_.push_back(column);
  return add(column, other_names);
}

KnownColumns& KnownColumns::ask_for(const std::string& column) {
  add(column);
  asked_.insert(column_of_.find(text::kebab(column))->second);
  return *this;
}

const std::string& KnownColumns::named(std::string_view title) const {
  static const std::string none;
  if (title.empty()) return none;
  auto found = column_of_.find(text::kebab(title));
  if (found == column_of_.end()) found = column_of_.find(plain_title(title));
  return found == column_of_.end() ? none : found->second;
}

std::string plain_title(std::string_view title) {
  const std::size_t bracket = title.ends_with(')') ? title.rfind('(') : std::string_view::npos;
  if (bracket != std::string_view::npos && bracket > 0) title = title.substr(0, bracket);
  while (title.ends_with(' ')) title.remove_suffix(1);
  std::string words;
  for (const char letter : title) {
    const bool is_blank = letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
    const bool begins_word =
        letter >= 'A' && letter <= 'Z' && !words.empty() && words.back() >= 'a' && words.back() <= 'z';
    if ((is_blank || begins_word) && !words.ends_with(' ')) words += ' ';
    if (!is_blank) words += letter;
  }
  return text::kebab(words);
}

Cell Heading::cell(std::size_t column) const {
  const bool has_title = column < titles.size();
  const Row& row = rows.at(has_title && titles[column].is_below ? 1 : 0);
  return {has_title ? std::string_view(titles[column].text) : std::string_view(), &row, column};
}

std::optional<std::size_t> Heading::find(std::string_view column) const {
  for (std::size_t at = 0; at < titles.size(); ++at)
    if (titles[at].column == column) return at;
  return std::nullopt;
}

std::optional<std::size_t> Heading::find_first(std::initializer_list<std::string_view> columns) const {
  for (std::size_t at = 0; at < titles.size(); ++at)
    if (std::find(columns.begin(), columns.end(), std::string_view(titles[at].column)) != columns.end()) return at;
  return std::nullopt;
}

Heading find_heading(const std::vector<Row>& start, const KnownColumns& known,
                     const std::function<bool(std::string_view)>& is_value) {
  Heading heading;
  if (start.empty()) return heading;
  std::size_t at = row_of_names(start, known, is_value).value_or(0);
  if (at > 0 && complete_each_other(start[at - 1], start[at]) && rank_of(start[at - 1], known, is_value).names > 0)
    --at;
  heading.rows_above = at;
  heading.rows = {start[at]};
  if (at + 1 < start.size() && goes_on_below(start[at], start[at + 1], known)) {
    heading.rows.push_back(start[at + 1]);
    heading.titles = titles_of_two(start[at], start[at + 1], known);
  } else {
    for (std::size_t column = 0; column < start[at].size(); ++column)
      heading.titles.push_back(title_of(start[at], column, known));
  }
  const auto is_key = [&known](const Title& title) {
    return std::find(known.keys().begin(), known.keys().end(), title.column) != known.keys().end();
  };
  heading.has_key = std::any_of(heading.titles.begin(), heading.titles.end(), is_key);
  return heading;
}

bool refuse_twice_named(const Heading& heading, const std::set<std::string>& columns, text::Diagnostics& problems) {
  std::set<std::string> seen;
  bool twice = false;
  for (std::size_t column = 0; column < heading.titles.size(); ++column) {
    const Title& title = heading.titles[column];
    const std::string name = title.column.empty() ? text::kebab(title.text) : title.column;
    const bool counts = columns.empty() || columns.contains(title.column);
    if (name.empty() || !counts || seen.insert(name).second) continue;
    problems.error("column-twice", heading.place(column),
                   "column '" + text::without_controls(title.text) + "' is there twice");
    twice = true;
  }
  return twice;
}

void refuse_unnamed_cell(const Heading& heading, const Row& row, text::Diagnostics& problems) {
  for (std::size_t column = 0; column < row.size(); ++column) {
    if (row.text(column).empty() || heading.names(column)) continue;
    problems.error("cell-without-column", row.place(column),
                   "'" + text::without_controls(row.text(column)) + "' stands in no named column",
                   "name the column in the first row, or put text that has a comma into quotes");
    return;  // the rest of the row is the rest of the same text
  }
}

}  // namespace thrive::tables
