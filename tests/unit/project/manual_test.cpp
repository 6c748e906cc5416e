// SPDX-License-Identifier: MIT
// man/thrive-project.5 has two sections that are made from the code: its fields and its words.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "libthrive/project/reading/vocabulary_file.hpp"
#include "libthrive/records/schema.hpp"
#include "tests/unit/support.hpp"

using namespace thrive;

namespace {

const std::string page_name = "man/thrive-project.5";

/// The text between a comment that begins a made section and the one that ends it.
std::string made_section(const std::string& page, const std::string& name) {
  const std::string begin = ".\\\" Begin of " + name + ", made from the code\n";
  const std::string end = ".\\\" End of " + name + "\n";
  const std::size_t from = page.find(begin);
  const std::size_t to = page.find(end);
  REQUIRE(from != std::string::npos);
  REQUIRE(to != std::string::npos);
  return page.substr(from + begin.size(), to - from - begin.size());
}

/// With THRIVE_BLESS=1 in the environment the page is written anew; then look at the difference.
void check_section(const std::string& name, const std::string& wanted) {
  std::string page = tests::read_file(tests::source_path(page_name));
  const std::string found = made_section(page, name);
  const char* bless = std::getenv("THRIVE_BLESS");
  if (bless != nullptr && found != wanted) {
    const std::string begin = ".\\\" Begin of " + name + ", made from the code\n";
    page.replace(page.find(begin) + begin.size(), found.size(), wanted);
    std::ofstream(tests::source_path(page_name), std::ios::binary) << page;
    return;
  }
  const bool agrees = found == wanted;
  CHECK_MESSAGE(agrees, page_name, ": run with THRIVE_BLESS=1 and read git diff (", name, ")");
}

}  // namespace

TEST_CASE("thrive-project(5) lists the fields that the reader reads") {
  check_section("fields", records::field_tables());
}

TEST_CASE("thrive-project(5) lists the words that the reader knows") {
  check_section("words", records::word_tables(project::built_in_vocabulary()));
}
