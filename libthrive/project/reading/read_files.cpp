// SPDX-License-Identifier: MIT
#include "libthrive/project/reading/read_files.hpp"

#include "libthrive/findings/say.hpp"
#include "libthrive/project/saving/journal.hpp"

namespace thrive::project {

namespace {

/// One try to read every file. `problems` has the reason when a file cannot be read.
std::optional<std::vector<FileRead>> read_once(const ProjectFiles& files, const std::vector<PendingFile>& pending,
                                               text::Diagnostics& problems) {
  std::vector<FileRead> read;
  for (const std::string& name : files.names) {
    FileRead one;
    auto source = name == "-" ? system::read_source(name, problems)
                              : system::read_file(where_now(files.folder, name, pending), problems, &one.state);
    if (!source) return std::nullopt;
    if (name != "-" && source->name() != name) source = text::Source(name, source->bytes());
    one.source = std::make_shared<const text::Source>(std::move(*source));
    read.push_back(std::move(one));
  }
  return read;
}

/// True when every file is still the one that was read, so that all of them stood there at one moment.
bool is_still_so(const ProjectFiles& files, const std::vector<FileRead>& read) {
  const std::vector<PendingFile> pending = pending_files(files.folder);
  for (std::size_t i = 0; i < read.size(); ++i)
    if (system::state_now(where_now(files.folder, files.names[i], pending)) != read[i].state) return false;
  return true;
}

}  // namespace

std::optional<std::vector<FileRead>> read_files(const ProjectFiles& files, text::Diagnostics& problems) {
  if (files.names.size() == 1) return read_once(files, {}, problems);
  constexpr int patience = 200;
  for (int attempt = 0; attempt < patience; ++attempt) {
    text::Diagnostics found;
    auto read = read_once(files, pending_files(files.folder), found);
    if (read && is_still_so(files, *read)) return read;
    if (!read && attempt > 10) {  // not for a moment only
      problems.append(std::move(found));
      return std::nullopt;
    }
    system::wait_a_moment();
  }
  findings::say(problems, {"changed-meanwhile", text::whole_file(files.path), {{"case", "files"}}});
  return std::nullopt;
}

}  // namespace thrive::project
