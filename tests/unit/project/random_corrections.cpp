// SPDX-License-Identifier: MIT
#include "tests/unit/project/random_corrections.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace thrive::tests {

using project::Correction;
using text::Value;
using Action = project::Correction::Action;

namespace {

/// A value below keys and positions of plain data; null pointer when there is none.
Value* below(Value& root, const std::vector<std::string>& path) {
  Value* at = &root;
  for (const std::string& step : path) {
    if (auto* list = at->as_list()) {
      const auto position = static_cast<std::size_t>(std::atoi(step.c_str()));
      if (position >= list->size()) return nullptr;
      at = &(*list)[position];
    } else {
      auto* map = at->as_map();
      if (map == nullptr) return nullptr;
      const auto found = std::find_if(map->begin(), map->end(), [&](const auto& entry) { return entry.first == step; });
      if (found == map->end()) return nullptr;
      at = &found->second;
    }
  }
  return at;
}

void put(Value& root, std::vector<std::string> path, Value value) {
  const std::string last = path.back();
  path.pop_back();
  below(root, path)->set(last, std::move(value));
}

void take(Value& root, std::vector<std::string> path) {
  const std::string last = path.back();
  path.pop_back();
  Value& around = *below(root, path);
  if (auto* list = around.as_list())
    list->erase(list->begin() + std::atoi(last.c_str()));
  else
    std::erase_if(*around.as_map(), [&](const auto& entry) { return entry.first == last; });
}

/// A text in which an id stands alone, or as one half of `a -> b`.
void rename_in(Value* value, const std::string& from, const std::string& to) {
  if (value == nullptr || value->as_text() == nullptr) return;
  std::string text = *value->as_text();
  if (text == from) *value = to;
  const std::size_t arrow = text.find(" -> ");
  if (arrow == std::string::npos) return;
  std::string left = text.substr(0, arrow), right = text.substr(arrow + 4);
  if (left == from) left = to;
  if (right == from) right = to;
  *value = left + " -> " + right;
}

void rename_key(Value& map, const std::string& from, const std::string& to) {
  for (auto& [key, value] : *map.as_map())
    if (key == from) key = to;
}

class Tasks {
 public:
  Tasks(const Value& project, Chance& chance) : before_(project), chance_(chance) {}

  Task some() {
    Task task;
    task.expected = before_;
    switch (chance_.number(20)) {
      case 0:
        return set(std::move(task), {"services", service(), "wte"}, number());
      case 1:
        return set(std::move(task), {"services", service(), "name"}, words());
      case 2:
        return empty(std::move(task), {"services", service(), chance_.number(2) == 0 ? "wte" : "note"});
      case 3:
        return set_of_flow(std::move(task), "per_year", number());
      case 4:
        return set_wait(std::move(task));
      case 5:
        return set_of_flow(std::move(task), "kind", "referral");
      case 6:
        return remove(std::move(task), {"observations", "o00"});
      case 7:
        return rename_service(std::move(task));
      case 8:
        return rename(std::move(task), {"measures", "wait"}, {{"ramps", "r1", "measure"}});
      case 9:
        return rename(std::move(task), {"ramps", "r1", "cycles", "r1c2"},
                      {{"ramps", "r1", "cycles", "r1c1", "act", "next"}});
      case 10:
        return rename(std::move(task), {"priorities", "ideas", "i01"}, {{"ramps", "r1", "idea"}});
      case 11:
        return rename(std::move(task), {"observations", "o01"}, {{"gaps", "meso-3", "gaps", "1", "from"}});
      case 12:
        return rename(std::move(task), {"pathways", "current"}, {{"pathways", "later", "redesign_of"}});
      case 13:
        return set_score(std::move(task));
      case 14:
        return remove(std::move(task), {"assessments", "baseline", "tables", "A", "scores", "macro-2"});
      case 15:
        return set(std::move(task), {"assessments", "baseline", "date"}, day());
      case 16:
        return set(std::move(task), {"priorities", "ideas", "i01", "benefit", "B"}, 1 + number_below(5));
      case 17:
        return set_gap_voice(std::move(task));
      case 18:
        return set(std::move(task), {"gaps", "meso-3", "recommendations", "r1", "by"}, day());
      default:
        return several(std::move(task));
    }
  }

