// SPDX-License-Identifier: MIT
//
// A save of several files as one: what a folder's journal says is going on counts as done, for whoever reads.
#pragma once

#include <string>
#include <vector>

namespace thrive::project {

/// A file whose new bytes are written, and stand in their place, or beside it under another name. Paths from the folder
/// of the project.
struct PendingFile {
  std::string target;
  std::string temporary;
  friend bool operator==(const PendingFile&, const PendingFile&) = default;
};

/// The save that is going on in a folder, or was interrupted there; empty when there is none. Names that lead out of
/// the folder, or are not those of a save, make the journal none.
std::vector<PendingFile> pending_files(const std::string& folder);

/// Writes the journal through to the disk: from then on the save has happened. 0 or the error number.
int begin_save(const std::string& folder, const std::vector<PendingFile>& files);

/// Puts the files in place that are not there yet, and takes the journal away. Whoever calls it holds the locks of the
/// files. 0 or the error number; the journal stays then.
int finish_save(const std::string& folder);

/// The file that holds the bytes of a project's file now: the file itself, or what a save has not yet put in its place.
std::string where_now(const std::string& folder, const std::string& file, const std::vector<PendingFile>& pending);

}  // namespace thrive::project
