// SPDX-License-Identifier: MIT
#include "libthrive/project/privacy/files_for_git.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "libthrive/project/privacy/ignored.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/system/repository.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

/// Goes through a folder and all below it.
class Walk {
 public:
  explicit Walk(const std::string& folder) : folder_(folder) {
    std::error_code failed;
    const fs::path real = fs::canonical(folder, failed);
    top_ = failed ? fs::path() : fs::path(system::working_tree_of(real.string()));
    if (top_.empty()) return;
    if (const auto own = system::read_bytes((top_ / ".git" / "info" / "exclude").string())) ignored_.add(*own, "");
    const fs::path way = real.lexically_relative(top_);
    fs::path from_top;
    for (const fs::path& step : way) {
      if (step == ".") break;
      add_patterns(from_top);
      from_top /= step;
    }
    from_top_ = from_top.generic_string();
  }

  FilesForGit files() && {
    go_through(fs::path(), from_top_);
    return std::move(found_);
  }

 private:
  void add_patterns(const fs::path& from_top) {
    if (top_.empty()) return;
    if (const auto patterns = system::read_bytes((top_ / from_top / ".gitignore").string()))
      ignored_.add(*patterns, from_top.generic_string());
  }

  /// A name as messages write it.
  std::string shown(const fs::path& below) const {
    return folder_ == "." ? below.string() : (fs::path(folder_) / below).string();
  }

  void go_through(const fs::path& below, const std::string& from_top) {
    add_patterns(from_top);
    std::vector<fs::directory_entry> entries;
    std::error_code failed;
    for (fs::directory_iterator entry(fs::path(folder_) / below, failed), end; !failed && entry != end;
         entry.increment(failed))
      entries.push_back(*entry);
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry& entry : entries) {
      const std::string name = entry.path().filename().string();
      const std::string named_from_top = from_top.empty() ? name : from_top + "/" + name;
      const bool is_link = entry.is_symlink(failed);
      const bool is_folder = !is_link && entry.is_directory(failed);
      if (name == ".git" || ignored_.covers(named_from_top, is_folder)) continue;
      if (is_folder && fs::exists(entry.path() / ".git", failed)) continue;  // a repository of its own
      found_.is_whole = found_.is_whole && (!top_.empty() || found_.entries.size() < most_without_git);
      if (!found_.is_whole) return;
      const fs::path here = below / name;
      if (is_folder) {
        found_.entries.push_back(shown(here));
        go_through(here, named_from_top);
      } else if (is_link || entry.is_regular_file(failed)) {
        found_.entries.push_back(shown(here));
        if (!is_link) found_.files.push_back(shown(here));
      }
    }
  }

  std::string folder_;
  fs::path top_;          // of the working tree; empty outside of git
  std::string from_top_;  // the folder, seen from there
  Ignored ignored_;
  FilesForGit found_;
};

}  // namespace

FilesForGit files_for_git(const std::string& folder) { return Walk(folder).files(); }

}  // namespace thrive::project
