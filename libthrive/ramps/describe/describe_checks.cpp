// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <string>

#include "libthrive/findings/forms.hpp"
#include "libthrive/ramps/describe/describe.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::ramps {

namespace {

report::Table rates_table(const std::vector<Rate>& rates, const std::string& source) {
  report::Table table;
  table.caption = "This site beside " + source;
  table.columns = {{"Feature"},
                   {"Here", report::Align::right},
                   {"Share", report::Align::right},
                   {"Published", report::Align::right}};
  for (const Rate& rate : rates) {
    const std::optional<double> share = rate.percent();
    table.rows.push_back({rate.name, fmt::format("{} of {}", rate.have, rate.of),
                          share ? report::number(*share, 1) + "%" : "nothing to count",
                          report::number(rate.published, 1) + "%"});
  }
  return table;
}

}  // namespace

report::Document describe_checks(const Reported& reported, const std::vector<text::Diagnostic>& findings,
                                 const std::vector<Rate>& rates) {
  report::Document document;
  document.title = "Checks of the tests of change";
  document.subtitle =
      fmt::format("{}, {}, {}. As of {}.", report::count_of(findings::count(findings, text::Severity::error), "error"),
                  report::count_of(findings::count(findings, text::Severity::warning), "warning"),
                  report::count_of(findings::count(findings, text::Severity::note), "note"),
                  text::format_date_in_words(reported.today));
  document.classification = reported.project.project.classification.value_or("");
  std::vector<std::string> lines;
  for (const text::Diagnostic& finding : findings)
    lines.push_back(std::string(text::name(finding.severity)) + ": " + finding.message + " [" + finding.code + "]");
  if (lines.empty()) lines.emplace_back("Nothing to say.");
  document.items(lines);
  document.table(rates_table(rates, reported.thresholds.benchmarks.source));
  return document;
}

std::string checks_as_text(const std::vector<text::Diagnostic>& findings, const std::vector<Rate>& rates,
                           const std::string& source) {
  const std::string lines = findings::as_text(findings);
  report::Document shares;
  shares.table(rates_table(rates, source));
  return lines + (lines.empty() ? "" : "\n") + report::to_text(shares);
}

report::Table table_of_findings(const std::vector<text::Diagnostic>& findings) {
  report::Table table;
  table.columns = {{"code"}, {"severity"}, {"ramp"}, {"cycle"}, {"message"}};
  for (const text::Diagnostic& finding : findings)
    table.rows.push_back({finding.code, std::string(text::name(finding.severity)),
                          finding.path.size() > 1 ? finding.path[1] : "",
                          finding.path.size() > 3 ? finding.path[3] : "", finding.message});
  return table;
}

}  // namespace thrive::ramps
