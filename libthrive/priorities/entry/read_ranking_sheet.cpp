// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "libthrive/findings/say.hpp"
#include "libthrive/priorities/entry/handed_in.hpp"
#include "libthrive/priorities/entry/read_numbers.hpp"
#include "libthrive/tables/summary_words.hpp"
#include "libthrive/tables/table.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/spreadsheet_cells.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::priorities {

namespace {

using tables::Cell;
using tables::Row;

/// What a column may hold, by its title: the usual words, in any case.
tables::KnownColumns columns_of_sheets() {
  tables::KnownColumns known;
  known.add_key("table", {"group"}).add_key("item", {"priority", "principle"});
  known.add("rank", {"place", "position"}).add("people", {"seats"});
  for (const char* column : {"weight", "not-discussed", "returned", "title"}) known.add(column);
  return known;
}

/// The place that a column title names: "1", "first", "1st", "place 1"; 0 when it names none.
std::size_t place_of_title(std::string_view title) {
  std::string word = text::kebab(title);
  for (const char* lead : {"place-", "rank-", "priority-"})
    if (word.starts_with(lead)) word.erase(0, std::string_view(lead).size());
  constexpr const char* ordinals[] = {"first", "second", "third", "fourth", "fifth"};
  for (std::size_t at = 0; at < 5; ++at)
    if (word == ordinals[at]) return at + 1;
  for (const char* ending : {"st", "nd", "rd", "th"})
    if (word.ends_with(ending)) word.erase(word.size() - 2);
  const std::optional<int> number = whole_number_of(word);
  return number && *number >= 1 ? static_cast<std::size_t>(*number) : 0;
}

/// What survey tools put beside the answers; no part of a ranking.
bool is_of_survey(std::string_view title) {
  constexpr std::string_view titles[] = {"id",           "start-time",    "completion-time",    "email",     "name",
                                         "timestamp",    "language",      "last-modified-time", "time",      "e-mail",
                                         "total-points", "quiz-feedback", "respondent-id",      "submitted", "date",
                                         "username",     "email-address", "response-id",        "voter"};
  return std::find(std::begin(titles), std::end(titles), text::kebab(title)) != std::end(titles);
}

/// The item that a title is about: what stands in brackets at its end, "Rank these [M6]", or the whole of it.
std::string item_of_title(std::string_view title) {
  const std::size_t open = title.rfind('[');
  if (title.ends_with(']') && open != std::string_view::npos && open > 0)
    return std::string(text::trimmed(title.substr(open + 1, title.size() - open - 2)));
  return std::string(title);
}

/// True for what stands in a cell of ranks.
bool is_rank(std::string_view cell) {
  const std::string word = text::kebab(cell);
  const std::string_view number = std::string_view(word).substr(0, word.find('.'));
  const auto rank = whole_number_of(number);
  return (rank && *rank >= 1) || word == "-" || word == "not-discussed" || word == "nd" || word == "x";
}

/// Item names in one cell: "S1 = S2", or separated by semicolons or commas.
std::vector<WrittenName> names_in(const Cell& cell, std::string_view separators) {
  std::vector<WrittenName> names;
  std::string_view rest = cell.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(separators), rest.size());
    const std::string_view name = text::trimmed(rest.substr(0, end));
    if (!name.empty()) names.push_back({std::string(name), cell.place()});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return names;
}

bool is_no(const std::string& word) {
  const std::string plain = text::kebab(word);
  return plain == "no" || plain == "false" || plain == "blank" || plain == "n";
}

WrittenName name_of(const Cell& cell) { return {cell.words(), cell.place()}; }

class SheetReader {
 public:
  SheetReader(tables::Table& sheet, text::Diagnostics& problems)
      : sheet_(sheet), heading_(sheet.heading()), problems_(problems) {}

