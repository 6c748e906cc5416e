// SPDX-License-Identifier: MIT
//
// Joins files and folders on disk, as git asks for it or a person does.
#pragma once

#include <string>
#include <vector>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/versions/merge.hpp"

namespace thrive::versions {

/// What is to be joined, and how.
struct MergeRequest {
  std::string base;  // three files, or three folders
  std::string ours;
  std::string theirs;
  std::string path;          // the name in the repository, for messages and to find out whose file it is
  bool is_data = false;      // CSV files
  bool writes_ours = false;  // in place
  Markers markers{};
  Demand demand{};
};

/// One file that was joined.
struct JoinedFile {
  /// by_key: the rules of the format. by_lines: git's, for what is no project, no YAML, or has markers in it. in_doubt:
  /// git's, because joining by key was not safe. whole: nobody could, and markers stand around the whole file.
  enum class How { by_key, by_lines, in_doubt, whole };
  std::string name;
  std::string ours;  // its bytes before
  How how = How::by_key;
  MergedFile merged{};
  bool is_removed = false;     // one version took the file away, and the other left it as it was
  bool has_conflicts = false;  // markers are in it
  bool is_without_git = false;
};

/// What came of all files.
struct MergeOutcome {
  std::vector<JoinedFile> files;
  std::vector<Renumbered> renumbered;
};

/// Joins, and writes OURS in place when that is asked. Nothing, with the reason in `problems`, when a version cannot be
/// read or OURS cannot be written.
///
/// While OURS is being worked out, its file holds all three versions between markers: whatever stops the program, git
/// never finds OURS alone there, which it would commit as if theirs had never been.
std::optional<MergeOutcome> merge_files(const MergeRequest& request, text::Diagnostics& problems);

}  // namespace thrive::versions
