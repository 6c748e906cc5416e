// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>

#include "libthrive/journeys/entry/extract_cells.hpp"
#include "libthrive/journeys/entry/extract_reader.hpp"
#include "libthrive/journeys/entry/partial.hpp"
#include "libthrive/journeys/gate.hpp"
#include "libthrive/journeys/waits.hpp"

using namespace thrive;
using namespace thrive::journeys;

namespace {

text::Date date(const char* text) { return *text::parse_date(text); }

ExtractQuestion question() {
  ExtractQuestion question;
  question.columns.id = "id";
  question.columns.person = "person";
  question.columns.received = "received";
  question.columns.first_contact = "seen";
  question.columns.closed = "closed";
  question.cut_off = date("2025-03-31");
  question.has_spells = true;
  return question;
}

struct ThroughGate {
  Gated gated;
  Quality quality;
};

ThroughGate through_gate(const std::string& rows, std::optional<int> spell_days = {}) {
  const tables::Input input = tables::input_of(text::Source("extract.csv", "id,person,received,seen,closed\n" + rows));
  text::Diagnostics problems;
  auto read = read_extract(input, question(), problems);
  REQUIRE(read);
  ThroughGate result;
  result.quality = read->quality;
  result.gated = pass_gate(std::move(read->referrals),
                           {model::ClockStart::received, model::ClockStop::first_contact, spell_days}, result.quality);
  return result;
}

}  // namespace

TEST_CASE("extracts: a day is the one of the calendar, however it is written") {
  for (const char* text :
       {"2025-03-30", "30/3/2025", "30.3.25", "30-Mar-25", "30 March 2025", "45746", "30/03/2025 23:59",
        "2025-03-30T23:30:00Z", "2025-03-30 23:30:00+02:00", "20250330", "45746.9"})
    CHECK_MESSAGE(day_in(text) == date("2025-03-30"), text);
}

TEST_CASE("extracts: what is no day is none") {
  for (const char* text : {"TBC", "31/02/2025", "2025-02-29", "Mar 2025", "12", "99999", "30/3", "1899-12-31",
                           "2200-01-01", "2025-13-01", "2025-03-30x", "30/03/2025/1", "0/1/2025", ""})
    CHECK_MESSAGE(!day_in(text), text);
  CHECK(day_in("01/01/69") == date("2069-01-01"));
  CHECK(day_in("01/01/70") == date("1970-01-01"));
  CHECK(day_in("29952") == date("1982-01-01"));
  CHECK(!day_in("29951"));
}

TEST_CASE("extracts: systems have many words for nothing") {
  for (const char* text : {"", "NULL", "n/a", "NA", "#N/A", "None", "-", "--", "\u2013", "\u2014", "NaN", "Unknown",
                           "not known", "NO DATA", "."})
    CHECK_MESSAGE(says_nothing(text), text);
  for (const char* text : {"no", "North", "unknown team", "0", "-1", "nil", "x"})
    CHECK_MESSAGE(!says_nothing(text), text);
}

TEST_CASE("extracts: keys are numbered in the order in which they are met") {
  Keys keys;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    const auto found = keys.add(key_of("R" + std::to_string(i)));
    REQUIRE(found.is_new);
    REQUIRE(found.number == i);
  }
  for (std::uint32_t i = 0; i < 5000; ++i) {
    const auto found = keys.add(key_of("R" + std::to_string(i)));
    REQUIRE(!found.is_new);
    REQUIRE(found.number == i);
  }
}

