// SPDX-License-Identifier: MIT
#include <filesystem>
#include <memory>

#include "libthrive/findings/say.hpp"
#include "libthrive/project/files.hpp"
#include "libthrive/project/reading/content.hpp"
#include "libthrive/project/reading/read_files.hpp"
#include "libthrive/project/saving/apply.hpp"
#include "libthrive/project/saving/difference.hpp"
#include "libthrive/project/saving/journal.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/system/replace.hpp"

namespace thrive::project {

namespace {

/// One file of the project on its way from the old bytes to the new ones.
struct WorkingFile {
  std::string name;
  std::optional<system::FileLock> lock{};
  system::FileState state{};
  std::shared_ptr<const text::Source> before{};
  std::shared_ptr<const text::Source> after{};  // the same until it is edited

  bool is_edited() const { return before != after && before->bytes() != after->bytes(); }
};

/// Takes the locks in the order of the names, so that two programs never wait for each other. A file that may not be
/// written is not locked: it cannot be changed, and an edit that wants to is refused when it is saved.
bool lock_all(std::vector<WorkingFile>& files, const UpdateOptions& options, text::Diagnostics& problems) {
  const system::LockOptions how{options.lock_wait_seconds, options.break_lock};
  for (WorkingFile& file : files) {
    if (files.size() > 1 && !system::may_write(file.name)) continue;
    file.lock = system::FileLock::acquire(file.name, how, problems);
    if (!file.lock) return false;
  }
  return true;
}

bool read_all(const ProjectFiles& listed, std::vector<WorkingFile>& files, text::Diagnostics& problems) {
  auto read = read_files(listed, problems);
  if (!read) return false;
  for (std::size_t i = 0; i < files.size(); ++i) {
    files[i].state = (*read)[i].state;
    files[i].before = std::move((*read)[i].source);
    files[i].after = files[i].before;
  }
  return true;
}

/// Ends a save that was interrupted: whoever was at it is gone, as the locks are ours.
bool end_interrupted_save(const ProjectFiles& listed, text::Diagnostics& problems) {
  if (listed.names.size() < 2) return true;
  const int error = finish_save(listed.folder);
  if (error != 0)
    findings::say(
        problems,
        {"cannot-write", text::whole_file(listed.path), {{"case", "in-place"}, {"reason", system::reason(error)}}});
  return error == 0;
}

using Sources = std::vector<std::shared_ptr<const text::Source>>;

Sources sources_of(const std::vector<WorkingFile>& files, std::shared_ptr<const text::Source> WorkingFile::*source) {
  Sources sources;
  for (const WorkingFile& file : files) sources.push_back(file.*source);
  return sources;
}

/// Applies each edit to the file it belongs to.
bool apply_all(const Opened& project, const Changes& changes, std::vector<WorkingFile>& files,
               text::Diagnostics& problems) {
  auto sources = edited_sources(project.content().documents, changes.edits(), problems);
  if (!sources) return false;
  for (std::size_t file = 0; file < files.size(); ++file)
    if ((*sources)[file] != nullptr) files[file].after = std::move((*sources)[file]);
  return true;
}

/// Opens the project, asks what should change and makes the edits. What was opened is gone before the edited project is
/// looked at: two projects at once would take twice the memory.
bool edit_all(const std::string& path, const std::string& folder, std::vector<WorkingFile>& files,
              const std::function<bool(const Opened&, Changes&)>& decide, text::Diagnostics& problems) {
  text::Diagnostics found;
  const Examined examined = examine_sources_in(path, folder, sources_of(files, &WorkingFile::before), found);
  if (found.has_errors() || !examined.content) {
    for (const text::Diagnostic& problem : found.entries())
      if (problem.severity == text::Severity::error) problems.add(problem);
    return false;
  }
  const Opened project(examined.content);
  Changes changes;
  return decide(project, changes) && apply_all(project, changes, files, problems);
}

/// The edited project must open. The first thing that would be wrong is named; its place is in text that is not saved.
bool still_opens(const std::string& path, const std::string& folder, const std::vector<WorkingFile>& files,
                 text::Diagnostics& problems) {
  text::Diagnostics found;
  examine_sources_in(path, folder, sources_of(files, &WorkingFile::after), found);
  found = findings::in_words(std::move(found));
  for (const text::Diagnostic& problem : found.entries()) {
    if (problem.severity != text::Severity::error) continue;
    problems.error(problem.code, text::whole_file(problem.place.file),
                   "nothing was changed, as the project would then be wrong: " + problem.message, problem.hint);
    return false;
  }
  return true;
}

using Bytes = std::shared_ptr<const text::Source> WorkingFile::*;

/// Writes what the files are to hold beside them. Nothing when one of them cannot be written.
std::optional<std::vector<system::StagedFile>> stage(const std::vector<const WorkingFile*>& files, Bytes bytes,
                                                     text::Diagnostics& problems) {
  std::vector<system::StagedFile> staged;
  for (const WorkingFile* file : files) {
    auto one = system::StagedFile::make(*file->lock, *file->before, (file->*bytes)->bytes(), problems);
    if (!one) return std::nullopt;
    staged.push_back(std::move(*one));
  }
  return staged;
}

/// From the journal on the files are changed, for all who read them: each is put in its place, and the journal ends.
/// False when the journal could not be written, and then nothing has happened.
bool begin(const std::string& folder, std::vector<system::StagedFile>& staged, text::Diagnostics& problems) {
  std::error_code failed;
  const std::filesystem::path top = std::filesystem::canonical(folder, failed);
  const auto from_top = [&top](const std::string& file) {
    return std::filesystem::path(file).lexically_relative(top).generic_string();
  };
  std::vector<PendingFile> pending;
  for (const system::StagedFile& file : staged)
    pending.push_back({from_top(file.target()), from_top(file.temporary())});
  for (system::StagedFile& file : staged) file.leave();
  const int error = begin_save(folder, pending);
  if (error == 0) return true;
  for (const system::StagedFile& file : staged) std::filesystem::remove(file.temporary(), failed);
  findings::say(problems,
                {"cannot-write", text::whole_file(folder), {{"case", "together"}, {"reason", system::reason(error)}}});
  return false;
}

/// The old bytes again, for all who read, after a file could not be put in its place: a save like any other.
void take_back(const std::string& folder, const std::vector<const WorkingFile*>& files,
               const std::vector<system::StagedFile>& given_up, text::Diagnostics& problems) {
  auto staged = stage(files, &WorkingFile::before, problems);
  if (!staged || !begin(folder, *staged, problems)) return;
  std::error_code failed;
  for (const system::StagedFile& file : given_up) std::filesystem::remove(file.temporary(), failed);
  finish_save(folder);
}

/// Saves several files as one: whoever reads sees all of them changed or none, and so it stays when the process is
/// killed.
bool save_together(const std::string& folder, const std::vector<const WorkingFile*>& files,
                   text::Diagnostics& problems) {
  auto staged = stage(files, &WorkingFile::after, problems);
  if (!staged) return false;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (!(*staged)[i].is_still(*files[i]->before, files[i]->state, problems)) return false;
  if (!begin(folder, *staged, problems)) return false;
  const int error = finish_save(folder);
  if (error == 0) {
    for (const system::StagedFile& file : *staged) file.warn_of_other_names(problems);
    return true;
  }
  findings::say(problems,
                {"cannot-write", text::whole_file(folder), {{"case", "in-place"}, {"reason", system::reason(error)}}});
  take_back(folder, files, *staged, problems);
  return false;
}

/// Saves what changed.
bool save_all(const std::string& folder, const std::vector<WorkingFile>& files, text::Diagnostics& problems) {
  std::vector<const WorkingFile*> edited;
  for (const WorkingFile& file : files) {
    if (!file.is_edited()) continue;
    if (!file.lock) {
      findings::say(problems, {"cannot-write", text::whole_file(file.name), {{"case", "permission"}}});
      return false;
    }
    edited.push_back(&file);
  }
  if (edited.size() > 1) return save_together(folder, edited, problems);
  const WorkingFile& file = *edited.front();
  return system::replace_file(*file.lock, *file.before, file.state, file.after->bytes(), problems);
}

}  // namespace

void Changes::set(Path path, text::Value value, yaml::Layout layout) {
  edits_.push_back({yaml::Edit::Action::set, std::move(path), {}, std::move(value), layout});
}

void Changes::append(Path list, text::Value value, yaml::Layout layout) {
  edits_.push_back({yaml::Edit::Action::append, std::move(list), {}, std::move(value), layout});
}

void Changes::insert(Path mapping, std::string key, text::Value value, yaml::Layout layout) {
  edits_.push_back({yaml::Edit::Action::insert, std::move(mapping), std::move(key), std::move(value), layout});
}

void Changes::remove(Path path) { edits_.push_back({yaml::Edit::Action::remove, std::move(path), {}, {}, {}}); }

void Changes::add(const std::vector<records::Edit>& changes) {
  for (const records::Edit& change : changes) {
    const yaml::Layout layout = !change.on_one_line ? yaml::Layout::block
                                : change.is_entry   ? yaml::Layout::line_each
                                                    : yaml::Layout::one_line;
    switch (change.kind) {
      case records::Edit::Kind::set:
        set(change.path, change.value, layout);
        break;
      case records::Edit::Kind::append:
        append(change.path, change.value, layout);
        break;
      case records::Edit::Kind::insert:
        insert(change.path, change.key, change.value, layout);
        break;
      case records::Edit::Kind::remove:
        remove(change.path);
        break;
    }
  }
}

void Changes::rename(Path path, std::string key) {
  edits_.push_back({yaml::Edit::Action::rename, std::move(path), std::move(key), {}, {}});
}

std::optional<UpdateOutcome> update(const std::string& path, const UpdateOptions& options,
                                    const std::function<bool(const Opened&, Changes&)>& decide,
                                    text::Diagnostics& problems) {
  const auto listed = list_project_files(path, problems);
  if (!listed) return std::nullopt;
  std::vector<WorkingFile> files;
  for (const std::string& name : listed->names) files.push_back({name});
  const bool saves = !options.dry_run && path != "-";
  if (saves && !(lock_all(files, options, problems) && end_interrupted_save(*listed, problems))) return std::nullopt;
  if (!read_all(*listed, files, problems)) return std::nullopt;

  if (!edit_all(path, listed->folder, files, decide, problems)) return std::nullopt;

  UpdateOutcome outcome;
  for (const WorkingFile& file : files) outcome.changed = outcome.changed || file.is_edited();
  if (path == "-") outcome.edited = files.front().after->bytes();
  if (!outcome.changed) return outcome;
  if (!still_opens(path, listed->folder, files, problems)) return std::nullopt;
  if (options.dry_run)
    for (const WorkingFile& file : files)
      outcome.difference += unified_difference(file.before->name(), file.before->bytes(), file.after->bytes());
  if (saves && !save_all(listed->folder, files, problems)) return std::nullopt;
  return outcome;
}

}  // namespace thrive::project
