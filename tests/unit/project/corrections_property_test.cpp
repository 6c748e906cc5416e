// SPDX-License-Identifier: MIT
// Thousands of random corrections of made-up projects in hand-typed styles. What the corrected file says is compared
// with the same change made to plain data by other means, and its bytes with those before. THRIVE_CORRECTIONS=20000 in
// the environment makes so many; without it fewer are made.
#include <doctest/doctest.h>
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "libthrive/project/editing/correct.hpp"
#include "libthrive/project/reading/content.hpp"
#include "libthrive/project/saving/apply.hpp"
#include "libthrive/yaml/edit.hpp"
#include "tests/unit/project/hand_typed.hpp"
#include "tests/unit/project/random_corrections.hpp"

using namespace thrive;
using text::Value;
using Action = project::Correction::Action;

namespace {

/// Lines that are gone and lines that are new, by what stays at both ends.
std::pair<std::size_t, std::size_t> changed_lines(const std::string& before, const std::string& after) {
  const auto lines = [](const std::string& bytes) {
    std::vector<std::string> all(1);
    for (const char c : bytes) {
      all.back() += c;
      if (c == '\n') all.emplace_back();
    }
    return all;
  };
  const auto old_lines = lines(before), new_lines = lines(after);
  const std::size_t most = std::min(old_lines.size(), new_lines.size());
  std::size_t head = 0, tail = 0;
  while (head < most && old_lines[head] == new_lines[head]) ++head;
  while (tail < most - head && old_lines[old_lines.size() - 1 - tail] == new_lines[new_lines.size() - 1 - tail]) ++tail;
  return {old_lines.size() - head - tail, new_lines.size() - head - tail};
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

/// Every run of blanks as one: values that stand below each other stay so when a key gets longer or shorter.
std::string with_single_blanks(const std::string& text) {
  std::string result;
  for (const char c : text)
    if (c != ' ' || !result.ends_with(' ')) result += c;
  return result;
}

std::string messages_of(const text::Diagnostics& problems) {
  std::string messages;
  for (const text::Diagnostic& problem : problems.entries()) messages += text::format(problem) + "\n";
  return messages;
}

std::size_t wanted_corrections() {
  const char* wanted = std::getenv("THRIVE_CORRECTIONS");
  return wanted == nullptr ? 600 : static_cast<std::size_t>(std::atoi(wanted));
}

}  // namespace

TEST_CASE("random corrections of hand-typed projects do what was meant and nothing else") {
  tests::Chance chance(924);
  std::size_t made = 0, refused = 0;
  std::map<std::string, std::size_t> reasons;
  const std::size_t wanted = wanted_corrections();
  while (made + refused < wanted) {
    const Value project = tests::made_up_project(chance);
    const std::string bytes = tests::hand_typed(project, chance);
    text::Diagnostics problems;
    const auto opened = project::open_texts({text::Source("project.yaml", bytes)}, problems);
    INFO(bytes);
    CHECK(messages_of(problems) == "");
    REQUIRE(opened);
    for (int round = 0; round < 12; ++round) {
      const tests::Task task = tests::random_correction(project, chance);
      INFO(task.kind);
      if (task.kind == "rename in pathways" && project.find("pathways")->find("later") == nullptr) continue;
      project::Changes changes;
      std::vector<std::string> said;
      text::Diagnostics why;
      if (!project::correct(*opened, {task.corrections}, changes, said, why)) {
        INFO(messages_of(why));
        CHECK(why.entries().front().code == "edit-refused");
        ++refused;
        ++reasons[why.entries().front().message];
        continue;
      }
      const auto edited = project::edited_sources(opened->content().documents, changes.edits(), why);
      REQUIRE(edited);
      const std::string after = edited->front() == nullptr ? bytes : edited->front()->bytes();
      INFO(after);
      const auto document = yaml::parse(text::Source("project.yaml", after), why);
      REQUIRE(document);
      CHECK(yaml::to_value(*document, document->root()) == tests::as_read(task.expected));
      const auto [gone, added] = changed_lines(bytes, after);
      CHECK(gone <= static_cast<std::size_t>(task.most_lines));
      CHECK(added <= static_cast<std::size_t>(task.most_lines));
      if (!task.new_id.empty())
        CHECK(with_single_blanks(replaced(after, task.new_id, task.old_id)) == with_single_blanks(bytes));
      ++made;
    }
  }
  std::string report;
  for (const auto& [reason, count] : reasons) report += fmt::format("\n  {} {}", count, reason);
  MESSAGE("made ", made, ", refused ", refused, report);
  CHECK(refused * 1000 < made);
}

TEST_CASE("what is named is not removed, and each place that names it is told") {
  tests::Chance chance(31);
  for (int round = 0; round < 40; ++round) {
    const Value project = tests::made_up_project(chance);
    const std::string bytes = tests::hand_typed(project, chance);
    text::Diagnostics problems;
    const auto opened = project::open_texts({text::Source("project.yaml", bytes)}, problems);
    REQUIRE(opened);
    std::size_t places = 0;
    for (const auto& [id, pathway] : opened->model().pathways)
      for (const model::Flow& flow : pathway.flows) places += (flow.from == "s1") + (flow.to == "s1");
    for (const auto& [id, observation] : opened->model().observations)
      places += observation.at == "s1" || observation.at.starts_with("s1 ->") || observation.at.ends_with("-> s1");
    project::Changes changes;
    std::vector<std::string> said;
    text::Diagnostics why;
    CHECK_FALSE(project::correct(*opened, {{{Action::remove, "services/s1", ""}}}, changes, said, why));
    INFO(bytes);
    INFO(messages_of(why));
    CHECK(why.entries().size() == places);
    for (const text::Diagnostic& problem : why.entries()) {
      CHECK(problem.code == "still-named");
      // The place is one of the file as it is: the name stands there.
      const text::Source source("project.yaml", bytes);
      std::size_t offset = 0;
      while (source.position(offset) < problem.place.from) ++offset;
      CHECK(bytes.substr(offset, 14).find("s1") != std::string::npos);
    }
  }
}
