// SPDX-License-Identifier: MIT
// Files beside the project that commands edit, and what they leave for their next run.
#include <fmt/core.h>

#include <filesystem>

#include "libthrive/cli/output.hpp"
#include "libthrive/cli/session.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/project/saving/difference.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/system/replace.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::cli {

namespace {

/// The old bytes, changed in place under the lock.
Exit replace(const std::string& path, const system::LockOptions& how,
             const std::function<std::optional<std::string>(const text::Source&)>& decide,
             text::Diagnostics& problems) {
  const auto lock = system::FileLock::acquire(path, how, problems);
  if (!lock) return Exit::trouble;
  system::FileState state;
  const auto source = system::read_file(path, problems, &state);
  if (!source) return Exit::trouble;
  const auto bytes = decide(*source);
  if (!bytes) return Exit::trouble;
  return system::replace_file(*lock, *source, state, *bytes, problems) ? Exit::ok : Exit::trouble;
}

}  // namespace

Exit Session::record_file(const project::Opened& project, const std::string& file, const std::string& start,
                          const std::function<std::optional<std::string>(const text::Source&)>& decide) {
  const Command::Declaration& command = state_.command;
  if (project.path() == "-")
    return usage_error("figures go into a file beside the project, which standard input does not have");
  const std::string path = project.folder() == "." ? file : (std::filesystem::path(project.folder()) / file).string();
  if (project::is_outside(project.folder(), path)) {
    problems().error("data-file-outside", text::whole_file(path), "'" + file + "' leads outside the project folder",
                     "put the file itself into the folder of the project");
    return Exit::trouble;
  }
  const bool is_new = !system::exists(path);
  if (command.dry_run || is_new) {
    auto source = is_new ? std::optional(text::Source(path, start)) : system::read_file(path, problems());
    if (!source) return Exit::trouble;
    const auto bytes = decide(*source);
    if (!bytes) return Exit::trouble;
    if (!command.dry_run) return system::write_file(path, *bytes, problems()) ? Exit::ok : Exit::trouble;
    if (!quiet()) write_standard_output(project::unified_difference(path, is_new ? "" : source->bytes(), *bytes));
    return Exit::ok;
  }
  return replace(path, {command.lock_wait_seconds, command.break_lock}, decide, problems());
}

void Session::say(const std::string& words) {
  if (!quiet()) write_standard_error(fmt::format("{}: {}\n", state_.command.tool, text::without_controls(words)));
}

std::optional<std::string> Session::remembered(const std::string& path) {
  if (!system::exists(path)) return std::string();
  const auto source = system::read_file(path, problems());
  if (!source) return std::nullopt;
  return source->bytes();
}

bool Session::remember(const std::string& path, const std::string& bytes) {
  return system::write_file(path, bytes, problems());
}

}  // namespace thrive::cli
