// SPDX-License-Identifier: MIT
#include "libthrive/text/fingerprint.hpp"

#include <doctest/doctest.h>

#include <string>

using thrive::text::fingerprint;

TEST_CASE("a fingerprint is 64-bit FNV-1a") {
  // By hand: FNV-1a of nothing is its offset basis; of "a\n" computed in Python.
  CHECK(fingerprint({}) == "cbf29ce484222325");
  CHECK(fingerprint({"a"}) == "089bdc07b544e7b2");
  CHECK(fingerprint({"ab"}) != fingerprint({"a", "b"}));
}
