// SPDX-License-Identifier: MIT
#include "libthrive/versions/revision.hpp"

#include <algorithm>
#include <filesystem>

#include "libthrive/findings/say.hpp"
#include "libthrive/project/files.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/system/processes.hpp"

namespace thrive::versions {

namespace {

namespace fs = std::filesystem;

bool is_folder_there(const std::string& path) {
  std::error_code failed;
  return fs::is_directory(path, failed);
}

std::string folder_of(const std::string& project) {
  if (is_folder_there(project)) return project;
  const std::string folder = fs::path(project).parent_path().string();
  return folder.empty() ? "." : folder;
}

/// What git says in a folder. Nothing is fetched, whatever the repository would have fetched.
std::optional<std::string> git_says(const std::string& folder, const std::vector<std::string>& words) {
  std::vector<std::string> all = {"-C", folder, "-c", "protocol.allow=never", "--no-pager", "--literal-pathspecs"};
  all.insert(all.end(), words.begin(), words.end());
  return system::output_of("git", all, system::most_bytes);
}

std::vector<std::string> split_at_nulls(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\0', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

std::optional<Files> files_at_revision(const std::string& project, const std::string& revision,
                                       text::Diagnostics& problems) {
  const std::string folder = folder_of(project);
  const auto refuse = [&](const char* why) {
    findings::say(problems,
                  {"diff-no-revision", text::Place(), {{"case", why}, {"revision", revision}, {"project", project}}});
    return std::nullopt;
  };
  if (revision.empty() || revision.front() == '-') return refuse("unknown");
  const auto listed = git_says(folder, {"ls-tree", "-z", "--name-only", revision, "./"});
  if (!listed) return refuse("unknown");
  Files files;
  files.label = revision;
  files.is_folder = true;
  const std::string only = is_folder_there(project) ? std::string() : fs::path(project).filename().string();
  for (const std::string& name : split_at_nulls(*listed)) {
    const bool is_hidden = name.starts_with('.');
    if (only.empty() ? name.ends_with(".yaml") && !is_hidden : name == only) files.names.push_back(name);
  }
  if (files.names.empty()) return refuse("absent");
  std::sort(files.names.begin(), files.names.end());
  files.read = [folder, revision](const std::string& name) {
    return git_says(folder, {"show", "--no-textconv", revision + ":./" + name});
  };
  return files;
}

std::optional<Files> files_now(const std::string& project, text::Diagnostics& problems) {
  const auto listed = project::list_project_files(project, problems);
  if (!listed) return std::nullopt;
  Files files;
  files.label = project;
  files.is_folder = true;
  const std::string folder = folder_of(project);
  for (const std::string& name : listed->names) files.names.push_back(fs::path(name).filename().string());
  std::sort(files.names.begin(), files.names.end());
  files.read = [folder](const std::string& name) {
    return system::read_bytes(folder == "." ? name : (fs::path(folder) / name).string());
  };
  return files;
}

}  // namespace thrive::versions
