// SPDX-License-Identifier: MIT
#include "libthrive/project/acceptance.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "libthrive/findings/words.hpp"
#include "libthrive/project/found.hpp"

namespace thrive::project {

namespace {

using model::Acceptance;
using text::Diagnostic;

Path steps_of(std::string_view at) {
  Path steps;
  while (!at.empty()) {
    const std::size_t end = std::min(at.find('/'), at.size());
    steps.emplace_back(at.substr(0, end));
    at.remove_prefix(std::min(end + 1, at.size()));
  }
  return steps;
}

/// True when a finding's path is that of `steps` or leads on from there.
bool is_below(const Path& path, const Path& steps) {
  return path.size() >= steps.size() && std::equal(steps.begin(), steps.end(), path.begin());
}

/// `FILE` or `FILE:LINE`, the file as it is named in the project's folder.
bool is_in_file(const Opened& project, const Diagnostic& finding, std::string_view at) {
  const std::string& file = finding.place.file;
  const std::string line = ":" + std::to_string(finding.place.from.line);
  if (at.ends_with(line)) at.remove_suffix(line.size());
  return file == at || file == project.folder() + "/" + std::string(at);
}

bool is_at(const Opened& project, const Diagnostic& finding, const Acceptance& acceptance) {
  if (!acceptance.at) return true;
  if (is_in_file(project, finding, *acceptance.at)) return true;
  const Path steps = steps_of(*acceptance.at);
  if (!finding.path.empty()) return is_below(finding.path, steps);
  return finding.place == project.place(steps) || finding.place == project.place_of_key(steps);
}

bool may_be_accepted(const Diagnostic& finding) {
  const findings::Words* about = findings::words(finding.code);
  return finding.severity != text::Severity::error || (about != nullptr && about->may_be_lowered);
}

bool is_looked_for(const std::string& code, const std::vector<std::string_view>& areas) {
  const findings::Words* about = findings::words(code);
  return about != nullptr && std::find(areas.begin(), areas.end(), about->area) != areas.end();
}

}  // namespace

Judged judge(const Opened& project, std::vector<Diagnostic> findings, const std::vector<std::string_view>& areas,
             text::Date today) {
  const std::vector<Acceptance>& accept = project.model().accept;
  Judged judged;
  std::vector<bool> is_used(accept.size(), false);
  for (Diagnostic& finding : findings) {
    const Acceptance* accepted = nullptr;
    for (std::size_t i = 0; i < accept.size(); ++i) {
      if (accept[i].code != finding.code || !may_be_accepted(finding) || !is_at(project, finding, accept[i])) continue;
      is_used[i] = true;
      if (today <= accept[i].until) accepted = &accept[i];
    }
    if (accepted == nullptr) {
      judged.open.push_back(std::move(finding));
      continue;
    }
    finding.hint = "accepted until " + text::format_date(accepted->until) + ": " + accepted->reason;
    judged.accepted.push_back(std::move(finding));
  }
  for (std::size_t i = 0; i < accept.size(); ++i) {
    if (!is_looked_for(accept[i].code, areas)) continue;
    const Path path = {"accept", std::to_string(i)};
    const text::Value at = accept[i].at ? text::Value(*accept[i].at) : text::Value();
    if (!is_used[i])
      judged.open.push_back(in_words(project, {"acceptance-unused", path, {{"code", accept[i].code}, {"at", at}}}));
    else if (today > accept[i].until)
      judged.open.push_back(
          in_words(project, {"acceptance-ended",
                             path,
                             {{"code", accept[i].code}, {"at", at}, {"until", text::format_date(accept[i].until)}}}));
  }
  return judged;
}

}  // namespace thrive::project
