// SPDX-License-Identifier: MIT
#include "libthrive/project/check.hpp"

#include <filesystem>
#include <optional>
#include <set>

#include "libthrive/findings/say.hpp"
#include "libthrive/project/acceptance.hpp"
#include "libthrive/project/found.hpp"
#include "libthrive/project/merge_driver.hpp"
#include "libthrive/project/privacy/personal_check.hpp"
#include "libthrive/project/reading/content.hpp"
#include "libthrive/project/renumbered.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/system/processors.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

/// Files that look as if they belonged to a folder project and are not read, so that what they say counts for nothing.
void warn_of_files_not_read(const Opened& project, text::Diagnostics& problems) {
  std::error_code failed;
  if (project.path() == "-" || !fs::is_directory(project.path(), failed)) return;
  std::set<std::string> names;
  for (fs::directory_iterator entry(project.folder(), failed), end; !failed && entry != end; entry.increment(failed))
    if (entry->path().extension() == ".yml") names.insert(entry->path().filename().string());
  for (const std::string& name : names)
    findings::say(problems,
                  {"file-not-read", text::whole_file(project.folder() == "." ? name : project.folder() + "/" + name)});
}

/// What git has on disk about the project's repository.
void look_at_git(const Opened& project, text::Diagnostics& problems) {
  note_missing_driver(project.folder(), problems);
  check_renumbered(project, problems);
}

}  // namespace

findings::Checked check(const std::string& path, text::Date today, const Demands& demands) {
  findings::Checked checked;
  checked.path = path;
  text::Diagnostics problems;
  const Examined examined = examine(path, problems);
  checked.is_readable = examined.is_readable;
  std::optional<Opened> opened;
  if (examined.content) {
    const Opened& project = opened.emplace(examined.content);
    checked.name = project.model().project.name;
    check_dates(project, today, problems);
    check_sectors(project, problems);
    check_small_numbers(project, problems);
    warn_of_files_not_read(project, problems);
    if (project.path() != "-") look_at_git(project, problems);
    for (const auto& [id, measure] : project.model().measures)
      if (stays_inside(measure.data))
        if (const auto series = project.series(id, problems); series && demands.of_measure)
          demands.of_measure(project, id, *series, problems);
    if (demands.of_project) demands.of_project(project, today, problems);
    check_personal_data(project, problems);
  } else {
    check_personal_data_unread(path, examined, problems);
  }
  checked.findings = problems.in_file_order();
  for (text::Diagnostic& finding : checked.findings) {
    findings::put_into_words(finding);
    findings::regrade(finding);
  }
  if (!opened || opened->model().accept.empty()) return checked;
  Judged judged =
      judge(*opened, std::move(checked.findings),
            {"yaml", "project", "personal-data", "assessments", "sheets", "priorities", "measures", "extracts"}, today);
  text::Diagnostics open;
  for (text::Diagnostic& finding : judged.open) open.add(std::move(finding));
  checked.findings = open.in_file_order();
  checked.accepted = std::move(judged.accepted);
  return checked;
}

std::vector<findings::Checked> check_all(const std::vector<std::string>& paths, text::Date today,
                                         const Demands& demands) {
  std::vector<findings::Checked> checked(paths.size());
  system::on_all_processors(paths.size(),
                            [&](std::size_t position) { checked[position] = check(paths[position], today, demands); });
  return checked;
}

}  // namespace thrive::project
