// SPDX-License-Identifier: MIT
#include "libthrive/cli/parse.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/cli/format.hpp"
#include "libthrive/cli/split.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::cli {

namespace {

using Mistake = std::optional<UsageError>;

std::string shown(std::string_view word) { return text::without_controls(word); }

/// `message`, and what was probably meant.
UsageError with_suggestion(std::string message, std::string_view typed, const std::vector<std::string>& known) {
  const std::string suggestion = text::did_you_mean(typed, known);
  return {suggestion.empty() ? std::move(message) : fmt::format("{}; {}", message, suggestion)};
}

UsageError unknown_option(const Command::Declaration& declaration, const std::string& typed) {
  const std::string word = typed.substr(0, typed.find('='));
  std::vector<std::string> known;
  for (const OptionDeclaration& option : declaration.options) known.push_back("--" + option.long_name);
  const std::string message = fmt::format("unknown option '{}'", shown(word));
  if (!word.starts_with("--")) return {message};
  return with_suggestion(message, word, known);
}

bool is_allowed(const std::vector<std::string>& words, const std::string& word) {
  return words.empty() || std::find(words.begin(), words.end(), word) != words.end();
}

/// Words in the vocabulary may be written with `_`, blanks or capitals; so may words on the command line.
std::string as_listed(const std::vector<std::string>& words, const std::string& typed) {
  if (is_allowed(words, typed)) return typed;
  for (const std::string& word : words)
    if (text::kebab(word) == text::kebab(typed)) return word;
  return typed;
}

UsageError not_one_of(std::string_view what, const std::string& typed, const std::vector<std::string>& words) {
  return with_suggestion(fmt::format("{} '{}' is unknown, choose {}", what, shown(typed), one_of(words)), typed, words);
}

Mistake take_value(const OptionDeclaration& option, const std::string& typed) {
  const std::string value = as_listed(option.words, typed);
  if (!is_allowed(option.words, value))
    return not_one_of(fmt::format("value of '--{}'", option.long_name), value, option.words);
  if (const std::optional<std::string> complaint = option.take(value))
    return UsageError{fmt::format("value '{}' of '--{}' {}", shown(value), option.long_name, *complaint)};
  return std::nullopt;
}

/// Options that may be given several times keep the order of the command line; of the others the last one counts.
Mistake take_values(std::vector<OptionDeclaration>& options, const SplitWords& words) {
  std::vector<std::size_t> taken(options.size());
  for (const std::size_t i : words.order) {
    const std::size_t position = taken[i]++;
    options[i].is_given = true;
    if (!options[i].many && position + 1 < words.values[i].size()) continue;
    if (Mistake mistake = take_value(options[i], words.values[i][position])) return mistake;
  }
  return std::nullopt;
}

Mistake take_words(Command::Declaration& declaration, std::vector<std::string>& positionals) {
  for (const WordDeclaration& word : declaration.words) {
    if (positionals.empty()) {
      const std::string choice = word.words.empty() ? "" : ": " + one_of(word.words);
      return UsageError{fmt::format("{} is missing{}", word.name, choice)};
    }
    const std::string value = as_listed(word.words, positionals.front());
    if (!is_allowed(word.words, value)) return not_one_of(word.name, value, word.words);
    word.take(value);
    positionals.erase(positionals.begin());
  }
  return std::nullopt;
}

Mistake take_rest(Command::Declaration& declaration, std::vector<std::string> positionals) {
  if (declaration.rest != nullptr) {
    if (declaration.rest_required && positionals.empty())
      return UsageError{fmt::format("{} is missing", declaration.rest_name)};
    *declaration.rest = std::move(positionals);
    return std::nullopt;
  }
  const std::size_t most = declaration.projects == Projects::none ? 0 : 1;
  if (declaration.projects != Projects::many && positionals.size() > most)
    return UsageError{fmt::format("unexpected argument '{}'{}", shown(positionals[most]),
                                  most == 0 ? "" : ": one PROJECT is enough")};
  if (std::count(positionals.begin(), positionals.end(), "-") > 1)
    return UsageError{"standard input ('-') can be read only once"};
  if (std::find(positionals.begin(), positionals.end(), "") != positionals.end())
    return UsageError{"the name of PROJECT is empty"};
  declaration.paths = std::move(positionals);
  return std::nullopt;
}

/// The form to write: `-f`, else the extension of `-o`, else the first that the command has.
Mistake choose_format(Command::Declaration& declaration) {
  if (declaration.formats.empty()) return std::nullopt;
  declaration.chose_format = !declaration.format_word.empty() || !declaration.output.empty();
  if (declaration.format_word.empty()) {
    const std::optional<Format> wanted = format_from_file_name(declaration.output);
    declaration.format_word = name(wanted.value_or(declaration.formats.front()));
    if (wanted &&
        std::find(declaration.formats.begin(), declaration.formats.end(), *wanted) == declaration.formats.end())
      return UsageError{fmt::format("'{} {}' cannot write {}, which the name '{}' asks for; choose with --format",
                                    declaration.tool, declaration.name, name(*wanted), shown(declaration.output))};
  }
  if (declaration.part && declaration.format_word != "markdown" && declaration.format_word != "html")
    return UsageError{fmt::format("--part goes with markdown or html, not {}", declaration.format_word)};
  return std::nullopt;
}

}  // namespace

std::optional<UsageError> parse(Command::Declaration& declaration, const std::vector<std::string>& words) {
  SplitWords split_words = split(declaration.options, words);
  for (std::size_t i = 0; i < declaration.options.size(); ++i)
    if (declaration.options[i].long_name == "help" && !split_words.values[i].empty()) declaration.help = true;
  if (declaration.help) return std::nullopt;

  if (!split_words.unknown.empty()) return unknown_option(declaration, split_words.unknown.front());
  if (split_words.complaint) return UsageError{*split_words.complaint};
  if (Mistake mistake = take_values(declaration.options, split_words)) return mistake;
  if (Mistake mistake = take_words(declaration, split_words.positionals)) return mistake;
  if (Mistake mistake = take_rest(declaration, std::move(split_words.positionals))) return mistake;
  return choose_format(declaration);
}

}  // namespace thrive::cli
