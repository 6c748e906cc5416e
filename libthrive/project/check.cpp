// SPDX-License-Identifier: MIT
#include "libthrive/project/check.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "libthrive/project/content.hpp"
#include "libthrive/project/files.hpp"
#include "libthrive/project/personal_data.hpp"
#include "libthrive/project/processors.hpp"
#include "libthrive/project/rules.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

/// The data files that measures name and the ones that lie beside a folder project, each once, sorted.
std::set<std::string> data_files_of(const Project& project) {
  std::set<std::string> files;
  const fs::path folder = project.folder();
  const auto name = [&project, &folder](const std::string& file) {
    return project.folder() == "." ? file : (folder / file).string();
  };
  for (const auto& [id, measure] : project.model().measures)
    if (stays_inside(measure.data)) files.insert(name(measure.data));
  std::error_code failed;
  if (project.path() == "-" || !fs::is_directory(project.path(), failed)) return files;
  for (const char* below : {"", "data"})
    for (fs::directory_iterator entry(folder / below, failed), end; !failed && entry != end; entry.increment(failed))
      if (entry->path().extension() == ".csv")
        files.insert(name((fs::path(below) / entry->path().filename()).string()));
  return files;
}

/// Files that look as if they belonged to a folder project and are not read, so that what they say counts for nothing.
void warn_of_files_not_read(const Project& project, text::Diagnostics& problems) {
  std::error_code failed;
  if (project.path() == "-" || !fs::is_directory(project.path(), failed)) return;
  std::set<std::string> names;
  for (fs::directory_iterator entry(project.folder(), failed), end; !failed && entry != end; entry.increment(failed))
    if (entry->path().extension() == ".yml") names.insert(entry->path().filename().string());
  for (const std::string& name : names)
    problems.warning("file-not-read", text::whole_file(project.folder() == "." ? name : project.folder() + "/" + name),
                     "the file is not part of the project, as its name ends in .yml", "end the name in .yaml");
}

Allowed allowed_in(const Project& project) {
  Allowed allowed;
  for (const model::Allowance& allowance : project.model().project.allow) allowed.add(allowance.text);
  return allowed;
}

/// Values whose text is not the file's bytes: quoted text with escapes, text folded over lines. What looks like
/// personal data only there is reported at the value.
void warn_of_hidden_data(const yaml::Document& document, const Allowed& allowed, text::Diagnostics& problems) {
  const std::string& bytes = document.source().bytes();
  for (yaml::NodeId id = 0; id < document.size(); ++id) {
    const std::string_view value = document.node(id).value;
    const bool is_in_file = value.data() >= bytes.data() && value.data() < bytes.data() + bytes.size();
    if (value.empty() || is_in_file) continue;
    if (!find_personal_data(document.source().text(document.node(id).text)).empty()) continue;
    std::string words(value);
    std::replace(words.begin(), words.end(), '\n', ' ');  // a number may be broken over two lines
    const text::Source hidden("", std::move(words));
    text::Diagnostics found;
    warn_of_personal_data(hidden, allowed, found);
    for (const text::Diagnostic& datum : found.entries())
      problems.warning(datum.code, document.place(id), datum.message, datum.hint);
  }
}

void check_personal_data(const Project& project, text::Diagnostics& problems) {
  const Allowed allowed = allowed_in(project);
  for (const yaml::Document& document : project.content().documents) {
    warn_of_personal_data(document.source(), allowed, problems);
    warn_of_hidden_data(document, allowed, problems);
  }
  for (const std::string& file : data_files_of(project)) {
    if (is_outside(project.folder(), file)) continue;
    auto bytes = read_bytes(file);
    if (!bytes) continue;  // a missing file is reported with its measure
    const text::Source source(file, std::move(*bytes));
    warn_of_personal_data(source, allowed, problems);
    warn_of_personal_columns(source, problems);
  }
}

}  // namespace

CheckedProject check(const std::string& path, text::Date today) {
  CheckedProject checked;
  checked.path = path;
  text::Diagnostics problems;
  const Examined examined = examine(path, problems);
  checked.is_readable = examined.is_readable;
  if (examined.content) {
    const Project project(examined.content);
    check_dates(project, today, problems);
    warn_of_files_not_read(project, problems);
    for (const auto& [id, measure] : project.model().measures)
      if (stays_inside(measure.data)) project.series(id, problems);
    check_personal_data(project, problems);
  }
  checked.findings = problems.in_file_order();
  return checked;
}

std::vector<CheckedProject> check_all(const std::vector<std::string>& paths, text::Date today) {
  std::vector<CheckedProject> checked(paths.size());
  on_all_processors(paths.size(), [&](std::size_t position) { checked[position] = check(paths[position], today); });
  return checked;
}

bool has_unreadable(const std::vector<CheckedProject>& projects) {
  return std::any_of(projects.begin(), projects.end(), [](const CheckedProject& one) { return !one.is_readable; });
}

bool has_findings(const std::vector<CheckedProject>& projects) {
  return std::any_of(projects.begin(), projects.end(), [](const CheckedProject& one) { return !one.findings.empty(); });
}

}  // namespace thrive::project
