// SPDX-License-Identifier: MIT
#include "libthrive/project/saving/apply.hpp"

#include <algorithm>

#include "libthrive/project/saving/route.hpp"
#include "libthrive/records/moved.hpp"

namespace thrive::project {

yaml::Edit where_it_stands(const std::vector<yaml::Document>& documents, yaml::Edit edit) {
  const bool is_new_entry = edit.action == yaml::Edit::Action::insert && edit.path.size() == 1;
  yaml::Path old = is_new_entry ? yaml::Path{} : records::old_path(edit.path);
  if (old.empty()) return edit;
  // The entry decides, not the field of it: a field that is not there yet belongs to the entry that is.
  const auto has = [&](const yaml::Path& path, std::size_t steps) {
    const yaml::Path entry(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(std::min(path.size(), steps)));
    return std::any_of(documents.begin(), documents.end(),
                       [&](const yaml::Document& document) { return document.find(entry) != yaml::no_node; });
  };
  if (!has(edit.path, 2) && has(old, 3)) edit.path = std::move(old);
  return edit;
}

std::optional<std::vector<std::shared_ptr<const text::Source>>> edited_sources(
    const std::vector<yaml::Document>& documents, std::vector<yaml::Edit> edits, text::Diagnostics& problems) {
  for (yaml::Edit& edit : edits) edit = where_it_stands(documents, std::move(edit));
  const std::vector<std::size_t> routes = route(documents, edits);
  std::vector<std::shared_ptr<const text::Source>> sources;
  for (std::size_t file = 0; file < documents.size(); ++file) {
    std::vector<yaml::Edit> here;
    for (std::size_t i = 0; i < routes.size(); ++i)
      if (routes[i] == file) here.push_back(edits[i]);
    sources.emplace_back();
    if (here.empty()) continue;
    yaml::Refusal refusal;
    auto edited = yaml::apply(documents[file], here, refusal);
    if (!edited) {
      problems.error("edit-refused", refusal.place, refusal.message, refusal.hint);
      return std::nullopt;
    }
    sources.back() = std::make_shared<const text::Source>(documents[file].source().name(), std::move(edited->bytes));
  }
  return sources;
}

}  // namespace thrive::project
