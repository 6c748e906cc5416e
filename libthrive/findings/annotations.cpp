// SPDX-License-Identifier: MIT
#include "libthrive/findings/annotations.hpp"

#include <fmt/core.h>

#include <string_view>

#include "libthrive/text/fingerprint.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/personal/personal_data.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::findings {

namespace {

using text::Diagnostic;
using text::Severity;
using text::Value;

/// True for the name of a file that a project can be, as opposed to a folder.
bool is_file_name(std::string_view path) { return path.ends_with(".yaml") || path.ends_with(".yml"); }

/// Where a project that is a folder begins: no reader takes a folder for a place. Standard input has no better one.
std::string main_file_of(const std::string& project) {
  if (is_file_name(project)) return project;
  if (project.empty() || project == "." || project == "-") return "thrive.yaml";
  return project + (project.ends_with('/') ? "thrive.yaml" : "/thrive.yaml");
}

std::string what_it_says(const Diagnostic& finding) {
  const std::string all = finding.hint.empty() ? finding.message : finding.message + "; " + finding.hint;
  return text::without_controls(all);
}

/// The characters that end a part of a workflow command, as a percent sign and two digits.
std::string escaped_for_github(std::string_view text, std::string_view special) {
  std::string escaped;
  for (const char c : text) {
    if (special.find(c) == std::string_view::npos)
      escaped += c;
    else
      escaped += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return escaped;
}

std::string_view github_word(Severity severity) { return severity == Severity::note ? "notice" : text::name(severity); }

/// An error keeps a project from being read as it was meant, a warning wants a person, a note is for information.
std::string_view gitlab_word(Severity severity) {
  return severity == Severity::error ? "critical" : severity == Severity::warning ? "minor" : "info";
}

}  // namespace

std::string file_of(const Diagnostic& finding, const std::string& project) {
  const bool has_own = !finding.place.file.empty() && finding.place.file != project && finding.place.file != "<stdin>";
  return has_own ? finding.place.file : main_file_of(text::without_personal_data(project));
}

std::string Signs::of(const Diagnostic& finding, const std::string& project) {
  const std::string where = finding.path.empty() ? finding.message : text::join(finding.path, "/");
  const std::string sign = text::fingerprint({finding.code, from_top(checkout_, file_of(finding, project)), where});
  const int before = seen_[sign]++;
  return before == 0 ? sign : fmt::format("{}-{}", sign, before + 1);
}

std::string as_github(const std::vector<Checked>& projects, const Checkout& checkout) {
  constexpr std::string_view in_message = "%\r\n";
  constexpr std::string_view in_property = "%\r\n:,";
  std::string commands;
  for (const Checked& project : projects)
    for (const Diagnostic& finding : project.findings)
      commands +=
          fmt::format("::{} file={},line={},col={},title={}::{}\n", github_word(finding.severity),
                      escaped_for_github(from_top(checkout, file_of(finding, project.path)), in_property),
                      finding.place.from.line, finding.place.from.column, escaped_for_github(finding.code, in_property),
                      escaped_for_github(what_it_says(finding), in_message));
  return commands;
}

std::string as_gitlab(const std::vector<Checked>& projects, const Checkout& checkout) {
  Value issues = Value::list();
  Signs signs(checkout);
  for (const Checked& project : projects)
    for (const Diagnostic& finding : project.findings) {
      Value location = Value::map().set("path", from_top(checkout, file_of(finding, project.path)));
      location.set("lines", Value::map().set("begin", finding.place.from.line));
      Value issue = Value::map().set("description", what_it_says(finding)).set("check_name", finding.code);
      issue.set("fingerprint", signs.of(finding, project.path)).set("severity", gitlab_word(finding.severity));
      issues.push(issue.set("location", std::move(location)));
    }
  return text::to_json(issues);
}

}  // namespace thrive::findings
