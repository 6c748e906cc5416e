// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/priorities/entry/handed_in.hpp"
#include "libthrive/priorities/entry/read_numbers.hpp"
#include "libthrive/tables/spreadsheet.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::priorities {

namespace {

using text::SheetCell;
using Row = std::vector<SheetCell>;

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// What a column holds, by its title: the usual words, in any case.
std::string kind_of(const SheetCell& title) {
  const std::string word = text::kebab(title.text);
  if (word == "table" || word == "group") return "table";
  if (word == "item" || word == "priority" || word == "principle") return "item";
  if (word == "rank" || word == "place" || word == "position") return "rank";
  if (word == "people" || word == "seats") return "people";
  if (word == "weight") return "weight";
  if (word == "not-discussed") return "not-discussed";
  if (word == "returned") return "returned";
  return {};
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
std::vector<WrittenName> names_in(const SheetCell& cell, std::string_view separators) {
  std::vector<WrittenName> names;
  std::string_view rest = cell.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(separators), rest.size());
    std::string_view name = rest.substr(0, end);
    while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    if (!name.empty()) names.push_back({std::string(name), cell.place});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return names;
}

bool is_no(const std::string& word) {
  const std::string plain = text::kebab(word);
  return plain == "no" || plain == "false" || plain == "blank" || plain == "n";
}

class SheetReader {
 public:
  SheetReader(const text::Spreadsheet& sheet, text::Diagnostics& problems) : sheet_(sheet), problems_(problems) {}

  std::vector<HandedIn> read() {
    if (sheet_.rows.empty()) {
      problems_.error("ranking-sheet-not-understood", text::whole_file(sheet_.file), "the sheet is empty",
                      "'prioritise sheet -f csv' writes one to fill in");
      return {};
    }
    for (std::size_t column = 0; column < head().size(); ++column) kinds_.push_back(kind_of(head()[column]));
    if (find("table") != nowhere && find("item") != nowhere && find("rank") != nowhere)
      read_long();
    else if (find("table") != nowhere && has_places())
      read_rows_of_tables();
    else if (find("item") == 0)
      read_columns_of_tables();
    else
      problems_.error("ranking-sheet-not-understood", head().front().place,
                      "the first row names neither 'table, rank, item' nor 'table, 1, 2, 3' nor 'item, TABLE, TABLE'",
                      "'prioritise sheet -f csv' writes a sheet to fill in");
    return std::move(lists_);
  }

 private:
  const Row& head() const { return sheet_.rows.front(); }
  std::size_t find(std::string_view kind) const {
    const auto at = std::find(kinds_.begin(), kinds_.end(), kind);
    return at == kinds_.end() ? nowhere : static_cast<std::size_t>(at - kinds_.begin());
  }
  bool has_places() const {
    return std::any_of(head().begin(), head().end(),
                       [](const SheetCell& cell) { return place_of_title(cell.text) > 0; });
  }
  /// The cell of a column; nothing when the row is too short or the cell empty.
  const SheetCell* cell(const Row& row, std::size_t column) const {
    return column < row.size() && !row[column].text.empty() ? &row[column] : nullptr;
  }

  HandedIn& list_of(const SheetCell& table) {
    for (HandedIn& list : lists_)
      if (list.table.text == table.text) return list;
    lists_.emplace_back();
    lists_.back().table = {table.text, table.place};
    ranked_.emplace_back();
    return lists_.back();
  }

  void take_people_and_weight(const Row& row, HandedIn& list) {
    if (const SheetCell* people = cell(row, find("people"))) {
      list.people = whole_number_of(people->text);
      if (!list.people || *list.people < 1)
        problems_.error("ranking-sheet-not-understood", people->place,
                        fmt::format("'{}' is no number of people", people->text), "write a whole number, or nothing");
    }
    if (const SheetCell* weight = cell(row, find("weight"))) {
      list.weight = number_of(weight->text);
      if (!list.weight || *list.weight < 0)
        problems_.error("ranking-sheet-not-understood", weight->place, fmt::format("'{}' is no weight", weight->text),
                        "write a number with a decimal point, or nothing");
    }
    if (const SheetCell* returned = cell(row, find("returned")); returned != nullptr && is_no(returned->text))
      list.blank = true;
  }

  void read_rank(const SheetCell& cell, const WrittenName& item, HandedIn& list, std::vector<RankedName>& ranked) {
    const std::string word = text::kebab(cell.text);
    if (word == "not-discussed" || word == "nd" || word == "x") {
      list.not_discussed.push_back(item);
      return;
    }
    const std::optional<int> rank = whole_number_of(cell.text);
    if (!rank || *rank < 1)
      problems_.error("ranking-sheet-not-understood", cell.place, fmt::format("'{}' is no rank", cell.text),
                      "write 1 for the first, or 'not discussed'");
    else
      ranked.push_back({static_cast<std::size_t>(*rank), item});
  }

