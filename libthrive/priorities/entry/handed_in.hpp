// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/model/priorities.hpp"
#include "libthrive/tables/input.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::priorities {

/// A name as somebody wrote it, and where.
struct WrittenName {
  std::string text;
  text::Place place;
  text::Place named_at{};        // where a file's head says what it is; nowhere when its name stands at `place`
  bool is_behind_comma = false;  // which may be part of a title
};

/// One list as it was handed in, before anybody has asked whether its items exist.
struct HandedIn {
  WrittenName table;  // no text: the list carries no table's name
  std::optional<int> people;
  std::optional<double> weight;
  std::size_t repeats = 1;  // how many tables handed in this very list
  bool blank = false;       // the table handed in nothing
  std::vector<std::vector<WrittenName>> groups;
  std::vector<WrittenName> not_discussed;
};

/// Reads text ballots, one a line: `A: S3 > M6 = S2 > P3 ^2 * 3 | not discussed: M1, M2  # comment`. The table may also
/// stand before `||`, as in the Condorcet Election Format; `^2` is a weight, `* 3` three tables; a comma may stand for
/// `>`, `[S2, M6]` for a tie; a title may stand in double quotes, whatever it has in it; `-`, `blank` or
/// `/EMPTY_RANKING/` is a blank return. Everything wrong is reported with its place.
std::vector<HandedIn> read_ballots(const text::Source& source, text::Diagnostics& problems);

/// Reads PrefLib's .soc, .soi, .toc and .toi: `# ALTERNATIVE NAME 1: S3` in the head, then `2: 1,{2,3},4` for two
/// tables that put alternative 1 before 2 and 3. What the format does not have (a group in a group, another DATA TYPE,
/// a tie in a strict order, an incomplete one where all are complete) is refused; numbers of voters, orders and
/// alternatives other than the head says are a warning.
std::vector<HandedIn> read_preflib(const text::Source& source, text::Diagnostics& problems);

/// Reads a sheet of rankings, in whichever form its first row shows: a row for each table, item and rank (table, rank,
/// item); a row a table with a column a place (table, 1, 2, 3 ..., as `prioritise sheet` writes it); a row an item with
/// a column a table (item, A, B ...) and ranks in the cells; a row a voter or table with a column an item and ranks in
/// the cells, as CIVS has it; or a row a voter with the whole ranking in one cell, `S3;M6;S2;`, as Microsoft Forms has
/// it. Excel's separators and encodings are recognised.
std::vector<HandedIn> read_ranking_sheet(const tables::Input& input, text::Diagnostics& problems);

/// How a file of lists is written; `automatic` is what its name shows.
enum class ListForm { automatic, csv, ballots, preflib };

/// The form that a file's name shows: a sheet, PrefLib, else text ballots.
ListForm form_of_name(const std::string& file);

/// One list as it is given on a command line.
struct ListOptions {
  std::string table;
  std::string ranking;        // "S3 > M6 = S2"; empty for a table that is still awaited
  std::string not_discussed;  // "M1, M2"
  std::optional<int> people;
  std::optional<double> weight;
  bool blank = false;
};
/// Reads it; places in problems name the option.
HandedIn list_of_options(const ListOptions& options, text::Diagnostics& problems);

/// An item with the rank it was given.
struct RankedName {
  std::size_t rank = 0;
  WrittenName name;
};
/// Groups of equal rank, best first. Ranks may go on behind a tie as 1, 2, 2, 4 or as 1, 2, 2, 3; a rank that is left
/// out otherwise is reported, never closed up in silence.
std::vector<std::vector<WrittenName>> groups_of_ranks(const std::string& table, std::vector<RankedName> ranked,
                                                      text::Diagnostics& problems);

/// What a list may contain.
struct ListRules {
  std::vector<std::string> candidates;
  std::vector<std::string> titles;    // by candidate; empty text where there is none
  std::size_t most = 5;               // items in a list
  std::vector<std::string> tables{};  // that the project names already
};

/// Replaces what was written by ids of candidates: names that a comma parted are joined where a title has it, several
/// names in one place become a tie. Reports unknown items (each once, with the nearest), items listed twice or listed
/// and not discussed, lists that are too long, two lists of one table, tables under two names, and what only sums up
/// others.
void check_lists(std::vector<HandedIn>& lists, const ListRules& rules, text::Diagnostics& problems);

/// Gives lists without a name the next free name, t1, t2 and so on, says so in a note, and makes a list of its own of
/// every repeat.
std::vector<HandedIn> named_lists(std::vector<HandedIn> lists, const std::vector<std::string>& taken,
                                  text::Diagnostics& problems);

/// The list as it goes into the project.
model::TableRanking ranking_of(const HandedIn& list);

}  // namespace thrive::priorities

namespace thrive::model {

template <>
struct Names<priorities::ListForm> {
  static constexpr std::string_view title = "form of lists";
  static constexpr std::pair<priorities::ListForm, std::string_view> values[] = {
      {priorities::ListForm::automatic, "auto"},
      {priorities::ListForm::csv, "csv"},
      {priorities::ListForm::ballots, "ballots"},
      {priorities::ListForm::preflib, "preflib"}};
};

}  // namespace thrive::model
