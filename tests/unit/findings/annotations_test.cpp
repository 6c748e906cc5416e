// SPDX-License-Identifier: MIT
#include "libthrive/findings/annotations.hpp"

#include <doctest/doctest.h>

using namespace thrive;
using findings::Checkout;

TEST_CASE("a file is named by its way from the top of the working tree, wherever the tool runs") {
  const Checkout below{"/repo/plans/north", "/repo"};
  CHECK(findings::from_top(below, "gaps.yaml") == "plans/north/gaps.yaml");
  CHECK(findings::from_top(below, "./gaps.yaml") == "plans/north/gaps.yaml");
  CHECK(findings::from_top(below, "../south/gaps.yaml") == "plans/south/gaps.yaml");
  CHECK(findings::from_top(below, "/repo/thrive.yaml") == "thrive.yaml");
  CHECK(findings::from_top(below, "/srv/other.yaml") == "/srv/other.yaml");
  CHECK(findings::from_top(below, "../../../other.yaml") == "../../../other.yaml");
  CHECK(findings::from_top({"/anywhere", ""}, "./gaps.yaml") == "gaps.yaml");
}

TEST_CASE("a finding's sign stays when lines are added above it, and no two are the same") {
  const Checkout none;
  text::Diagnostic first{text::Severity::warning, "pdsa-no-measure", {"ramps.yaml", {3, 5}}, "no measure", ""};
  first.path = {"ramps", "r1"};
  text::Diagnostic moved = first;
  moved.place.from.line = 40;
  text::Diagnostic other = first;
  other.path = {"ramps", "r2"};
  findings::Signs before(none), after(none);
  const std::string sign = before.of(first, ".");
  CHECK(after.of(moved, ".") == sign);
  CHECK(before.of(other, ".") != sign);
  CHECK(before.of(first, ".") == sign + "-2");
}

TEST_CASE("a workflow command of GitHub cannot be ended by what a file says") {
  findings::Checked one{"a,b.yaml", "", true, {}};
  one.findings.push_back({text::Severity::note, "a-code", {"a,b.yaml", {1, 2}}, "100%: yes\n::error::no", ""});
  CHECK(findings::as_github({one}, {}) ==
        "::notice file=a%2Cb.yaml,line=1,col=2,title=a-code::100%25: yes ::error::no\n");
}
