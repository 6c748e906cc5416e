// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thrive::project {

/// What the `.gitignore` files of a working tree leave out, as git reads them: the last pattern that fits decides.
class Ignored {
 public:
  /// Adds the patterns of one file. `folder` is where it stands, seen from the top of the tree; empty for the top.
  void add(std::string_view patterns, std::string_view folder);
  /// True when git would not take a file or folder, named from the top of the tree, whose own folder it would take.
  bool covers(std::string_view path, bool is_folder) const;

 private:
  struct Pattern {
    std::string words;
    std::string folder;      // below which it counts
    bool takes_back;         // it began with '!'
    bool is_for_folders;     // it ended with '/'
    bool is_for_whole_path;  // it has a '/' in front or inside
  };
  std::vector<Pattern> patterns_;
};

/// True when a name fits a pattern with `*`, `?`, `[...]` and `**`, where only `**` goes over a `/`.
bool fits_pattern(std::string_view pattern, std::string_view name);

}  // namespace thrive::project
