// SPDX-License-Identifier: MIT
#include "libthrive/cli/session.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <ctime>

#include "libthrive/cli/output.hpp"
#include "libthrive/project/data_files.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::cli {

namespace {

/// The machine's date, in its own time zone: the day that the person at the keyboard would name.
text::Date machine_date() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return std::chrono::year(local.tm_year + 1900) / (local.tm_mon + 1) / local.tm_mday;
}

void use_standard_input(Session::State& state, const std::string& path) {
  if (path != "-") return;
  if (state.standard_input_used) throw LateUsageError("standard input ('-') can be read only once");
  state.standard_input_used = true;
}

/// The one PROJECT: named, or found.
const std::string& project_path(Session::State& state) {
  if (state.paths.empty()) {
    std::optional<std::string> found = project::find();
    if (!found)
      throw LateUsageError(
          "no PROJECT named, and no thrive.yaml in this folder or one above it ('-' reads standard input)");
    state.paths.push_back(std::move(*found));
  }
  return state.paths.front();
}

/// The bytes of an open file. Returns errno, 0 when all went well.
int read_all(int stream, std::string& bytes) {
  constexpr std::size_t step = 65536;
  while (true) {
    const std::size_t size = bytes.size();
    bytes.resize(size + step);
    const ssize_t count = ::read(stream, bytes.data() + size, step);
    bytes.resize(size + (count > 0 ? static_cast<std::size_t>(count) : 0));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (count == 0) return 0;
  }
}

int read_file(const std::string& path, std::string& bytes) {
  if (path == "-") return read_all(STDIN_FILENO, bytes);
  const int stream = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (stream < 0) return errno;
  const int error = read_all(stream, bytes);
  ::close(stream);
  return error;
}

}  // namespace

text::Diagnostics& Session::problems() { return state_.problems; }

text::Date Session::today() const { return state_.command.as_of ? *state_.command.as_of : machine_date(); }

bool Session::has_as_of() const { return state_.command.as_of.has_value(); }

bool Session::quiet() const { return state_.command.quiet; }

const std::vector<std::string>& Session::paths() const {
  if (state_.paths.empty()) project_path(state_);
  return state_.paths;
}

std::optional<project::Project> Session::project() { return project(project_path(state_)); }

std::optional<project::Project> Session::project(const std::string& path) {
  use_standard_input(state_, path);
  return project::open(path, state_.problems);
}

std::optional<text::Source> Session::read(const std::string& path) {
  use_standard_input(state_, path);
  std::string bytes;
  if (const int error = read_file(path, bytes)) {
    state_.problems.error("cannot-read", {},
                          fmt::format("cannot read '{}': {}", text::without_controls(path), std::strerror(error)));
    return std::nullopt;
  }
  return text::Source(path == "-" ? "standard input" : path, std::move(bytes));
}

std::optional<text::Value> Session::data(const std::string& name) {
  text::Source source = project::data_file(name);
  if (source.bytes().empty()) {
    state_.problems.error("unknown-data-file", {},
                          fmt::format("there is no data file '{}'", text::without_controls(name)),
                          "see the folder share/thrive for those that there are");
    return std::nullopt;
  }
  const std::optional<yaml::Document> document = yaml::parse(std::move(source), state_.problems);
  if (!document || document->root() == yaml::no_node) return std::nullopt;
  return yaml::to_value(*document, document->root());
}

Exit Session::record(const std::function<bool(const project::Project&, project::Changes&)>& decide,
                     std::string_view summary) {
  const Command::Declaration& command = state_.command;
  const std::string path = project_path(state_);
  use_standard_input(state_, path);
  project::UpdateOptions options;
  options.dry_run = command.dry_run;
  options.break_lock = command.break_lock;
  options.lock_wait_seconds = command.lock_wait_seconds;
  const std::optional<project::UpdateOutcome> outcome = project::update(path, options, decide, state_.problems);
  if (!outcome) return Exit::trouble;
  if (command.dry_run) {
    if (!command.quiet) write_standard_output(outcome->difference);
  } else if (path == "-") {
    write_standard_output(outcome->edited);
  }
  if (outcome->changed && !command.dry_run && !command.quiet && !summary.empty())
    write_standard_error(fmt::format("{}: {}\n", command.tool, text::without_controls(summary)));
  return Exit::ok;
}

Exit Session::usage_error(std::string message) { throw LateUsageError(message); }

}  // namespace thrive::cli
