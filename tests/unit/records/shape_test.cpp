// SPDX-License-Identifier: MIT
#include "libthrive/records/shape.hpp"

#include <doctest/doctest.h>

#include <set>

#include "libthrive/model/project.hpp"
#include "libthrive/records/to_value.hpp"

namespace {

using namespace thrive;

/// Calls `visit` for every record of the model, each once.
template <class Visit>
void each_record(const records::RecordShape& shape, std::set<const records::RecordShape*>& seen, Visit visit) {
  if (!seen.insert(&shape).second) return;
  visit(shape);
  for (const records::Field& field : shape.fields) {
    const records::Shape* inner = &field.shape->plain();
    while (inner->element != nullptr) inner = &inner->element->plain();
    if (inner->is_record()) each_record(inner->record(), seen, visit);
  }
}

}  // namespace

TEST_CASE("shapes reach the members that the structs have") {
  model::Service service;
  service.name = "GP";
  service.wte = 7.5;
  service.accepts = {"self", "professional"};
  const records::RecordShape& shape = records::shape_of<model::Service>();
  CHECK(shape.title == "service");
  CHECK(shape.fields.size() == 18);
  const records::Field& wte = *shape.find("wte");
  CHECK(*static_cast<const double*>(wte.shape->value(wte.of(&service))) == 7.5);
  wte.shape->reset(wte.of(static_cast<void*>(&service)));
  CHECK_FALSE(service.wte);
  const records::Field& accepts = *shape.find("accepts");
  CHECK(accepts.shape->size(accepts.of(&service)) == 2);
  *static_cast<std::string*>(accepts.shape->append(accepts.of(static_cast<void*>(&service)))) = "parent";
  CHECK(service.accepts.back() == "parent");
  CHECK(shape.find("wtee") == nullptr);
}

TEST_CASE("closed words are read and written by their position") {
  model::Measure measure;
  const records::Field& better = *records::shape_of<model::Measure>().find("better");
  REQUIRE(better.shape->words.size() == 3);
  better.shape->set_word(better.of(static_cast<void*>(&measure)), 1);
  CHECK(measure.better == model::Better::higher);
  CHECK(better.shape->word(better.of(&measure)) == 1);
}

TEST_CASE("comparing by shape agrees with comparing by type") {
  model::Project one, other;
  const records::RecordShape& shape = records::shape_of<model::Project>();
  const auto is_same = [&] {
    for (const records::Field& field : shape.fields)
      if (!records::is_same(*field.shape, field.of(&one), field.of(&other))) return false;
    return true;
  };
  CHECK(is_same());
  one.services.add("gp").wte = 7;
  CHECK_FALSE(is_same());
  other.services.add("gp").wte = 7;
  CHECK(is_same());
  one.pathways.add("current").flows.push_back({"gp", "spa", {}, {}, model::Wait{}, {}, {}, {}});
  other.pathways.add("current").flows.push_back({"gp", "spa", {}, {}, {}, {}, {}, {}});
  CHECK_FALSE(is_same());
}

TEST_CASE(
    "the model's descriptions hold together: names once, shorthands and identities that are fields, words known") {
  std::set<const records::RecordShape*> seen;
  std::set<std::string_view> titles;
  each_record(records::shape_of<model::Project>(), seen, [&](const records::RecordShape& shape) {
    CAPTURE(shape.title);
    CHECK(titles.insert(shape.title).second);
    CHECK(shape.fields.size() <= 64);  // the reader notes in 64 bits which are there
    std::set<std::string_view> names;
    for (const records::Field& field : shape.fields) {
      CAPTURE(field.name);
      CHECK(names.insert(field.name).second);
      CHECK_FALSE(field.meaning.empty());
    }
    CHECK((shape.shorthand.empty() || names.contains(shape.shorthand)));
    for (const std::string_view part : shape.identity) CHECK(names.contains(part));
  });
  CHECK(seen.size() > 30);
}
