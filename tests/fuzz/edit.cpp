// SPDX-License-Identifier: MIT
// The first bytes choose a node and a change, the rest is the document: an edit is refused, or the edited file reads
// back with exactly the intended change.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "libthrive/yaml/document.hpp"
#include "libthrive/yaml/edit.hpp"

using namespace thrive;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

/// Every path of a document, the root's first.
void collect_paths(const yaml::Document& document, yaml::NodeId id, const yaml::Path& path,
                   std::vector<yaml::Path>& paths) {
  paths.push_back(path);
  const yaml::Node& node = document.node(id);
  if (node.kind != yaml::Kind::mapping && node.kind != yaml::Kind::sequence) return;
  std::size_t position = 0;
  for (yaml::NodeId child = node.first; child != yaml::no_node; child = document.node(child).next) {
    yaml::Path below = path;
    if (node.kind == yaml::Kind::mapping) {
      below.emplace_back(document.node(child).value);
      child = document.node(child).next;
    } else {
      below.push_back(std::to_string(position++));
    }
    collect_paths(document, child, below, paths);
  }
}

text::Value* follow(text::Value& root, const yaml::Path& path) {
  text::Value* value = &root;
  for (const std::string& step : path) {
    if (text::Value::List* list = value->as_list()) {
      value = &list->at(std::stoul(step));
      continue;
    }
    text::Value* next = nullptr;
    for (text::Value::Entry& entry : *value->as_map())
      if (entry.first == step) next = &entry.second;
    must(next != nullptr);
    value = next;
  }
  return value;
}

text::Value chosen_value(std::uint8_t choice, const std::string& word) {
  switch (choice % 4) {
    case 0:
      return word;
    case 1:
      return text::Value::list_of(std::vector<std::string>{word, "no"});
    case 2:
      return text::Value(text::Value::Map{{"text", word}});
    default:
      return "two\nlines: #1\n";
  }
}

void remove(text::Value& root, yaml::Path path) {
  const std::string last = path.back();
  path.pop_back();
  text::Value* holder = follow(root, path);
  if (text::Value::List* list = holder->as_list()) {
    list->erase(list->begin() + static_cast<std::ptrdiff_t>(std::stoul(last)));
  } else {
    std::erase_if(*holder->as_map(), [&](const text::Value::Entry& entry) { return entry.first == last; });
  }
  // An emptied collection may be written as nothing, [] or {}.
  if ((holder->as_list() && holder->as_list()->empty()) || (holder->as_map() && holder->as_map()->empty()))
    *holder = text::Value();
}

/// Gives a key of plain data another name; false when it makes no sense there.
bool rename(text::Value& root, const yaml::Edit& edit) {
  if (edit.path.empty() || edit.key.empty()) return false;
  text::Value* holder = follow(root, {edit.path.begin(), edit.path.end() - 1});
  if (holder->as_map() == nullptr || (edit.key != edit.path.back() && holder->find(edit.key) != nullptr)) return false;
  for (auto& [key, value] : *holder->as_map())
    if (key == edit.path.back()) key = edit.key;
  return true;
}

/// Makes the change on plain data; false when it makes no sense there.
bool change(text::Value& root, const yaml::Edit& edit) {
  if (edit.action == yaml::Edit::Action::remove) {
    if (edit.path.empty()) return false;
    remove(root, edit.path);
    return true;
  }
  if (edit.action == yaml::Edit::Action::rename) return rename(root, edit);
  text::Value* target = follow(root, edit.path);
  if (edit.action == yaml::Edit::Action::set) *target = edit.value;
  if (edit.action == yaml::Edit::Action::append) {
    if (target->as_list() == nullptr) return false;
    target->push(edit.value);
  }
  if (edit.action == yaml::Edit::Action::insert) {
    if (target->as_map() == nullptr || target->find(edit.key) != nullptr) return false;
    target->set(edit.key, edit.value);
  }
  return true;
}

/// Empty collections as null, everywhere.
text::Value without_empty(text::Value value) {
  if (text::Value::List* list = value.as_list()) {
    if (list->empty()) return {};
    for (text::Value& item : *list) item = without_empty(item);
  }
  if (text::Value::Map* map = value.as_map()) {
    if (map->empty()) return {};
    for (text::Value::Entry& entry : *map) entry.second = without_empty(entry.second);
  }
  return value;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 6) return 0;
  text::Diagnostics problems;
  const std::string bytes(reinterpret_cast<const char*>(data + 5), size - 5);
  const auto document = yaml::parse(text::Source("input.yaml", bytes), problems);
  if (!document || document->root() == yaml::no_node) return 0;

  std::vector<yaml::Path> paths;
  collect_paths(*document, document->root(), {}, paths);
  yaml::Edit edit;
  edit.action = static_cast<yaml::Edit::Action>(data[0] % 4);
  edit.path = paths[(data[1] * 256u + data[2]) % paths.size()];
  edit.value = chosen_value(data[3], data[4] < 128 ? "0" + std::to_string(data[4]) : "- x: 'y' #");
  edit.layout = data[4] % 2 == 0 ? yaml::Layout::block : yaml::Layout::one_line;
  edit.key = "new-key";

  text::Value meant = yaml::to_value(*document, document->root());
  const bool sensible = change(meant, edit);
  yaml::Refusal refusal;
  const auto edited = yaml::apply(*document, {edit}, refusal);
  must(edited.has_value() || !refusal.message.empty());
  if (!edited || !sensible) return 0;
  text::Diagnostics again;
  const auto read = yaml::parse(text::Source("edited.yaml", edited->bytes), again);
  must(read.has_value());
  const text::Value is = read->root() == yaml::no_node ? text::Value() : yaml::to_value(*read, read->root());
  must(without_empty(is) == without_empty(meant));
  return 0;
}
