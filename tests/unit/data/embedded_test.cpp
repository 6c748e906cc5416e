// SPDX-License-Identifier: MIT
#include "libthrive/data/embedded.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/unit/support.hpp"

using namespace thrive;

TEST_CASE("a built-in file is the file of the source tree, byte for byte") {
  for (const std::string_view name : data::names()) {
    CAPTURE(name);
    CHECK(data::file(name) == tests::read_file(tests::source_path("libthrive/data/" + std::string(name))));
  }
}

TEST_CASE("built-in files are listed sorted, and a name that is none of them gives nothing") {
  const std::vector<std::string_view> names = data::names();
  CHECK(std::is_sorted(names.begin(), names.end()));
  CHECK(data::file("no-such-file.yaml").empty());
  CHECK(data::file("").empty());
}