  std::vector<HandedIn> read() {
    if (heading_.rows.empty()) {
      sheet_.say_how_it_was_read();
      if (sheet_.is_good())
        fail(text::whole_file(sheet_.file()), "the sheet is empty", "'prioritise sheet -f csv' writes one to fill in");
      return {};
    }
    const bool has_tables = heading_.find("table").has_value(), has_items = heading_.find("item").has_value();
    if (has_tables && has_items && heading_.find("rank"))
      read_long();
    else if (has_tables && has_places())
      read_rows_of_tables();
    else if (heading_.find("item") == std::optional<std::size_t>(0))
      read_columns_of_tables();
    else if (read_rows_of_voters())
      take_ranked();
    else
      fail(heading_.place(0),
           "the first row names neither 'table, rank, item' nor 'table, 1, 2, 3' nor 'item, TABLE, TABLE'",
           "'prioritise sheet -f csv' writes a sheet to fill in");
    return std::move(lists_);
  }

 private:
  void fail(text::Place place, std::string message, std::string hint) {
    problems_.error("ranking-sheet-not-understood", std::move(place), std::move(message), std::move(hint));
  }

  bool has_places() const {
    return std::any_of(heading_.titles.begin(), heading_.titles.end(),
                       [](const tables::Title& title) { return place_of_title(title.text) > 0; });
  }

  /// The next row, with a cell that stands in no named column reported.
  bool next(Row& row) {
    if (!sheet_.next(row)) return false;
    tables::refuse_unnamed_cell(heading_, row, problems_);
    return true;
  }

  /// The cell of a column; an empty one when the sheet does not have it.
  Cell cell(const Row& row, std::string_view column) const {
    const auto at = heading_.find(column);
    return at ? row.cell(*at) : Cell{{}, &row, 0};
  }

  std::size_t list_of(const Cell& table) {
    const auto [known, is_new] = list_of_table_.try_emplace(table.words(), lists_.size());
    if (is_new) {
      lists_.emplace_back();
      lists_.back().table = name_of(table);
      ranked_.emplace_back();
    }
    return known->second;
  }

  void take_people_and_weight(const Row& row, HandedIn& list) {
    if (const Cell people = cell(row, "people"); !people.empty()) {
      list.people = whole_number_of(people.text);
      if (!list.people || *list.people < 1)
        fail(people.place(), fmt::format("'{}' is no number of people", people.text),
             "write a whole number, or nothing");
    }
    if (const Cell weight = cell(row, "weight"); !weight.empty()) {
      list.weight = number_of(weight.text);
      if (!list.weight || *list.weight < 0)
        fail(weight.place(), fmt::format("'{}' is no weight", weight.text),
             "write a number with a decimal point, or nothing");
    }
    if (const Cell returned = cell(row, "returned"); !returned.empty() && is_no(returned.words())) list.blank = true;
  }

  void read_rank(const Cell& rank, const WrittenName& item, HandedIn& list, std::vector<RankedName>& ranked) {
    const std::string word = text::kebab(rank.text);
    if (word == "not-discussed" || word == "nd" || word == "x") {
      list.not_discussed.push_back(item);
      return;
    }
    // A column with empty cells comes out of some programs as 2.0.
    const bool is_whole = rank.text.ends_with(".0");
    const std::optional<int> number = whole_number_of(rank.text.substr(0, rank.text.size() - (is_whole ? 2 : 0)));
    if (!number || *number < 1)
      fail(rank.place(), fmt::format("'{}' is no rank", rank.text), "write 1 for the first, or 'not discussed'");
    else
      ranked.push_back({static_cast<std::size_t>(*number), item});
  }

  void read_long() {
    for (Row row; next(row);) {
      const Cell table = cell(row, "table"), item = cell(row, "item"), rank = cell(row, "rank");
      if (table.empty()) {
        fail(row.place(), "this row names no table", "write the table in every row");
        continue;
      }
      const std::size_t number = list_of(table);
      HandedIn& list = lists_[number];
      take_people_and_weight(row, list);
      if (item.empty() && rank.empty()) continue;  // a table that has no list yet, or returned nothing
      if (item.empty())
        fail(rank.place(), fmt::format("rank {} of table '{}' has no item", rank.text, table.text),
             "write the item, or empty the rank");
      else if (rank.empty())
        fail(item.place(), fmt::format("'{}' has no rank at table '{}'", item.text, table.text),
             "write its rank, or 'not discussed'");
      else
        read_rank(rank, name_of(item), list, ranked_[number]);
    }
    take_ranked();
  }

