// SPDX-License-Identifier: MIT
#include "libthrive/project/editing/new_entry.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/records/field.hpp"
#include "libthrive/records/from_text.hpp"
#include "libthrive/records/scalars.hpp"

namespace thrive::project {

namespace {

Path path_of(const std::string& section) {
  Path path;
  for (std::size_t begin = 0; begin <= section.size();) {
    const std::size_t end = std::min(section.find('/', begin), section.size());
    path.push_back(section.substr(begin, end - begin));
    begin = end + 1;
  }
  return path;
}

/// Reads what was typed for one field, and adds it to the record.
void take(const records::Field& field, const std::string& typed, const Opened& project, const text::Place& place,
          text::Value& record, text::Diagnostics& problems) {
  records::Unfit unfit;
  auto value = records::from_text(*field.shape, field.rule, field.name, typed, project.vocabulary(), unfit);
  if (value)
    record.set(std::string(field.name), std::move(*value));
  else
    problems.error(unfit.code, place, unfit.message, unfit.hint);
}

}  // namespace

bool add_new_entry(const Opened& project, const NewEntry& entry, Changes& changes, text::Diagnostics& problems) {
  const Path section = path_of(entry.section);
  const text::Place place = project.place_of_key(section);
  if (!records::is_id(entry.id)) {
    const std::string better = records::suggested_id(entry.id);
    problems.error("bad-id", place,
                   fmt::format("'{}' cannot be an id: ids are letters, digits, '-', '_' and '.'", entry.id),
                   better.empty() ? std::string() : "write " + better);
    return false;
  }
  records::NoField wrong;
  const auto at = records::field_at(project.model(), entry.section + "/" + entry.id, wrong);
  if (!at || at->record == nullptr) {
    problems.error("no-such-field", place, wrong.message, wrong.hint);
    return false;
  }
  if (!at->absent) {
    problems.error(
        "id-taken", project.place_of_key(at->path), fmt::format("there is an entry '{}' already", entry.id),
        fmt::format("correct it with 'thrive edit --set {}/{}/...', or choose another id", entry.section, entry.id));
    return false;
  }
  text::Value record = text::Value::map();
  for (const records::Field& field : at->record->fields) {
    const auto given = std::find_if(entry.fields.begin(), entry.fields.end(),
                                    [&](const auto& one) { return one.first == field.name; });
    if (given != entry.fields.end())
      take(field, given->second, project, place, record, problems);
    else if (field.rule.is_required)
      problems.error("missing-field", place,
                     fmt::format("'{}' is missing in {} '{}'", field.name, at->record->title, entry.id));
  }
  if (problems.has_errors()) return false;
  changes.insert(section, entry.id, std::move(record));
  return true;
}

std::string next_id(const std::vector<std::string>& taken, const std::string& letter) {
  for (int number = 1;; ++number) {
    const std::string id = fmt::format("{}{:02}", letter, number);
    if (std::find(taken.begin(), taken.end(), id) == taken.end()) return id;
  }
}

}  // namespace thrive::project
