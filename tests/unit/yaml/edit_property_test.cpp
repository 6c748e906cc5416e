// SPDX-License-Identifier: MIT
// Thousands of random edits over the corpus. What the edited file says is compared with the same change made to plain
// data (not with the editor's own check), and its lines with those of the file before.
#include <doctest/doctest.h>
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "libthrive/yaml/edit.hpp"
#include "libthrive/yaml/edit_batch.hpp"
#include "tests/unit/yaml/corpus.hpp"
#include "tests/unit/yaml/random_edits.hpp"

using namespace thrive;
using tests::Target;
using text::Value;
using yaml::Edit;
using yaml::Kind;
using yaml::NodeId;

namespace {

/// What a value is once it was written and read: every scalar as text.
Value as_read(const Value& value) {
  if (const auto* list = value.as_list()) {
    Value::List result;
    for (const Value& item : *list) result.push_back(as_read(item));
    return result;
  }
  if (const auto* map = value.as_map()) {
    Value::Map result;
    for (const auto& [key, item] : *map) result.emplace_back(key, as_read(item));
    return result;
  }
  if (const bool* truth = value.as_bool()) return *truth ? "true" : "false";
  if (const auto* integer = value.as_integer()) return fmt::format("{}", *integer);
  if (const auto* number = value.as_number()) return fmt::format("{}", *number);
  return value;
}

/// The value at a path of plain data.
Value* at_path(Value& root, const yaml::Path& path) {
  Value* at = &root;
  for (const std::string& step : path) {
    if (auto* list = at->as_list())
      at = &(*list)[static_cast<std::size_t>(std::stoul(step))];
    else
      at = &std::find_if(at->as_map()->begin(), at->as_map()->end(), [&](auto& entry) {
              return entry.first == step;
            })->second;
  }
  return at;
}

/// The same change to plain data.
Value changed(Value root, const Edit& edit) {
  yaml::Path path = edit.path;
  if (edit.action == Edit::Action::remove) {
    const std::string last = path.back();
    path.pop_back();
    Value& around = *at_path(root, path);
    if (auto* list = around.as_list())
      list->erase(list->begin() + std::stol(last));
    else
      std::erase_if(*around.as_map(), [&](auto& entry) { return entry.first == last; });
    return root;
  }
  if (edit.action == Edit::Action::rename) {
    const std::string last = path.back();
    path.pop_back();
    for (auto& [key, value] : *at_path(root, path)->as_map())
      if (key == last) key = edit.key;
    return root;
  }
  Value& target = *at_path(root, path);
  if (edit.action == Edit::Action::set) target = as_read(edit.value);
  if (edit.action == Edit::Action::append) target.push(as_read(edit.value));
  if (edit.action == Edit::Action::insert) target.set(edit.key, as_read(edit.value));
  return root;
}

/// Maps may come out in another order where a map was set over a map: keys that stay keep their place.
Value sorted(Value value) {
  if (auto* list = value.as_list())
    for (Value& item : *list) item = sorted(item);
  if (auto* map = value.as_map()) {
    for (auto& entry : *map) entry.second = sorted(entry.second);
    std::sort(map->begin(), map->end(), [](auto& a, auto& b) { return a.first < b.first; });
  }
  return value;
}

std::vector<std::string> lines_of(const std::string& bytes) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t newline = std::min(bytes.find('\n', at), bytes.size() - 1);
    lines.push_back(bytes.substr(at, newline + 1 - at));
    at = newline + 1;
  }
  return lines;
}

/// Lines of the file before that are gone, by what stays at both ends; first is counted from 0.
struct Difference {
  std::size_t first = 0;
  std::size_t removed = 0;
  std::size_t added = 0;
};

Difference difference(const std::string& before, const std::string& after) {
  const auto old_lines = lines_of(before);
  const auto new_lines = lines_of(after);
  const std::size_t most = std::min(old_lines.size(), new_lines.size());
  std::size_t head = 0;
  while (head < most && old_lines[head] == new_lines[head]) ++head;
  std::size_t tail = 0;
  while (tail < most - head && old_lines[old_lines.size() - 1 - tail] == new_lines[new_lines.size() - 1 - tail]) ++tail;
  return {head, old_lines.size() - head - tail, new_lines.size() - head - tail};
}

bool is_comment(const std::string& line) {
  const std::size_t text = line.find_first_not_of(" \t");
  return text != std::string::npos && line[text] == '#';
}

