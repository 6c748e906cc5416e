// SPDX-License-Identifier: MIT
#include "libthrive/cli/split.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace thrive::cli {

namespace {

std::string names_of(const OptionDeclaration& option) {
  std::string names = "--" + option.long_name;
  if (option.short_name != 0) names = std::string{'-', option.short_name, ','} + names;
  return names;
}

CLI::Option* declare(CLI::App& app, const OptionDeclaration& option) {
  if (option.value.empty()) {
    CLI::Option* flag = app.add_flag_callback(names_of(option), [] {});
    // Without this `--quiet=false` would be taken, and mean its opposite.
    return flag->disable_flag_override()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }
  CLI::Option* valued = app.add_option(names_of(option), CLI::callback_t([](const CLI::results_t&) { return true; }));
  valued->type_size(1)->expected(1);
  // One value each time the option is named: otherwise a list would swallow the arguments behind it.
  if (option.many) valued->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args(false);
  return valued->multi_option_policy(option.many ? CLI::MultiOptionPolicy::TakeAll : CLI::MultiOptionPolicy::TakeLast);
}

/// `--note=` becomes `--note` and an empty word: CLI11 would take the word behind it for the value.
void separate_empty_values(std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (!words[i].starts_with("--") || words[i].find('=') != words[i].size() - 1) continue;
    words[i].pop_back();
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::string{});
    ++i;
  }
}

/// CLI11's words for a wrong number of values, in ours: `--since: 1 required  missing`, `all was given a disallowed
/// ...`.
std::string in_our_words(std::string_view message) {
  std::string_view name = message.substr(0, message.find_first_of(": "));
  name.remove_prefix(std::min(name.find_first_not_of('-'), name.size()));
  const std::string option = (name.size() == 1 ? "-" : "--") + std::string(name);
  const bool missing = message.ends_with("missing");
  return "option '" + option + (missing ? "' needs a value" : "' takes no value");
}

/// What CLI11 left over: arguments, and options it does not know; after `--` everything is an argument.
void sort_remaining(const std::vector<std::string>& remaining, SplitWords& result) {
  bool only_arguments = false;
  for (const std::string& word : remaining) {
    if (!only_arguments && word == "--") {
      only_arguments = true;
    } else if (!only_arguments && word.size() > 1 && word.front() == '-') {
      result.unknown.push_back(word);
    } else {
      result.positionals.push_back(word);
    }
  }
}

}  // namespace

SplitWords split(const std::vector<OptionDeclaration>& options, std::vector<std::string> words) {
  SplitWords result;
  result.values.resize(options.size());

  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<CLI::Option*> declared;
  for (const OptionDeclaration& option : options) declared.push_back(declare(app, option));

  separate_empty_values(words);
  std::reverse(words.begin(), words.end());
  try {
    app.parse(words);
  } catch (const CLI::ArgumentMismatch& mismatch) {
    result.complaint = in_our_words(mismatch.what());
  } catch (const CLI::ParseError& error) {
    result.complaint = error.what();
  }
  for (std::size_t i = 0; i < options.size(); ++i) {
    result.values[i] = declared[i]->results();
    if (options[i].value.empty() && !result.values[i].empty()) result.values[i] = {""};
  }
  std::vector<std::size_t> left;
  for (const std::vector<std::string>& values : result.values) left.push_back(values.size());
  for (const CLI::Option* given : app.parse_order()) {
    const auto i = static_cast<std::size_t>(std::find(declared.begin(), declared.end(), given) - declared.begin());
    if (i < left.size() && left[i] > 0) {
      result.order.push_back(i);
      --left[i];
    }
  }
  sort_remaining(app.remaining(), result);
  return result;
}

}  // namespace thrive::cli
