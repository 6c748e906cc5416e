// SPDX-License-Identifier: MIT
#include "libthrive/findings/forms.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "libthrive/findings/annotations.hpp"
#include "libthrive/findings/words.hpp"
#include "libthrive/text/personal/personal_data.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::findings {

namespace {

using text::Diagnostic;
using text::Severity;
using text::Value;

/// Where the work that the tools are for is told about; readers of SARIF ask for such an address.
constexpr std::string_view homepage = "https://implementingthrive.org/";

std::size_t count_in(const std::vector<Checked>& projects, Severity severity) {
  std::size_t number = 0;
  for (const Checked& project : projects) number += count(project.findings, severity);
  return number;
}

/// A path as a URI reference: everything but the plain characters as percent and two digits.
std::string as_uri(std::string_view path) {
  constexpr std::string_view plain = "-._~/";
  std::string uri;
  for (const char c : path) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                          plain.find(c) != std::string_view::npos;
    if (is_plain)
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

std::string message_with_hint(const Diagnostic& finding) {
  return finding.hint.empty() ? finding.message : finding.message + "; " + finding.hint;
}

/// Makes the results of a SARIF log.
class SarifResults {
 public:
  explicit SarifResults(const Checkout& checkout) : checkout_(checkout), signs_(checkout) {}

  /// A result must have a location, and one that can be shown: that of the project when the finding has none of its
  /// own.
  Value of(const Diagnostic& finding, const std::string& project, std::size_t rule) {
    Value region = Value::map();
    region.set("startLine", finding.place.from.line).set("startColumn", finding.place.from.column);
    Value physical = Value::map();
    physical.set("artifactLocation", Value::map().set("uri", uri_of(file_of(finding, project)))).set("region", region);
    Value locations = Value::list();
    locations.push(Value::map().set("physicalLocation", physical));
    Value result = Value::map();
    result.set("ruleId", finding.code).set("ruleIndex", rule).set("level", text::name(finding.severity));
    result.set("message", Value::map().set("text", text::without_controls(message_with_hint(finding))));
    result.set("locations", locations);
    return result.set("partialFingerprints", Value::map().set("finding/v1", signs_.of(finding, project)));
  }

  /// What the project accepts is told as suppressed, with its reason, and not left out.
  Value accepted(const Diagnostic& finding, const std::string& project, std::size_t rule) {
    Value suppression = Value::map().set("kind", "external").set("status", "accepted");
    if (!finding.hint.empty()) suppression.set("justification", finding.hint);
    return of(finding, project, rule).set("suppressions", Value::list().push(suppression));
  }

 private:
  /// The way from the top of the working tree, or an absolute URI.
  std::string uri_of(const std::string& path) const {
    const std::string way = from_top(checkout_, path);
    return way.starts_with('/') ? "file://" + as_uri(way) : as_uri(way);
  }

  const Checkout& checkout_;
  Signs signs_;
};

/// A rule as `thrive explain` has it.
Value sarif_rule(const std::string& code) {
  Value rule = Value::map().set("id", code);
  const Words* about = words(code);
  if (about == nullptr) return rule;
  rule.set("shortDescription", Value::map().set("text", about->title));
  rule.set("fullDescription", Value::map().set("text", about->meaning));
  rule.set("help", Value::map().set("text", about->action));
  return rule.set("defaultConfiguration", Value::map().set("level", text::name(about->severity)));
}

/// Text for XML: the five special characters escaped, and control characters, which XML cannot hold, made visible.
std::string xml(std::string_view text) {
  std::string escaped;
  for (const char c : text::without_controls(text)) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&apos;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

/// One case of a suite: what it is about, and how it ended.
std::string junit_case(const Diagnostic& finding, std::string_view command, const std::string& end) {
  return fmt::format("    <testcase classname=\"{}\" name=\"{} {}:{}:{}\">\n      {}\n    </testcase>\n", xml(command),
                     xml(finding.code), xml(finding.place.file), finding.place.from.line, finding.place.from.column,
                     end);
}

}  // namespace

bool has_unreadable(const std::vector<Checked>& projects) {
  return std::any_of(projects.begin(), projects.end(), [](const Checked& one) { return !one.is_readable; });
}

std::size_t count(const std::vector<Diagnostic>& findings, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [severity](const Diagnostic& finding) { return finding.severity == severity; }));
}

std::string as_text(const std::vector<Diagnostic>& findings) {
  text::Diagnostics problems;
  for (const Diagnostic& finding : findings) problems.add(finding);
  std::string lines;
  for (const Diagnostic& finding : problems.in_file_order()) lines += text::format(finding) + "\n";
  return lines;
}

std::string as_text(const std::vector<Checked>& projects) {
  std::string lines;
  for (const Checked& project : projects) lines += as_text(project.findings);
  return lines;
}

