// SPDX-License-Identifier: MIT
#include "libthrive/cli/colour.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thrive;
using cli::shown;

TEST_CASE("a problem is shown with its place, or behind the tool's name") {
  const text::Diagnostic placed{
      text::Severity::error, "unknown-service", {"a.yaml", {3, 7}}, "no service 'x'", "did you mean 'y'?"};
  CHECK(shown(placed, "gap", false) == "a.yaml:3:7: error: no service 'x'; did you mean 'y'? [unknown-service]");
  CHECK(shown(placed, "gap", true) ==
        "a.yaml:3:7: \033[1;31merror:\033[0m no service 'x'; did you mean 'y'? [unknown-service]");
  const text::Diagnostic alone{text::Severity::warning, "stale", {}, "old", ""};
  CHECK(shown(alone, "gap", false) == "gap: warning: old [stale]");
  CHECK(shown(alone, "gap", true) == "gap: \033[1;33mwarning:\033[0m old [stale]");
}

TEST_CASE("a file named like a severity is not coloured") {
  const text::Diagnostic placed{text::Severity::error, "c", {"error: x", {1, 1}}, "m", ""};
  CHECK(shown(placed, "gap", true) == "error: x:1:1: \033[1;31merror:\033[0m m [c]");
}

TEST_CASE("colour on demand") {
  CHECK(cli::wants_colour("always"));
  CHECK(!cli::wants_colour("never"));
}
