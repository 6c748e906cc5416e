// SPDX-License-Identifier: MIT
#include "libthrive/pathway/findings/describe_findings.hpp"

#include <algorithm>

namespace thrive::pathway {

std::vector<Finding> findings(const Analysis& analysis, const model::Vocabulary& vocabulary) {
  std::vector<Finding> found;
  find_in_map(analysis, found);
  if (analysis.graph.size() > 0) {
    find_in_ways(analysis, found);
    find_in_loops(analysis, found);
    find_in_routes(analysis, vocabulary, found);
    find_in_sectors(analysis, vocabulary, found);
    find_in_waiting(analysis, found);
    find_in_review(analysis, vocabulary, found);
  }
  std::ranges::stable_sort(found, [](const Finding& a, const Finding& b) {
    return a.theme != b.theme ? a.theme < b.theme : a.severity < b.severity;
  });
  return found;
}

std::vector<Finding> only(std::vector<Finding> findings, const std::vector<std::string>& codes) {
  if (!codes.empty())
    std::erase_if(findings,
                  [&](const Finding& finding) { return std::ranges::find(codes, finding.code) == codes.end(); });
  return findings;
}

bool has_warnings(const std::vector<Finding>& findings) {
  return std::ranges::any_of(findings, [](const Finding& finding) { return finding.severity != text::Severity::note; });
}

}  // namespace thrive::pathway