 private:
  std::string service() { return fmt::format("s{}", chance_.number(below(before_, {"services"})->as_map()->size())); }
  Value number() { return number_below(4000); }
  std::int64_t number_below(std::size_t below) { return static_cast<std::int64_t>(chance_.number(below)); }
  std::string day() { return fmt::format("2025-{:02}-{:02}", 1 + chance_.number(12), 1 + chance_.number(28)); }
  std::string words() {
    static const std::vector<std::string> all = {"Advice line", "Not: now", "it's # 4", "\"so\"", "- so",  "null", "7",
                                                 "caf\xC3\xA9", "a, b",     "[x",       "{y}",    "@home", "yes"};
    return chance_.one_of(all);
  }
  static std::string joined(const std::vector<std::string>& path) {
    std::string text;
    for (const std::string& step : path) text += (text.empty() ? "" : "/") + step;
    return text;
  }

  Task set(Task task, const std::vector<std::string>& path, const Value& value) {
    task.kind = "set " + path.back();
    task.corrections = {{Action::set, joined(path), *as_read(value).as_text()}};
    put(task.expected, path, value);
    return task;
  }

  Task empty(Task task, const std::vector<std::string>& path) {
    task.kind = "empty " + path.back();
    task.corrections = {{Action::set, joined(path), ""}};
    if (below(task.expected, path) != nullptr) take(task.expected, path);
    task.most_lines = 3;  // comments go with it
    return task;
  }

  Task set_of_flow(Task task, const std::string& field, const Value& value) {
    auto& flows = *below(before_, {"pathways", "current", "flows"})->as_list();
    const std::size_t at = chance_.number(flows.size());
    const std::string entry = chance_.number(2) == 0
                                  ? fmt::format("{}", at + 1)
                                  : *flows[at].find("from")->as_text() + ":" + *flows[at].find("to")->as_text();
    task.kind = "set flow " + field;
    task.corrections = {{Action::set, "pathways/current/flows/" + entry + "/" + field, *as_read(value).as_text()}};
    put(task.expected, {"pathways", "current", "flows", std::to_string(at), field}, value);
    return task;
  }

  Task set_wait(Task task) {
    task = set_of_flow(std::move(task), "wait", Value("x"));
    task.corrections.front().path += "/median_days";
    task.corrections.front().value = "12";
    task.expected = before_;
    const std::string& path = task.corrections.front().path;
    // Which flow it was stands in the path: look for it as a reader would.
    auto& flows = *below(before_, {"pathways", "current", "flows"})->as_list();
    for (std::size_t at = 0; at < flows.size(); ++at) {
      const std::string name = *flows[at].find("from")->as_text() + ":" + *flows[at].find("to")->as_text();
      if (path != fmt::format("pathways/current/flows/{}/wait/median_days", at + 1) &&
          path != "pathways/current/flows/" + name + "/wait/median_days")
        continue;
      Value& flow = (*below(task.expected, {"pathways", "current", "flows"})->as_list())[at];
      Value wait = flow.find("wait") == nullptr ? Value::map() : *flow.find("wait");
      wait.set("median_days", 12);
      flow.set("wait", std::move(wait));
    }
    task.kind = "set wait";
    task.most_lines = 2;  // a group may become two lines
    return task;
  }

  Task remove(Task task, const std::vector<std::string>& path) {
    task.kind = "remove " + path.back();
    task.corrections = {{Action::remove, joined(path), ""}};
    take(task.expected, path);
    task.most_lines = 12;
    return task;
  }

