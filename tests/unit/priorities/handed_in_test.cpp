// SPDX-License-Identifier: MIT
#include "libthrive/priorities/entry/handed_in.hpp"

#include <doctest/doctest.h>

using namespace thrive;
using namespace thrive::priorities;

namespace {

std::vector<HandedIn> read_sheet(const text::Source& source, text::Diagnostics& problems) {
  return read_ranking_sheet(tables::input_of(source), problems);
}

/// "A: S1 > S2=M1 ^2 | M3" of every list, so that a whole file can be compared at a glance.
std::string shown(const std::vector<HandedIn>& lists) {
  std::string text;
  for (const HandedIn& list : lists) {
    text += list.table.text + ":";
    for (std::size_t at = 0; at < list.groups.size(); ++at) {
      text += at == 0 ? " " : " > ";
      for (std::size_t item = 0; item < list.groups[at].size(); ++item)
        text += (item == 0 ? "" : "=") + list.groups[at][item].text;
    }
    if (list.blank) text += " blank";
    if (list.weight) text += " ^" + std::to_string(static_cast<int>(*list.weight));
    if (list.people) text += " people " + std::to_string(*list.people);
    if (list.repeats != 1) text += " *" + std::to_string(list.repeats);
    for (const WrittenName& name : list.not_discussed) text += " |" + name.text;
    text += "\n";
  }
  return text;
}

std::string codes(const text::Diagnostics& problems) {
  std::string result;
  for (const text::Diagnostic& problem : problems.entries())
    result += std::to_string(problem.place.from.line) + ":" + std::to_string(problem.place.from.column) + " " +
              problem.code + "\n";
  return result;
}

const ListRules rules = {{"M1", "M2", "S1", "S2", "S3"}, {"One", "Two", "Three", "Four", "Front door"}, 3};

}  // namespace

TEST_CASE("priorities: text ballots") {
  text::Diagnostics problems;
  const auto lists = read_ballots(text::Source("lists.txt",
                                               "# comment\n"
                                               "A: S1 > S2 = M1 ^2\n"
                                               "B || S1,S2,M1 * 3  # three tables\r\n"
                                               "\n"
                                               "S3 = M2 | not discussed: M1, S1\n"
                                               "C: blank\n"
                                               "/EMPTY_RANKING/"),
                                  problems);
  CHECK(shown(lists) == "A: S1 > S2=M1 ^2\nB: S1 > S2 > M1 *3\n: S3=M2 |M1 |S1\nC: blank\n: blank\n");
  CHECK(codes(problems) == "");
  CHECK(lists[0].groups[1][1].place.from == text::Position{2, 14});
}

TEST_CASE("priorities: text ballots that cannot be understood are refused with their place") {
  text::Diagnostics problems;
  read_ballots(text::Source("lists.txt", "A: S1 > > S2\nB: S1 ^x\nC: S1 * 0\nD: S1 | later\n"), problems);
  CHECK(codes(problems) ==
        "1:8 ballot-not-understood\n2:8 ballot-not-understood\n3:9 ballot-not-understood\n4:9 ballot-not-understood\n");
}

TEST_CASE("priorities: PrefLib lists with ties and repeats") {
  text::Diagnostics problems;
  const auto lists = read_preflib(text::Source("room.toi",
                                               "# FILE NAME: room.toi\n# NUMBER ALTERNATIVES: 3\n"
                                               "# ALTERNATIVE NAME 1: S1\n# ALTERNATIVE NAME 2: S2\n"
                                               "# ALTERNATIVE NAME 3: M1\n2: 1,{2,3}\n1: {3},1\n1: 2\n"),
                                  problems);
  CHECK(shown(lists) == ": S1 > S2=M1 *2\n: M1 > S1\n: S2\n");
  CHECK(codes(problems) == "");
  CHECK(shown(named_lists(lists, {"t2"}, problems)) == "t1: S1 > S2=M1\nt3: S1 > S2=M1\nt4: M1 > S1\nt5: S2\n");
  CHECK(codes(problems) == "6:1 list-without-name\n");
  text::Diagnostics more;
  read_preflib(text::Source("room.toi", "# ALTERNATIVE NAME 1: S1\n1: 1,7\nx: 1\n"), more);
  CHECK(codes(more) == "2:6 preflib-not-understood\n3:1 preflib-not-understood\n");
}

