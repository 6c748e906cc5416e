// SPDX-License-Identifier: MIT
#include "libthrive/records/update.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/text/names.hpp"

namespace thrive::records {

namespace {

/// True for a value that says nothing.
bool is_blank(const text::Value& value) {
  if (const std::string* words = value.as_text()) return words->empty();
  if (const text::Value::List* list = value.as_list()) return list->empty();
  if (const text::Value::Map* map = value.as_map())
    return std::all_of(map->begin(), map->end(), [](const auto& entry) { return is_blank(entry.second); });
  return value.is_null();
}

std::vector<std::string> below(std::vector<std::string> path, const std::string& step) {
  path.push_back(step);
  return path;
}

/// True for a list that begins with all of another.
bool goes_on_from(const text::Value& after, const text::Value& before) {
  const text::Value::List* longer = after.as_list();
  const text::Value::List* shorter = before.as_list();
  return longer != nullptr && shorter != nullptr && longer->size() >= shorter->size() &&
         std::equal(shorter->begin(), shorter->end(), longer->begin());
}

/// How one detail becomes another.
void replace_detail(const text::Value& before, const text::Value& after, const std::vector<std::string>& path,
                    Update& update) {
  if (before == after) return;
  if (before.as_map() != nullptr && after.as_map() != nullptr)
    return update.append(replacement_of(before, after, path));
  if (goes_on_from(after, before) && !is_blank(before)) {
    for (std::size_t at = before.as_list()->size(); at < after.as_list()->size(); ++at) {
      const text::Value& item = (*after.as_list())[at];
      update.differences.push_back({text::join(path, "/"), {}, in_words(item)});
      update.changes.push_back({Edit::Kind::append, path, {}, item});
    }
    return;
  }
  update.differences.push_back({text::join(path, "/"), in_words(before), in_words(after)});
  if (is_blank(after))
    update.changes.push_back({Edit::Kind::remove, path});
  else
    update.changes.push_back({Edit::Kind::set, path, {}, after, true});
}

/// The last steps of a path, which name the detail.
std::string detail_of(const Difference& difference) {
  const std::size_t slash = difference.path.rfind('/');
  return slash == std::string::npos ? difference.path : difference.path.substr(slash + 1);
}

}  // namespace

std::string in_words(const text::Value& value) {
  if (const std::string* words = value.as_text()) return *words;
  if (const bool* truth = value.as_bool()) return *truth ? "yes" : "no";
  if (const std::int64_t* whole = value.as_integer()) return fmt::format("{}", *whole);
  if (const double* number = value.as_number()) return fmt::format("{}", *number);
  std::vector<std::string> parts;
  if (const text::Value::List* list = value.as_list())
    for (const text::Value& item : *list) parts.push_back(in_words(item));
  if (const text::Value::Map* map = value.as_map())
    for (const auto& [key, item] : *map) parts.push_back(key + " " + in_words(item));
  return text::join(parts, "; ");
}

void Update::append(Update other) {
  std::move(other.differences.begin(), other.differences.end(), std::back_inserter(differences));
  std::move(other.changes.begin(), other.changes.end(), std::back_inserter(changes));
}

bool Update::takes_something() const {
  return std::any_of(differences.begin(), differences.end(),
                     [](const Difference& difference) { return !difference.fills_blank(); });
}

std::string Update::as_refusal() const {
  std::vector<std::string> words;
  for (const Difference& difference : differences) {
    const std::string detail = detail_of(difference);
    words.push_back(difference.fills_blank() ? fmt::format("no {} yet, and '{}' here", detail, difference.after)
                    : difference.after.empty()
                        ? fmt::format("{} '{}', and none here", detail, difference.before)
                        : fmt::format("{} '{}', not '{}'", detail, difference.before, difference.after));
  }
  return text::join(words, "; ");
}

std::vector<std::string> Update::in_words() const {
  std::vector<std::string> words;
  std::size_t filled = 0;
  for (const Difference& difference : differences) {
    if (difference.fills_blank())
      ++filled;
    else if (difference.after.empty())
      words.push_back(fmt::format("{}: {} taken away", difference.path, difference.before));
    else
      words.push_back(fmt::format("{}: {} -> {}", difference.path, difference.before, difference.after));
  }
  if (filled > 0) words.push_back(fmt::format("{} {} filled in", filled, filled == 1 ? "blank" : "blanks"));
  return words;
}

Update update_of(const text::Value& there, const text::Value& given, const std::vector<std::string>& path) {
  Update update;
  const text::Value::Map* details = given.as_map();
  if (details == nullptr) return update;
  for (const auto& [key, value] : *details) {
    const text::Value* known = there.find(key);
    std::vector<std::string> here = path;
    here.push_back(key);
    if (is_blank(value) || (known != nullptr && *known == value)) continue;
    if (known != nullptr && known->as_map() != nullptr && value.as_map() != nullptr) {
      update.append(update_of(*known, value, here));
      continue;
    }
    update.differences.push_back(
        {text::join(here, "/"), known == nullptr ? std::string() : in_words(*known), in_words(value)});
    update.changes.push_back({Edit::Kind::set, std::move(here), {}, value, true});
  }
  return update;
}

Update replacement_of(const text::Value& before, const text::Value& after, const std::vector<std::string>& path) {
  Update update;
  const text::Value nothing;
  if (const text::Value::Map* details = after.as_map())
    for (const auto& [key, value] : *details) {
      const text::Value* known = before.find(key);
      replace_detail(known == nullptr ? nothing : *known, value, below(path, key), update);
    }
  if (const text::Value::Map* details = before.as_map())
    for (const auto& [key, value] : *details)
      if (after.find(key) == nullptr) replace_detail(value, nothing, below(path, key), update);
  return update;
}

}  // namespace thrive::records
