// SPDX-License-Identifier: MIT
#include "libthrive/findings/say.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "libthrive/findings/sentence.hpp"
#include "libthrive/findings/words.hpp"

namespace thrive::findings {

namespace {

/// What is known; facts that turned out to be nothing are left out.
Facts known(const Facts& facts) {
  Facts kept;
  std::copy_if(facts.begin(), facts.end(), std::back_inserter(kept), [](const auto& fact) {
    const std::string* words = fact.second.as_text();
    return !fact.second.is_null() && (words == nullptr || !words->empty());
  });
  return kept;
}

}  // namespace

text::Diagnostic in_words(const Finding& finding) {
  text::Diagnostic said;
  said.code = finding.code;
  said.place = finding.place;
  said.path = finding.path;
  said.facts = known(finding.facts);
  const Words* about = words(finding.code);
  if (about == nullptr) {  // tests/agreement/words.py sees to it that this does not happen
    said.message = finding.code;
    return said;
  }
  said.severity = severity_of(*about, finding.facts);
  said.message = filled(about->says, finding.facts).value_or(about->title);
  if (!about->advice.is_empty()) said.hint = filled(about->advice, finding.facts).value_or(std::string());
  text::withhold_personal_data(said);
  return said;
}

void put_into_words(text::Diagnostic& problem) {
  if (!problem.message.empty()) return;
  Finding finding(problem.code, problem.place, std::move(problem.facts));
  finding.path = std::move(problem.path);
  problem = in_words(finding);
}

text::Diagnostics in_words(text::Diagnostics problems) {
  text::Diagnostics said;
  for (text::Diagnostic problem : problems.entries()) {
    put_into_words(problem);
    said.add(std::move(problem));
  }
  return said;
}

void regrade(text::Diagnostic& problem) {
  const Words* about = words(problem.code);
  if (about != nullptr && about->says.is_empty()) problem.severity = severity_of(*about, problem.facts);
}

void say(text::Diagnostics& problems, const Finding& finding) { problems.add(in_words(finding)); }

}  // namespace thrive::findings