/// The lines that an edit of a node may touch: its entry, and for a removal the comments that go with it.
bool stays_in_target(const yaml::Document& document, const Target& target, const Edit& edit, const Difference& lines) {
  const auto& source = document.source();
  NodeId id = target.id;
  if (edit.action == Edit::Action::remove && document.node(id).parent != yaml::no_node &&
      document.node(document.node(id).parent).count == 1)
    id = document.node(id).parent;
  const yaml::Node& node = document.node(id);
  std::size_t first = source.position(node.indicator > 0 ? node.indicator : node.text.begin).line - 1;
  if (node.indicator == 0 && node.parent != yaml::no_node)
    first = 0;  // an item of brackets: its line is not known here
  std::size_t last = source.position(node.text.end).line - 1;
  const auto old_lines = lines_of(source.bytes());
  if (edit.action == Edit::Action::rename && node.indicator > 0)
    first = source.position(document.node(document.key_node(node.parent, target.path.back())).text.begin).line - 1;
  if (edit.action == Edit::Action::remove || edit.action == Edit::Action::set)
    while (first > 0 && is_comment(old_lines[first - 1])) --first;
  while (last + 1 < old_lines.size() && is_comment(old_lines[last + 1])) ++last;
  if (document.node(id).parent != yaml::no_node && document.node(document.node(id).parent).style == yaml::Style::flow)
    last = std::max(last, source.position(document.node(document.node(id).parent).text.end).line - 1);
  // the first entry behind a dash pulls up the next; a last line without a break gets or loses one
  const std::size_t slack = 1;
  return lines.first + slack >= first && lines.first + lines.removed <= last + 1 + slack;
}

}  // namespace

TEST_CASE("random edits mean what was meant and touch only their lines") {
  tests::Chance chance(2026);
  int made = 0;
  int refused = 0;
  int one_line_sets = 0;
  int block_additions = 0;
  std::map<std::string, int> reasons;
  for (const auto& corpus : tests::yaml_corpus()) {
    text::Diagnostics problems;
    const auto document = yaml::parse(text::Source(corpus.name, corpus.bytes), problems);
    REQUIRE(document);
    const std::vector<Target> targets = tests::edit_targets(*document);
    const Value before = yaml::to_value(*document, document->root());
    for (int round = 0; round < 400; ++round) {
      const Target& target = chance.one_of(targets);
      const Edit edit = tests::random_edit(*document, target, chance);
      if (edit.action == Edit::Action::set && edit.path.empty()) continue;  // a file is not replaced as a whole
      yaml::Refusal refusal;
      const auto result = yaml::apply(*document, {edit}, refusal);
      if (!result) {
        ++refused;
        ++reasons[refusal.message.substr(0, 30)];
        continue;
      }
      ++made;
      CAPTURE(corpus.name);
      CAPTURE(yaml::format(edit.path));
      CAPTURE(text::to_json(edit.value));
      CAPTURE(result->bytes);
      text::Diagnostics after_problems;
      const auto after = yaml::parse(text::Source(corpus.name, result->bytes), after_problems);
      REQUIRE(after);
      const bool map_over_map = edit.action == Edit::Action::set;
      const Value expected = changed(before, edit);
      const Value found = yaml::to_value(*after, after->root());
      CHECK((map_over_map ? sorted(found) == sorted(expected) : found == expected));
      const Difference lines = difference(corpus.bytes, result->bytes);
      if (result->bytes != corpus.bytes) CHECK(stays_in_target(*document, target, edit, lines));
      const yaml::Node& node = document->node(target.id);
      const bool one_line =
          document->source().position(node.text.begin).line == document->source().position(node.text.end).line;
      const bool to_one_line =
          edit.value.as_list() == nullptr && edit.value.as_map() == nullptr &&
          (edit.value.as_text() == nullptr || edit.value.as_text()->find('\n') == std::string::npos);
      if (edit.action == Edit::Action::set && node.kind == Kind::scalar && one_line && to_one_line) {
        CHECK(lines.removed <= 1);
        CHECK(lines.added == lines.removed);
        ++one_line_sets;
      }
      const bool adds = edit.action == Edit::Action::append || edit.action == Edit::Action::insert;
      if (adds && node.style == yaml::Style::block && node.count > 0 && document->source().ends_with_newline()) {
        CHECK(lines.removed == 0);
        ++block_additions;
      }
    }
  }
  std::string report;
  for (const auto& [reason, count] : reasons) report += fmt::format("\n  {} {}", count, reason);
  INFO("made " << made << ", refused " << refused << ", sets of one line " << one_line_sets << ", block additions "
               << block_additions << report);
  CHECK(made > 18000);
  CHECK(refused * 200 < made);
  CHECK(one_line_sets > 500);
  CHECK(block_additions > 500);
}

