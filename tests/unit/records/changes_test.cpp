// SPDX-License-Identifier: MIT
#include "libthrive/records/changes.hpp"

#include <doctest/doctest.h>

#include "libthrive/model/project.hpp"
#include "libthrive/text/names.hpp"

namespace {

using namespace thrive;

std::string said(const std::vector<records::Change>& changes) {
  std::string lines;
  for (const records::Change& change : changes) {
    lines += change.what == records::Change::What::added     ? "+ "
             : change.what == records::Change::What::removed ? "- "
                                                             : "";
    lines += text::join(change.path, "/") + "\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("every field of a service that differs is found") {
  model::Service a, b;
  a.name = b.name = "GP";
  b.hours = "24/7";
  b.accepts = {"self"};
  b.age = "0-25";
  b.commissioned_by = "ICB";
  CHECK(said(records::changes(a, b)) == "commissioned_by\nage\nhours\naccepts\n");
  CHECK(records::changes(a, a).empty());
}

TEST_CASE("entries of lists are matched by what tells them apart, not by their place") {
  model::Pathway a, b;
  a.flows = {{"gp", "spa", {}, 10.0, {}, {}, {}, {}}, {"spa", "gp", {}, {}, {}, {}, {}, {}}};
  b.flows = {{"spa", "gp", {}, {}, {}, {}, {}, {}},
             {"hub", "gp", {}, {}, {}, {}, {}, {}},
             {"gp", "spa", {}, 12.0, {}, {}, {}, {}}};
  CHECK(said(records::changes(a, b)) == "flows/gp:spa/per_year\n+ flows/hub:gp\n");
}

TEST_CASE("a second flow between the same two does not make the first a stranger") {
  model::Pathway a, b;
  a.flows = {{"gp", "spa", "referral", 10.0, {}, {}, {}, {}}};
  b.flows = {{"gp", "spa", "signpost", {}, {}, {}, {}, {}}, {"gp", "spa", "referral", 12.0, {}, {}, {}, {}}};
  CHECK(said(records::changes(a, b)) == "flows/gp:spa/per_year\n+ flows/gp:spa:signpost\n");
  b.flows = {{"gp", "spa", "signpost", 10.0, {}, {}, {}, {}}};
  CHECK(said(records::changes(a, b)) == "flows/gp:spa/kind\n");
}

TEST_CASE("a group that is not there says the same as an empty one") {
  model::Flow a, b;
  b.wait = model::Wait{};
  CHECK(records::changes(a, b).empty());
  b.wait->median_days = 3;
  CHECK(said(records::changes(a, b)) == "wait/median_days\n");
}

TEST_CASE("whole projects: entries of sections by id, in any order") {
  model::Project a, b;
  a.services.add("gp").name = "GP";
  a.services.add("spa").name = "SPA";
  b.services.add("spa").name = "SPA";
  b.services.add("hub").name = "Hub";
  b.priorities.emplace().tables.add("A").people = 5;
  CHECK(said(records::changes(a, b)) == "- services/gp\n+ services/hub\n+ priorities/tables/A\n");
}
