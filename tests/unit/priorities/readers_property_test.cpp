// SPDX-License-Identifier: MIT
//
// Whatever a file of lists holds, the readers come back with lists and problems whose places are in the file.
#include <doctest/doctest.h>

#include <algorithm>

#include "libthrive/priorities/entry/handed_in.hpp"
#include "libthrive/priorities/methods/random.hpp"

using namespace thrive;
using namespace thrive::priorities;

namespace {

std::vector<HandedIn> read_sheet(const text::Source& source, text::Diagnostics& problems) {
  return read_ranking_sheet(tables::input_of(source), problems);
}

/// A file made of pieces that mean something to the readers, in any order.
std::string random_file(Random& random) {
  constexpr const char* pieces[] = {"A",
                                    "S1",
                                    "S2",
                                    "M1",
                                    ">",
                                    "=",
                                    ",",
                                    "^",
                                    "*",
                                    "|",
                                    "||",
                                    ":",
                                    "#",
                                    "\n",
                                    "\r",
                                    "\t",
                                    ";",
                                    "\"",
                                    "{",
                                    "}",
                                    "1",
                                    "2",
                                    "-1",
                                    "0.5",
                                    " ",
                                    "table",
                                    "item",
                                    "rank",
                                    "blank",
                                    "not discussed",
                                    "é",
                                    "\xE9",
                                    "\xEF\xBB\xBF",
                                    "# ALTERNATIVE NAME 1: S1\n",
                                    "99999999999",
                                    "sep=;"};
  std::string file;
  for (std::uint64_t left = random.below(40); left > 0; --left) file += pieces[random.below(std::size(pieces))];
  return file;
}

void check_places(const text::Source& source, const std::vector<HandedIn>& lists, const text::Diagnostics& problems) {
  // Lines may end with a carriage return alone.
  const auto& bytes = source.bytes();
  const auto lines =
      static_cast<int>(std::count(bytes.begin(), bytes.end(), '\n') + std::count(bytes.begin(), bytes.end(), '\r')) + 1;
  for (const text::Diagnostic& problem : problems.entries())
    CHECK(static_cast<int>(problem.place.from.line) <= lines + 1);
  for (const HandedIn& list : lists) {
    CHECK(list.repeats >= 1);
    CHECK(list.repeats <= 1000);
    for (const auto& group : list.groups) CHECK_FALSE(group.empty());
  }
}

}  // namespace

TEST_CASE("priorities: readers of lists survive any file") {
  Random random(99);
  for (int round = 0; round < 4000; ++round) {
    const text::Source source("lists", random_file(random));
    CAPTURE(source.bytes());
    for (const auto reader : {read_ballots, read_preflib, read_sheet}) {
      text::Diagnostics problems;
      std::vector<HandedIn> lists = reader(source, problems);
      check_places(source, lists, problems);
      if (lists.size() > 20) continue;
      check_lists(lists, {{"S1", "S2", "M1"}, {}, 2}, problems);
      named_lists(lists, {"t1"}, problems);
    }
  }
}
