// SPDX-License-Identifier: MIT
#include "libthrive/cli/session.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "libthrive/cli/output.hpp"
#include "libthrive/data/data_files.hpp"
#include "libthrive/findings/forms.hpp"
#include "libthrive/findings/say.hpp"
#include "libthrive/findings/words.hpp"
#include "libthrive/system/clock.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/system/open_file.hpp"
#include "libthrive/system/processes.hpp"
#include "libthrive/text/harmless.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::cli {

namespace {

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

}  // namespace

text::Diagnostics& Session::problems() { return state_.problems; }

text::Date Session::today() const { return state_.command.as_of ? *state_.command.as_of : system::today(); }

bool Session::has_as_of() const { return state_.command.as_of.has_value(); }

bool Session::quiet() const { return state_.command.quiet; }

bool Session::has_format() const { return state_.command.chose_format; }

bool Session::is_dry_run() const { return state_.command.dry_run; }

const std::string& Session::output_file() const { return state_.command.output; }

const std::vector<std::string>& Session::paths() const {
  if (state_.paths.empty()) project_path(state_);
  return state_.paths;
}

bool Session::has_project() const { return !state_.paths.empty() || project::find(); }

std::optional<project::Opened> Session::project() { return project(project_path(state_)); }

std::optional<project::Opened> Session::project(const std::string& path) {
  use_standard_input(state_, path);
  std::optional<project::Opened> project = project::open(path, state_.problems);
  state_.inputs.add_project(path);
  if (project) state_.inputs.add_data_of(*project);
  return project;
}

std::optional<tables::Input> Session::table(const std::string& path) {
  use_standard_input(state_, path);
  system::leave_no_core_dump();
  state_.inputs.add_file(path);
  const auto file = std::make_shared<const system::OpenFile>(path);
  if (file->can_be_read_again())
    return tables::Input{path == "-" ? "<stdin>" : path, [file](std::size_t offset, char* into, std::size_t most) {
                           return file->read(offset, into, most);
                         }};
  std::optional<text::Source> source = system::read_source(path, state_.problems);
  if (!source) return std::nullopt;
  return tables::input_of(std::move(*source));
}

std::optional<text::Source> Session::read(const std::string& path) {
  use_standard_input(state_, path);
  state_.inputs.add_file(path);
  return system::read_source(path, state_.problems);
}

namespace {

/// The place of a value, or of the key of the last section on the way to it that is there.
text::Place place_in(const yaml::Document& document, const std::vector<std::string>& path) {
  yaml::NodeId value = document.root();
  yaml::NodeId nearest = value;
  for (const std::string& step : path) {
    const yaml::NodeId key = document.key_node(value, step);
    if (key == yaml::no_node) return document.place(nearest);
    nearest = key;
    value = document.node(key).next;
  }
  return document.place(value);
}

}  // namespace

std::optional<text::Value> Session::data(const std::string& name) {
  std::optional<DataFile> file = data_with_places(name);
  if (!file) return std::nullopt;
  return std::move(file->tree);
}

std::optional<DataFile> Session::data_with_places(const std::string& name) {
  text::Source source = data::data_file(name);
  // Every file is built in and none of them is empty, but THRIVE_DATA may name a folder with one that is.
  if (source.bytes().empty()) {
    findings::say(state_.problems, {"empty-data-file", {}, {{"file", name}}});
    return std::nullopt;
  }
  std::optional<yaml::Document> document = yaml::parse(std::move(source), state_.problems);
  if (!document || document->root() == yaml::no_node) return std::nullopt;
  DataFile file;
  file.tree = yaml::to_value(*document, document->root());
  file.place = [kept = std::make_shared<const yaml::Document>(std::move(*document))](
                   const std::vector<std::string>& path) { return place_in(*kept, path); };
  return file;
}

SaidWhenSaved::SaidWhenSaved(Session& session, Session::State& state) : session_(session), state_(state) {
  state_.is_saving = true;
}

SaidWhenSaved::~SaidWhenSaved() {
  state_.is_saving = false;
  state_.to_be_said.clear();
}

void SaidWhenSaved::are_true() {
  state_.is_saving = false;
  for (const std::string& words : state_.to_be_said) session_.say(words);
  state_.to_be_said.clear();
}

Exit Session::record(const std::function<bool(const project::Opened&, project::Changes&)>& decide,
                     std::string_view summary) {
  const Command::Declaration& command = state_.command;
  const std::string path = project_path(state_);
  use_standard_input(state_, path);
  project::UpdateOptions options;
  options.dry_run = command.dry_run;
  options.break_lock = command.break_lock;
  options.lock_wait_seconds = command.lock_wait_seconds;
  SaidWhenSaved words(*this, state_);
  const std::optional<project::UpdateOutcome> outcome = project::update(path, options, decide, state_.problems);
  if (!outcome) return Exit::trouble;
  words.are_true();
  if (command.dry_run) {
    if (!command.quiet) write_standard_output(text::harmless(outcome->difference));
  } else if (path == "-") {
    write_standard_output(system::is_terminal(1) ? text::harmless(outcome->edited) : outcome->edited);
  }
  if (outcome->changed && !command.dry_run && !summary.empty()) say(std::string(summary));
  return Exit::ok;
}

Exit Session::status_of(const std::vector<text::Diagnostic>& findings) const {
  for (const text::Severity severity : {text::Severity::error, text::Severity::warning, text::Severity::note}) {
    const bool has_one = std::any_of(findings.begin(), findings.end(), [&](const text::Diagnostic& finding) {
      const findings::Words* about = findings::words(finding.code);
      return finding.severity == severity && (about == nullptr || !about->is_for_information);
    });
    if (has_one) return Exit::findings;
    if (text::name(severity) == state_.command.fail_on) break;
  }
  return Exit::ok;
}

void Session::only_with(std::string_view mode, const std::vector<std::string_view>& options) const {
  for (const OptionDeclaration& option : state_.command.options) {
    const bool has_part = option.common || option.long_name == mode ||
                          std::find(options.begin(), options.end(), option.long_name) != options.end();
    if (option.is_given && !has_part)
      throw LateUsageError(fmt::format("--{} has no part in what --{} does", option.long_name, mode));
  }
}

void Session::goes_with(std::string_view main, const std::vector<std::string_view>& options) const {
  const OptionDeclaration* needed = state_.command.option(main);
  if (needed != nullptr && needed->is_given) return;
  for (const std::string_view name : options)
    if (const OptionDeclaration* option = state_.command.option(name); option != nullptr && option->is_given)
      throw LateUsageError(fmt::format("--{} goes with --{}", name, main));
}

Exit Session::usage_error(std::string message) { throw LateUsageError(message); }

}  // namespace thrive::cli
