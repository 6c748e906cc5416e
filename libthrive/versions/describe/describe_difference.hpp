// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/report/document.hpp"
#include "libthrive/text/value.hpp"
#include "libthrive/versions/difference.hpp"

namespace thrive::versions {

/// The changes of one project, or one file, each with its sentence.
struct Differences {
  std::string name;  // of the folder or the file; empty where there is one only
  std::vector<Change> changes;
};

/// All that is said of two versions.
struct Told {
  std::string title = "What changed";
  std::string a;
  std::string b;
  std::string classification;
  std::vector<Differences> projects;
  std::vector<std::string> other_files;          // differ, and no more can be said
  std::vector<std::string> narrowed;             // what was asked for, where not everything was
  std::optional<std::size_t> lines_of_layout{};  // counted where they were asked for
  bool is_brief = false;                         // how many, and not which

  bool has_difference() const;
};

/// What to look at first, then the sentences by section.
report::Document describe_difference(const Told& told);
/// `{"format", "command", "a", "b", "changes": [{"section", "id", "path", "kind", "field", "before", "after",
/// "sentence", "attention", "project", "also"}], "other_files", "counts"}`; null for what there is not. Values are
/// exact.
text::Value difference_contract(const Told& told);

}  // namespace thrive::versions