  Task rename(Task task, std::vector<std::string> path, const std::vector<std::vector<std::string>>& named_at) {
    task.kind = "rename in " + path.front();
    task.old_id = path.back();
    task.new_id = fmt::format("renamed-{}", chance_.number(100));
    task.corrections = {{Action::rename, joined(path), task.new_id}};
    for (const auto& place : named_at) rename_in(below(task.expected, place), task.old_id, task.new_id);
    if (path.back() == "r1c2" || path.back() == "r1c1")
      for (std::size_t i = 0; i < 1; ++i)
        rename_in(below(task.expected, {"measures", "wait", "rebase", "0", "reason"}), task.old_id, task.new_id);
    path.pop_back();
    rename_key(*below(task.expected, path), task.old_id, task.new_id);
    task.most_lines = 100;
    return task;
  }

  Task rename_service(Task task) {
    const std::string id = service();
    task = rename(std::move(task), {"services", id}, {});
    for (auto& [pathway, content] : *below(task.expected, {"pathways"})->as_map())
      for (Value& flow : *below(content, {"flows"})->as_list()) {
        rename_in(below(flow, {"from"}), id, task.new_id);
        rename_in(below(flow, {"to"}), id, task.new_id);
      }
    for (auto& [observation, content] : *below(task.expected, {"observations"})->as_map())
      rename_in(below(content, {"at"}), id, task.new_id);
    task.kind = "rename service";
    return task;
  }

  Task set_score(Task task) {
    const std::vector<std::string> item = {"assessments", "baseline", "tables", "A", "scores", "macro-1"};
    task.corrections = {{Action::set, joined(item) + "/score", "3"}};
    Value& score = *below(task.expected, item);
    if (score.as_map() != nullptr)
      score.set("score", 3);
    else
      score = 3;
    task.kind = "set score";
    return task;
  }

  /// A line that stands as text alone gets its keys.
  Task set_gap_voice(Task task) {
    Value& line = *below(task.expected, {"gaps", "meso-3", "gaps", "0"});
    line = Value::map().set("text", line).set("voice", "carer");
    task.corrections = {{Action::set, "gaps/meso-3/gaps/1/voice", "carer"}};
    task.kind = "set voice";
    return task;
  }

  /// Several at once, of which the later ones go by what the earlier ones made.
  Task several(Task task) {
    task.corrections = {{Action::rename, "services/s0", "first-door"},
                        {Action::set, "services/first-door/wte", "11"},
                        {Action::add, "services/extra", "{name: Extra}"},
                        {Action::add, "pathways/current/flows", "{from: first-door, to: extra}"},
                        {Action::remove, "pathways/current/flows/first-door:extra", ""},
                        {Action::remove, "services/extra", ""}};
    for (auto& [pathway, content] : *below(task.expected, {"pathways"})->as_map())
      for (Value& flow : *below(content, {"flows"})->as_list()) {
        rename_in(below(flow, {"from"}), "s0", "first-door");
        rename_in(below(flow, {"to"}), "s0", "first-door");
      }
    for (auto& [observation, content] : *below(task.expected, {"observations"})->as_map())
      rename_in(below(content, {"at"}), "s0", "first-door");
    rename_key(*below(task.expected, {"services"}), "s0", "first-door");
    put(task.expected, {"services", "first-door", "wte"}, 11);
    task.kind = "several";
    task.most_lines = 100;
    return task;
  }

  Value before_;
  Chance& chance_;
};

}  // namespace

Task random_correction(const Value& project, Chance& chance) { return Tasks(project, chance).some(); }

Value as_read(const Value& value) {
  if (const auto* list = value.as_list()) {
    Value result = Value::list();
    for (const Value& item : *list) result.push(as_read(item));
    return result;
  }
  if (const auto* map = value.as_map()) {
    Value result = Value::map();
    for (const auto& [key, item] : *map) result.set(key, as_read(item));
    return result;
  }
  if (const bool* truth = value.as_bool()) return *truth ? "true" : "false";
  if (const auto* whole = value.as_integer()) return fmt::format("{}", *whole);
  if (const auto* number = value.as_number()) return fmt::format("{}", *number);
  return value;
}

}  // namespace thrive::tests
