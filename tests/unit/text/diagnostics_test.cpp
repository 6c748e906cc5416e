// SPDX-License-Identifier: MIT
#include "libthrive/text/diagnostics.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace thrive::text;

TEST_CASE("a diagnostic reads as editors and continuous integration expect") {
  const Diagnostic diagnostic{
      Severity::error, "unknown-service", {"a.yaml", {12, 5}}, "unknown service 'gpp'", "did you mean 'gp'?"};
  CHECK(format(diagnostic) == "a.yaml:12:5: error: unknown service 'gpp'; did you mean 'gp'? [unknown-service]");
  CHECK(format({Severity::note, "", {}, "nothing to do", ""}) == "note: nothing to do");
}

TEST_CASE("a file cannot drive the terminal through a message") {
  const std::string line = format({Severity::error, "x", {"a\x1b[2J.yaml", {1, 1}}, "bad\x1b[31m name\nnext", ""});
  CHECK(line.find('\x1b') == std::string::npos);
  CHECK(line.find('\n') == std::string::npos);
}

TEST_CASE("file order: files as they first appeared, then line and column, equals as they came") {
  Diagnostics problems;
  problems.error("b", {"two.yaml", {1, 1}}, "first");
  problems.error("a", {"one.yaml", {9, 1}}, "last");
  problems.warning("c", {"two.yaml", {1, 1}}, "second");
  problems.note("d", {"one.yaml", {2, 4}}, "third");
  std::string order;
  for (const Diagnostic& entry : problems.in_file_order()) order += entry.code;
  CHECK(order == "bcda");
  CHECK(problems.has_errors());
  CHECK(problems.count(Severity::error) == 2);
}
