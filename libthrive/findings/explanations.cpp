// SPDX-License-Identifier: MIT
#include "libthrive/findings/explanations.hpp"

#include <fmt/core.h>

#include "libthrive/data/data_files.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"
#include "libthrive/yaml/document.hpp"

namespace thrive::project {

namespace {

constexpr std::string_view folder = "checks/";

struct Loaded {
  std::vector<Explanation> all;
  text::Severities severities;
  text::Diagnostics problems;
};

/// A severity that is no known word is an error at its place; the check counts as a warning then.
void read_severity(const yaml::Document& document, yaml::NodeId key, Loaded& loaded) {
  const yaml::NodeId word = document.child(document.node(key).next, "severity");
  if (word == yaml::no_node) return;
  for (const text::Severity severity : {text::Severity::error, text::Severity::warning, text::Severity::note})
    if (document.node(word).value == text::name(severity))
      return loaded.severities.set(std::string(document.node(key).value), severity);
  loaded.problems.error("unknown-word", document.place(word),
                        fmt::format("'{}' is not one of the known words", document.node(word).value),
                        "known words: error, warning, note");
}

void read_area(const std::string& file, Loaded& loaded) {
  const auto document = yaml::parse(data::data_file(file), loaded.problems);
  if (!document || document->root() == yaml::no_node) return;
  const std::size_t end = file.rfind('.');
  for (yaml::NodeId key = document->node(document->root()).first; key != yaml::no_node;) {
    const yaml::NodeId about = document->node(key).next;
    const auto text = [&](std::string_view field) {
      const yaml::NodeId value = document->child(about, field);
      if (value != yaml::no_node) return std::string(document->node(value).value);
      loaded.problems.error("missing-field", document->place(key), fmt::format("'{}' is missing", field));
      return std::string();
    };
    read_severity(*document, key, loaded);
    loaded.all.push_back({std::string(document->node(key).value), file.substr(folder.size(), end - folder.size()),
                          text("severity"), text("title"), text("meaning"), text("action")});
    key = document->node(about).next;
  }
}

const Loaded& loaded() {
  static const Loaded explained = [] {
    Loaded result;
    for (const std::string& file : data::data_file_names(folder)) read_area(file, result);
    return result;
  }();
  return explained;
}

/// Text in lines of at most 80 columns.
std::string wrapped(std::string_view text, std::size_t indent) {
  constexpr std::size_t width = 80;
  std::string lines, line(indent, ' ');
  std::size_t used = indent;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t size = text::display_width(word);
    if (used > indent && used + 1 + size > width) {
      lines += line + "\n";
      line.assign(indent, ' ');
      used = indent;
    }
    if (used > indent) {
      line += ' ';
      ++used;
    }
    line += word;
    used += size;
  }
  return lines + line + "\n";
}

}  // namespace

const std::vector<Explanation>& explanations() { return loaded().all; }

const text::Severities& severities() { return loaded().severities; }

const text::Diagnostics& explanation_problems() { return loaded().problems; }

const Explanation* explanation(std::string_view code) {
  for (const Explanation& about : explanations())
    if (about.code == code) return &about;
  return nullptr;
}

std::vector<const Explanation*> find_explanations(const std::vector<std::string>& codes, text::Diagnostics& problems) {
  std::vector<const Explanation*> found;
  problems.append(explanation_problems());
  if (codes.empty())
    for (const Explanation& about : explanations()) found.push_back(&about);
  for (const std::string& code : codes) {
    const std::string_view bare = code.starts_with('[') && code.ends_with(']')
                                      ? std::string_view(code).substr(1, code.size() - 2)
                                      : std::string_view(code);
    if (const Explanation* about = explanation(bare)) {
      found.push_back(about);
      continue;
    }
    std::vector<std::string> known;
    for (const Explanation& about : explanations()) known.push_back(about.code);
    problems.error("unknown-code", {}, fmt::format("no check is called '{}'", bare), text::did_you_mean(bare, known));
  }
  return found;
}

std::string explanations_as_text(const std::vector<const Explanation*>& explanations) {
  std::string text;
  for (const Explanation* about : explanations) {
    if (!text.empty()) text += '\n';
    text += wrapped(fmt::format("{} ({}): {}", about->code, about->severity, about->title), 0) + '\n' +
            wrapped(about->meaning, 2) + '\n' + wrapped(about->action, 2);
  }
  return text;
}

text::Value explanations_as_json(const std::vector<const Explanation*>& explanations) {
  text::Value list = text::Value::list();
  for (const Explanation* about : explanations)
    list.push(text::Value::map()
                  .set("code", about->code)
                  .set("area", about->area)
                  .set("severity", about->severity)
                  .set("title", about->title)
                  .set("meaning", about->meaning)
                  .set("action", about->action));
  return text::Value::map().set("format", 1).set("command", "thrive explain").set("checks", list);
}

}  // namespace thrive::project
