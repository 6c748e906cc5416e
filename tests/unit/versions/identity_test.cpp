// SPDX-License-Identifier: MIT
#include "libthrive/versions/identity.hpp"

#include <doctest/doctest.h>

#include <string>

#include "libthrive/model/project.hpp"

using namespace thrive;
using versions::Identity;
using versions::Known;

namespace {

template <class Record>
Known known(std::string_view name) {
  const records::Field* field = records::shape_of<Record>().find(name);
  REQUIRE(field != nullptr);
  return versions::known(*field->shape, field->rule);
}

}  // namespace

TEST_CASE("Identity: how the entries of each kind of collection are known again") {
  records::shape_of<model::Project>();
  CHECK(known<model::Project>("services") == Known::by_key);
  CHECK(known<model::Pathway>("flows") == Known::by_identity);
  CHECK(known<model::Measure>("rebase") == Known::by_date);
  CHECK(known<model::Measure>("exclude") == Known::by_date);
  CHECK(known<model::Measure>("targets") == Known::by_identity);
  CHECK(known<model::GapSheet>("in_place") == Known::as_lines);
  CHECK(known<model::GapSheet>("training") == Known::as_lines);
  CHECK(known<model::AgreedPriorities>("dissent") == Known::as_lines);
  CHECK(known<model::Plan>("predictions") == Known::as_lines);
  CHECK(known<model::Study>("findings") == Known::as_lines);
  CHECK(known<model::Service>("groupings") == Known::as_set);
  CHECK(known<model::Observation>("tables") == Known::as_set);
  CHECK(known<model::Observation>("principles") == Known::as_set);
  CHECK(known<model::Ramp>("balancing") == Known::as_set);
  CHECK(known<model::PriorityRules>("candidates") == Known::as_set);
  CHECK(known<model::TableRanking>("ranking") == Known::whole);
  CHECK(known<model::AgreedPriorities>("order") == Known::whole);
  CHECK(known<model::TableScore>("votes") == Known::whole);
  CHECK(known<model::Study>("predictions_held") == Known::whole);
  CHECK(known<model::Service>("name") == Known::whole);
}

TEST_CASE("Identity: a flow by its ends and its kind, a line by its words, a rebase by its date") {
  model::Flow flow;
  flow.from = "gp";
  flow.to = "spa";
  flow.kind = "referral";
  const records::Shape& flows = *records::shape_of<model::Pathway>().find("flows")->shape;
  CHECK(versions::identity_of(*flows.element, &flow) == Identity{"gp", "spa", "referral"});
  model::Flow bare = flow;
  bare.kind.reset();
  CHECK(versions::identity_of(*flows.element, &bare) == Identity{"gp", "spa"});
  const model::GapLine line{" Nobody to ring after 4pm ", {}, "young-person"};
  const records::Shape& lines = *records::shape_of<model::GapSheet>().find("gaps")->shape;
  CHECK(versions::identity_of(*lines.element, &line) == Identity{"Nobody to ring after 4pm"});
  const model::Rebase rebase{*text::parse_date("2024-07-15"), "r1c3"};
  const records::Shape& rebases = *records::shape_of<model::Measure>().find("rebase")->shape;
  CHECK(versions::identity_of(*rebases.element, &rebase) == Identity{"2024-07-15"});
}

TEST_CASE("Identity: the same entries of two versions find each other, the first of those alike with the first") {
  const std::vector<Identity> before{{"gp", "spa"}, {"spa", "hub"}, {"gp", "spa"}};
  const std::vector<Identity> after{{"spa", "hub"}, {"gp", "spa"}, {"gp", "lantern"}};
  const auto found = versions::matches(before, after);
  CHECK(found[0] == 1);
  CHECK(found[1] == 0);
  CHECK_FALSE(found[2].has_value());
}

TEST_CASE("Identity: a flow that was given a kind is the same flow, unless that kind was there already") {
  CHECK(versions::matches({{"gp", "spa"}}, {{"gp", "spa", "referral"}})[0] == 0);
  const auto found = versions::matches({{"gp", "spa"}, {"gp", "spa", "referral"}}, {{"gp", "spa", "referral"}});
  CHECK_FALSE(found[0].has_value());
  CHECK(found[1] == 0);
  CHECK_FALSE(versions::matches({{"gp"}}, {{"gp", "spa"}})[0].has_value());
}

TEST_CASE("Identity: the words that say what a thing is") {
  records::shape_of<model::Project>();
  CHECK(versions::words_of(records::shape_of<model::Observation>())->name == "text");
  CHECK(versions::words_of(records::shape_of<model::GapLine>())->name == "text");
  CHECK(versions::words_of(records::shape_of<model::Cycle>())->name == "name");
  CHECK(versions::words_of(records::shape_of<model::Pathway>()) == nullptr);
}

TEST_CASE("Identity: ids that count") {
  const auto id = versions::running_id("o31");
  REQUIRE(id.has_value());
  CHECK(id->before == "o");
  CHECK(id->number == 31);
  CHECK(versions::with_number(*id, 32) == "o32");
  CHECK(versions::with_number(*versions::running_id("o09"), 10) == "o10");
  CHECK(versions::with_number(*versions::running_id("a-07"), 8) == "a-08");
  CHECK(versions::running_id("r1c2")->before == "r1c");
  CHECK_FALSE(versions::running_id("spa").has_value());
  CHECK_FALSE(versions::running_id("31").has_value());
}
