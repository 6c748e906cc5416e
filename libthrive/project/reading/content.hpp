// SPDX-License-Identifier: MIT
//
// What an open project is made of. For the files of this folder only.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "libthrive/project/opened.hpp"
#include "libthrive/project/reading/reader.hpp"

namespace thrive::project {

struct Opened::Content {
  std::string path;
  std::string folder;
  bool has_folder = true;  // false for text in memory: then no other file is looked at
  std::vector<yaml::Document> documents;
  std::shared_ptr<const model::Vocabulary> vocabulary;
  model::Project model;
  std::map<std::string, model::Instrument, std::less<>> instrument_files;  // by their path in the project
  std::set<std::string, std::less<>> broken_instrument_files;              // whose own problems have been reported
};

/// A project as far as it could be read, and whether that is all of it.
struct Examined {
  std::shared_ptr<const Opened::Content> content;  // empty when not even its YAML could be read
  bool is_readable = true;                         // false when a file is missing or cannot be read at all
  std::vector<yaml::Document> documents{};         // without content: the files that are YAML
  std::vector<text::Source> not_yaml{};            // without content: the files that are not
};

/// Reads a PROJECT and reports everything that is wrong with its text: errors and warnings.
Examined examine(const std::string& path, text::Diagnostics& problems);
/// The same for text in memory.
Examined examine_texts(std::vector<text::Source> files, text::Diagnostics& problems);

/// The same for the bytes of a PROJECT's files, which are read already; instruments and data are looked for in
/// `folder`.
Examined examine_sources_in(const std::string& path, const std::string& folder,
                            std::vector<std::shared_ptr<const text::Source>> sources, text::Diagnostics& problems);

/// A built-in instrument by name; null pointer when there is none. Read once and kept.
const model::Instrument* built_in_instrument(std::string_view name);
/// The names of the built-in instruments, sorted.
std::vector<std::string> built_in_instrument_names();

}  // namespace thrive::project