namespace {

/// Some edits of one document as a person's afternoon brings them: at old places, below each other, one inside what
/// another one made.
std::vector<Edit> some_edits(const yaml::Document& document, tests::Chance& chance) {
  const std::vector<Target> targets = tests::edit_targets(document);
  std::vector<Edit> edits;
  for (int i = 0; i < 8; ++i) {
    Edit edit = tests::random_edit(document, chance.one_of(targets), chance);
    if (edit.action == Edit::Action::set && edit.path.empty()) continue;
    edits.push_back(edit);
    if (edit.action != Edit::Action::insert) continue;
    Edit again = edit;  // a second entry beside it, and one inside it
    again.key += "-too";
    edits.push_back(again);
    if (edit.value.as_map() != nullptr) {
      again.path.push_back(again.key);
      again.key = "inside";
      again.value = Value("x");
      edits.push_back(again);
    }
  }
  return edits;
}

}  // namespace

TEST_CASE("edits made together say what they say one after the other, nearly always in the same bytes") {
  tests::Chance chance(77);
  int made = 0, refused = 0, same_bytes = 0;
  for (const auto& corpus : tests::yaml_corpus()) {
    for (int round = 0; round < 60; ++round) {
      text::Diagnostics problems;
      std::optional<yaml::Document> document = yaml::parse(text::Source(corpus.name, corpus.bytes), problems);
      REQUIRE(document);
      const std::vector<Edit> edits = some_edits(*document, chance);
      yaml::Refusal together_refused, one_refused;
      const auto together = yaml::apply(*document, edits, together_refused);
      bool is_refused = false;
      for (std::size_t i = 0; i < edits.size() && !is_refused; ++i) {
        const auto one = yaml::apply(*document, {edits[i]}, one_refused);
        is_refused = !one;
        if (one) document = yaml::parse(text::Source(corpus.name, one->bytes), problems);
      }
      CAPTURE(corpus.name);
      std::string changes;
      for (const Edit& edit : edits)
        changes += fmt::format("{} {} {} {}\n", static_cast<int>(edit.action), yaml::format(edit.path), edit.key,
                               text::to_json(edit.value));
      CAPTURE(changes);
      CAPTURE(one_refused.message);
      CAPTURE(together_refused.message);
      // yaml-cpp is asked once for all edits, and after each of them when they come one by one.
      if (is_refused && one_refused.message.starts_with("a second reader")) continue;
      REQUIRE(together.has_value() == !is_refused);
      if (is_refused) {
        CHECK(together_refused.message == one_refused.message);
        ++refused;
        continue;
      }
      const auto edited = yaml::parse(text::Source(corpus.name, together->bytes), problems);
      REQUIRE(edited);
      CHECK(yaml::to_value(*edited, edited->root()) == yaml::to_value(*document, document->root()));
      // One after the other learns its quotes and columns from the new text too: now and then it writes them otherwise.
      same_bytes += together->bytes == document->source().bytes() ? 1 : 0;
      ++made;
    }
  }
  CHECK(10 * same_bytes > 9 * made);
  CHECK(made > 300);
  CHECK(refused > 100);  // eight blind edits often meet something that is gone or there already
}

TEST_CASE("thousands of entries are added in two goes: what one of them makes, and what comes inside it") {
  text::Diagnostics problems;
  const auto document = yaml::parse(text::Source("x.yaml", "tables:\n  A: {scores: {M1: 2}}\n"), problems);
  REQUIRE(document);
  std::vector<Edit> edits;
  for (int table = 0; table < 2000; ++table) {
    const std::string id = fmt::format("T{}", table);
    edits.push_back({Edit::Action::insert, {"tables", id, "scores"}, "M1", Value(1)});
    edits.push_back({Edit::Action::insert, {"tables", id, "scores"}, "M2", Value(2)});
    edits.push_back({Edit::Action::insert, {"tables", "A", "scores"}, id, Value(3)});
  }
  std::vector<const Edit*> waiting;
  for (const Edit& edit : edits) waiting.push_back(&edit);
  const yaml::Batch first = yaml::apply_together(*document, waiting);
  REQUIRE(first.after);
  CHECK(first.waiting.size() == 2000);
  const yaml::Batch second = yaml::apply_together(*first.after, first.waiting);
  REQUIRE(second.after);
  CHECK(second.waiting.empty());
  const auto tables = second.after->find({"tables"});
  CHECK(second.after->node(tables).count == 2001);
  CHECK(second.after->node(second.after->find({"tables", "A", "scores"})).count == 2001);
  CHECK(second.after->node(second.after->find({"tables", "T1999", "scores", "M2"})).value == "2");
}
