// SPDX-License-Identifier: MIT
#include "libthrive/versions/merge.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thrive;

namespace {

const std::string start = R"(# The project of Thornmere
thrive: 1
project: {name: T}
services:
  # the front door
  gp: {name: GP practices}
  spa:
    name: Single point of access  # as it is called
    wte: 7.2
pathways:
  current:
    flows:
      - {from: gp, to: spa, kind: referral, per_year: 1420}
observations:
  o01: {at: spa, perspective: patient-experience, kind: duplication, text: Asked twice}
gaps:
  S3:
    status: draft
    ideal: Young people decide
    gaps:
      - Nobody to ring
)";

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

versions::MergedFile joined(const std::string& base, const std::string& ours, const std::string& theirs) {
  const versions::Merged merged = versions::merge({{"thrive.yaml", base, ours, theirs}}, {});
  REQUIRE(merged.files.size() == 1);
  REQUIRE(merged.files[0].has_value());
  return *merged.files[0];
}

}  // namespace

TEST_CASE("Merge: what only ours changed stays to the byte") {
  const std::string ours = with(with(start, "7.2", "8.0   # three more"), "{name: T}", "{ name: 'T' }");
  CHECK(joined(start, ours, start).bytes == ours);
}

TEST_CASE("Merge: what theirs changed is written into the bytes of ours") {
  const std::string ours = with(start, "GP practices", "GPs");
  const std::string theirs = with(start, "wte: 7.2", "wte: 8");
  CHECK(joined(start, ours, theirs).bytes == with(ours, "wte: 7.2", "wte: 8"));
}

TEST_CASE("Merge: two notes of one number are two notes") {
  const std::string head = "perspective: patient-experience, kind: duplication, text: ";
  const std::string ours = with(start, "gaps:\n  S3", "  o02: {at: gp, " + head + "A}\ngaps:\n  S3");
  std::string theirs = with(start, "gaps:\n  S3", "  # seen by B\n  o02: {at: spa, " + head + "B}\ngaps:\n  S3");
  theirs = with(theirs, "- Nobody to ring", "- Nobody to ring\n      - {text: Told again, from: o02}");
  const versions::Merged merged = versions::merge({{"thrive.yaml", start, ours, theirs}}, {});
  REQUIRE(merged.renumbered.size() == 1);
  CHECK(merged.renumbered[0].to == "o03");
  REQUIRE(merged.files[0].has_value());
  CHECK(merged.files[0]->conflicts.empty());
  std::string expected = with(ours, "text: A}\n", "text: A}\n  # seen by B\n  o03: {at: spa, " + head + "B}\n");
  expected = with(expected, "- Nobody to ring", "- Nobody to ring\n      - {text: Told again, from: o03}");
  CHECK(merged.files[0]->bytes == expected);
}

TEST_CASE("Merge: both changed one text: markers around its lines") {
  const std::string ours = with(start, "Young people decide", "Young people choose");
  const std::string theirs = with(start, "Young people decide", "Any young person chooses");
  const versions::MergedFile file = joined(start, ours, theirs);
  REQUIRE(file.conflicts.size() == 1);
  CHECK(file.conflicts[0].path == "gaps.S3.ideal");
  CHECK(file.bytes ==
        with(start, "    ideal: Young people decide\n",
             "<<<<<<< ours\n    ideal: Young people choose\n||||||| base\n    ideal: Young people decide\n"
             "=======\n    ideal: Any young person chooses\n>>>>>>> theirs\n"));
}

TEST_CASE("Merge: changed here, deleted there") {
  const std::string line = "      - {from: gp, to: spa, kind: referral, per_year: 1420}\n";
  const std::string more = "      - {from: spa, to: gp}\n";
  const std::string base = with(start, line, line + more);
  const std::string ours = with(base, "1420", "1500");
  const std::string theirs = with(base, line, "");
  const versions::MergedFile file = joined(base, ours, theirs);
  CHECK(file.bytes ==
        with(base, line,
             "<<<<<<< ours\n" + with(line, "1420", "1500") + "||||||| base\n" + line + "=======\n>>>>>>> theirs\n"));
  const versions::MergedFile other = joined(base, theirs, ours);
  CHECK(other.conflicts.size() == 1);
  CHECK(other.bytes.find("<<<<<<< ours\n||||||| base\n" + line + "=======\n" + with(line, "1420", "1500") +
                         ">>>>>>> theirs\n") != std::string::npos);
}

TEST_CASE("Merge: what is used here and was removed there is for people to decide") {
  const std::string base = with(start, "  spa:\n", "  hub: {name: Hub}\n  spa:\n");
  const std::string ours = start;
  const std::string flow = "      - {from: gp, to: hub}\n";
  const std::string theirs = with(base, "observations:", flow + "observations:");
  const versions::MergedFile file = joined(base, ours, theirs);
  REQUIRE(file.conflicts.size() == 1);
  CHECK(file.bytes ==
        with(ours, "observations:", "<<<<<<< ours\n||||||| base\n=======\n" + flow + ">>>>>>> theirs\nobservations:"));
}

TEST_CASE("Merge: an agreed sheet that somebody else changed is for people to decide") {
  const std::string ours = with(start, "status: draft", "status: agreed");
  const std::string theirs = with(start, "- Nobody to ring", "- Nobody to ring\n      - No key");
  const versions::MergedFile file = joined(start, ours, theirs);
  REQUIRE(file.conflicts.size() == 1);
  CHECK(file.conflicts[0].path == "gaps.S3.status");
  CHECK(joined(start, start, ours).bytes == ours);
}
