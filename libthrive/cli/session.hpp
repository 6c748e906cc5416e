// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "libthrive/cli/declaration.hpp"
#include "libthrive/cli/inputs.hpp"
#include "libthrive/system/locks.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::cli {

/// What a running command's session refers to.
struct Session::State {
  const Command::Declaration& command;
  std::vector<std::string> paths;
  text::Diagnostics problems{};
  Inputs inputs{};
  bool standard_input_used = false;
  bool is_saving = false;  // what is said waits until it is true
  std::vector<std::string> to_be_said{};
  std::optional<system::FileLock> remembering{};  // of the file of an earlier run, until this run has left its own
};

/// A mistake on the command line that shows only while the command runs.
struct LateUsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What a command says while it decides and saves is true only once it is saved: it waits for `are_true`, and is
/// dropped when that does not come.
class SaidWhenSaved {
 public:
  SaidWhenSaved(Session& session, Session::State& state);
  SaidWhenSaved(const SaidWhenSaved&) = delete;
  SaidWhenSaved& operator=(const SaidWhenSaved&) = delete;
  ~SaidWhenSaved();
  void are_true();

 private:
  Session& session_;
  Session::State& state_;
};

/// `TOOL: message` and where to read on, to standard error. Returns Exit::trouble.
Exit report_usage_error(const std::string& message, const std::string& help_command);

}  // namespace thrive::cli
