// SPDX-License-Identifier: MIT
// Files beside the project that commands edit, and what they leave for their next run.
#include <fmt/core.h>

#include <filesystem>

#include "libthrive/cli/output.hpp"
#include "libthrive/cli/session.hpp"
#include "libthrive/findings/say.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/project/saving/difference.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/system/replace.hpp"
#include "libthrive/text/harmless.hpp"
#include "libthrive/text/personal/personal_data.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::cli {

namespace {

/// The old bytes, changed in place under the lock; those of a new file begin as `start`.
bool replace(const std::string& path, const system::LockOptions& how, const std::string& start,
             const std::function<std::optional<std::string>(const text::Source&)>& decide,
             text::Diagnostics& problems) {
  const auto lock = system::FileLock::acquire(path, how, problems);
  if (!lock) return false;
  if (!system::exists(path)) {
    const auto bytes = decide(text::Source(path, start));
    return bytes && system::write_file(path, *bytes, problems);
  }
  system::FileState state;
  const auto source = system::read_file(path, problems, &state);
  if (!source) return false;
  const auto bytes = decide(*source);
  return bytes && system::replace_file(*lock, *source, state, *bytes, problems);
}

/// What would change in a file that may not be there yet.
std::optional<std::string> difference(const std::string& path, const std::string& start,
                                      const std::function<std::optional<std::string>(const text::Source&)>& decide,
                                      text::Diagnostics& problems) {
  const bool is_new = !system::exists(path);
  const auto source = is_new ? std::optional(text::Source(path, start)) : system::read_file(path, problems);
  const auto bytes = source ? decide(*source) : std::nullopt;
  if (!bytes) return std::nullopt;
  return project::unified_difference(path, is_new ? "" : source->bytes(), *bytes);
}

}  // namespace

Exit Session::record_file(const project::Opened& project, const std::string& file, const std::string& start,
                          const std::function<std::optional<std::string>(const text::Source&)>& decide) {
  const Command::Declaration& command = state_.command;
  if (project.path() == "-")
    return usage_error("figures go into a file beside the project, which standard input does not have");
  const std::string path = project.folder() == "." ? file : (std::filesystem::path(project.folder()) / file).string();
  if (project::is_outside(project.folder(), path)) {
    findings::say(problems(), {"data-file-outside", text::whole_file(path), {{"case", "link"}, {"file", file}}});
    return Exit::trouble;
  }
  SaidWhenSaved words(*this, state_);
  if (command.dry_run) {
    const auto changes = difference(path, start, decide, problems());
    if (!changes) return Exit::trouble;
    words.are_true();
    if (!quiet()) write_standard_output(text::harmless(*changes));
    return Exit::ok;
  }
  system::LockOptions how{command.lock_wait_seconds, command.break_lock};
  how.may_be_new = true;
  if (!replace(path, how, start, decide, problems())) return Exit::trouble;
  words.are_true();
  return Exit::ok;
}

void Session::say(const std::string& words) {
  if (state_.is_saving) {
    state_.to_be_said.push_back(words);
    return;
  }
  say_as(state_.command.tool, words);
}

void Session::say_as(std::string_view command, const std::string& words) {
  const std::string harmless = text::without_personal_data(text::without_controls(words));
  if (!quiet()) write_standard_error(fmt::format("{}: {}\n", command, harmless));
}

std::optional<std::string> Session::remembered(const std::string& path) {
  constexpr double patience = 60;  // other runs leave theirs at the same hour
  system::LockOptions how{patience, false};
  how.may_be_new = true;
  state_.remembering = system::FileLock::acquire(path, how, problems());
  if (!state_.remembering) return std::nullopt;
  if (!system::exists(path)) return std::string();
  const auto source = system::read_file(path, problems());
  if (!source) return std::nullopt;
  return source->bytes();
}

bool Session::remember(const std::string& path, const std::string& bytes) {
  const bool is_written = system::write_file(path, bytes, problems());
  state_.remembering.reset();
  return is_written;
}

}  // namespace thrive::cli
