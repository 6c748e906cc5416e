// SPDX-License-Identifier: MIT
//
// Joins three versions of the files of a project: by key where that is safe, and else not at all, so that the caller
// can turn to git's own text merge. Nothing here writes a file.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/project/opened.hpp"
#include "libthrive/versions/markers.hpp"
#include "libthrive/versions/renumber.hpp"

namespace thrive::versions {

/// The three versions of one file; an empty text is a version that has no such file.
struct Texts {
  std::string name;  // what messages call it
  std::string base;
  std::string ours;
  std::string theirs;
};

/// A place where people must decide, as plain data.
struct Undecided {
  std::string path;  // gaps.S3.ideal
  text::Value base;
  text::Value ours;
  text::Value theirs;
  bool is_in_ours = false;
  bool is_in_theirs = false;
};

/// What theirs brought to a section, by what its entries are called: observation, table score.
using Brought = std::map<std::string, std::map<std::string, std::size_t>>;

/// What came of a file.
struct MergedFile {
  std::string bytes;  // with markers where there are conflicts
  Brought joined{};   // by section
  std::vector<Undecided> conflicts{};
};

/// What a project must keep beside the rules of the format; asked of a joined project.
using Demand = std::function<void(const project::Opened& project, text::Diagnostics& problems)>;

/// What came of all files together. A file that could not be joined by key has nothing.
struct Merged {
  std::vector<std::optional<MergedFile>> files;
  std::vector<Renumbered> renumbered;
};

/// Joins the files of one project, or of a part of one. The result is read again, compared with what was meant, and
/// checked: an error that neither version had makes a conflict of the entry that it is about.
Merged merge(const std::vector<Texts>& files, const Markers& markers, const Demand& demand = {});

/// True when a file that came about in another way can be read, and has no error that neither version had.
bool is_sound(const Texts& versions, const std::string& result, const Demand& demand);

/// True when a text is a file of a THRIVE project by itself: it says so with `thrive:` at its top.
bool says_thrive(std::string_view bytes);

}  // namespace thrive::versions
