// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "libthrive/priorities/entry/handed_in.hpp"
#include "libthrive/priorities/entry/read_numbers.hpp"
#include "libthrive/tables/table.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"

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
    const std::optional<int> number = whole_number_of(rank.text);
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
      list.not_discussed = names_in(cell(row, "not-discussed"), ";,|");
      std::vector<RankedName> ranked;
      for (std::size_t column = 0; column < places.size(); ++column)
        if (places[column] > 0)
          for (WrittenName& name : names_in(row.cell(column), "=")) ranked.push_back({places[column], std::move(name)});
      list.groups = groups_of_ranks(list.table.text, std::move(ranked), problems_);
      lists_.push_back(std::move(list));
    }
  }

  void read_columns_of_tables() {
    std::vector<std::size_t> columns;
    for (std::size_t column = 1; column < heading_.titles.size(); ++column) {
      if (!heading_.names(column) || heading_.titles[column].column == "title") continue;
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
