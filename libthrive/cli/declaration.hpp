// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/cli/tool.hpp"

namespace thrive::cli {

/// One option as it was declared: what it is called, what the help says, and where its value goes.
struct OptionDeclaration {
  char short_name = 0;               // 0 when it has none
  std::string long_name;             // without the dashes
  std::string value;                 // how the help names the argument; empty for a flag
  std::string help;                  // lower case, no full stop
  std::vector<std::string> words{};  // the only values allowed; empty when any will do
  bool many = false;                 // may be given several times
  bool common = false;               // one of the options that every command has
  bool is_given = false;             // it stood on the command line
  /// Takes a value over. Returns what is wrong with it ("is no date"), or nothing.
  std::function<std::optional<std::string>(const std::string&)> take{};
};

/// One positional argument as it was declared.
struct WordDeclaration {
  std::string name;
  std::vector<std::string> words;  // the only values allowed; empty when any will do
  std::string help;
  std::function<void(const std::string&)> take{};  // takes the value over
};

struct Example {
  std::string line;
  std::string what;
};

enum class Projects { none, one, many };

/// Everything that a command has said about itself.
struct Command::Declaration {
  std::string tool;  // as it is installed, with its prefix
  std::string name;  // empty in the one pseudo-command that holds a tool's own options
  std::string summary;
  std::vector<OptionDeclaration> options;
  std::vector<WordDeclaration> words;
  Projects projects = Projects::one;
  std::string rest_name;  // positional arguments that are no projects
  std::string rest_help;
  bool rest_required = false;
  std::vector<std::string>* rest = nullptr;
  std::vector<Format> formats;
  std::vector<Example> examples;
  std::function<Exit(Session&)> body;

  // What the common options were set to.
  bool help = false;
  bool quiet = false;
  std::string color = "auto";
  std::string format_word;
  bool chose_format = false;  // by `-f` or `-o`
  std::string output;
  bool part = false;
  bool dry_run = false;
  double lock_wait_seconds = 5;
  bool break_lock = false;
  std::optional<text::Date> as_of;
  std::string fail_on;  // error, warning or note; empty when the command does not judge
  std::vector<std::string> paths;

  /// An option by its long name; null pointer when there is none.
  const OptionDeclaration* option(std::string_view long_name) const;
};

/// `a, b or c`.
std::string one_of(const std::vector<std::string>& words);

/// Adds `--help`, `--quiet` and `--color`, which every command has.
void add_common_options(Command::Declaration& declaration);

}  // namespace thrive::cli
