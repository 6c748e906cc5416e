// SPDX-License-Identifier: MIT
#include "libthrive/pathway/describe/describe.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/pathway/describe/describe_words.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/date.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

const char* title_of(Theme theme) {
  switch (theme) {
    case Theme::map:
      return "The map itself";
    case Theme::way_in_and_out:
      return "Getting in, on and out";
    case Theme::round_and_round:
      return "Passed round and sent back";
    case Theme::single_ways:
      return "Only one way";
    case Theme::assessments:
      return "Assessed again";
    case Theme::sectors:
      return "Between sectors";
    case Theme::doors:
      return "No wrong door";
    case Theme::waiting:
      return "Waiting and queues";
    case Theme::review:
      return "What the workshop saw";
  }
  return "";
}

/// `Thornmere: The pathway today`; the parts that are known.
std::string subtitle(const model::Project& project, const Analysis& a) {
  std::string result = project.project.locality.value_or(project.project.name);
  if (!a.drawing) return result;
  result += ": " + a.drawing->name.value_or(a.graph.pathway);
  result += a.drawing->agreed ? ", agreed on " + text::format_date_in_words(*a.drawing->agreed) : ", a draft";
  return result;
}

std::string in_short(const Analysis& a, const std::vector<text::Diagnostic>& findings, std::size_t shown) {
  const auto warnings = static_cast<std::size_t>(std::ranges::count_if(
      findings, [](const text::Diagnostic& finding) { return finding.severity != text::Severity::note; }));
  const std::string left_out =
      shown == findings.size() ? std::string() : fmt::format(" {} of them below, as asked.", shown);
  return fmt::format("{} and {}; {} and {}. {} to look at, {}.{}", report::count_of(a.graph.size(), "service"),
                     report::count_of(a.graph.flows.size(), "flow"), report::count_of(a.graph.starts.size(), "start"),
                     report::count_of(a.graph.ends.size(), "end"), report::count_of(warnings, "finding"),
                     report::count_of(findings.size() - warnings, "further note"), left_out);
}

void add_findings(report::Document& document, const std::vector<text::Diagnostic>& findings) {
  std::size_t number = 0;
  for (std::size_t first = 0; first < findings.size();) {
    const Theme theme = theme_of(findings[first].code);
    document.heading(1, title_of(theme));
    std::size_t last = first;
    for (; last < findings.size() && theme_of(findings[last].code) == theme; ++last) {
      const text::Diagnostic& finding = findings[last];
      document.paragraph(fmt::format("{} [{}]", finding.message, finding.code), fmt::format("{}.", ++number));
    }
    first = last;
  }
}

/// Ids of pairs that share their first, as `A: x, y`.
std::vector<std::string> lines_by_first(const model::Project& project,
                                        const std::vector<std::pair<std::string, std::string>>& pairs,
                                        const std::function<std::string(const std::string&)>& name_of_second) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < pairs.size();) {
    std::vector<std::string> seconds;
    const std::string& first = pairs[i].first;
    for (; i < pairs.size() && pairs[i].first == first; ++i) seconds.push_back(name_of_second(pairs[i].second));
    lines.push_back(fmt::format("from {} to {}", project.services.find(first)->name, text::join_in_words(seconds)));
  }
  return lines;
}

void add_closed(report::Document& document, const model::Project& project, const Analysis& a,
                const std::optional<Loss>& loss, const model::Vocabulary& vocabulary) {
  if (a.without.empty()) return;
  const auto name = [&](const std::string& id) { return project.services.find(id)->name; };
  std::vector<std::string> closed;
  for (const std::string& id : a.without) closed.push_back(name(id));
  document.paragraph(fmt::format("This is the map without {}.", text::join_in_words(closed)), "What if.");
  if (!loss) return;
  std::vector<std::string> lost;
  for (const std::string& id : loss->unreachable)
    lost.push_back(fmt::format("nobody could get to {} any more", name(id)));
  for (const std::string& id : loss->cannot_reach_end)
    lost.push_back(fmt::format("no end could be reached from {} any more", name(id)));
  for (const std::string& line : lines_by_first(project, loss->routes, name))
    lost.push_back("no route would lead " + line);
  const auto grouping = [&](const std::string& id) { return vocabulary.name("groupings", id); };
  for (const std::string& line : lines_by_first(project, loss->doors, grouping))
    lost.push_back("no way would lead " + line);
  if (lost.empty()) {
    document.paragraph("Every service, end and grouping could still be reached from wherever it can be reached today.");
  } else {
    document.paragraph("What would be lost:");
    document.items(std::move(lost));
  }
}

}  // namespace

report::Document describe(const model::Project& project, const Analysis& a,
                          const std::vector<text::Diagnostic>& findings, const std::vector<text::Diagnostic>& all,
                          const model::Vocabulary& vocabulary, const std::optional<Loss>& loss) {
  report::Document document;
  document.title = "What the pathway map shows";
  document.subtitle = subtitle(project, a);
  document.classification = project.project.classification.value_or("");
  document.paragraph(in_short(a, all, findings.size()), "In short.");
  add_closed(document, project, a, loss, vocabulary);
  add_findings(document, findings);
  document.heading(1, "The figures behind it");
  for (const char* name : {"doors", "assessments", "waits", "queues", "sectors", "review"}) {
    report::Table table = reading_table(name, a, vocabulary);
    if (!table.rows.empty()) document.table(std::move(table));
  }
  return document;
}

std::string finding_lines(std::vector<text::Diagnostic> findings) {
  std::string lines;
  for (text::Diagnostic& finding : findings) {
    if (finding.message.ends_with('.')) finding.message.pop_back();
    lines += text::format(finding) + "\n";
  }
  return lines;
}

}  // namespace thrive::pathway
