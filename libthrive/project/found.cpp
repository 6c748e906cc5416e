// SPDX-License-Identifier: MIT
#include "libthrive/project/found.hpp"

#include <utility>

#include "libthrive/findings/say.hpp"

namespace thrive::project {

text::Diagnostic in_words(const Opened& project, findings::Finding finding) {
  if (!finding.path.empty()) finding.place = project.place(finding.path);
  return findings::in_words(finding);
}

std::vector<text::Diagnostic> in_words(const Opened& project, const std::vector<findings::Finding>& found) {
  std::vector<text::Diagnostic> said;
  said.reserve(found.size());
  for (const findings::Finding& finding : found) said.push_back(in_words(project, finding));
  return said;
}

std::vector<text::Diagnostic> at_their_keys(const Opened& project, std::vector<text::Diagnostic> findings) {
  for (text::Diagnostic& finding : findings) finding.place = project.place_of_key(finding.path);
  return findings;
}

void say(const Opened& project, text::Diagnostics& problems, findings::Finding finding) {
  problems.add(in_words(project, std::move(finding)));
}

void say_of_key(const Opened& project, text::Diagnostics& problems, findings::Finding finding) {
  finding.place = project.place_of_key(finding.path);
  findings::say(problems, finding);
}

}  // namespace thrive::project
