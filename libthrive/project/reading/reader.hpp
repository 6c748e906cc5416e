// SPDX-License-Identifier: MIT
//
// From YAML trees to the model: the descriptions of the fields say what to look for and what each value must be.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/model/vocabulary.hpp"
#include "libthrive/records/shape.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/yaml/document.hpp"

namespace thrive::project {

/// A node of one of the project's files.
struct NodeAt {
  std::uint32_t file = 0;
  yaml::NodeId node = yaml::no_node;
};

/// One place of the project where a name stands: of something that is defined elsewhere, or that is defined there.
struct Name {
  const records::Field* field = nullptr;  // whose rule says of what kind the named thing is
  NodeAt at;
  yaml::NodeId entry = yaml::no_node;  // the key of the entry of a top-level section that it stands in
  std::uint32_t section = 0;           // that section, by its place among the project's fields
};

/// What the files of a project say, before anything is checked against anything else.
struct Reading {
  model::Project model;
  std::vector<Name> references;   // what names something, in the order of the reading
  std::vector<Name> definitions;  // the keys that are things of some kind
};

/// Reads the documents of one project, converting every scalar by the type of its field and never by guessing.
/// Sections that are split over files come out as one. Everything wrong is added to `problems`; fields that are wrong
/// keep their default.
Reading read_model(const std::vector<yaml::Document>& documents, const model::Vocabulary& vocabulary,
                   text::Diagnostics& problems);

/// Reads a file that holds one instrument and nothing else. Nothing when it has errors.
std::optional<model::Instrument> read_instrument(const yaml::Document& document, const model::Vocabulary& vocabulary,
                                                 text::Diagnostics& problems);

/// True for an empty value, `~` and a plain `null`: nothing is written there.
bool is_nothing(const yaml::Node& node);

}  // namespace thrive::project
