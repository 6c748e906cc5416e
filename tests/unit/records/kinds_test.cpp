// SPDX-License-Identifier: MIT
#include "libthrive/records/kinds.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "libthrive/model/project.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "libthrive/records/make_shape.hpp"
#include "libthrive/records/things.hpp"

namespace {

/// A record that names things of a kind, and one that defines some.
struct Door {
  std::string leads_to;
};
struct House {
  thrive::model::Keyed<Door> doors;
};

}  // namespace

namespace thrive::model {

template <>
struct Description<Door> {
  static constexpr std::string_view title = "door";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& d) { visit("leads_to", d.leads_to, "Where to", Rule{}.names("rom")); }
};
template <>
struct Description<House> {
  static constexpr std::string_view title = "house";
  static constexpr std::string_view shorthand = "";
  static void fields(auto& visit, auto& h) { visit("doors", h.doors, "The doors", Rule{}.defines("room")); }
};

}  // namespace thrive::model

using namespace thrive;

TEST_CASE("a kind that is referred to and that nothing defines is refused before anything is read") {
  CHECK_THROWS_AS(records::kinds_of(records::shape_of<House>()), std::logic_error);
  CHECK_NOTHROW(records::kinds_of_model());
}

TEST_CASE("every list of words that a field takes its words from is in the vocabulary") {
  const auto check = [](const auto& self, const records::RecordShape& shape) -> void {
    for (const records::Field& field : shape.fields) {
      CAPTURE(field.name);
      if (!field.rule.vocabulary.empty()) CHECK(project::built_in_vocabulary().has_list(field.rule.vocabulary));
      const records::Shape* inner = &field.shape->plain();
      while (inner->element != nullptr) inner = &inner->element->plain();
      if (inner->is_record()) self(self, inner->record());
    }
  };
  check(check, records::shape_of<model::Project>());
}

TEST_CASE("places name services and drafted lines name observations and items") {
  const auto named = [](std::string_view kind, std::string_view text) {
    std::string parts;
    for (const records::NamedPart& part : records::named_parts(kind, text))
      parts += std::string(part.kind) + " '" + std::string(text.substr(part.begin, part.length)) + "' ";
    return parts;
  };
  CHECK(named("service", "spa") == "service 'spa' ");
  CHECK(named("place", "spa") == "service 'spa' ");
  CHECK(named("place", "spa  -> gp") == "service 'spa' service 'gp' ");
  CHECK(named("source", "o05") == "observation 'o05' ");
  CHECK(named("source", "descriptor M6 4") == "item 'M6' ");
}

TEST_CASE("things are found by kind and id, wherever they are defined") {
  model::Project project;
  project.services.add("gp");
  project.assessments.add("first").tables.add("A");
  project.assessments.add("second").tables.add("A");
  project.priorities.emplace().tables.add("B");
  project.ramps.add("r1").cycles.add("c1");
  records::Things things(records::shape_of<model::Project>(), &project);
  CHECK(things.has("service", "gp"));
  CHECK_FALSE(things.has("service", "c1"));
  CHECK(things.has("cycle", "c1"));
  CHECK(things.ids("table") == std::vector<std::string>{"A", "B"});
  const auto tables = things.all("table");
  REQUIRE(tables.size() == 3);
  CHECK(tables[1].path == std::vector<std::string>{"assessments", "second", "tables", "A"});
  CHECK(tables[2].path == std::vector<std::string>{"priorities", "tables", "B"});
}
