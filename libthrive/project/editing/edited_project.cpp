// SPDX-License-Identifier: MIT
#include "libthrive/project/editing/edited_project.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "libthrive/project/reading/content.hpp"
#include "libthrive/project/saving/apply.hpp"
#include "libthrive/records/moved.hpp"

namespace thrive::project {

namespace {

using Action = yaml::Edit::Action;

/// True when a path goes through a step below another path.
bool is_below(const Path& path, const Path& above) {
  return path.size() > above.size() && std::equal(above.begin(), above.end(), path.begin());
}

}  // namespace

void EditedProject::make(yaml::Edit edit) {
  edit = where_it_stands(now_.content().documents, std::move(edit));
  const NodeAt at = find(edit.path);
  const bool exists = at.node != yaml::no_node;
  Step step{edit};
  if (edit.action == Action::remove && exists) {
    const yaml::NodeId parent = node(at).parent;
    step.takes_item = parent != yaml::no_node && document(at).node(parent).kind == yaml::Kind::sequence;
  }
  const bool only_value = edit.action == Action::set && exists && node(at).kind == yaml::Kind::scalar &&
                          edit.value.as_map() == nullptr && edit.value.as_list() == nullptr;
  is_unsettled_ = is_unsettled_ || !only_value;
  steps_.push_back(std::move(step));
  edits_.push_back(std::move(edit));
}

bool EditedProject::settle(text::Diagnostics& problems) {
  is_unsettled_ = false;
  if (settled_ == edits_.size()) return true;
  const Opened::Content& content = now_.content();
  const std::vector<yaml::Edit> pending(edits_.begin() + static_cast<std::ptrdiff_t>(settled_), edits_.end());
  auto sources = edited_sources(content.documents, pending, problems);
  if (!sources) return false;
  std::vector<text::Source> texts;
  for (std::size_t file = 0; file < sources->size(); ++file) {
    std::shared_ptr<const text::Source>& source = (*sources)[file];
    if (source == nullptr) source = content.documents[file].shared_source();
    if (!content.has_folder) texts.push_back(*source);
  }
  text::Diagnostics found;
  const Examined examined = content.has_folder
                                ? examine_sources_in(content.path, content.folder, std::move(*sources), found)
                                : examine_texts(std::move(texts), found);
  if (!examined.content) {
    problems.append(std::move(found));
    return false;
  }
  now_ = Opened(examined.content);
  found_ = std::move(found);
  settled_ = edits_.size();
  return true;
}

text::Diagnostics EditedProject::errors_now() const {
  text::Diagnostics errors;
  for (text::Diagnostic problem : found_.entries()) {
    if (problem.severity != text::Severity::error) continue;
    const NodeAt at = node_at(problem.place);
    if (at.node != yaml::no_node) problem.place = place_before(at);
    errors.add(std::move(problem));
  }
  return errors;
}

NodeAt EditedProject::find(const Path& path, std::size_t* files) const {
  NodeAt first;
  const std::vector<yaml::Document>& documents = now_.content().documents;
  for (const Path& place : {path, records::old_path(path)}) {
    if (place.empty() && !path.empty()) continue;  // the section always stood where it stands
    for (std::uint32_t file = 0; file < documents.size(); ++file) {
      if (documents[file].root() == yaml::no_node) continue;
      const yaml::NodeId found = documents[file].find(place);
      if (found == yaml::no_node) continue;
      if (first.node == yaml::no_node) first = {file, found};
      if (files != nullptr) ++*files;
    }
    if (path.empty()) break;
  }
  return first;
}

const yaml::Document& EditedProject::document(NodeAt at) const { return now_.content().documents[at.file]; }

Path EditedProject::path_of(NodeAt at) const {
  const yaml::Document& document = this->document(at);
  Path path;
  for (yaml::NodeId id = at.node; document.node(id).parent != yaml::no_node; id = document.node(id).parent) {
    const yaml::Node parent = document.node(document.node(id).parent);
    const bool is_mapping = parent.kind == yaml::Kind::mapping;
    std::size_t position = 0;
    for (yaml::NodeId child = parent.first; child != yaml::no_node; child = document.node(child).next, ++position) {
      const yaml::NodeId value = is_mapping ? document.node(child).next : child;
      if (child == id || value == id) {
        path.push_back(is_mapping ? std::string(document.node(child).value) : std::to_string(position));
        break;
      }
      child = value;
    }
  }
  std::reverse(path.begin(), path.end());
  return path;
}

bool EditedProject::is_key(NodeAt at) const {
  const yaml::Document& document = this->document(at);
  const yaml::NodeId parent = document.node(at.node).parent;
  if (parent == yaml::no_node || document.node(parent).kind != yaml::Kind::mapping) return false;
  for (yaml::NodeId key = document.node(parent).first; key != yaml::no_node;) {
    if (key == at.node) return true;
    key = document.node(document.node(key).next).next;
  }
  return false;
}

text::Place EditedProject::place_before(NodeAt at) const { return place_before(path_of(at), is_key(at)); }

text::Place EditedProject::place_before(const Path& path, bool is_key) const {
  const Path old_path = path_before(path);
  return is_key ? before_.place_of_key(old_path) : before_.place(old_path);
}

/// Back through the steps: what a key was called, and where an item stood.
Path EditedProject::path_before(Path path) const {
  for (std::size_t i = settled_; i-- > 0;) {
    const yaml::Edit& edit = steps_[i].edit;
    if (edit.path.empty()) continue;
    const Path around(edit.path.begin(), edit.path.end() - 1);
    if (!is_below(path, around)) continue;
    std::string& step = path[around.size()];
    if (edit.action == Action::rename && step == edit.key) step = edit.path.back();
    if (steps_[i].takes_item && std::stoul(step) >= std::stoul(edit.path.back()))
      step = std::to_string(std::stoul(step) + 1);
  }
  return path;
}

/// The smallest node that holds a place of the project as it is now; the first of equals.
NodeAt EditedProject::node_at(const text::Place& place) const {
  const std::vector<yaml::Document>& documents = now_.content().documents;
  for (std::uint32_t file = 0; file < documents.size(); ++file) {
    const yaml::Document& document = documents[file];
    if (document.source().name() != place.file || document.root() == yaml::no_node) continue;
    for (yaml::NodeId id = 0; id < document.size(); ++id)
      if (document.place(id) == place) return {file, id};
  }
  return {};
}

}  // namespace thrive::project
