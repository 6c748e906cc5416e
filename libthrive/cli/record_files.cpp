// SPDX-License-Identifier: MIT
// Several files beside the project that one command edits: all of them, or none.
#include <algorithm>
#include <filesystem>
#include <system_error>

#include "libthrive/cli/output.hpp"
#include "libthrive/cli/session.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/project/saving/difference.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/system/replace.hpp"

namespace thrive::cli {

namespace {

/// A file on its way from its old bytes to the new ones.
struct FileInWork {
  std::string path;
  bool is_new = false;
  std::optional<system::FileLock> lock;
  system::FileState state;
  text::Source before;
  std::string after;
};

/// Locks and reads a file that is there, and asks for its new bytes.
bool prepare(FileInWork& work, const FileToRecord& file, const Command::Declaration& command,
             text::Diagnostics& problems) {
  work.is_new = !system::exists(work.path);
  if (work.is_new) {
    work.before = text::Source(work.path, file.start);
  } else {
    if (!command.dry_run) {
      work.lock = system::FileLock::acquire(work.path, {command.lock_wait_seconds, command.break_lock}, problems);
      if (!work.lock) return false;
    }
    auto source = system::read_file(work.path, problems, &work.state);
    if (!source) return false;
    work.before = std::move(*source);
  }
  auto bytes = file.decide(work.before);
  if (!bytes) return false;
  work.after = std::move(*bytes);
  return true;
}

bool save(const FileInWork& work, text::Diagnostics& problems) {
  if (work.is_new) return system::write_file(work.path, work.after, problems);
  return system::replace_file(*work.lock, work.before, work.state, work.after, problems);
}

/// Gives a file that was saved its old bytes back.
void undo(const FileInWork& work, text::Diagnostics& problems) {
  if (work.is_new) {
    std::error_code failed;
    std::filesystem::remove(work.path, failed);
    return;
  }
  system::FileState now;
  if (const auto source = system::read_file(work.path, problems, &now))
    system::replace_file(*work.lock, *source, now, work.before.bytes(), problems);
}

}  // namespace

Exit Session::record_files(const project::Opened& project, const std::vector<FileToRecord>& files) {
  const Command::Declaration& command = state_.command;
  if (project.path() == "-")
    return usage_error("figures go into files beside the project, which standard input does not have");
  std::vector<FileInWork> works(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::filesystem::path folder = project.folder();
    works[i].path = project.folder() == "." ? files[i].file : (folder / files[i].file).string();
    if (project::is_outside(project.folder(), works[i].path)) {
      problems().error("data-file-outside", text::whole_file(works[i].path),
                       "'" + files[i].file + "' leads outside the project folder",
                       "put the file itself into the folder of the project");
      return Exit::trouble;
    }
  }
  for (std::size_t i = 0; i < files.size(); ++i)
    if (!prepare(works[i], files[i], command, problems())) return Exit::trouble;
  for (std::size_t i = 0; i < works.size(); ++i) {
    if (command.dry_run) {
      const std::string before = works[i].is_new ? std::string() : works[i].before.bytes();
      if (!quiet()) write_standard_output(project::unified_difference(works[i].path, before, works[i].after));
    } else if (!save(works[i], problems())) {
      for (std::size_t saved = 0; saved < i; ++saved) undo(works[saved], problems());
      return Exit::trouble;
    }
  }
  return Exit::ok;
}

}  // namespace thrive::cli
