// SPDX-License-Identifier: MIT
#include "libthrive/versions/version.hpp"

#include <algorithm>

#include "libthrive/project/reading/reader.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "libthrive/records/scalars.hpp"
#include "libthrive/records/shape.hpp"

namespace thrive::versions {

namespace {

/// The keys of a mapping at the root; nothing where the root is another thing.
std::optional<std::vector<std::string_view>> root_keys(const yaml::Document& document) {
  std::vector<std::string_view> keys;
  const yaml::NodeId root = document.root();
  if (root == yaml::no_node || project::is_nothing(document.node(root))) return keys;
  if (document.node(root).kind != yaml::Kind::mapping) return std::nullopt;
  for (yaml::NodeId key = document.node(root).first; key != yaml::no_node;
       key = document.node(document.node(key).next).next)
    keys.push_back(document.node(key).value);
  return keys;
}

bool has_only(const std::vector<std::string_view>& keys, const records::RecordShape& shape) {
  return std::all_of(keys.begin(), keys.end(), [&](std::string_view key) { return shape.find(key) != nullptr; });
}

/// A part may use a sector that the part with `project` adds: the words that stand there are taken.
void add_sectors_in_use(const yaml::Document& document, const yaml::Path& section, std::string_view field,
                        model::Vocabulary& vocabulary) {
  const yaml::NodeId found = document.find(section);
  if (found == yaml::no_node || document.node(found).kind != yaml::Kind::mapping) return;
  for (yaml::NodeId key = document.node(found).first; key != yaml::no_node;) {
    const yaml::NodeId value = document.node(key).next;
    key = document.node(value).next;
    if (document.node(value).kind != yaml::Kind::mapping) continue;
    const yaml::NodeId sector = document.child(value, field);
    if (sector == yaml::no_node || document.node(sector).kind != yaml::Kind::scalar) continue;
    const std::string id(document.node(sector).value);
    if (records::is_id(id) && vocabulary.find("sectors", id) == nullptr)
      vocabulary.add("sectors", {id, id, {}, {}, {}});
  }
}

void add_own_sectors(const yaml::Document& document, model::Vocabulary& vocabulary) {
  const yaml::NodeId sectors = document.find({"project", "sectors"});
  if (sectors == yaml::no_node || document.node(sectors).kind != yaml::Kind::mapping) return;
  for (yaml::NodeId key = document.node(sectors).first; key != yaml::no_node;
       key = document.node(document.node(key).next).next) {
    const std::string id(document.node(key).value);
    if (records::is_id(id) && vocabulary.find("sectors", id) == nullptr)
      vocabulary.add("sectors", {id, id, {}, {}, {}});
  }
}

/// What every project begins with, for parts that leave it to another file.
std::string_view missing_beginning(const std::vector<yaml::Document>& documents) {
  bool has_format = false, has_project = false;
  for (const yaml::Document& document : documents) {
    has_format = has_format || document.find({"thrive"}) != yaml::no_node;
    has_project = has_project || document.find({"project"}) != yaml::no_node;
  }
  if (has_format && has_project) return {};
  if (has_format) return "project: {name: '-'}\n";
  return has_project ? "thrive: 1\n" : "thrive: 1\nproject: {name: '-'}\n";
}

bool says_project(const std::vector<yaml::Document>& documents) {
  return std::any_of(documents.begin(), documents.end(),
                     [](const yaml::Document& document) { return document.find({"project"}) != yaml::no_node; });
}

std::optional<Version> read_instrument_version(std::vector<yaml::Document> documents, const std::string& id,
                                               text::Diagnostics& problems) {
  Version version;
  auto instrument = project::read_instrument(documents.front(), project::built_in_vocabulary(), problems);
  if (!instrument) return std::nullopt;
  version.model.instruments.add(id, std::move(*instrument));
  version.documents = std::move(documents);
  return version;
}

}  // namespace

Part part_of(const yaml::Document& document) {
  const auto keys = root_keys(document);
  if (!keys) return Part::other;
  if (has_only(*keys, records::shape_of<model::Project>()) || begins_project(document)) return Part::project;
  const bool has_items = std::find(keys->begin(), keys->end(), "items") != keys->end();
  return has_items && has_only(*keys, records::shape_of<model::Instrument>()) ? Part::instrument : Part::other;
}

bool begins_project(const yaml::Document& document) {
  const yaml::NodeId root = document.root();
  return root != yaml::no_node && document.node(root).kind == yaml::Kind::mapping &&
         document.child(root, "thrive") != yaml::no_node;
}

std::optional<Version> read_version(std::vector<yaml::Document> documents, const std::string& id,
                                    text::Diagnostics& problems) {
  if (documents.size() == 1 && part_of(documents.front()) == Part::instrument)
    return read_instrument_version(std::move(documents), id, problems);
  Version version;
  if (documents.empty()) return version;
  model::Vocabulary vocabulary = project::built_in_vocabulary();
  const bool is_part = !says_project(documents);
  for (const yaml::Document& document : documents) {
    add_own_sectors(document, vocabulary);
    if (!is_part) continue;
    add_sectors_in_use(document, {"services"}, "sector", vocabulary);
    add_sectors_in_use(document, {"observations"}, "sector", vocabulary);
  }
  const std::string_view beginning = missing_beginning(documents);
  text::Diagnostics found;
  if (!beginning.empty()) documents.push_back(*yaml::parse(text::Source("-", std::string(beginning)), found));
  version.model = project::read_model(documents, vocabulary, found).model;
  if (is_part) version.model.project = {};
  if (!beginning.empty()) documents.pop_back();
  for (const text::Diagnostic& problem : found.entries())
    if (problem.severity == text::Severity::error) problems.add(problem);
  if (found.has_errors()) return std::nullopt;
  version.documents = std::move(documents);
  return version;
}

}  // namespace thrive::versions
