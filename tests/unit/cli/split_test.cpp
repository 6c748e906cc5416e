// SPDX-License-Identifier: MIT
#include "libthrive/cli/split.hpp"

#include <doctest/doctest.h>

using namespace thrive;
using Words = std::vector<std::string>;

TEST_CASE("behind -- every word is an argument, also one that looks like an option without a value") {
  cli::OptionDeclaration note;
  note.long_name = "note";
  note.value = "TEXT";
  CHECK(cli::split({note}, {"--", "--note="}).positionals == Words{"--note="});
  CHECK(cli::split({note}, {"--", "-x", "--"}).positionals == Words{"-x", "--"});
  const cli::SplitWords empty = cli::split({note}, {"--note=", "p.yaml"});
  CHECK(empty.values[0] == Words{""});
  CHECK(empty.positionals == Words{"p.yaml"});
  CHECK(cli::split({note}, {"-"}).positionals == Words{"-"});
}
