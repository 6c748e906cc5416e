// SPDX-License-Identifier: MIT
#include "libthrive/versions/words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"
#include "libthrive/yaml/emit.hpp"

namespace thrive::versions {

namespace {

/// What people call the entries whose description has a longer name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> short_names = {
    {{"observation", "note"}, {"table score", "score"}, {"agreed score", "score"}, {"table ranking", "ranking"}}};

// What `thrive explain` says more about.
constexpr std::string_view conflict_code = "merge-conflict";
constexpr std::string_view renumbered_code = "id-renumbered";
constexpr std::string_view in_lines_code = "joined-as-text";
constexpr std::string_view no_git_code = "no-git";

std::string plural(std::string word, std::size_t count) {
  if (count == 1) return word;
  const std::size_t end = std::min(word.find(" of "), word.size());
  return word.insert(end, "s");
}

/// "2 notes, 1 score".
std::string counts_in_words(const Brought& joined) {
  std::vector<std::pair<std::string, std::size_t>> counts;
  for (const auto& [section, entries] : joined)
    for (const auto& [what, count] : entries) {
      std::string name = what;
      for (const auto& [title, shorter] : short_names)
        if (title == what) name = shorter;
      const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& one) { return one.first == name; });
      if (known == counts.end())
        counts.emplace_back(name, count);
      else
        known->second += count;
    }
  std::vector<std::string> words;
  for (const auto& [name, count] : counts) words.push_back(fmt::format("{} {}", count, plural(name, count)));
  return text::join(words, ", ");
}

/// The beginning of a value, in quotes.
std::string beginning(const text::Value& value) {
  constexpr std::size_t most = 40;
  const std::string* text = value.as_text();
  std::string words = text != nullptr ? *text : yaml::write_flow(value, {});
  std::replace(words.begin(), words.end(), '\n', ' ');
  if (words.size() > most) {
    std::size_t end = words.rfind(' ', most);
    if (end == std::string::npos || end < most / 2) end = most;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0u) == 0x80u) --end;
    words = words.substr(0, end) + " ...";
  }
  return '"' + words + '"';
}

/// The path without the section where the file holds no other.
std::string_view path_in(const JoinedFile& file, std::string_view path) {
  const std::size_t slash = file.name.rfind('/');
  std::string_view name = std::string_view(file.name).substr(slash == std::string::npos ? 0 : slash + 1);
  name = name.substr(0, name.rfind('.'));
  const bool says_section = path.size() > name.size() && path.starts_with(name) && path[name.size()] == '.';
  return says_section ? path.substr(name.size() + 1) : path;
}

std::string conflict_in_words(const JoinedFile& file, const Undecided& conflict) {
  const std::string here = conflict.is_in_ours ? beginning(conflict.ours) + " here" : "deleted here";
  const std::string there = conflict.is_in_theirs ? beginning(conflict.theirs) + " there" : "deleted there";
  return fmt::format("{}: conflict at {}: {}, {} [{}]", file.name, path_in(file, conflict.path), here, there,
                     conflict_code);
}

std::string how_in_words(const JoinedFile& file) {
  using How = JoinedFile::How;
  if (file.is_without_git)
    return fmt::format(
        "could not be joined by key, and there is no git to join its lines: markers stand around the whole file [{}]",
        no_git_code);
  if (file.how == How::in_doubt)
    return fmt::format("could not be joined by key safely; git has joined its lines{} [{}]",
                       file.has_conflicts ? " and left conflicts" : "", in_lines_code);
  return fmt::format("could not be joined safely, by key or by lines: markers stand around the whole file [{}]",
                     in_lines_code);
}

}  // namespace

std::vector<std::string> in_words(const MergeOutcome& outcome) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < outcome.files.size(); ++i) {
    const JoinedFile& file = outcome.files[i];
    std::vector<std::string> parts;
    if (!file.merged.joined.empty()) parts.push_back("joined " + counts_in_words(file.merged.joined));
    bool has_renumbered = false;
    for (const Renumbered& one : outcome.renumbered)
      if (one.file == i) {
        parts.push_back(fmt::format("{} of the other branch is now {}", one.from, one.to));
        has_renumbered = true;
      }
    if (!parts.empty())
      lines.push_back(file.name + ": " + text::join(parts, "; ") +
                      (has_renumbered ? fmt::format(" [{}]", renumbered_code) : ""));
    for (const Undecided& conflict : file.merged.conflicts) lines.push_back(conflict_in_words(file, conflict));
    if (file.how == JoinedFile::How::in_doubt || file.how == JoinedFile::How::whole)
      lines.push_back(file.name + ": " + how_in_words(file));
  }
  return lines;
}

text::Value contract(const MergeOutcome& outcome) {
  constexpr std::array<std::string_view, 4> hows = {"by-key", "by-lines", "in-doubt", "whole"};
  text::Value joined = text::Value::map();
  std::map<std::string, std::size_t> counts;
  text::Value renumbered = text::Value::list(), conflicts = text::Value::list(), files = text::Value::list();
  for (const JoinedFile& file : outcome.files) {
    for (const auto& [section, entries] : file.merged.joined)
      for (const auto& [what, count] : entries) counts[section] += count;
    for (const Undecided& conflict : file.merged.conflicts)
      conflicts.push(text::Value::map()
                         .set("file", file.name)
                         .set("path", conflict.path)
                         .set("base", conflict.base)
                         .set("ours", conflict.ours)
                         .set("theirs", conflict.theirs));
    files.push(text::Value::map()
                   .set("file", file.name)
                   .set("how", hows[static_cast<std::size_t>(file.how)])
                   .set("conflicts", file.has_conflicts)
                   .set("removed", file.is_removed));
  }
  for (const auto& [section, count] : counts) joined.set(section, count);
  for (const Renumbered& one : outcome.renumbered)
    renumbered.push(
        text::Value::map().set("section", yaml::format(one.section)).set("from", one.from).set("to", one.to));
  return text::Value::map()
      .set("format", 1)
      .set("command", "thrive merge")
      .set("files", std::move(files))
      .set("joined", std::move(joined))
      .set("renumbered", std::move(renumbered))
      .set("conflicts", std::move(conflicts));
}

}  // namespace thrive::versions
