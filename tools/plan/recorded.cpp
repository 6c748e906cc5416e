// SPDX-License-Identifier: MIT
#include "tools/plan/recorded.hpp"

#include "libthrive/project/editing/correct.hpp"
#include "libthrive/project/editing/new_entry.hpp"
#include "libthrive/project/found.hpp"
#include "libthrive/records/field.hpp"
#include "libthrive/text/names.hpp"

using namespace thrive;

void TypedEntry::say(const std::string& field, const std::string& words) {
  if (!words.empty()) fields_.emplace_back(field, words);
}

void TypedEntry::say(const std::string& field, const std::optional<int>& number) {
  if (number) fields_.emplace_back(field, std::to_string(*number));
}

void TypedEntry::say(const std::string& field, const std::optional<text::Date>& date) {
  if (date) fields_.emplace_back(field, text::format_date(*date));
}

void TypedEntry::say(const std::string& field, const std::vector<std::string>& items) {
  if (!items.empty()) fields_.emplace_back(field, "[" + text::join(items, ", ") + "]");
}

bool TypedEntry::record(const project::Opened& project, bool replaces, project::Changes& changes,
                        text::Diagnostics& problems) const {
  records::NoField wrong;
  const auto at = records::field_at(project.model(), section_ + "/" + id_, wrong);
  const bool is_there = at && !at->absent;
  const std::size_t slash = section_.find('/');
  std::vector<std::string> path = {section_.substr(0, slash)};
  if (slash != std::string::npos) path.push_back(section_.substr(slash + 1));
  if (is_there && !replaces) {
    path.push_back(id_);
    project::say(project, problems, {"plan-recorded-already", path, {{"id", id_}}});
    return false;
  }
  if (!replaces) return project::add_new_entry(project, {section_, id_, fields_}, changes, problems);
  if (!is_there) {
    project::say(project, problems, {"plan-nothing-recorded", path, {{"id", id_}}});
    return false;
  }
  project::CorrectionRequest request;
  for (const auto& [field, words] : fields_)
    request.corrections.push_back({project::Correction::Action::set, section_ + "/" + id_ + "/" + field, words});
  std::vector<std::string> said;
  return project::correct(project, request, changes, said, problems);
}

cli::Exit record_typed(cli::Session& session, const std::string& id, const TypedEntry& entry, bool replaces) {
  if (id.empty()) return session.usage_error("say which entry with --id");
  if (!entry.says_something()) return session.usage_error("say something of it");
  return session.record(
      [&](const project::Opened& project, project::Changes& changes) {
        return entry.record(project, replaces, changes, session.problems());
      },
      "recorded " + id);
}

std::string next_numbered(const std::vector<std::string>& taken, const std::string& letter) {
  return project::next_id(taken, letter);
}