TEST_CASE("gate: every row goes one way") {
  const ThroughGate result = through_gate(
      "R1,P1,2025-03-01,2025-03-11,\n"            // seen after 10 days
      "R2,P2,2025-03-01,,\n"                      // waits 30 days
      "R3,P3,2025-03-01,,2025-03-06\n"            // left after 5
      "R4,P4,2025-03-01,2025-03-06,2025-03-06\n"  // on one day the stop comes first
      "R5,P5,2025-03-01,2025-03-09,2025-03-06\n"  // seen after it was closed
      "R1,P1,2025-03-01,2025-03-11,\nR1,P1,2025-03-02,,\n"
      "R6,P6,,,\nR7,P7,2025-04-02,,\nR8,P8,2025-03-10,,2025-03-01\nR9,P9,2025-03-10,2025-03-01,\n"
      "R10,P10,2025-03-10,2025-04-20,\n"
      "Total,,,,\nTOTALS,11,x,,\n");
  const Quality& quality = result.quality;
  std::int64_t sum = quality.analysed.people;
  for (const WayOut& way : ways_out) sum += (quality.*way.count).people;
  CHECK(sum == quality.rows.people);
  CHECK(quality.rows == Count(14));
  CHECK(quality.not_referrals == Count(2));
  CHECK(quality.duplicates == Count(2));
  CHECK(quality.conflicting_duplicates == Count(1));
  CHECK(quality.received_missing == Count(1));
  CHECK(quality.received_after_cut_off == Count(1));
  CHECK(quality.closed_before_received == Count(1));
  CHECK(quality.contact_before_referral == Count(1));
  CHECK(quality.stop_after_closed == Count(1));
  CHECK(quality.after_cut_off == Count(1));
  const auto& waits = result.gated.episodes.all;
  REQUIRE(waits.size() == 6);
  CHECK(waits[0].wait() == 10);
  CHECK(waits[1].outcome == Outcome::waiting);
  CHECK(waits[1].wait() == 30);
  CHECK(waits[2].outcome == Outcome::left);
  CHECK(waits[3].outcome == Outcome::completed);
  CHECK(waits[4].outcome == Outcome::left);
  CHECK(waits[5].outcome == Outcome::waiting);
}

TEST_CASE("spells: referrals of one person that follow each other closely are one") {
  const std::string rows =
      "R1,P1,2025-01-01,,2025-01-10\nR2,P1,2025-01-15,2025-02-01,2025-02-10\n"  // 5 days after closing
      "R3,P1,2025-02-16,,\n"                                                    // 6 days: another
      "R4,P2,2025-01-01,2025-01-20,\nR5,P2,2025-03-01,2025-03-02,2025-03-03\n"  // open together
      "R6,,2025-01-01,,2025-01-02\nR7,,2025-01-02,,2025-01-03\n";               // nobody knows whose
  const ThroughGate result = through_gate(rows, 5);
  CHECK(result.quality.joined == Count(2));
  REQUIRE(result.gated.episodes.all.size() == 5);
  CHECK(through_gate(rows, 4).quality.joined == Count(1));
  CHECK(through_gate(rows).quality.joined == Count(0));
}

TEST_CASE("parts: a tally is the same after it was a file") {
  ThroughGate result = through_gate("R1,P1,2025-01-01,2025-01-11,\nR2,P2,2025-03-01,,\nR3,P3,2025-03-01,,2025-03-06\n");
  const Tally tally = tallied(result.gated.episodes, result.quality, 28, 0);
  model::Extract definition;
  definition.within = {28, true};
  const std::string file = partial_file(tally, definition);
  text::Diagnostics problems;
  const auto read = read_partial(tables::input_of(text::Source("part", file)), definition, {}, problems);
  REQUIRE(read);
  CHECK(partial_file(*read, definition) == file);
  Tally twice = *read;
  twice.add(*read);
  CHECK(twice.waits.total() == 6);
  CHECK(twice.quality.rows == Count(6));
  definition.within.inclusive = false;
  CHECK(!read_partial(tables::input_of(text::Source("part", file)), definition, {}, problems));
  definition.within.inclusive = true;
  const text::Date other = date("2025-03-30");
  CHECK(!read_partial(tables::input_of(text::Source("part", file)), definition, other, problems));
  CHECK(!read_partial(tables::input_of(text::Source("part", file.substr(0, 30))), definition, {}, problems));
}
