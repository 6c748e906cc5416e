// SPDX-License-Identifier: MIT
#include "libthrive/project/saving/apply.hpp"

#include "libthrive/project/saving/route.hpp"

namespace thrive::project {

std::optional<std::vector<std::string>> edited_bytes(const std::vector<yaml::Document>& documents,
                                                     const std::vector<yaml::Edit>& edits,
                                                     text::Diagnostics& problems) {
  const std::vector<std::size_t> routes = route(documents, edits);
  std::vector<std::string> bytes;
  for (std::size_t file = 0; file < documents.size(); ++file) {
    std::vector<yaml::Edit> here;
    for (std::size_t i = 0; i < routes.size(); ++i)
      if (routes[i] == file) here.push_back(edits[i]);
    if (here.empty()) {
      bytes.push_back(documents[file].source().bytes());
      continue;
    }
    yaml::Refusal refusal;
    auto edited = yaml::apply(documents[file], here, refusal);
    if (!edited) {
      problems.error("edit-refused", refusal.place, refusal.message, refusal.hint);
      return std::nullopt;
    }
    bytes.push_back(std::move(edited->bytes));
  }
  return bytes;
}

}  // namespace thrive::project
