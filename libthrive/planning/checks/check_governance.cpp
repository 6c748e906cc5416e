// SPDX-License-Identifier: MIT
#include "libthrive/planning/checks/check_governance.hpp"

#include <algorithm>
#include <set>

#include "libthrive/text/names.hpp"

namespace thrive::planning {

namespace {

void check_lines(const CheckInput& input, const model::ImplementationPlan& plan, Findings& found) {
  const std::vector<std::string> path = {"plan", "lines"};
  if (plan.lines.size() < static_cast<std::size_t>(input.thresholds.fewest_lines))
    found.push_back({"lines-too-few", path, {{"lines", plan.lines.size()}, {"fewest", input.thresholds.fewest_lines}}});
  std::set<std::string> bodies;
  for (const auto& [id, line] : plan.lines) bodies.insert(text::kebab(line.to));
  if (plan.lines.size() > 1 && bodies.size() == 1)
    found.push_back({"lines-one-end", path, {{"lines", plan.lines.size()}, {"body", plan.lines[0].value.to}}});
  const auto is_commissioners = [](const auto& entry) { return entry.value.kind == "commissioners"; };
  if (std::none_of(plan.lines.begin(), plan.lines.end(), is_commissioners))
    found.push_back({"lines-no-commissioner", path, {}});
}

/// True when one of the words stands in a text, as whole words; case, blanks and dashes do not count.
bool has_words(std::string_view text, const std::vector<std::string>& words) {
  const std::string folded = "-" + text::kebab(text) + "-";
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return folded.find("-" + text::kebab(word) + "-") != std::string::npos;
  });
}

/// True when the team or the stakeholders have somebody of an agency.
bool has_agency(const model::Project& project, const model::Term& agency) {
  const std::vector<std::string>& kinds = agency.detail("kinds");
  for (const auto& [id, stakeholder] : project.stakeholders)
    if (std::find(kinds.begin(), kinds.end(), stakeholder.kind) != kinds.end()) return true;
  for (const auto& [part, who] : project.plan->team)
    if (has_words(role_of(project, who), agency.detail("words"))) return true;
  return false;
}

void check_team(const CheckInput& input, const model::ImplementationPlan& plan, Findings& found) {
  const std::vector<std::string> path = {"plan", "team"};
  for (const model::Term& agency : input.vocabulary.terms("agencies"))
    if (!has_agency(input.project, agency))
      found.push_back({"team-agency-missing",
                       path,
                       {{"case", agency.id == "public-health" ? "public-health" : "agency"}, {"agency", agency.name}}});
  if (!plan.team.contains("informatics")) found.push_back({"team-no-informatics", path, {}});
  if (!plan.team.contains("young-people")) found.push_back({"team-no-young-people", path, {}});
  for (const auto& [part, who] : plan.team)
    if (input.vocabulary.find("team-roles", part) == nullptr)
      found.push_back({"team-unknown-part",
                       {"plan", "team", part},
                       {{"part", part}, {"near", text::nearest_name(part, input.vocabulary.ids("team-roles"))}}});
}

void check_phases(const CheckInput& input, Findings& found) {
  const std::vector<PhaseSpan> spans = phase_spans(input.states);
  for (const int phase : phases_of(input.vocabulary)) {
    const auto is_it = [&](const PhaseSpan& span) { return span.phase == phase; };
    if (std::any_of(spans.begin(), spans.end(), is_it)) continue;
    const auto has_begun_later = [&](const PhaseSpan& span) {
      return span.phase > phase && span.from <= input.today();
    };
    // Nothing for keeping what works is told as soon as anything has begun: it is the last phase, and is planned first.
    const bool is_last = phase == phases_of(input.vocabulary).back();
    const auto has_begun = [&](const PhaseSpan& span) { return span.from <= input.today(); };
    if (std::any_of(spans.begin(), spans.end(), has_begun_later) ||
        (is_last && std::any_of(spans.begin(), spans.end(), has_begun)))
      found.push_back({"phase-empty", {"plan", "tasks"}, {{"case", is_last ? "last" : "other"}, {"phase", phase}}});
  }
}

}  // namespace

void check_governance(const CheckInput& input, Findings& found) {
  if (!input.project.plan) return;
  check_lines(input, *input.project.plan, found);
  check_team(input, *input.project.plan, found);
}

void check_meetings_on_day(const CheckInput& input, Findings& found) {
  bool uses_another = false;
  for (const auto& [id, meeting] : input.project.meetings) {
    uses_another = uses_another || meeting.uses.has_value();
    if (!meeting.next && !meeting.no_next)
      found.push_back({"meeting-next-missing", {"meetings", id}, {{"case", "none"}, {"meeting", meeting.name}}});
    if (meeting.next && *meeting.next < input.today())
      found.push_back(
          {"meeting-next-missing",
           {"meetings", id, "next"},
           {{"case", "passed"}, {"meeting", meeting.name}, {"next", text::format_date_in_words(*meeting.next)}}});
    if (!meeting.next || !meeting.last || !meeting.every_weeks) continue;
    const int between = text::days_between(*meeting.last, *meeting.next);
    if (between > 7 * *meeting.every_weeks * input.thresholds.slipping_times)
      found.push_back({"meeting-slipping",
                       {"meetings", id, "next"},
                       {{"meeting", meeting.name}, {"days", between}, {"weeks", *meeting.every_weeks}}});
  }
  if (input.project.meetings.size() >= static_cast<std::size_t>(input.thresholds.many_meetings) && !uses_another)
    found.push_back({"meeting-not-existing", {"meetings"}, {{"meetings", input.project.meetings.size()}}});
  check_phases(input, found);
}

}  // namespace thrive::planning
