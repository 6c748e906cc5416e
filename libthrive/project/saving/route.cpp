// SPDX-License-Identifier: MIT
#include "libthrive/project/saving/route.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "libthrive/yaml/key_index.hpp"

namespace thrive::project {

namespace {

/// The path that will exist once an edit has been made.
yaml::Path result_of(const yaml::Edit& edit) {
  yaml::Path path = edit.path;
  if (edit.action == yaml::Edit::Action::insert) path.push_back(edit.key);
  if (edit.action == yaml::Edit::Action::rename && !path.empty()) path.back() = edit.key;
  return path;
}

/// The steps of many paths as a tree, to find how much of another path they have.
struct Steps {
  std::map<std::string, Steps, std::less<>> below{};

  void add(const yaml::Path& path) {
    Steps* at = this;
    for (const std::string& step : path) at = &at->below[step];
  }

  std::size_t in_common_with(const yaml::Path& path) const {
    const Steps* at = this;
    for (std::size_t depth = 0; depth < path.size(); ++depth) {
      const auto next = at->below.find(path[depth]);
      if (next == at->below.end()) return depth;
      at = &next->second;
    }
    return path.size();
  }
};

/// A file of the project, and what earlier edits add to it.
struct Destination {
  yaml::KeyIndex index;
  yaml::NodeId root;
  Steps added{};

  std::size_t steps_of(const yaml::Path& path) {
    yaml::NodeId at = root;
    std::size_t there = 0;
    while (there < path.size() && (at = index.step(at, path[there])) != yaml::no_node) ++there;
    return std::max(there, added.in_common_with(path));
  }
};

std::size_t main_file(const std::vector<yaml::Document>& documents) {
  for (std::size_t file = 0; file < documents.size(); ++file) {
    const std::string& name = documents[file].source().name();
    if (name == "thrive.yaml" || name.ends_with("/thrive.yaml")) return file;
  }
  return 0;
}

}  // namespace

std::vector<std::size_t> route(const std::vector<yaml::Document>& documents, const std::vector<yaml::Edit>& edits) {
  const std::size_t otherwise = main_file(documents);
  std::vector<Destination> destinations;
  for (const yaml::Document& document : documents) destinations.push_back({yaml::KeyIndex(document), document.root()});
  std::vector<std::size_t> files;
  for (const yaml::Edit& edit : edits) {
    std::size_t best = otherwise, most = 0;
    for (std::size_t file = 0; file < documents.size(); ++file) {
      const std::size_t steps = destinations[file].steps_of(edit.path);
      if (steps == 0 || steps < most) continue;
      best = file;
      most = steps;
    }
    files.push_back(best);
    if (best < destinations.size()) destinations[best].added.add(result_of(edit));
  }
  return files;
}

}  // namespace thrive::project