  void read_long() {
    for (std::size_t at = 1; at < sheet_.rows.size(); ++at) {
      const Row& row = sheet_.rows[at];
      const SheetCell* table = cell(row, find("table"));
      const SheetCell* item = cell(row, find("item"));
      const SheetCell* rank = cell(row, find("rank"));
      if (table == nullptr) {
        problems_.error("ranking-sheet-not-understood", row.front().place, "this row names no table",
                        "write the table in every row");
        continue;
      }
      HandedIn& list = list_of(*table);
      const auto number = static_cast<std::size_t>(&list - lists_.data());
      take_people_and_weight(row, list);
      if (item == nullptr && rank == nullptr) continue;  // a table that has no list yet, or returned nothing
      if (item == nullptr)
        problems_.error("ranking-sheet-not-understood", rank->place,
                        fmt::format("rank {} of table '{}' has no item", rank->text, table->text),
                        "write the item, or empty the rank");
      else if (rank == nullptr)
        problems_.error("ranking-sheet-not-understood", item->place,
                        fmt::format("'{}' has no rank at table '{}'", item->text, table->text),
                        "write its rank, or 'not discussed'");
      else
        read_rank(*rank, {item->text, item->place}, list, ranked_[number]);
    }
    for (std::size_t list = 0; list < lists_.size(); ++list)
      lists_[list].groups = groups_of_ranks(lists_[list].table.text, ranked_[list], problems_);
  }

  void read_rows_of_tables() {
    for (std::size_t at = 1; at < sheet_.rows.size(); ++at) {
      const Row& row = sheet_.rows[at];
      const SheetCell* table = cell(row, find("table"));
      if (table == nullptr) {
        problems_.error("ranking-sheet-not-understood", row.front().place, "this row names no table",
                        "write the table in its column");
        continue;
      }
      HandedIn list;
      list.table = {table->text, table->place};
      take_people_and_weight(row, list);
      if (const SheetCell* cell_here = cell(row, find("not-discussed")))
        list.not_discussed = names_in(*cell_here, ";,|");
      std::vector<RankedName> ranked;
      for (std::size_t column = 0; column < head().size(); ++column)
        if (const std::size_t place = place_of_title(head()[column].text); place > 0)
          if (const SheetCell* items = cell(row, column))
            for (WrittenName& name : names_in(*items, "=")) ranked.push_back({place, std::move(name)});
      list.groups = groups_of_ranks(table->text, std::move(ranked), problems_);
      lists_.push_back(std::move(list));
    }
  }

  void read_columns_of_tables() {
    for (std::size_t column = 1; column < head().size(); ++column) {
      if (head()[column].text.empty() || text::kebab(head()[column].text) == "title") continue;
      HandedIn list;
      list.table = {head()[column].text, head()[column].place};
      std::vector<RankedName> ranked;
      for (std::size_t at = 1; at < sheet_.rows.size(); ++at) {
        const Row& row = sheet_.rows[at];
        const SheetCell* item = cell(row, 0);
        const SheetCell* rank = cell(row, column);
        if (item != nullptr && rank != nullptr && rank->text != "-")
          read_rank(*rank, {item->text, rank->place}, list, ranked);
      }
      list.groups = groups_of_ranks(list.table.text, std::move(ranked), problems_);
      lists_.push_back(std::move(list));
    }
  }

  const text::Spreadsheet& sheet_;
  text::Diagnostics& problems_;
  std::vector<std::string> kinds_;
  std::vector<HandedIn> lists_;
  std::vector<std::vector<RankedName>> ranked_;  // of the long form, by list
};

}  // namespace

std::vector<HandedIn> read_ranking_sheet(const text::Source& source, text::Diagnostics& problems) {
  std::optional<text::Spreadsheet> sheet = text::read_spreadsheet(source, problems);
  if (!sheet) return {};
  text::drop_titles(*sheet, {"table", "group", "item", "priority", "principle"}, problems);
  text::refuse_unnamed_cells(*sheet, problems);
  std::vector<HandedIn> lists = SheetReader(*sheet, problems).read();
  if (lists.empty() && !problems.has_errors())
    problems.error("ranking-sheet-not-understood", text::whole_file(sheet->file), "there is no list on the sheet",
                   "write a row for every table, or what it returned");
  return lists;
}

}  // namespace thrive::priorities
