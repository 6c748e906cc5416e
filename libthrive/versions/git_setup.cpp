// SPDX-License-Identifier: MIT
#include "libthrive/versions/git_setup.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <string_view>

#include "libthrive/findings/say.hpp"
#include "libthrive/project/hook.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/system/processes.hpp"
#include "libthrive/system/replace.hpp"
#include "libthrive/versions/lines.hpp"

namespace thrive::versions {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> attributes = {"*.yaml merge=thrive diff=thrive",
                                                        "data/*.csv merge=thrive-data"};

/// One entry of git's configuration.
struct Setting {
  std::string_view name;
  std::string_view value;
};

// A shell runs the driver. Where thrive is missing (127), may not run (126) or was stopped before it had left markers,
// git's own merge of lines does its work: git would else take the file as it is, and theirs would be lost.
constexpr std::array<Setting, 7> settings = {{
    {"merge.thrive.name", "joins THRIVE projects by key"},
    {"merge.thrive.driver",
     "thrive merge --write-ours --marker-size %L --path %P %O %A %B; s=$?; test $s -lt 126 || grep -q '^<<<<<<<' %A "
     "|| { git merge-file --diff3 --marker-size=%L -L ours -L base -L theirs %A %O %B; s=$?; }; exit $s"},
    {"merge.thrive.recursive", "binary"},
    {"merge.thrive-data.name", "joins the figures of THRIVE projects by date"},
    {"merge.thrive-data.driver",
     "thrive merge --data --write-ours --marker-size %L --path %P %O %A %B; s=$?; test $s -lt 126 || grep -q "
     "'^<<<<<<<' %A || { git merge-file --diff3 --marker-size=%L -L ours -L base -L theirs %A %O %B; s=$?; }; exit "
     "$s"},
    {"merge.thrive-data.recursive", "binary"},
    {"diff.thrive.xfuncname", "^[ ]{2,4}([A-Za-z0-9_.-]+):"},
}};

constexpr std::size_t most_said = std::size_t{1} << 20;

/// Sets up one repository.
class SettingUp {
 public:
  SettingUp(const GitSetup& setup, text::Diagnostics& problems) : setup_(setup), problems_(problems) {}

  std::optional<std::vector<std::string>> run() {
    if (!system::run_program("git", {"--version"}, most_said)) {
      findings::say(problems_, {"no-git", {}, {}});
      return std::nullopt;
    }
    const auto top = git({"rev-parse", "--show-toplevel"});
    const bool has_repository = top && top->status == 0;
    if (!has_repository && !setup_.is_global) {
      findings::say(problems_, {"no-repository", {}, {{"folder", setup_.folder}}});
      return std::nullopt;
    }
    for (const Setting& setting : settings)
      if (!write(setting)) return std::nullopt;
    if (has_repository && !write_attributes()) return std::nullopt;
    if (has_repository && !write_hook()) return std::nullopt;
    return std::move(said_);
  }

 private:
  std::optional<system::Ran> git(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"-C", setup_.folder});
    return system::run_program("git", arguments, most_said);
  }

  static bool has_line(std::string_view bytes, std::string_view wanted) {
    for (std::size_t at = 0; at < bytes.size(); at = next_line(bytes, at)) {
      std::string_view line = bytes.substr(at, next_line(bytes, at) - at);
      while (!line.empty() && (yaml::is_line_end(line.back()) || yaml::is_blank(line.back()))) line.remove_suffix(1);
      if (line == wanted) return true;
    }
    return false;
  }

  static void take_line(std::string& bytes, std::string_view wanted) {
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t next = next_line(bytes, at);
      std::string_view line = std::string_view(bytes).substr(at, next - at);
      while (!line.empty() && yaml::is_line_end(line.back())) line.remove_suffix(1);
      if (line == wanted)
        bytes.erase(at, next - at);
      else
        at = next;
    }
  }

  /// Lines at the end of `.gitattributes`, each once; whatever else stands there stays.
  bool write_attributes() {
    const std::string file =
        setup_.folder == "." ? ".gitattributes" : (fs::path(setup_.folder) / ".gitattributes").string();
    errno = 0;
    const auto found = system::read_bytes(file);
    if (!found && errno != ENOENT) return cannot_write(file, errno);
    const std::string before = found.value_or(std::string());
    std::string after = before;
    for (const std::string_view line : attributes) {
      const bool is_there = has_line(after, line);
      if (is_there != setup_.removes) continue;
      if (setup_.removes) {
        take_line(after, line);
      } else {
        const std::string_view line_end = line_end_of(after);
        if (!after.empty() && after.back() != '\n') after += line_end;
        after.append(line).append(line_end);
      }
      said_.push_back(file + ": " + std::string(line));
    }
    if (after == before) return true;
    std::error_code failed;
    if (after.empty() && setup_.removes) return fs::remove(file, failed) || cannot_write(file, failed.value());
    return system::write_file(file, after, problems_);
  }

  bool cannot_write(const std::string& file, int error) {
    problems_.error("cannot-write", text::whole_file(file), "cannot be written: " + system::reason(error));
    return false;
  }

  bool write(const Setting& setting) {
    const std::string where = setup_.is_global ? "--global" : "--local";
    const auto now = git({"config", where, "--get", std::string(setting.name)});
    std::string value = now && now->status == 0 ? now->said : std::string();
    while (!value.empty() && yaml::is_line_end(value.back())) value.pop_back();
    const bool is_there = value == setting.value;
    if (is_there != setup_.removes) return true;
    std::vector<std::string> change{"config", where};
    if (setup_.removes)
      change.insert(change.end(), {"--unset-all", std::string(setting.name)});
    else
      change.insert(change.end(), {"--replace-all", std::string(setting.name), std::string(setting.value)});
    const auto ran = git(change);
    const std::string file = setup_.is_global ? "git's configuration of this user" : ".git/config";
    if (!ran || ran->status != 0) {
      findings::say(problems_, {"git-config-refused", {}, {{"file", file}, {"name", std::string(setting.name)}}});
      return false;
    }
    said_.push_back(file + ": " + std::string(setting.name) + " = " + std::string(setting.value));
    return true;
  }

  /// The hook that checks what is committed. One of somebody else stays, and that is said.
  bool write_hook() {
    using project::HookState;
    const auto hook = project::find_hook(setup_.folder, problems_);
    if (!hook) return false;
    if (hook->state == HookState::foreign) {
      if (!setup_.removes) said_.push_back(hook->path + ": another hook is there and was left as it is");
      return true;
    }
    const bool is_ours = hook->state == HookState::ours || hook->state == HookState::ours_old;
    if (setup_.removes ? !is_ours : hook->state == HookState::ours) return true;
    if (!(setup_.removes ? project::remove_hook(*hook, problems_) : project::install_hook(*hook, problems_)))
      return false;
    said_.push_back(hook->path + ": the hook of 'thrive hook'");
    return true;
  }

  const GitSetup& setup_;
  text::Diagnostics& problems_;
  std::vector<std::string> said_;
};

}  // namespace

std::optional<std::vector<std::string>> set_up_git(const GitSetup& setup, text::Diagnostics& problems) {
  return SettingUp(setup, problems).run();
}

}  // namespace thrive::versions
