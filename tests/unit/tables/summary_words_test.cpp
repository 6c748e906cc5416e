// SPDX-License-Identifier: MIT
#include "libthrive/tables/summary_words.hpp"

#include <doctest/doctest.h>

using thrive::tables::names_a_summary;

TEST_CASE("titles that sum up are told from those of tables") {
  for (const char* title : {"Average", "MEDIAN", "Total", "Total points", "Overall rank", "Mean score", "Rank",
                            "Consensus", "Agreed", "Sum of votes", "All tables", "Average (all)"})
    CHECK(names_a_summary(title));
  for (const char* title : {"A", "Table 1", "North", "Group 2", "Rankin Road", "Mean Street team",
                            "Total Wellbeing CIC", "Room", "", "table"})
    CHECK_FALSE(names_a_summary(title));
}
