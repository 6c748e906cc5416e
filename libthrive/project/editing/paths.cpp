// SPDX-License-Identifier: MIT
#include "libthrive/project/editing/paths.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/records/moved.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

namespace {

using records::FieldAt;
using records::NoField;

/// What may stand first in a path that leaves out this section.
std::vector<std::string> first_steps(const model::Project& project, const std::string& section) {
  std::vector<std::string> names;
  NoField ignored;
  const auto at = records::field_at(project, section, ignored);
  if (!at) return names;
  for (records::Step& step : records::steps_below(*at)) names.push_back(std::move(step.name));
  return names;
}

}  // namespace

std::optional<std::string> whole_path(const model::Project& project, const std::vector<std::string>& sections,
                                      std::string_view typed, NoField& problem) {
  const std::string path = records::new_path(typed);
  const std::string first = path.substr(0, path.find('/'));
  const auto is_own = [&](const std::string& name) {
    return std::find(sections.begin(), sections.end(), name) != sections.end();
  };
  if (sections.empty() || is_own(first)) return path;
  std::vector<std::string> fitting, near;
  for (const std::string& section : sections) {
    const std::vector<std::string> known = first_steps(project, section);
    if (std::find(known.begin(), known.end(), first) != known.end()) fitting.push_back(section);
    for (const std::string& name : known) near.push_back(name);
  }
  if (fitting.size() == 1) return fmt::format("{}/{}", fitting.front(), path);
  if (fitting.size() > 1) {
    for (std::string& section : fitting) section = fmt::format("'{}/{}'", section, path);
    problem = {fmt::format("'{}' is in {} sections", first, fitting.size()),
               "say which: " + text::join(fitting, " or ")};
    return std::nullopt;
  }
  const std::vector<std::string> all = records::shape_of<model::Project>().names();
  if (std::find(all.begin(), all.end(), first) != all.end()) {
    problem = {fmt::format("'{}' is not among the sections of this tool: {}", first, text::join_in_words(sections)),
               "'thrive edit' corrects every section"};
    return std::nullopt;
  }
  if (sections.size() == 1) return fmt::format("{}/{}", sections.front(), path);
  std::string hint = text::did_you_mean(first, near);
  if (hint.empty()) hint = fmt::format("begin with a section, such as '{}/{}'", sections.front(), path);
  problem = {fmt::format("there is no '{}' in {}", first, text::join_in_words(sections)), std::move(hint)};
  return std::nullopt;
}

}  // namespace thrive::project
