// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "libthrive/cli/declaration.hpp"
#include "libthrive/cli/format.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::cli {

namespace {

using Complaint = std::optional<std::string>;

/// An option named as `-s,--since`. A declaration without a long name is a mistake in the program.
OptionDeclaration declared(std::string_view names, std::string value, std::string help) {
  OptionDeclaration option;
  if (names.size() > 3 && names[0] == '-' && names[1] != '-' && names[2] == ',') {
    option.short_name = names[1];
    names.remove_prefix(3);
  }
  if (!names.starts_with("--")) throw std::logic_error(fmt::format("option '{}' has no long name", names));
  option.long_name = names.substr(2);
  option.value = std::move(value);
  option.help = std::move(help);
  return option;
}

/// The help with the default behind it, unless it says so itself.
std::string with_default(std::string help, std::string_view value) {
  if (value.empty() || help.find("default") != std::string::npos) return help;
  return fmt::format("{} (default: {})", help, value);
}

std::optional<int> whole_number(std::string_view word) {
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return number;
}

std::optional<double> any_number(std::string_view word) {
  double number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc{} || end != word.data() + word.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

template <class Target>
Complaint take_whole(const std::string& word, Target& into) {
  const std::optional<int> number = whole_number(word);
  if (!number) return "is no whole number";
  into = *number;
  return std::nullopt;
}

template <class Target>
Complaint take_number(const std::string& word, Target& into) {
  const std::optional<double> number = any_number(word);
  if (!number) return "is no number";
  into = *number;
  return std::nullopt;
}

std::optional<text::Date> read_date(const std::string& word) { return text::parse_date(word); }

std::string upper_case(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

constexpr const char* no_date = "is no date; write it as YYYY-MM-DD, such as 2024-06-17";

}  // namespace

std::string one_of(const std::vector<std::string>& words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i)
    list += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
  return list;
}

namespace {

std::string with_terms(std::string help, std::string_view list) {
  return fmt::format("{}: {}", help, one_of(project::built_in_vocabulary().ids(list)));
}

}  // namespace

const OptionDeclaration* Command::Declaration::option(std::string_view wanted) const {
  const auto found =
      std::find_if(options.begin(), options.end(), [&](const auto& option) { return option.long_name == wanted; });
  return found == options.end() ? nullptr : &*found;
}

Command& Command::flag(std::string names, bool& set, std::string help) {
  OptionDeclaration option = declared(names, {}, std::move(help));
  option.take = [&set](const std::string&) -> Complaint {
    set = true;
    return std::nullopt;
  };
  declaration_->options.push_back(std::move(option));
  return *this;
}

Command& Command::option(std::string names, std::string value, std::string& into, std::string help) {
  OptionDeclaration option = declared(names, std::move(value), with_default(std::move(help), into));
  option.take = [&into](const std::string& word) -> Complaint {
    into = word;
    return std::nullopt;
  };
  declaration_->options.push_back(std::move(option));
  return *this;
}

Command& Command::option(std::string names, std::string value, std::optional<std::string>& into, std::string help) {
  OptionDeclaration option = declared(names, std::move(value), std::move(help));
  option.take = [&into](const std::string& word) -> Complaint {
    into = word;
    return std::nullopt;
  };
  declaration_->options.push_back(std::move(option));
  return *this;
}

Command& Command::option(std::string names, std::string value, int& into, std::string help) {
  OptionDeclaration option = declared(names, std::move(value), with_default(std::move(help), fmt::format("{}", into)));
  option.take = [&into](const std::string& word) { return take_whole(word, into); };
  declaration_->options.push_back(std::move(option));
  return *this;
}

Command& Command::option(std::string names, std::string value, std::optional<int>& into, std::string help) {
  OptionDeclaration option = declared(names, std::move(value), std::move(help));
  option.take = [&into](const std::string& word) { return take_whole(word, into); };
  declaration_->options.push_back(std::move(option));
  return *this;
}

Command& Command::option(std::string names, std::string value, double& into, std::string help) {
  OptionDeclaration option = declared(names, std::move(value), with_default(std::move(help), fmt::format("{}", into)));
  option.take = [&into](const std::string& word) { return take_number(word, into); };
  declaration_->options.push_back(std::move(option));
  return *this;
}

Command& Command::option(std::string names, std::string value, std::optional<double>& into, std::string help) {
  OptionDeclaration option = declared(names, std::move(value), std::move(help));
  option.take = [&into](const std::string& word) { return take_number(word, into); };
  declaration_->options.push_back(std::move(option));
  return *this;
}

Command& Command::option(std::string names, std::string value, std::optional<text::Date>& into, std::string help) {
  OptionDeclaration option = declared(names, std::move(value), std::move(help));
  option.take = [&into](const std::string& word) -> Complaint {
    into = read_date(word);
    return into ? Complaint{} : Complaint{no_date};
  };
  declaration_->options.push_back(std::move(option));
  return *this;
}

Command& Command::option(std::string names, std::string value, std::vector<std::string>& into, std::string help) {
  OptionDeclaration option = declared(names, std::move(value), std::move(help));
  option.many = true;
  option.take = [&into](const std::string& word) -> Complaint {
    into.push_back(word);
    return std::nullopt;
  };
  declaration_->options.push_back(std::move(option));
  return *this;
}

Command& Command::option(std::string names, std::string value, std::vector<text::Date>& into, std::string help) {
  OptionDeclaration option = declared(names, std::move(value), std::move(help));
  option.many = true;
  option.take = [&into](const std::string& word) -> Complaint {
    const std::optional<text::Date> date = read_date(word);
    if (!date) return no_date;
    into.push_back(*date);
    return std::nullopt;
  };
  declaration_->options.push_back(std::move(option));
  return *this;
}

Command& Command::option(std::string names, std::string value, std::vector<Given>& into, std::string help) {
  OptionDeclaration option = declared(names, std::move(value), std::move(help));
  option.many = true;
  option.take = [&into, name = option.long_name](const std::string& word) -> Complaint {
    into.push_back({name, word});
    return std::nullopt;
  };
  declaration_->options.push_back(std::move(option));
  return *this;
}

Command& Command::once() {
  declaration_->options.back().many = false;
  return *this;
}

Command& Command::choice_of(std::string names, std::vector<std::string> words, Take take, std::string help,
                            std::string_view usual) {
  OptionDeclaration option = declared(names, {}, std::move(help));
  option.value = upper_case(option.long_name);
  option.help = with_default(fmt::format("{}: {}", option.help, one_of(words)), usual);
  option.words = std::move(words);
  option.take = [take = std::move(take)](const std::string& word) -> Complaint {
    take(word);
    return std::nullopt;
  };
  declaration_->options.push_back(std::move(option));
  return *this;
}

Command& Command::choice(std::string names, std::vector<std::string> words, std::string& into, std::string help) {
  const std::string usual = into;
  return choice_of(
      std::move(names), std::move(words), [&into](const std::string& word) { into = word; }, std::move(help), usual);
}

Command& Command::choice(std::string names, std::string yes, std::string no, std::optional<bool>& into,
                         std::string help) {
  return choice_of(
      std::move(names), {yes, std::move(no)}, [&into, yes](const std::string& word) { into = word == yes; },
      std::move(help));
}

Command& Command::term(std::string names, std::string_view list, std::string& into, std::string help) {
  return option(std::move(names), "WORD", into, with_terms(std::move(help), list));
}

Command& Command::term(std::string names, std::string_view list, std::vector<std::string>& into, std::string help) {
  return option(std::move(names), "WORD", into, with_terms(std::move(help), list));
}

Command& Command::word_of(std::string name, std::vector<std::string> words, Take take, std::string help) {
  declaration_->words.push_back({std::move(name), std::move(words), std::move(help), std::move(take)});
  return *this;
}

Command& Command::word(std::string name, std::vector<std::string> words, std::string& into, std::string help) {
  return word_of(
      std::move(name), std::move(words), [&into](const std::string& word) { into = word; }, std::move(help));
}

Command& Command::may_be_repeated() {
  declaration_->options.back().many = true;
  return *this;
}

Command& Command::takes_no_project() {
  declaration_->projects = Projects::none;
  return *this;
}

Command& Command::takes_projects() {
  declaration_->projects = Projects::many;
  return *this;
}

Command& Command::takes(std::string name, std::vector<std::string>& into, std::string help, bool required) {
  declaration_->projects = Projects::none;
  declaration_->rest_name = std::move(name);
  declaration_->rest_help = std::move(help);
  declaration_->rest_required = required;
  declaration_->rest = &into;
  return *this;
}

Command& Command::writes(std::vector<Format> formats) {
  Declaration& declaration = *declaration_;
  declaration.formats = std::move(formats);
  std::vector<std::string> words;
  for (const Format format : declaration.formats) words.emplace_back(name(format));
  declaration.format_word = words.front();
  if (words.size() == 1) declaration.format_word.clear();  // no need to say which is the default
  choice("-f,--format", words, declaration.format_word, "write as");
  declaration.format_word.clear();
  option("-o,--output", "FILE", declaration.output,
         words.size() == 1 ? "write to FILE" : "write to FILE; its extension chooses the form");
  const auto has = [&](Format format) {
    return std::find(declaration.formats.begin(), declaration.formats.end(), format) != declaration.formats.end();
  };
  if (has(Format::markdown) || has(Format::html))
    flag("--part", declaration.part, "markdown, html: a part for a page of several");
  return *this;
}

Command& Command::records() {
  flag("-n,--dry-run", declaration_->dry_run, "show the changes as a diff, change nothing");
  double& seconds = declaration_->lock_wait_seconds;
  option("--lock-wait", "SECONDS", seconds, "wait so long for another program");
  declaration_->options.back().take = [&seconds](const std::string& word) -> Complaint {
    const Complaint complaint = take_number(word, seconds);
    return !complaint && seconds < 0 ? Complaint("is less than nothing") : complaint;
  };
  flag("--break-lock", declaration_->break_lock, "take over the lock of a program that has gone");
  return *this;
}

Command& Command::dated() { return option("--as-of", "DATE", declaration_->as_of, "take DATE for today"); }

Command& Command::judges(text::Severity fail_on) {
  declaration_->fail_on = text::name(fail_on);
  return choice("--fail-on", {"error", "warning", "note"}, declaration_->fail_on,
                "the least severity that makes exit status 1; " + declaration_->fail_on + " when left out");
}

Command& Command::example(std::string line, std::string what) {
  declaration_->examples.push_back({std::move(line), std::move(what)});
  return *this;
}

Command& Command::run(std::function<Exit(Session&)> body) {
  declaration_->body = std::move(body);
  return *this;
}

void add_common_options(Command::Declaration& declaration) {
  // The command's own pointer keeps nothing alive here: the caller owns the declaration longer than this call.
  Command command(std::shared_ptr<Command::Declaration>(std::shared_ptr<void>{}, &declaration));
  const std::size_t own = declaration.options.size();
  command.flag("-q,--quiet", declaration.quiet, "print nothing, leave only the exit status");
  command.choice("--color", {"auto", "always", "never"}, declaration.color, "colours");
  command.flag("-h,--help", declaration.help, "show this help");
  for (std::size_t i = own; i < declaration.options.size(); ++i) declaration.options[i].common = true;
}

}  // namespace thrive::cli
