// SPDX-License-Identifier: MIT
#include <memory>

#include "libthrive/project/files.hpp"
#include "libthrive/project/reading/content.hpp"
#include "libthrive/project/saving/apply.hpp"
#include "libthrive/project/saving/difference.hpp"
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

bool read_all(std::vector<WorkingFile>& files, text::Diagnostics& problems) {
  for (WorkingFile& file : files) {
    auto source =
        file.name == "-" ? system::read_source("-", problems) : system::read_file(file.name, problems, &file.state);
    if (!source) return false;
    file.before = std::make_shared<const text::Source>(std::move(*source));
    file.after = file.before;
  }
  return true;
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
  for (const text::Diagnostic& problem : found.entries()) {
    if (problem.severity != text::Severity::error) continue;
    problems.error(problem.code, text::whole_file(problem.place.file),
                   "nothing was changed, as the project would then be wrong: " + problem.message, problem.hint);
    return false;
  }
  return true;
}

/// Saves what changed. When a later file cannot be saved, the earlier ones get their old bytes back.
bool save_all(std::vector<WorkingFile>& files, text::Diagnostics& problems) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    WorkingFile& file = files[i];
    if (!file.is_edited()) continue;
    if (file.lock && system::replace_file(*file.lock, *file.before, file.state, file.after->bytes(), problems))
      continue;
    if (!file.lock) problems.error("cannot-write", text::whole_file(file.name), "no permission to write the file");
    for (std::size_t saved = 0; saved < i; ++saved) {
      if (!files[saved].is_edited()) continue;
      system::FileState now;
      if (const auto source = system::read_file(files[saved].name, problems, &now))
        system::replace_file(*files[saved].lock, *source, now, files[saved].before->bytes(), problems);
    }
    return false;
  }
  return true;
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
  if (saves && !lock_all(files, options, problems)) return std::nullopt;
  if (!read_all(files, problems)) return std::nullopt;

  if (!edit_all(path, listed->folder, files, decide, problems)) return std::nullopt;

  UpdateOutcome outcome;
  for (const WorkingFile& file : files) outcome.changed = outcome.changed || file.is_edited();
  if (path == "-") outcome.edited = files.front().after->bytes();
  if (!outcome.changed) return outcome;
  if (!still_opens(path, listed->folder, files, problems)) return std::nullopt;
  if (options.dry_run)
    for (const WorkingFile& file : files)
      outcome.difference += unified_difference(file.before->name(), file.before->bytes(), file.after->bytes());
  if (saves && !save_all(files, problems)) return std::nullopt;
  return outcome;
}

}  // namespace thrive::project