  void read_rows_of_tables() {
    std::vector<std::size_t> places;
    for (const tables::Title& title : heading_.titles) places.push_back(place_of_title(title.text));
    for (Row row; next(row);) {
      const Cell table = cell(row, "table");
      if (table.empty()) {
        fail(row.place(), "this row names no table", "write the table in its column");
        continue;
      }
      HandedIn list;
      list.table = name_of(table);
      take_people_and_weight(row, list);
      for (const std::string& item : text::items_in_cell(cell(row, "not-discussed").text))
        list.not_discussed.push_back({item, cell(row, "not-discussed").place()});
      std::vector<RankedName> ranked;
      for (std::size_t column = 0; column < places.size(); ++column)
        if (places[column] > 0)
          for (WrittenName& name : names_in(row.cell(column), "=")) ranked.push_back({places[column], std::move(name)});
      list.groups = groups_of_ranks(list.table.text, std::move(ranked), problems_);
      lists_.push_back(std::move(list));
    }
  }

  /// A row a voter: a column an item with ranks in the cells, or one column with the whole ranking in a cell. False,
  /// with nothing read, when the sheet has neither.
  bool read_rows_of_voters() {
    std::vector<Row> rows;
    for (Row row; next(row);) rows.push_back(row.held());
    if (rows.empty()) return false;
    table_of_voters_ = column_of_tables();
    if (const auto whole = column_of_rankings(rows)) return read_whole_rankings(rows, *whole);
    return read_columns_of_items(rows);
  }

  bool is_answer_column(std::size_t column) const {
    const std::string& known = heading_.titles[column].column;
    return heading_.names(column) && known.empty() && !is_of_survey(heading_.titles[column].text) &&
           column != table_of_voters_;
  }

  /// The column that says at which table a voter sat: "table", or a question such as "Which table are you at?".
  std::optional<std::size_t> column_of_tables() const {
    if (const auto column = heading_.find("table")) return column;
    for (std::size_t column = 0; column < heading_.titles.size(); ++column) {
      const std::string words = "-" + text::kebab(heading_.titles[column].text) + "-";
      if (words.find("-table-") != std::string::npos || words.find("-group-") != std::string::npos) return column;
    }
    return std::nullopt;
  }

  /// Says which columns hold neither ranks nor what was asked for besides.
  void say_left_out(const std::vector<Row>& rows, const std::vector<std::size_t>& read) {
    std::vector<std::string> titles;
    for (std::size_t column = 0; column < heading_.titles.size(); ++column) {
      const bool is_read = std::find(read.begin(), read.end(), column) != read.end() || !is_answer_column(column);
      const bool is_empty =
          std::all_of(rows.begin(), rows.end(), [column](const Row& row) { return row.text(column).empty(); });
      if (!is_read && !is_empty) titles.push_back(text::without_controls(heading_.titles[column].text));
    }
    if (!titles.empty())
      findings::say(problems_, {"columns-not-read", heading_.place(0), {{"titles", text::Value::list_of(titles)}}});
  }

  /// The column in which every filled cell is a list with semicolons, as Microsoft Forms writes rankings.
  std::optional<std::size_t> column_of_rankings(const std::vector<Row>& rows) const {
    for (std::size_t column = 0; column < heading_.titles.size(); ++column) {
      if (!is_answer_column(column)) continue;
      std::size_t lists = 0, others = 0;
      for (const Row& row : rows) {
        const std::string_view cell = row.text(column);
        (cell.find(';') != std::string_view::npos ? lists : others) += cell.empty() ? 0 : 1;
      }
      if (lists > 0 && others == 0) return column;
    }
    return std::nullopt;
  }

  /// The list of a row, by its table or by the number that the survey gave it.
  std::size_t list_of_voter(const Row& row) {
    lists_.emplace_back();
    ranked_.emplace_back();
    lists_.back().table.place = row.place();
    if (table_of_voters_ && !row.text(*table_of_voters_).empty()) {
      lists_.back().table = name_of(row.cell(*table_of_voters_));
      return lists_.size() - 1;
    }
    for (std::size_t column = 0; column < heading_.titles.size(); ++column)
      if (text::kebab(heading_.titles[column].text) == "id" && whole_number_of(row.text(column)))
        lists_.back().table = {"t" + std::string(row.text(column)), row.place(column)};
    return lists_.size() - 1;
  }

