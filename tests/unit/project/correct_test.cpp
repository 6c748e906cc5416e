// SPDX-License-Identifier: MIT
#include "libthrive/project/editing/correct.hpp"

#include <doctest/doctest.h>

#include "libthrive/project/editing/fields.hpp"
#include "libthrive/project/editing/new_entry.hpp"
#include "libthrive/project/editing/paths.hpp"
#include "libthrive/project/editing/sections.hpp"
#include "libthrive/project/reading/content.hpp"
#include "libthrive/project/saving/apply.hpp"
#include "tests/unit/project/projects.hpp"

using namespace thrive;
using project::Correction;
using Action = project::Correction::Action;

namespace {

const char* const small =
    "thrive: 1\n"
    "project: {name: Small}\n"
    "services:\n"
    "  gp: {name: GP, wte: 3}  # since 1948\n"
    "  hub:\n"
    "    name: Hub\n"
    "    accepts: [anyone]\n"
    "pathways:\n"
    "  current:\n"
    "    flows:\n"
    "      - {from: gp, to: hub, kind: referral, per_year: 20, wait: {median_days: 3}}\n"
    "      - {from: gp, to: hub, kind: signpost}\n"
    "observations:\n"
    "  o01: {at: gp -> hub, perspective: operations, kind: duplication, text: Twice}\n";

/// The project after corrections, or the codes of what is wrong with them.
std::string corrected(const std::vector<Correction>& corrections, const std::vector<std::string>& sections = {}) {
  const auto opened = tests::open_text(small);
  REQUIRE(opened);
  project::Changes changes;
  std::vector<std::string> said;
  text::Diagnostics problems;
  std::string codes;
  if (project::correct(*opened, {corrections, sections}, changes, said, problems)) {
    const auto edited = project::edited_sources(opened->content().documents, changes.edits(), problems);
    if (edited) return edited->front() == nullptr ? small : edited->front()->bytes();
  }
  for (const text::Diagnostic& problem : problems.entries())
    codes += (codes.empty() ? "" : " ") + std::to_string(problem.place.from.line) + ":" + problem.code;
  return codes;
}

/// The small project with one stretch of it replaced.
std::string with(const std::string& from, const std::string& to) {
  std::string text = small;
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("what is typed is a path and a value, or a mistake in words") {
  std::string complaint;
  const auto correction = project::parse_correction(Action::set, "services/gp/note=a=b", complaint);
  REQUIRE(correction);
  CHECK(correction->path == "services/gp/note");
  CHECK(correction->value == "a=b");
  CHECK(project::parse_correction(Action::remove, "observations/o01", complaint)->path == "observations/o01");
  CHECK_FALSE(project::parse_correction(Action::set, "services/gp", complaint));
  CHECK(complaint == "has no '='; write PATH=VALUE");
  CHECK_FALSE(project::parse_correction(Action::set, "services//gp=1", complaint));
  CHECK_FALSE(project::parse_correction(Action::rename, "services/gp=", complaint));
  CHECK_FALSE(project::parse_correction(Action::add, "services/gp/accepts=", complaint));
}

TEST_CASE("a field is given a value, or taken away; a group goes with its only field") {
  CHECK(corrected({{Action::set, "services/gp/wte", "3.5"}}) == with("wte: 3}", "wte: 3.5}"));
  CHECK(corrected({{Action::set, "services/gp/wte", ""}}) == with(", wte: 3", ""));
  CHECK(corrected({{Action::remove, "services/gp/wte", ""}}) == with(", wte: 3", ""));
  CHECK(corrected({{Action::set, "pathways/current/flows/1/wait/median_days", ""}}) ==
        with(", wait: {median_days: 3}", ""));
  CHECK(corrected({{Action::set, "pathways/current/flows/gp:hub:signpost/wait/median_days", "9"}}) ==
        with("kind: signpost}", "kind: signpost, wait: {median_days: 9}}"));
}

TEST_CASE("what cannot be is refused at its place") {
  CHECK(corrected({{Action::set, "services/gp/name", ""}}) == "4:required-field");
  CHECK(corrected({{Action::set, "services/gpp/wte", "1"}}) == "4:no-such-entry");
  CHECK(corrected({{Action::set, "services/gp/wt", "1"}}) == "4:no-such-field");
  CHECK(corrected({{Action::set, "pathways/current/flows/gp:hub/per_year", "1"}}) == "11:no-such-field");
  CHECK(corrected({{Action::set, "services/gp/wte", "3,5"}}) == "4:not-a-number");
  CHECK(corrected({{Action::rename, "services/gp", "hub"}}) == "6:id-taken");
  CHECK(corrected({{Action::rename, "services/gp", "g p"}}) == "4:bad-id");
  CHECK(corrected({{Action::rename, "services/gp", "gp"}}) == "4:same-id");
  CHECK(corrected({{Action::add, "services/gp/wte", "3"}}) == "4:not-a-list");
  CHECK(corrected({{Action::remove, "services/hub", ""}}) == "11:still-named 12:still-named 14:still-named");
}

TEST_CASE("a name changes in every place, in one step with what goes") {
  std::string expected = with("  hub:\n", "  door:\n");
  for (std::size_t at = 0; (at = expected.find("to: hub", at)) != std::string::npos; ++at)
    expected.replace(at, 7, "to: door");
  expected.replace(expected.find("gp -> hub"), 9, "gp -> door");
  CHECK(corrected({{Action::rename, "services/hub", "door"}}) == expected);
  const std::string gone = corrected({{Action::remove, "services/hub", ""},
                                      {Action::remove, "observations/o01", ""},
                                      {Action::remove, "pathways/current/flows/2", ""},
                                      {Action::remove, "pathways/current/flows/1", ""}});
  CHECK(gone.find("hub") == std::string::npos);
}

TEST_CASE("to a list several things are added at once, and a section gets an entry by its id") {
  CHECK(corrected({{Action::add, "services/hub/accepts", "schools"}}) == with("[anyone]", "[anyone, schools]"));
  CHECK(corrected({{Action::add, "services/hub/accepts", "[schools, 'a, b']"}}) ==
        with("[anyone]", "[anyone, schools, 'a, b']"));
  CHECK(corrected({{Action::remove, "services/hub/accepts/anyone", ""}}) == with("[anyone]", "[]"));
  CHECK(corrected({{Action::add, "services/spa", "{name: SPA}"}}).find("  spa: {name: SPA}\n") == std::string::npos);
  CHECK(corrected({{Action::add, "services/spa", "{name: SPA}"}}).find("  spa:\n    name: SPA\n") != std::string::npos);
}

TEST_CASE("paths may leave out the sections of a tool") {
  const std::vector<std::string> own = project::sections_of_tool("pathway-map");
  CHECK(corrected({{Action::set, "gp/wte", "4"}}, own) == with("wte: 3}", "wte: 4}"));
  CHECK(corrected({{Action::set, "services/gp/wte", "4"}}, own) == with("wte: 3}", "wte: 4}"));
  CHECK(corrected({{Action::set, "spa/wte", "4"}}, own) == "1:no-such-field");
  CHECK(corrected({{Action::set, "measures/x/unit", "days"}}, own) == "1:no-such-field");
}

TEST_CASE("fields and completions come from the description, values from the project") {
  const auto opened = tests::open_text(small);
  records::NoField wrong;
  const auto fields = project::fields_at(&*opened, {}, "services/gp", wrong);
  REQUIRE(fields);
  CHECK(fields->front().path == "services/gp/name");
  CHECK(fields->front().is_required);
  CHECK(fields->front().present == text::Value("GP"));
  CHECK(project::fields_at(nullptr, {}, "pathways/any/flows/any/wait", wrong)->size() == 4);
  CHECK_FALSE(project::fields_at(nullptr, {}, "services/any/wtee", wrong));
  using Words = std::vector<std::string>;
  CHECK(project::completions(&*opened, {}, "serv") == Words{"services/"});
  CHECK(project::completions(&*opened, {}, "services/h") == Words{"services/hub/"});
  CHECK(project::completions(&*opened, {}, "services/hub/wt") == Words{"services/hub/wte="});
  CHECK(project::completions(&*opened, {"services"}, "hub/assesses=t") == Words{"hub/assesses=true"});
  CHECK(project::completions(&*opened, {}, "pathways/current/flows/gp:hub:r") ==
        Words{"pathways/current/flows/gp:hub:referral/"});
  CHECK(project::completions(&*opened, {}, "pathways/current/flows/1/to=h") ==
        Words{"pathways/current/flows/1/to=hub"});
}

TEST_CASE("the next id is the first that is free") {
  CHECK(project::next_id({}, "i") == "i01");
  CHECK(project::next_id({"i01", "i03"}, "i") == "i02");
}
