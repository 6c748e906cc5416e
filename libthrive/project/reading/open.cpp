// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>

#include "libthrive/project/files.hpp"
#include "libthrive/project/reading/content.hpp"
#include "libthrive/project/reading/read_files.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/records/scalars.hpp"
#include "libthrive/system/files.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

/// The built-in vocabulary, with the sectors that the project adds.
std::shared_ptr<const model::Vocabulary> vocabulary_of(const std::vector<yaml::Document>& documents) {
  std::shared_ptr<model::Vocabulary> own;
  for (const yaml::Document& document : documents) {
    const yaml::NodeId sectors = document.find({"project", "sectors"});
    if (sectors == yaml::no_node || document.node(sectors).kind != yaml::Kind::mapping) continue;
    if (!own) own = std::make_shared<model::Vocabulary>(built_in_vocabulary());
    for (yaml::NodeId key = document.node(sectors).first; key != yaml::no_node;) {
      const yaml::NodeId value = document.node(key).next;
      const std::string_view id = document.node(key).value;
      if (records::is_id(id) && own->find("sectors", id) == nullptr) {
        const std::string name(document.node(value).value);
        own->add("sectors", {std::string(id), name.empty() ? std::string(id) : name, {}, {}, {}});
      }
      key = document.node(value).next;
    }
  }
  if (own) return own;
  return {std::shared_ptr<const model::Vocabulary>(), &built_in_vocabulary()};  // lives as long as the program
}

/// Reads the instruments that assessments name as files. What is wrong in them is reported in their own places.
void read_instrument_files(Opened::Content& content, text::Diagnostics& problems) {
  for (const auto& [id, assessment] : content.model.assessments) {
    const std::string& name = assessment.instrument;
    const bool is_file = name.ends_with(".yaml") || name.find('/') != std::string::npos;
    if (!is_file || !content.has_folder || content.instrument_files.contains(name) || !stays_inside(name)) continue;
    const std::string path = content.folder == "." ? name : (fs::path(content.folder) / name).string();
    if (is_outside(content.folder, path)) continue;
    auto bytes = system::read_bytes(path);
    if (!bytes) continue;  // the reference to it is reported with its place
    const auto document = yaml::parse(text::Source(path, std::move(*bytes)), problems);
    auto instrument = document ? read_instrument(*document, *content.vocabulary, problems) : std::nullopt;
    if (instrument) {
      content.instrument_files.emplace(name, std::move(*instrument));
    } else {
      content.broken_instrument_files.insert(name);
    }
  }
}

/// Everything behind the reading of the bytes.
Examined examine_sources(Opened::Content content, std::vector<std::shared_ptr<const text::Source>> sources,
                         text::Diagnostics& problems) {
  problems.append(vocabulary_problems());
  std::vector<text::Source> not_yaml;
  for (const auto& source : sources) {
    if (auto document = yaml::parse(source, problems))
      content.documents.push_back(std::move(*document));
    else
      not_yaml.push_back(*source);
  }
  // A file that is not YAML may hold what the others refer to: more messages would only lead astray.
  if (!not_yaml.empty()) return {nullptr, true, std::move(content.documents), std::move(not_yaml)};
  content.vocabulary = vocabulary_of(content.documents);
  Reading reading = read_model(content.documents, *content.vocabulary, problems);
  content.model = std::move(reading.model);
  read_instrument_files(content, problems);
  const auto shared = std::make_shared<const Opened::Content>(std::move(content));
  check_references(Opened(shared), reading.references, problems);
  check_sections(Opened(shared), problems);
  return {shared};
}

/// The project when nothing in it is an error. Warnings are for `thrive check`: other tools would repeat them each
/// time.
std::optional<Opened> usable(const Examined& examined, const text::Diagnostics& found, text::Diagnostics& problems) {
  for (const text::Diagnostic& problem : found.entries())
    if (problem.severity == text::Severity::error) problems.add(problem);
  if (found.has_errors() || !examined.content) return std::nullopt;
  return Opened(examined.content);
}

}  // namespace

Examined examine(const std::string& path, text::Diagnostics& problems) {
  Examined unreadable;
  unreadable.is_readable = false;
  const auto files = list_project_files(path, problems);
  if (!files) return unreadable;
  const auto read = read_files(*files, problems);
  if (!read) return unreadable;
  std::vector<std::shared_ptr<const text::Source>> sources;
  for (const FileRead& file : *read) sources.push_back(file.source);
  return examine_sources_in(path, files->folder, std::move(sources), problems);
}

Examined examine_sources_in(const std::string& path, const std::string& folder,
                            std::vector<std::shared_ptr<const text::Source>> sources, text::Diagnostics& problems) {
  Opened::Content content;
  content.path = path;
  content.folder = folder;
  return examine_sources(std::move(content), std::move(sources), problems);
}

Examined examine_texts(std::vector<text::Source> files, text::Diagnostics& problems) {
  Opened::Content content;
  content.path = files.empty() ? std::string() : files.front().name();
  content.folder = '.';
  content.has_folder = false;
  std::vector<std::shared_ptr<const text::Source>> sources;
  for (text::Source& file : files) sources.push_back(std::make_shared<const text::Source>(std::move(file)));
  return examine_sources(std::move(content), std::move(sources), problems);
}

std::optional<Opened> open(const std::string& path, text::Diagnostics& problems) {
  text::Diagnostics found;
  const Examined examined = examine(path, found);
  return usable(examined, found, problems);
}

std::optional<Opened> open_texts(const std::vector<text::Source>& files, text::Diagnostics& problems) {
  text::Diagnostics found;
  const Examined examined = examine_texts(files, found);
  return usable(examined, found, problems);
}

std::optional<std::string> find() {
  std::error_code failed;
  fs::path folder = fs::current_path(failed);
  if (failed) return std::nullopt;
  for (std::string way = "";; way += "../") {
    if (fs::is_regular_file(folder / "thrive.yaml", failed)) {
      std::size_t count = 0;
      for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
        count += entry->path().extension() == ".yaml" && !entry->path().filename().string().starts_with('.');
      if (count == 1) return way + "thrive.yaml";
      return way.empty() ? "." : way.substr(0, way.size() - 1);
    }
    if (folder == folder.parent_path()) return std::nullopt;
    folder = folder.parent_path();
  }
}

}  // namespace thrive::project
