// SPDX-License-Identifier: MIT
#include "libthrive/cli/tool.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <new>
#include <utility>

#include "libthrive/cli/colour.hpp"
#include "libthrive/cli/dispatch.hpp"
#include "libthrive/cli/help.hpp"
#include "libthrive/cli/output.hpp"
#include "libthrive/cli/parse.hpp"
#include "libthrive/cli/session.hpp"
#include "libthrive/findings/say.hpp"
#include "libthrive/findings/words.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/personal/personal_data.hpp"

namespace thrive::cli {

struct Tool::State {
  struct KnownCommand {
    std::string name;
    std::string summary;
    std::function<void(Command&)> declare;
  };

  std::string name;
  std::string summary;
  std::vector<KnownCommand> commands;
  std::vector<std::string> siblings;

  const KnownCommand* find(std::string_view wanted) const {
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const auto& c) { return c.name == wanted; });
    return found == commands.end() ? nullptr : &*found;
  }
  Exit run(int argc, char** argv) const;
  Exit show_help() const;
  Exit unknown_command(const std::string& word) const;
  Exit run_command(const KnownCommand& known, const std::vector<std::string>& words) const;
  std::shared_ptr<Command::Declaration> declared(const KnownCommand& known) const;
};

Exit report_usage_error(const std::string& message, const std::string& help_command) {
  const std::string tool = help_command.substr(0, help_command.find(' '));
  write_standard_error(
      fmt::format("{}: {}\nTry '{} --help'.\n", tool, text::without_personal_data(message), help_command));
  return Exit::trouble;
}

namespace {

/// Runs the body; what it throws becomes a message and a status.
Exit run_body(Session::State& state, const std::string& help_command) {
  const Command::Declaration& command = state.command;
  Session session(state);
  try {
    const Exit status = command.body(session);
    text::Diagnostics refused = findings::word_problems();
    const bool are_words_wrong = refused.has_errors();
    state.problems.append(std::move(refused));
    state.problems = findings::in_words(std::move(state.problems));
    if (are_words_wrong) return Exit::trouble;
    return status == Exit::ok && state.problems.has_errors() ? Exit::trouble : status;
  } catch (const LateUsageError& error) {
    return report_usage_error(error.what(), help_command);
  } catch (const OutputError& error) {
    findings::say(state.problems,
                  {"cannot-write", text::Place{}, {{"case", "standard-output"}, {"reason", error.what()}}});
  } catch (const NotWritten&) {  // said already
  }
  return Exit::trouble;
}

void print_problems(const Session::State& state) {
  if (state.command.quiet || state.problems.empty()) return;
  const bool colour = wants_colour(state.command.color);
  std::string lines;
  for (const text::Diagnostic& problem : findings::in_words(state.problems).in_file_order())
    lines += shown(problem, state.command.tool, colour) + '\n';
  write_standard_error(lines);
}

}  // namespace

std::shared_ptr<Command::Declaration> Tool::State::declared(const KnownCommand& known) const {
  auto declaration = std::make_shared<Command::Declaration>();
  declaration->tool = name;
  declaration->name = known.name;
  declaration->summary = known.summary;
  Command command(declaration);
  known.declare(command);
  add_common_options(*declaration);
  return declaration;
}

Exit Tool::State::show_help() const {
  ToolPage page{name, summary, {}, {}, siblings};
  // Two examples are enough: the first ones of its commands.
  std::vector<Example> first, further;
  for (const KnownCommand& known : commands) {
    page.commands.push_back({known.name, known.summary});
    if (first.size() >= 2) continue;
    const auto declaration = declared(known);
    for (const Example& example : declaration->examples)
      (&example == &declaration->examples.front() ? first : further).push_back(example);
  }
  first.insert(first.end(), further.begin(), further.end());
  for (const Example& example : first)
    if (page.examples.size() < 2) page.examples.push_back(example);
  write_standard_output(help_of(page));
  return Exit::ok;
}

Exit Tool::State::unknown_command(const std::string& word) const {
  std::vector<std::string> known = siblings;
  for (const KnownCommand& command : commands) known.push_back(command.name);
  const std::string shown_word = text::without_controls(word);
  if (word.starts_with('-') && word.size() > 1)
    return report_usage_error(fmt::format("option '{}' stands before the command; options come after it", shown_word),
                              name);
  const std::string suggestion = text::did_you_mean(word, known);
  return report_usage_error(
      fmt::format("unknown command '{}'{}{}", shown_word, suggestion.empty() ? "" : "; ", suggestion), name);
}

Exit Tool::State::run_command(const KnownCommand& known, const std::vector<std::string>& words) const {
  const auto declaration = declared(known);
  const std::string help_command = name + ' ' + known.name;
  if (const std::optional<UsageError> error = parse(*declaration, words))
    return report_usage_error(error->message, help_command);
  if (declaration->help) {
    write_standard_output(help_of(*declaration));
    return Exit::ok;
  }
  Session::State state{*declaration, declaration->paths};
  const Exit status = run_body(state, help_command);
  print_problems(state);
  return status;
}

Exit Tool::State::run(int argc, char** argv) const {
  if (argc < 2) return report_usage_error("a command is missing", name);
  const std::string first = argv[1];
  if (first == "--help" || first == "-h") return show_help();
  if (first == "--version") {
    write_standard_output(fmt::format("{} {} (libthrive {})\n", name, THRIVE_VERSION, THRIVE_VERSION));
    return Exit::ok;
  }
  if (const KnownCommand* known = find(first)) return run_command(*known, {argv + 2, argv + argc});
  if (std::find(siblings.begin(), siblings.end(), first) != siblings.end()) {
    write_standard_error(fmt::format("{}: {}\n", name, become_sibling(first, argc, argv)));
    return Exit::trouble;
  }
  return unknown_command(first);
}

Tool::Tool(std::string name, std::string summary) : state_(std::make_unique<State>()) {
  state_->name = installed_name(name);
  state_->summary = std::move(summary);
}

Tool::~Tool() = default;

void Tool::command(std::string name, std::string summary, std::function<void(Command&)> declare) {
  state_->commands.push_back({std::move(name), std::move(summary), std::move(declare)});
}

void Tool::runs_siblings() { state_->siblings = sibling_tools(); }

int Tool::run(int argc, char** argv) {
  system::prepare_streams();
  try {
    const Exit status = state_->run(argc, argv);
    check_standard_output();
    return static_cast<int>(status);
  } catch (const ReaderGone&) {
    // `TOOL | head` has what it wanted; nobody is there to read a message.
  } catch (const OutputError& error) {
    write_standard_error(fmt::format("{}: cannot write to standard output: {}\n", state_->name, error.what()));
  } catch (const std::bad_alloc&) {
    write_standard_error(fmt::format("{}: out of memory\n", state_->name));
  } catch (const std::exception& error) {
    write_standard_error(fmt::format("{}: unexpected: {}\n", state_->name, error.what()));
  }
  return static_cast<int>(Exit::trouble);
}

}  // namespace thrive::cli
