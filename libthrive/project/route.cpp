// SPDX-License-Identifier: MIT
#include "libthrive/project/route.hpp"

#include <algorithm>
#include <string>

namespace thrive::project {

namespace {

/// The path that will exist once an edit has been made.
yaml::Path result_of(const yaml::Edit& edit) {
  yaml::Path path = edit.path;
  if (edit.action == yaml::Edit::Action::insert) path.push_back(edit.key);
  return path;
}

std::size_t common_steps(const yaml::Path& a, const yaml::Path& b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(end.first - a.begin());
}

std::size_t main_file(const std::vector<yaml::Document>& documents) {
  for (std::size_t file = 0; file < documents.size(); ++file) {
    const std::string& name = documents[file].source().name();
    if (name == "thrive.yaml" || name.ends_with("/thrive.yaml")) return file;
  }
  return 0;
}

}  // namespace

std::size_t steps_that_exist(const yaml::Document& document, const yaml::Path& path) {
  yaml::Path part;
  for (const std::string& step : path) {
    part.push_back(step);
    if (document.find(part) == yaml::no_node) return part.size() - 1;
  }
  return path.size();
}

std::vector<std::size_t> route(const std::vector<yaml::Document>& documents, const std::vector<yaml::Edit>& edits) {
  std::vector<std::size_t> files;
  for (const yaml::Edit& edit : edits) {
    std::size_t best = main_file(documents), most = 0;
    for (std::size_t file = 0; file < documents.size(); ++file) {
      std::size_t steps = steps_that_exist(documents[file], edit.path);
      for (std::size_t earlier = 0; earlier < files.size(); ++earlier)
        if (files[earlier] == file) steps = std::max(steps, common_steps(edit.path, result_of(edits[earlier])));
      if (steps == 0 || steps < most) continue;
      best = file;
      most = steps;
    }
    files.push_back(best);
  }
  return files;
}

}  // namespace thrive::project
