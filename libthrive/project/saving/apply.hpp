// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/yaml/document.hpp"
#include "libthrive/yaml/edit.hpp"

namespace thrive::project {

/// An edit of an entry whose section stood elsewhere before, at the place where that entry stands; a new entry goes to
/// where its section stands now.
yaml::Edit where_it_stands(const std::vector<yaml::Document>& documents, yaml::Edit edit);

/// The files of a project once each edit has been made in the file that it belongs to, in the order of the documents;
/// a null pointer for a file that no edit belongs to. Nothing, with the reason among the problems, when an edit cannot
/// be made.
std::optional<std::vector<std::shared_ptr<const text::Source>>> edited_sources(
    const std::vector<yaml::Document>& documents, std::vector<yaml::Edit> edits, text::Diagnostics& problems);

}  // namespace thrive::project
