// SPDX-License-Identifier: MIT
//
// A field that is added to the model is added nowhere else. Two records that differ in one field, and everything that
// walks records: the new field is there, and nothing was written for it but its description.
#include <doctest/doctest.h>

#include "libthrive/project/reading/record_reader.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "libthrive/records/changes.hpp"
#include "libthrive/records/field.hpp"
#include "libthrive/records/from_text.hpp"
#include "libthrive/records/listing.hpp"
#include "libthrive/records/make_shape.hpp"
#include "libthrive/records/schema.hpp"
#include "libthrive/records/to_value.hpp"

namespace {

struct Room {
  std::string name;
  std::optional<double> beds;                // the new field
  std::vector<std::string> for_whom;         // and a new list
  std::optional<thrive::text::Date> opened;  // and a new date
};
struct Ward {
  thrive::model::Keyed<Room> rooms;
};

}  // namespace

namespace thrive::model {

template <>
struct Description<Room> {
  static constexpr std::string_view title = "room";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& r) {
    visit("name", r.name, "What it is called", Rule{}.required());
    visit("beds", r.beds, "How many beds", Rule{}.at_least(1));
    visit("for_whom", r.for_whom, "Who it is for", Rule{}.from("groupings"));
    visit("opened", r.opened, "When it opened", Rule{});
  }
};
template <>
struct Description<Ward> {
  static constexpr std::string_view title = "ward";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& w) { visit("rooms", w.rooms, "Its rooms", Rule{}.defines("room")); }
};

}  // namespace thrive::model

namespace {

using namespace thrive;

struct ReadWard {
  Ward ward;
  std::string problems;
};

ReadWard read(const std::string& yaml) {
  ReadWard result;
  text::Diagnostics problems;
  const auto document = yaml::parse(text::Source("ward.yaml", yaml), problems);
  REQUIRE(document);
  const std::vector<yaml::Document> documents{*document};
  project::RecordReader reader(documents, project::built_in_vocabulary(), problems);
  reader.read_record(records::shape_of<Ward>(), &result.ward, {{0, document->root()}});
  for (const text::Diagnostic& problem : problems.entries()) result.problems += text::format(problem) + "\n";
  return result;
}

const char* const ward = "rooms: {a: {name: A, beds: 4, for_whom: [Getting Help], opened: 2024-03-04}, b: {name: B}}\n";

}  // namespace

TEST_CASE("a new field is read and checked") {
  const ReadWard good = read(ward);
  CHECK(good.problems.empty());
  REQUIRE(good.ward.rooms.size() == 2);
  CHECK(good.ward.rooms[0].value.beds == 4.0);
  CHECK(good.ward.rooms[0].value.for_whom == std::vector<std::string>{"getting-help"});
  CHECK(read("rooms: {a: {name: A, beds: 0}}\n").problems ==
        "ward.yaml:1:28: error: '0' is less than 1, in 'beds' of room 'a' [out-of-range]\n");
  CHECK(read("rooms: {a: {name: A, bed: 2}}\n").problems.find("did you mean 'beds'?") != std::string::npos);
}

TEST_CASE("a new field is shown, in plain data and in a list") {
  const ReadWard read_ward = read(ward);
  const text::Value shown = records::to_value(records::shape_of<Ward>(), &read_ward.ward, records::Fullness::full);
  const text::Value& room = *shown.find("rooms")->find("a");
  CHECK(room.find("beds")->as_integer() != nullptr);
  CHECK(*room.find("opened")->as_text() == "2024-03-04");
  const records::Field& rooms = *records::shape_of<Ward>().find("rooms");
  const records::Listing list = records::listing(*rooms.shape, &read_ward.ward.rooms, {"id", "opened"});
  REQUIRE(list.columns.size() == 5);
  CHECK(list.columns[1].name == "opened");
  CHECK(list.columns[3].name == "beds");
  CHECK(*list.rows[0][3].as_number() == 4);
  CHECK(list.rows[1][3].is_null());
}

TEST_CASE("a new field is in the schema and in the tables of the manual") {
  const text::Value schema = records::schema_of(records::shape_of<Ward>(), project::built_in_vocabulary());
  const text::Value* beds = schema.find("$defs")->find("room")->find("properties")->find("beds");
  REQUIRE(beds != nullptr);
  CHECK(*beds->find("description")->as_text() == "How many beds");
  CHECK(records::field_tables(records::shape_of<Ward>()).find(".It Ic beds Pq number, 1 or more\nHow many beds.\n") !=
        std::string::npos);
}

TEST_CASE("a new field is compared") {
  const ReadWard one = read(ward);
  const ReadWard other = read("rooms: {a: {name: A, beds: 5, for_whom: [getting-help]}, c: {name: C, beds: 1}}\n");
  std::string lines;
  for (const records::Change& change : records::changes(one.ward, other.ward))
    lines += yaml::format(change.path) + ": " + text::to_json(change.a) + "-> " + text::to_json(change.b);
  CHECK(lines ==
        "rooms.a.beds: 4\n-> 5\nrooms.a.opened: \"2024-03-04\"\n-> null\nrooms.b: {\n  \"name\": \"B\"\n}\n-> null\n"
        "rooms.c: null\n-> {\n  \"name\": \"C\",\n  \"beds\": 1\n}\n");
}

TEST_CASE("a new field can be named and given a value") {
  const ReadWard read_ward = read(ward);
  records::NoField problem;
  const auto at = records::field_at(records::shape_of<Ward>(), &read_ward.ward, "rooms/b/beds", problem);
  REQUIRE(at);
  CHECK(at->meaning() == "How many beds");
  records::Unfit unfit;
  CHECK(records::from_text(*at, "7", project::built_in_vocabulary(), unfit)->as_integer() != nullptr);
  CHECK_FALSE(records::from_text(*at, "0", project::built_in_vocabulary(), unfit));
  CHECK(unfit.message == "'0' is less than 1, in 'beds'");
  CHECK_FALSE(records::field_at(records::shape_of<Ward>(), &read_ward.ward, "rooms/b/bed", problem));
  CHECK(problem.hint == "did you mean 'rooms/b/beds'?");
}
