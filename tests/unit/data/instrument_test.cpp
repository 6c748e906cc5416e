// SPDX-License-Identifier: MIT
// The built-in instrument, read as any site's own would be.
#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/data/embedded.hpp"
#include "libthrive/project/reading/reader.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "libthrive/yaml/document.hpp"

using namespace thrive;

namespace {

constexpr std::string_view file = "instruments/thrive-principles.yaml";

model::Instrument thrive_principles() {
  text::Diagnostics problems;
  const auto document = yaml::parse({std::string(file), std::string(data::file(file))}, problems);
  REQUIRE(document.has_value());
  const auto instrument = project::read_instrument(*document, project::built_in_vocabulary(), problems);
  CHECK(problems.empty());
  REQUIRE(instrument.has_value());
  return *instrument;
}

std::size_t words_of(const std::string& text) {
  std::size_t words = text.empty() ? 0 : 1;
  for (const char c : text) words += c == ' ' ? 1 : 0;
  return words;
}

}  // namespace

TEST_CASE("the built-in instrument has each of the eight principles at each of the three levels, once") {
  const model::Instrument instrument = thrive_principles();
  CHECK(instrument.items.size() == 24);
  std::map<std::pair<std::string, std::string>, int> cells;
  for (const auto& [id, item] : instrument.items) {
    const auto captured_id = id;  // clang 14 captures no structured bindings
    CAPTURE(captured_id);
    REQUIRE(item.principles.size() == 1);
    ++cells[{item.level, item.principles.front()}];
  }
  const model::Vocabulary& vocabulary = project::built_in_vocabulary();
  for (const std::string& level : vocabulary.ids("levels"))
    for (const std::string& principle : vocabulary.ids("principles")) CHECK(cells[{level, principle}] == 1);
}

TEST_CASE("an id is the level and the number of the principle, so that ids sort by level") {
  const model::Instrument instrument = thrive_principles();
  const std::vector<std::string> principles = project::built_in_vocabulary().ids("principles");
  std::string before;
  for (const auto& [id, item] : instrument.items) {
    std::size_t number = 1;
    while (principles[number - 1] != item.principles.front()) ++number;
    CHECK(id == item.level + "-" + std::to_string(number));
    CHECK(before < id);
    before = id;
  }
}

TEST_CASE("every item has four descriptors that differ, a plain line that asks, and a place to look") {
  const model::Instrument instrument = thrive_principles();
  CHECK(instrument.scale == model::Scale{1, 4, 3});
  std::set<std::string> titles;
  std::set<std::string> descriptors;
  for (const auto& [id, item] : instrument.items) {
    const auto captured_id = id;  // clang 14 captures no structured bindings
    CAPTURE(captured_id);
    CHECK(titles.insert(item.title).second);
    CHECK(item.descriptors.ids() == std::vector<std::string>{"1", "2", "3", "4"});
    for (const auto& [score, descriptor] : item.descriptors) {
      const auto captured_score = score;  // clang 14 captures no structured bindings
      CAPTURE(captured_score);
      CHECK(descriptors.insert(descriptor).second);
      CHECK(words_of(descriptor) >= 4);
      CHECK(words_of(descriptor) <= 45);  // a table reads four of them aloud in a minute
      CHECK(descriptor.back() == '.');
    }
    REQUIRE(item.plain.has_value());
    CHECK(item.plain->back() == '?');
    CHECK(words_of(*item.plain) <= 20);
    REQUIRE(item.evidence.has_value());
    CHECK(words_of(*item.evidence) >= 8);
  }
}

TEST_CASE("the built-in instrument says whose words it is in") {
  const model::Instrument instrument = thrive_principles();
  REQUIRE(instrument.source.has_value());
  CHECK(instrument.source->find("own words") != std::string::npos);
  CHECK(instrument.source->find("Not the published") != std::string::npos);
  CHECK(instrument.version.has_value());
}
