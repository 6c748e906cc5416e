// SPDX-License-Identifier: MIT
#include "libthrive/project/starter.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "libthrive/data/data_files.hpp"
#include "libthrive/findings/say.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/yaml/edit.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

/// What must not come into git, and what programs leave behind for a moment. Weekly totals do come into it: without
/// them a clone has no figures.
constexpr std::string_view ignored =
    "# Weekly totals in data/ are part of the project and go into git: a row for a week, no row for a person.\n"
    "# 'thrive hook install' refuses commits with what could tell of one person.\n"
    "\n"
    "# Extracts and spreadsheets with people in them never belong here.\n"
    "extracts/\n"
    "*.xlsx\n"
    "*.xls\n"
    "*.ods\n"
    "\n"
    "# Locks and half-written files of the thrive tools.\n"
    "*.lock\n"
    ".*.yaml.??????\n"
    ".*.csv.??????\n"
    ".thrive-save\n";

constexpr std::string_view about_data = R"md(# Data

One CSV file for each measure of the project: `date,value`, or `date,numerator,denominator`, with a `note` if you
like. Dates are written 2024-07-15. A figure that is missing is an empty cell, never 0.

Figures only: no names, no NHS numbers, no rows that stand for one person. `thrive check` looks for them. The files go
into git with the project, so that whoever has the project has its figures. Extracts that they were counted from stay
outside.
)md";

bool report_failure(const std::string& path, int why, text::Diagnostics& problems) {
  findings::say(
      problems,
      {"cannot-write", text::Place{}, {{"case", "starter"}, {"other", path}, {"reason", std::strerror(why)}}});
  return false;
}

}  // namespace

std::optional<std::string> starter_project(std::string_view name, text::Diagnostics& problems) {
  const text::Source file = data::data_file("starter/thrive.yaml");
  std::string_view words = file.bytes();
  if (words.starts_with("# SPDX")) words.remove_prefix(words.find('\n') + 1);  // about our file, not about theirs
  const text::Source starter("thrive.yaml", std::string(words));
  const auto document = yaml::parse(starter, problems);
  if (!document) return std::nullopt;
  yaml::Edit rename;
  rename.path = {"project", "name"};
  rename.value = name;
  yaml::Refusal refusal;
  const auto edited = yaml::apply(*document, {rename}, refusal);
  if (edited) return edited->bytes;
  problems.error("edit-refused", {}, refusal.message, refusal.hint);
  return std::nullopt;
}

bool write_starter(const std::string& folder, std::string_view name, text::Diagnostics& problems) {
  const auto path = [&folder](const char* file) { return folder == "." ? file : (fs::path(folder) / file).string(); };
  std::error_code failed;
  if (fs::exists(path("thrive.yaml"), failed)) {
    findings::say(problems, {"already-a-project", text::whole_file(path("thrive.yaml"))});
    return false;
  }
  const auto project = starter_project(name, problems);
  if (!project) return false;
  fs::create_directories(path("data"), failed);
  if (failed) return report_failure(path("data"), failed.value(), problems);
  if (const int why = system::write_new(path("thrive.yaml"), *project); why != 0)
    return report_failure(path("thrive.yaml"), why, problems);
  if (const int why = system::write_new(path("data/README.md"), about_data); why != 0 && why != EEXIST)
    return report_failure(path("data/README.md"), why, problems);
  const int why = system::write_new(path(".gitignore"), ignored);
  if (why == EEXIST) {
    findings::say(problems, {"gitignore-kept", text::whole_file(path(".gitignore"))});
    return true;
  }
  return why == 0 || report_failure(path(".gitignore"), why, problems);
}

}  // namespace thrive::project
