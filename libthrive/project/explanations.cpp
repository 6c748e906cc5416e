// SPDX-License-Identifier: MIT
#include "libthrive/project/explanations.hpp"

#include <fmt/core.h>

#include "libthrive/project/data_files.hpp"
#include "libthrive/project/mdoc.hpp"
#include "libthrive/text/unicode.hpp"
#include "libthrive/yaml/document.hpp"

namespace thrive::project {

namespace {

constexpr std::string_view folder = "checks/";

struct Loaded {
  std::vector<Explanation> all;
  text::Diagnostics problems;
};

void read_area(const std::string& file, Loaded& loaded) {
  const auto document = yaml::parse(data_file(file), loaded.problems);
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
    loaded.all.push_back({std::string(document->node(key).value), file.substr(folder.size(), end - folder.size()),
                          text("severity"), text("title"), text("meaning"), text("action")});
    key = document->node(about).next;
  }
}

const Loaded& loaded() {
  static const Loaded explained = [] {
    Loaded result;
    for (const std::string& file : data_file_names(folder)) read_area(file, result);
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

std::string_view area_title(std::string_view area) {
  if (area == "yaml") return "The form of a file";
  if (area == "project") return "Fields, names and what must agree";
  if (area == "personal-data") return "What must not be in a project";
  if (area == "pathway") return "Pathways";
  if (area == "assessment") return "Assessments";
  if (area == "priorities") return "Priorities";
  if (area == "gaps") return "Gap sheets";
  if (area == "measures") return "Measures";
  if (area == "improvement") return "Ramps and cycles";
  if (area == "cli") return "Options, files and output";
  return area;
}

}  // namespace

const std::vector<Explanation>& explanations() { return loaded().all; }

const text::Diagnostics& explanation_problems() { return loaded().problems; }

const Explanation* explanation(std::string_view code) {
  for (const Explanation& about : explanations())
    if (about.code == code) return &about;
  return nullptr;
}

std::string explanation_as_text(const Explanation& about) {
  return fmt::format("{} ({}): {}\n\n{}\n{}", about.code, about.severity, about.title, wrapped(about.meaning, 2),
                     wrapped(about.action, 2));
}

std::string explanations_as_page() {
  std::string page;
  std::string_view area;
  for (const Explanation& about : explanations()) {
    if (about.area != area) {
      if (!page.empty()) page += ".El\n";
      area = about.area;
      page += fmt::format(".Ss {}\n.Bl -tag -width Ds\n", mdoc_text(area_title(area)));
    }
    page += fmt::format(".It Sy {} Pq {}\n{}.\n.Pp\n{}\n.Pp\n{}\n", about.code, about.severity,
                        mdoc_sentence(about.title), mdoc_text(about.meaning), mdoc_text(about.action));
  }
  return page.empty() ? page : page + ".El\n";
}

}  // namespace thrive::project
