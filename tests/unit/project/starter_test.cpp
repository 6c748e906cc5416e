// SPDX-License-Identifier: MIT
#include "libthrive/project/starter.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/project/projects.hpp"

using namespace thrive;

namespace {

/// The starter with its sections taken out of their comments: a '#' that no single blank follows.
std::string filled_in(const std::string& starter) {
  std::string text;
  for (std::size_t at = 0; at < starter.size();) {
    const std::size_t end = starter.find('\n', at) + 1;
    const std::string line = starter.substr(at, end - at);
    const bool is_prose = line.starts_with("# ") && (line.size() < 3 || line[2] != ' ');
    const bool is_head = line.starts_with("#   thrive ") || line.starts_with("#   man ");
    text += line.starts_with('#') && !is_prose && !is_head ? line.substr(1) : line;
    at = end;
  }
  return text;
}

std::string started(const std::string& name) {
  text::Diagnostics problems;
  const auto starter = project::starter_project(name, problems);
  REQUIRE(starter);
  return *starter;
}

}  // namespace

TEST_CASE("a new project is in order, and carries the name that was given") {
  const std::string starter = started("Thornmere: our #1 'work'");
  CHECK(tests::messages_of(starter) == "");
  CHECK(tests::open_text(starter)->model().project.name == "Thornmere: our #1 'work'");
}

TEST_CASE("every section of a new project is in order once it is taken out of its comment") {
  const std::string filled = filled_in(started("x"));
  CHECK(tests::messages_of(filled) == "");
  const auto project = tests::open_text(filled);
  REQUIRE(project);
  const model::Project& model = project->model();
  CHECK(model.services.size() == 2);
  CHECK(model.pathways.size() == 1);
  CHECK(model.observations.size() == 1);
  CHECK(model.assessments.size() == 1);
  CHECK(model.priorities.has_value());
  CHECK(model.gaps.size() == 1);
  CHECK(model.measures.size() == 1);
  CHECK(model.ramps.size() == 1);
}
