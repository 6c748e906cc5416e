// SPDX-License-Identifier: MIT
#include "libthrive/journeys/moment.hpp"

#include <doctest/doctest.h>

using thrive::journeys::Moment;
using thrive::journeys::MomentReader;

TEST_CASE("moments: the same moment in every form that logs have") {
  MomentReader reader;
  const Moment wanted{1743343559, 0};  // 2025-03-30 14:05:59 UTC
  for (const char* text :
       {"2025-03-30 14:05:59", "2025-03-30T14:05:59", "2025-03-30T14:05:59Z", "2025-03-30 15:05:59+01:00",
        "2025-03-30T09:05:59-0500", "2025-03-30 15:05:59 +01", "30/03/2025 14:05:59", "30.3.2025 14:05:59",
        "30-Mar-2025 14:05:59", "30 March 2025 2:05:59 pm", "30/3/25 14:05:59", "2025/03/30 14:05:59",
        "2025-03-30 14:05:59.000", "2025-03-30 14:05:59 UTC"}) {
    INFO(text);
    CHECK(reader.read(text) == wanted);
  }
}

TEST_CASE("moments: days, fractions and a spreadsheet's count") {
  MomentReader reader;
  CHECK(reader.read("2025-03-30") == Moment{1743292800, 0});
  CHECK(reader.read("2025-03-30 14:05") == Moment{1743343500, 0});
  CHECK(reader.read("2025-03-30 14:05:59.25") == Moment{1743343559, 250000});
  CHECK(reader.read("2025-03-30 14:05:59.123456789") == Moment{1743343559, 123456});
  CHECK(reader.read("45746.5") == Moment{1743336000, 0});
  CHECK(reader.read("1/1/70") == Moment{0, 0});
  CHECK(reader.read("31/12/69") == Moment{3155673600, 0});
}

TEST_CASE("moments: what is none is nothing, also behind a day that was read before") {
  MomentReader reader;
  CHECK(reader.read("2025-03-30"));
  for (const char* text : {"", "TBC", "2025-02-30", "31/02/2025", "2025-03-30 24:00:00", "2025-03-30 14:60:00",
                           "2025-03-30 14", "2025-03-30x", "2025-03-30 14:05:59 BST", "1899-12-31", "2200-01-01",
                           "2025-3", "13:00 pm", "30/13/2025", "20250330", "2025-03-30 14:05:5", "100", "1e999"}) {
    INFO(text);
    CHECK_FALSE(reader.read(text));
  }
}