TEST_CASE("priorities: a sheet with a row for each table and item") {
  text::Diagnostics problems;
  const auto lists = read_sheet(
      text::Source(
          "long.csv",
          "Table,Rank,Item,People\nA,2,S2,8\nB,1,M1,\nA,1,S1,\nA,2,M2,\nB,not discussed,S3,\nC,,,6\nD,1,S1,\n"),
      problems);
  CHECK(shown(lists) == "A: S1 > S2=M2 people 8\nB: M1 |S3\nC: people 6\nD: S1\n");
  CHECK(codes(problems) == "");
}

TEST_CASE("priorities: a sheet with a row a table, as Excel saves it") {
  text::Diagnostics problems;
  const auto lists = read_sheet(text::Source("wide.csv",
                                             "\xEF\xBB\xBFtable;people;1;2;3;not discussed;returned\r\n"
                                             "A;8;S1;S2 = M1;;M2, S3;\r\nB;;S1 = S2;;M1;;\r\nC;;;;;;no\r\n"),
                                problems);
  CHECK(shown(lists) == "A: S1 > S2=M1 people 8 |M2 |S3\nB: S1=S2 > M1\nC: blank\n");
  CHECK(codes(problems) == "1:1 sheet-read-as\n");
}

TEST_CASE("priorities: a sheet with a row an item and a column a table") {
  text::Diagnostics problems;
  const auto lists = read_sheet(
      text::Source("items.csv", "item,title,A,B\nS1,One,1,x\nS2,Two,2,1\nM1,Three,2,-\nM2,Four,4,2\n"), problems);
  CHECK(shown(lists) == "A: S1 > S2=M1 > M2\nB: S2 > M2 |S1\n");
  CHECK(codes(problems) == "");
}

TEST_CASE("priorities: a rank that is left out is asked about, never closed up") {
  text::Diagnostics problems;
  read_sheet(text::Source("wide.csv", "table,1,2,3\nA,S1,,M1\nB,,S1,\n"), problems);
  CHECK(codes(problems) == "2:7 rank-skipped\n3:4 rank-skipped\n");
  CHECK(problems.entries()[0].message == "table 'A' gives rank 3, and no 2");
  text::Diagnostics more;
  read_sheet(text::Source("long.csv", "table,rank,item\nA,zero,S1\nA,1,\n,1,S1\nA,,S2\n"), more);
  CHECK(codes(more) ==
        "2:3 ranking-sheet-not-understood\n3:3 ranking-sheet-not-understood\n4:1 ranking-sheet-not-understood\n5:4 "
        "ranking-sheet-not-understood\n");
  text::Diagnostics other;
  read_sheet(text::Source("other.csv", "a,b\nx,y\n"), other);
  read_sheet(text::Source("empty.csv", ""), other);
  CHECK(codes(other) == "1:1 ranking-sheet-not-understood\n1:1 ranking-sheet-not-understood\n");
}

TEST_CASE("priorities: lists that break the rules are refused, each with its place") {
  text::Diagnostics problems;
  auto lists = read_ballots(text::Source("lists.txt",
                                         "A: S1 > S2 > S1\n"
                                         "B: S1 > S2 > S3 > M1\n"
                                         "C: S1 > S4\n"
                                         "A: M1\n"
                                         "D: S1 | not discussed: S1\n"
                                         "E: front DOOR > m1\n"),
                            problems);
  check_lists(lists, rules, problems);
  CHECK(codes(problems) ==
        "1:14 listed-twice\n2:19 list-too-long\n3:9 unknown-item\n5:24 listed-and-not-discussed\n"
        "4:1 two-lists-of-one-table\n");
  CHECK(problems.entries()[2].message == "there is no item 'S4' to choose from");
  CHECK(problems.entries()[2].hint == "did you mean 'S1'?");
  CHECK(problems.entries()[4].message == "table 'A' handed in two lists, the first in line 1");
  // A title, or an id in another case, is as good as the id.
  CHECK(shown({lists[5]}) == "E: S3 > M1\n");
  CHECK(problems.entries()[0].message == "table 'A' lists 'S1' twice, first at column 4");
}

TEST_CASE("priorities: what goes into the project") {
  text::Diagnostics problems;
  const auto lists = read_ballots(text::Source("x", "A: S1 > S2 = M1 ^2 | not discussed: M2\nB: blank"), problems);
  const model::TableRanking one = ranking_of(lists[0]);
  CHECK(one.weight == 2);
  CHECK(one.returned);
  REQUIRE(one.ranking.size() == 2);
  CHECK(one.ranking[1].items == std::vector<std::string>{"S2", "M1"});
  CHECK(one.not_discussed == std::vector<std::string>{"M2"});
  CHECK_FALSE(ranking_of(lists[1]).returned);
}