Value as_json(const Diagnostic& finding) {
  const bool has_place = !finding.place.file.empty();
  Value value = Value::map();
  value.set("code", finding.code).set("severity", text::name(finding.severity));
  value.set("file", has_place ? Value(finding.place.file) : Value());
  value.set("line", has_place ? Value(finding.place.from.line) : Value());
  value.set("column", has_place ? Value(finding.place.from.column) : Value());
  value.set("message", finding.message);
  value.set("hint", finding.hint.empty() ? Value() : Value(finding.hint));
  value.set("facts", Value(finding.facts));
  value.set("path", finding.path.empty() ? Value() : Value::list_of(finding.path));
  return value;
}

Value as_json(const std::vector<Checked>& projects, std::string_view command) {
  Value list = Value::list();
  for (const Checked& project : projects) {
    Value findings = Value::list();
    for (const Diagnostic& finding : project.findings) findings.push(as_json(finding));
    Value accepted = Value::list();
    for (const Diagnostic& finding : project.accepted) accepted.push(as_json(finding));
    Value named = Value::map().set("path", text::without_personal_data(project.path));
    named.set("name", project.name.empty() ? Value() : Value(text::without_personal_data(project.name)));
    Value one = Value::map().set("path", text::without_personal_data(project.path)).set("project", std::move(named));
    list.push(one.set("findings", findings).set("accepted", accepted));
  }
  Value value = Value::map();
  value.set("format", 1).set("command", command).set("projects", list);
  value.set("errors", count_in(projects, Severity::error)).set("warnings", count_in(projects, Severity::warning));
  return value.set("notes", count_in(projects, Severity::note));
}

report::Table as_table(const std::vector<Checked>& projects) {
  report::Table table;
  table.columns = {{"code"}, {"severity"}, {"file"}, {"line"}, {"column"}, {"message"}, {"hint"}};
  for (const Checked& project : projects)
    for (const Diagnostic& finding : project.findings)
      table.rows.push_back({finding.code, std::string(text::name(finding.severity)), finding.place.file,
                            std::to_string(finding.place.from.line), std::to_string(finding.place.from.column),
                            finding.message, finding.hint});
  return table;
}

std::string as_sarif(const std::vector<Checked>& projects, std::string_view command, const Checkout& checkout) {
  std::map<std::string, std::size_t> codes;
  for (const Checked& project : projects) {
    for (const Diagnostic& finding : project.findings) codes.emplace(finding.code, 0);
    for (const Diagnostic& finding : project.accepted) codes.emplace(finding.code, 0);
  }
  Value rules = Value::list(), results = Value::list();
  SarifResults made(checkout);
  for (auto& [code, position] : codes) {
    position = rules.as_list()->size();
    rules.push(sarif_rule(code));
  }
  for (const Checked& project : projects) {
    for (const Diagnostic& finding : project.findings)
      results.push(made.of(finding, project.path, codes[finding.code]));
    for (const Diagnostic& finding : project.accepted)
      results.push(made.accepted(finding, project.path, codes[finding.code]));
  }
  Value driver = Value::map();
  driver.set("name", command.substr(0, command.find(' '))).set("version", THRIVE_VERSION);
  driver.set("informationUri", homepage).set("rules", rules);
  Value run = Value::map();
  run.set("tool", Value::map().set("driver", driver)).set("columnKind", "unicodeCodePoints").set("results", results);
  Value sarif = Value::map();
  sarif.set("$schema", "https://json.schemastore.org/sarif-2.1.0.json").set("version", "2.1.0");
  return text::to_json(sarif.set("runs", Value::list().push(run)));
}

std::string as_junit(const std::vector<Checked>& projects, std::string_view command) {
  std::string suites;
  std::size_t all_cases = 0, all_failures = 0, all_accepted = 0;
  for (const Checked& project : projects) {
    const std::size_t cases = std::max<std::size_t>(project.findings.size() + project.accepted.size(), 1);
    all_cases += cases;
    all_failures += project.findings.size();
    all_accepted += project.accepted.size();
    suites += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n",
                          xml(text::without_personal_data(project.path)), cases, project.findings.size(),
                          project.accepted.size());
    if (project.findings.empty() && project.accepted.empty())
      suites += fmt::format("    <testcase classname=\"{}\" name=\"no findings\"/>\n", xml(command));
    for (const Diagnostic& finding : project.findings)
      suites += junit_case(finding, command,
                           fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>", text::name(finding.severity),
                                       xml(message_with_hint(finding)), xml(text::format(finding))));
    for (const Diagnostic& finding : project.accepted)
      suites += junit_case(finding, command, fmt::format("<skipped message=\"{}\"/>", xml(message_with_hint(finding))));
    suites += "  </testsuite>\n";
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"{}\" tests=\"{}\" "
      "failures=\"{}\" errors=\"0\" skipped=\"{}\">\n{}</testsuites>\n",
      xml(command), all_cases, all_failures, all_accepted, suites);
}

}  // namespace thrive::findings