  bool read_whole_rankings(const std::vector<Row>& rows, std::size_t column) {
    say_left_out(rows, {column});
    for (const Row& row : rows) {
      const std::size_t at = list_of_voter(row);
      take_people_and_weight(row, lists_[at]);
      std::size_t rank = ranked_[at].size();
      for (const std::string& item : text::items_in_cell(row.text(column)))
        ranked_[at].push_back({++rank, {item, row.place(column)}});
      lists_[at].blank = lists_[at].blank || row.text(column).empty();
    }
    return true;
  }

  bool read_columns_of_items(const std::vector<Row>& rows) {
    std::vector<std::size_t> columns, without_ranks;
    for (std::size_t column = 0; column < heading_.titles.size(); ++column) {
      if (!is_answer_column(column)) continue;
      std::size_t ranks = 0, others = 0;
      for (const Row& row : rows)
        if (!row.text(column).empty()) ++(is_rank(row.text(column)) ? ranks : others);
      if (ranks > 0 && ranks >= others) columns.push_back(column);
      if (ranks < others) without_ranks.push_back(column);
    }
    if (columns.size() < 2) return false;
    for (const std::size_t column : without_ranks)
      fail(heading_.place(column),
           fmt::format("column '{}' holds no ranks", text::without_controls(heading_.titles[column].text)),
           "take it off the sheet; a sheet with a row a voter has a column an item, and ranks in the cells");
    for (const Row& row : rows) {
      const std::size_t at = list_of_voter(row);
      take_people_and_weight(row, lists_[at]);
      for (const std::size_t column : columns) {
        const Cell rank = row.cell(column);
        if (rank.empty() || rank.text == "-") continue;
        WrittenName item{item_of_title(heading_.titles[column].text), rank.place(), heading_.place(column)};
        read_rank(rank, item, lists_[at], ranked_[at]);
      }
      lists_[at].blank = ranked_[at].empty() && lists_[at].not_discussed.empty();
    }
    return true;
  }

  void read_columns_of_tables() {
    std::vector<std::size_t> columns;
    for (std::size_t column = 1; column < heading_.titles.size(); ++column) {
      if (!heading_.names(column) || heading_.titles[column].column == "title") continue;
      if (tables::names_a_summary(heading_.titles[column].text)) {
        findings::say(problems_, {"summary-of-tables",
                                  heading_.place(column),
                                  {{"title", text::without_controls(heading_.titles[column].text)}}});
        continue;
      }
      columns.push_back(column);
      lists_.emplace_back();
      lists_.back().table = name_of(heading_.cell(column));
    }
    ranked_.resize(lists_.size());
    for (Row row; next(row);) {
      const Cell item = row.cell(0);
      for (std::size_t list = 0; list < columns.size() && !item.empty(); ++list) {
        const Cell rank = row.cell(columns[list]);
        if (!rank.empty() && rank.text != "-")
          read_rank(rank, {item.words(), rank.place()}, lists_[list], ranked_[list]);
      }
    }
    take_ranked();
  }

  void take_ranked() {
    for (std::size_t list = 0; list < lists_.size(); ++list)
      lists_[list].groups = groups_of_ranks(lists_[list].table.text, std::move(ranked_[list]), problems_);
  }

  tables::Table& sheet_;
  const tables::Heading& heading_;
  text::Diagnostics& problems_;
  std::vector<HandedIn> lists_;
  std::vector<std::vector<RankedName>> ranked_;  // by list, until the last row is read
  std::map<std::string, std::size_t> list_of_table_;
  std::optional<std::size_t> table_of_voters_;
};

}  // namespace

std::vector<HandedIn> read_ranking_sheet(const tables::Input& input, text::Diagnostics& problems) {
  tables::Table sheet(input, columns_of_sheets(), problems);
  if (tables::refuse_twice_named(sheet.heading(),
                                 {"table", "item", "rank", "people", "weight", "not-discussed", "returned"}, problems))
    return {};
  std::vector<HandedIn> lists = SheetReader(sheet, problems).read();
  if (lists.empty() && !problems.has_errors())
    problems.error("ranking-sheet-not-understood", text::whole_file(sheet.file()), "there is no list on the sheet",
                   "write a row for every table, or what it returned");
  return lists;
}

}  // namespace thrive::priorities
