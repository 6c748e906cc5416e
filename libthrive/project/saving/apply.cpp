// SPDX-License-Identifier: MIT
#include "libthrive/project/saving/apply.hpp"

#include "libthrive/project/saving/route.hpp"

namespace thrive::project {

std::optional<std::vector<std::shared_ptr<const text::Source>>> edited_sources(
    const std::vector<yaml::Document>& documents, const std::vector<yaml::Edit>& edits, text::Diagnostics& problems) {
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
