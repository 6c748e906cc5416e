// SPDX-License-Identifier: MIT
#include "tests/unit/yaml/random_edits.hpp"

#include <fmt/core.h>

#include <string>

namespace thrive::tests {

using text::Value;
using yaml::Edit;
using yaml::Kind;
using yaml::NodeId;

namespace {

const std::vector<std::string>& words() {
  static const std::vector<std::string> texts = {"plain",
                                                 "two words",
                                                 "",
                                                 " ",
                                                 " leading",
                                                 "trailing ",
                                                 "it's",
                                                 "say \"hi\"",
                                                 "both ' and \"",
                                                 "back\\slash",
                                                 "a: b",
                                                 "a:b",
                                                 "ends:",
                                                 "# hash",
                                                 "a # b",
                                                 "a#b",
                                                 "- dash",
                                                 "-dash",
                                                 "? q",
                                                 "?",
                                                 "what?",
                                                 "[x]",
                                                 "{x}",
                                                 "a, b",
                                                 "&a",
                                                 "*a",
                                                 "!t",
                                                 "|",
                                                 ">",
                                                 "> 5 days",
                                                 "%d",
                                                 "@home",
                                                 "`code`",
                                                 "no",
                                                 "NO",
                                                 "yes",
                                                 "y",
                                                 "null",
                                                 "~",
                                                 "true",
                                                 "1",
                                                 "010",
                                                 "1.5",
                                                 "1e3",
                                                 "12:30",
                                                 "2024-01-31",
                                                 "2024-02-31",
                                                 "0x1F",
                                                 "1_000",
                                                 ".inf",
                                                 "<<",
                                                 "=",
                                                 "---",
                                                 "...",
                                                 "caf\xC3\xA9",
                                                 "\xF0\x9F\x98\x80",
                                                 "\xC2\xA0nbsp",
                                                 "line one\nline two",
                                                 "ends with break\n",
                                                 "two breaks\n\n",
                                                 "\nstarts so",
                                                 "gap\n\nbetween",
                                                 "  deep\n start",
                                                 "trail \n ing",
                                                 "tab\tin",
                                                 "\ttab",
                                                 "cr\rlf",
                                                 "bell\x07",
                                                 "sep\xE2\x80\xA8line",
                                                 "\xEF\xBB\xBF"
                                                 "mark",
                                                 "spa -> gp",
                                                 "https://example.org/a?b#c",
                                                 "key: [a, {b: c}]",
                                                 "'quoted'",
                                                 "\"quoted\""};
  return texts;
}

Value random_scalar(Chance& chance) {
  switch (chance.number(8)) {
    case 0:
      return static_cast<std::int64_t>(chance.number(5000)) - 100;
    case 1:
      return static_cast<double>(chance.number(1000)) / 8;
    case 2:
      return chance.number(2) == 0;
    case 3:
      return nullptr;
    default:
      return chance.one_of(words());
  }
}

Value random_value(Chance& chance, int depth) {
  const std::size_t kind = depth == 0 ? 0 : chance.number(6);
  if (kind < 4) return random_scalar(chance);
  const std::size_t count = chance.number(4);
  if (kind == 4) {
    Value::List list;
    for (std::size_t at = 0; at < count; ++at) list.push_back(random_value(chance, depth - 1));
    return list;
  }
  Value map = Value::map();
  for (std::size_t at = 0; at < count; ++at)
    map.set(chance.number(4) == 0 ? "k" + chance.one_of(words()) : fmt::format("key{}", at),
            random_value(chance, depth - 1));
  return map;
}

void collect(const yaml::Document& document, const Target& at, std::vector<Target>& targets) {
  targets.push_back(at);
  const yaml::Node& node = document.node(at.id);
  std::size_t position = 0;
  for (NodeId child = node.first; child != yaml::no_node; ++position) {
    Target below = at;
    const bool is_mapping = node.kind == Kind::mapping;
    below.path.push_back(is_mapping ? std::string(document.node(child).value) : std::to_string(position));
    below.id = is_mapping ? document.node(child).next : child;
    collect(document, below, targets);
    child = document.node(below.id).next;
  }
}

}  // namespace

std::vector<Target> edit_targets(const yaml::Document& document) {
  std::vector<Target> targets;
  collect(document, {document.root()}, targets);
  return targets;
}

Edit random_edit(const yaml::Document& document, const Target& target, Chance& chance) {
  const yaml::Node& node = document.node(target.id);
  Edit edit;
  edit.path = target.path;
  edit.layout = chance.number(4) == 0 ? yaml::Layout::one_line : yaml::Layout::block;
  edit.value = random_value(chance, 2);
  const std::size_t choice = chance.number(4);
  if (choice == 0 && !target.path.empty()) {
    const NodeId parent = node.parent;
    const bool has_key = parent != yaml::no_node && document.node(parent).kind == Kind::mapping;
    edit.action = has_key && chance.number(3) == 0 ? Edit::Action::rename : Edit::Action::remove;
    if (edit.action == Edit::Action::rename)
      edit.key = chance.number(3) == 0 ? "r" + chance.one_of(words()) : fmt::format("renamed{}", chance.number(100));
  } else if (choice < 3 && (node.kind == Kind::sequence || (node.kind == Kind::null && choice == 1))) {
    edit.action = Edit::Action::append;
  } else if (choice < 3 && (node.kind == Kind::mapping || node.kind == Kind::null)) {
    edit.action = Edit::Action::insert;
    edit.key = chance.number(3) == 0 ? chance.one_of(words()) : fmt::format("new{}", chance.number(100));
  } else {
    edit.action = Edit::Action::set;
  }
  return edit;
}

}  // namespace thrive::tests
