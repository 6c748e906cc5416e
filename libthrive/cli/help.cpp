// SPDX-License-Identifier: MIT
#include "libthrive/cli/help.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/text/names.hpp"

namespace thrive::cli {

namespace {

constexpr std::size_t page_width = 80;
constexpr std::size_t narrowest_left = 14;  // names that are longer than the left column stand on a line of their own
constexpr std::size_t widest_left = 32;

/// The words of a text in lines of at most `width` columns. No line but the first starts with a dash: programs that
/// read the help would take it for an option.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word(text.substr(at, end - at));
    at = end + 1;
    const bool fits = text::display_width(line) + 1 + text::display_width(word) <= width;
    if (line.empty()) {
      line = word;
    } else if (fits || word.front() == '-') {
      line += ' ' + word;
    } else {
      lines.push_back(std::exchange(line, word));
    }
  }
  if (!line.empty() || lines.empty()) lines.push_back(line);
  return lines;
}

/// Two columns: `  left   right`, the right one wrapped; longer names than `limit` on a line of their own.
std::vector<std::string> in_columns(const std::vector<HelpEntry>& entries, std::size_t limit) {
  std::size_t widest = 0;
  for (const HelpEntry& entry : entries)
    if (entry.left.size() <= limit) widest = std::max(widest, entry.left.size());
  const std::size_t indent = 2 + widest + 2;
  std::vector<std::string> lines;
  for (const HelpEntry& entry : entries) {
    std::string line = "  " + entry.left;
    if (line.size() + 2 > indent) lines.push_back(std::exchange(line, {}));
    for (const std::string& part : wrapped(entry.right, page_width - indent)) {
      line.resize(indent, ' ');
      lines.push_back(std::exchange(line, {}) + part);
    }
  }
  return lines;
}

/// The two columns in as few lines as there can be.
std::string in_columns(const std::vector<HelpEntry>& entries) {
  std::vector<std::string> shortest;
  for (std::size_t limit = widest_left; limit >= narrowest_left; --limit) {
    std::vector<std::string> lines = in_columns(entries, limit);
    if (shortest.empty() || lines.size() < shortest.size()) shortest = std::move(lines);
  }
  std::string text;
  for (const std::string& line : shortest) text += line + '\n';
  return text;
}

std::string left_of(const OptionDeclaration& option) {
  std::string left = option.short_name == 0 ? "    " : fmt::format("-{}, ", option.short_name);
  left += "--" + option.long_name;
  return option.value.empty() ? left : left + ' ' + option.value;
}

std::string help_for(const OptionDeclaration& option) {
  const bool says_so = option.help.find("repeat") != std::string::npos;
  return option.many && !says_so ? option.help + " (may be repeated)" : option.help;
}

std::vector<HelpEntry> argument_entries(const Command::Declaration& command) {
  std::vector<HelpEntry> entries;
  for (const WordDeclaration& word : command.words)
    entries.push_back({word.name, word.words.empty() ? word.help : word.help + ": " + one_of(word.words)});
  if (command.rest != nullptr) entries.push_back({command.rest_name, command.rest_help});
  if (command.projects != Projects::none)
    entries.push_back({"PROJECT", "file, folder or - (standard input); left out: nearest thrive.yaml"});
  return entries;
}

/// The parts of a command line that stay together: words, and an option with the word behind it. Blanks inside quotes
/// belong to a word.
std::vector<std::string> shell_parts(std::string_view line) {
  std::vector<std::string> words{""};
  char quote = 0;
  for (const char c : line) {
    if (quote == 0 && c == ' ') {
      words.emplace_back();
      continue;
    }
    if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    }
    words.back() += c;
  }
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_option = words[i].starts_with('-') && i + 1 < words.size() && !words[i + 1].starts_with('-');
    parts.push_back(is_option ? words[i] + ' ' + words[i + 1] : words[i]);
    if (is_option) ++i;
  }
  return parts;
}

/// A command line that fits the page; a backslash at the end of a line means what it means to the shell.
std::string as_typed(std::string_view command) {
  std::string text;
  std::string line = "  $";
  for (const std::string& word : shell_parts(command)) {
    if (text::display_width(line) + 1 + text::display_width(word) + 2 > page_width) {
      text += line + " \\\n";
      line = "     ";
    }
    line += ' ' + word;
  }
  return text + line + '\n';
}

std::string example_lines(const std::vector<Example>& examples) {
  std::string text;
  for (const Example& example : examples) {
    text += as_typed(example.line);
    for (const std::string& line : wrapped(example.what, page_width - 6)) text += "      " + line + '\n';
  }
  return text;
}

}  // namespace

std::string usage_of(const Command::Declaration& command) {
  std::string usage = command.tool + ' ' + command.name;
  for (const WordDeclaration& word : command.words) usage += ' ' + word.name;
  usage += " [options]";
  if (command.rest != nullptr)
    usage +=
        command.rest_required ? fmt::format(" {}...", command.rest_name) : fmt::format(" [{}...]", command.rest_name);
  if (command.projects == Projects::one) usage += " [PROJECT]";
  if (command.projects == Projects::many) usage += " [PROJECT...]";
  return usage;
}

std::string help_of(const Command::Declaration& command) {
  std::string text = fmt::format("Usage: {}\n", usage_of(command));
  for (const std::string& line : wrapped(command.summary, page_width)) text += line + '\n';
  const std::vector<HelpEntry> arguments = argument_entries(command);
  if (!arguments.empty()) text += "\nArguments:\n" + in_columns(arguments);

  std::vector<HelpEntry> options;
  for (const OptionDeclaration& option : command.options) options.push_back({left_of(option), help_for(option)});
  text += "\nOptions:\n" + in_columns(options);
  if (!command.examples.empty()) text += "\nExamples:\n" + example_lines(command.examples);
  return text;
}

std::string help_of(const ToolPage& tool) {
  std::string text = fmt::format("Usage: {} COMMAND [options] [PROJECT]\n", tool.name);
  for (const std::string& line : wrapped(tool.summary, page_width)) text += line + '\n';
  text += "\nCommands:\n" + in_columns(tool.commands);
  if (!tool.examples.empty()) {
    text += "\nExamples:\n";
    for (const Example& example : tool.examples) text += as_typed(example.line);
  }
  text += "\nOptions:\n" +
          in_columns({{"-h, --help", fmt::format("show this help; '{} COMMAND --help' shows a command's", tool.name)},
                      {"    --version", "show the version"}});
  if (!tool.siblings.empty()) {
    text += '\n';
    std::string names;
    for (const std::string& sibling : tool.siblings) names += (names.empty() ? "" : ", ") + sibling;
    for (const std::string& line : wrapped("Other tools, also as '" + tool.name + " NAME': " + names, page_width))
      text += line + '\n';
  }
  return text;
}

}  // namespace thrive::cli
