// SPDX-License-Identifier: MIT
#include "libthrive/project/renumbered.hpp"

#include <filesystem>
#include <sstream>

#include "libthrive/findings/say.hpp"
#include "libthrive/project/git_folder.hpp"
#include "libthrive/project/references.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/system/replace.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view name_of_record = "thrive-renumbered";

std::string record_of(const GitFolder& git) { return (git.own / name_of_record).string(); }

/// True when a place of the project is in a file of the repository.
bool is_in(const text::Place& place, const fs::path& file) {
  std::error_code failed;
  return fs::equivalent(place.file, file, failed);
}

}  // namespace

void keep_renumbered(const std::vector<RenumberedId>& ids) {
  const auto git = ids.empty() ? std::nullopt : git_folder(".");
  const std::string head = git ? git->head() : std::string();
  if (head.empty()) return;
  // What earlier merges left is of no use any more once the branch has gone on.
  std::string lines;
  if (const auto before = system::read_bytes(record_of(*git))) {
    std::istringstream stream(*before);
    for (std::string line; std::getline(stream, line);)
      if (line.starts_with(head)) lines += line + '\n';
  }
  for (const RenumberedId& id : ids)
    lines += head + '\t' + id.kind + '\t' + id.from + '\t' + id.to + '\t' + id.file + '\n';
  system::write_through(record_of(*git), lines);
}

void check_renumbered(const Opened& project, text::Diagnostics& problems) {
  const auto git = git_folder(project.folder());
  const auto kept = git ? system::read_bytes(record_of(*git)) : std::nullopt;
  if (!kept) return;
  std::istringstream stream(*kept);
  for (std::string line; std::getline(stream, line);) {
    std::istringstream parts(line);
    std::string commit;
    RenumberedId id;
    std::getline(parts, commit, '\t');
    std::getline(parts, id.kind, '\t');
    std::getline(parts, id.from, '\t');
    std::getline(parts, id.to, '\t');
    std::getline(parts, id.file);
    if (commit != git->head() && commit != git->head_before()) continue;
    for (const Mention& mention : mentions_of(project, id.kind, id.from))
      if (!is_in(mention.place, git->top / id.file))
        findings::say(problems, {"id-may-be-another", mention.place, {{"id", id.from}, {"now", id.to}}});
  }
}

}  // namespace thrive::project
