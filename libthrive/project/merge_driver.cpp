// SPDX-License-Identifier: MIT
#include "libthrive/project/merge_driver.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "libthrive/project/git_folder.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

std::vector<std::string_view> lines_of(std::string_view bytes) {
  std::vector<std::string_view> lines;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    lines.push_back(text::trimmed(bytes.substr(0, end)));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return lines;
}

/// The file between a folder and the top of its repository that names the driver; nothing when none does.
std::optional<std::string> file_that_names_driver(const fs::path& folder, const fs::path& top) {
  for (fs::path at = folder;; at = at.parent_path()) {
    const std::string file = (at / ".gitattributes").string();
    if (const auto bytes = system::read_bytes(file))
      for (const std::string_view line : lines_of(*bytes))
        if (!line.starts_with('#') && (line.find(" merge=thrive") != std::string_view::npos)) return file;
    if (at == top || at == at.parent_path()) return std::nullopt;
  }
}

std::vector<fs::path> configurations(const fs::path& common) {
  std::vector<fs::path> files{common / "config", common / "config.worktree", "/etc/gitconfig"};
  const char* const home = std::getenv("HOME");
  const char* const given = std::getenv("XDG_CONFIG_HOME");
  if (given != nullptr && *given != '\0') files.push_back(fs::path(given) / "git/config");
  if (home != nullptr && *home != '\0') {
    files.push_back(fs::path(home) / ".gitconfig");
    files.push_back(fs::path(home) / ".config/git/config");
  }
  return files;
}

/// True when a configuration has a driver for `thrive`, or includes another that may have one.
bool may_have_driver(std::string_view bytes) {
  bool is_in_section = false;
  for (const std::string_view line : lines_of(bytes)) {
    if (line.starts_with('[')) {
      const std::string section = text::lower_case(line.substr(0, line.find(']')));
      if (section.starts_with("[include")) return true;
      is_in_section = section.starts_with("[merge") && section.find("\"thrive\"") != std::string::npos;
    } else if (is_in_section && text::lower_case(line).starts_with("driver")) {
      return true;
    }
  }
  return false;
}

}  // namespace

void note_missing_driver(const std::string& folder, text::Diagnostics& problems) {
  const auto git = git_folder(folder);
  if (!git) return;
  std::error_code failed;
  const fs::path here = fs::weakly_canonical(folder, failed);
  const auto file = file_that_names_driver(here, git->top);
  if (!file) return;
  for (const fs::path& configuration : configurations(git->common))
    if (const auto bytes = system::read_bytes(configuration.string()); bytes && may_have_driver(*bytes)) return;
  const fs::path shown = fs::path(*file).lexically_relative(here);
  const std::string name = folder == "." ? shown.string() : (fs::path(folder) / shown).lexically_normal().string();
  findings::say(problems, {"merge-driver-missing", text::whole_file(name), {{"file", name}}});
}

}  // namespace thrive::project
