// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <set>

#include "libthrive/findings/explanations.hpp"
#include "libthrive/project/check.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::project {

namespace {

using text::Diagnostic;
using text::Severity;
using text::Value;

std::size_t count(const std::vector<CheckedProject>& projects, Severity severity) {
  std::size_t number = 0;
  for (const CheckedProject& project : projects)
    for (const Diagnostic& finding : project.findings) number += finding.severity == severity;
  return number;
}

Value finding_as_json(const Diagnostic& finding) {
  const bool has_place = !finding.place.file.empty();
  Value value = Value::map();
  value.set("code", finding.code).set("severity", text::name(finding.severity));
  value.set("file", has_place ? Value(finding.place.file) : Value());
  value.set("line", has_place ? Value(finding.place.from.line) : Value());
  value.set("column", has_place ? Value(finding.place.from.column) : Value());
  value.set("message", finding.message);
  value.set("hint", finding.hint.empty() ? Value() : Value(finding.hint));
  return value;
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

Value sarif_result(const Diagnostic& finding) {
  Value region = Value::map();
  region.set("startLine", finding.place.from.line).set("startColumn", finding.place.from.column);
  Value physical = Value::map();
  physical.set("artifactLocation", Value::map().set("uri", as_uri(finding.place.file))).set("region", region);
  Value locations = Value::list();
  if (!finding.place.file.empty()) locations.push(Value::map().set("physicalLocation", physical));
  Value result = Value::map();
  result.set("ruleId", finding.code).set("level", text::name(finding.severity));
  result.set("message", Value::map().set("text", message_with_hint(finding)));
  return result.set("locations", locations);
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

}  // namespace

std::string findings_as_text(const std::vector<CheckedProject>& projects) {
  std::string lines;
  for (const CheckedProject& project : projects)
    for (const Diagnostic& finding : project.findings) lines += text::format(finding) + "\n";
  return lines;
}

Value findings_as_json(const std::vector<CheckedProject>& projects) {
  Value list = Value::list();
  for (const CheckedProject& project : projects) {
    Value findings = Value::list();
    for (const Diagnostic& finding : project.findings) findings.push(finding_as_json(finding));
    list.push(Value::map().set("path", project.path).set("findings", findings));
  }
  Value value = Value::map();
  value.set("format", 1).set("command", "thrive check").set("projects", list);
  value.set("errors", count(projects, Severity::error)).set("warnings", count(projects, Severity::warning));
  return value.set("notes", count(projects, Severity::note));
}

std::string findings_as_sarif(const std::vector<CheckedProject>& projects) {
  Value results = Value::list(), rules = Value::list();
  std::set<std::string> codes;
  for (const CheckedProject& project : projects)
    for (const Diagnostic& finding : project.findings) {
      results.push(sarif_result(finding));
      codes.insert(finding.code);
    }
  for (const std::string& code : codes) {
    Value rule = Value::map().set("id", code);
    if (const Explanation* about = explanation(code)) {
      rule.set("shortDescription", Value::map().set("text", about->title));
      rule.set("fullDescription", Value::map().set("text", about->meaning));
      rule.set("help", Value::map().set("text", about->action));
    }
    rules.push(rule);
  }
  Value driver = Value::map();
  driver.set("name", "thrive").set("version", THRIVE_VERSION).set("rules", rules);
  Value run = Value::map();
  run.set("tool", Value::map().set("driver", driver)).set("columnKind", "unicodeCodePoints").set("results", results);
  Value sarif = Value::map();
  sarif.set("$schema", "https://json.schemastore.org/sarif-2.1.0.json").set("version", "2.1.0");
  return text::to_json(sarif.set("runs", Value::list().push(run)));
}

std::string findings_as_junit(const std::vector<CheckedProject>& projects) {
  std::string suites;
  std::size_t all_cases = 0, all_failures = 0;
  for (const CheckedProject& project : projects) {
    const std::size_t cases = std::max<std::size_t>(project.findings.size(), 1);
    all_cases += cases;
    all_failures += project.findings.size();
    suites += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n", xml(project.path),
                          cases, project.findings.size());
    if (project.findings.empty()) suites += "    <testcase classname=\"thrive check\" name=\"no findings\"/>\n";
    for (const Diagnostic& finding : project.findings)
      suites += fmt::format(
          "    <testcase classname=\"thrive check\" name=\"{0} {1}:{2}:{3}\">\n"
          "      <failure type=\"{4}\" message=\"{5}\">{6}</failure>\n    </testcase>\n",
          xml(finding.code), xml(finding.place.file), finding.place.from.line, finding.place.from.column,
          text::name(finding.severity), xml(message_with_hint(finding)), xml(text::format(finding)));
    suites += "  </testsuite>\n";
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"thrive check\" tests=\"{}\" failures=\"{}\" "
      "errors=\"0\">\n{}</testsuites>\n",
      all_cases, all_failures, suites);
}

}  // namespace thrive::project
