// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "libthrive/priorities/entry/handed_in.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::priorities {

ListForm form_of_name(const std::string& file) {
  const std::string name = text::kebab(file);
  const auto ends_with = [&](std::string_view ending) { return name.ends_with(ending); };
  // A workbook is read as the sheet that it should have been saved as, and refused as one.
  constexpr std::array sheets{".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods"};
  constexpr std::array preflib{".toi", ".toc", ".soi", ".soc"};
  if (std::any_of(sheets.begin(), sheets.end(), ends_with)) return ListForm::csv;
  if (std::any_of(preflib.begin(), preflib.end(), ends_with)) return ListForm::preflib;
  return ListForm::ballots;
}

HandedIn list_of_options(const ListOptions& options, text::Diagnostics& problems) {
  HandedIn list;
  if (!options.ranking.empty()) {
    std::vector<HandedIn> read = read_ballots(text::Source("--ranking", options.ranking), problems);
    if (read.size() == 1 && !read.front().blank && read.front().table.text.empty() && read.front().repeats == 1 &&
        !read.front().weight)
      list = std::move(read.front());
    else if (!problems.has_errors())
      problems.error("ballot-not-understood", text::whole_file("--ranking"), "this is not one plain list",
                     "write --ranking 'S3 > M6 = S2 > P3'; the table and its weight have options of their own");
  }
  if (!options.not_discussed.empty()) {
    const auto items = read_ballots(text::Source("--not-discussed", options.not_discussed), problems);
    for (const HandedIn& line : items)
      for (const auto& group : line.groups)
        list.not_discussed.insert(list.not_discussed.end(), group.begin(), group.end());
  }
  list.table = {options.table, text::whole_file("--table")};
  list.people = options.people;
  list.weight = options.weight;
  list.blank = options.blank;
  return list;
}

}  // namespace thrive::priorities
