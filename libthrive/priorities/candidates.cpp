// SPDX-License-Identifier: MIT
#include "libthrive/priorities/candidates.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/text/names.hpp"

namespace thrive::priorities {

namespace {

void take_scores(const model::Assessment& assessment, Candidate& candidate) {
  std::vector<int> scores;
  for (const auto& [table, answers] : assessment.tables) {
    const model::TableScore* answer = answers.scores.find(candidate.item);
    if (answer == nullptr) continue;
    if (answer->score.points)
      scores.push_back(*answer->score.points);
    else
      ++candidate.unknown;
  }
  std::sort(scores.begin(), scores.end());
  candidate.scored = scores.size();
  if (!scores.empty()) {
    candidate.lowest = scores.front();
    candidate.highest = scores.back();
    candidate.score = (scores[(scores.size() - 1) / 2] + scores[scores.size() / 2]) / 2.0;
  }
  const model::AgreedScore* agreed = assessment.agreed.find(candidate.item);
  if (agreed == nullptr || !agreed->score.points) return;
  candidate.score = *agreed->score.points;
  candidate.is_agreed = true;
}

/// True when an observation is about this flow: written "from -> to", or at the service where it ends.
bool is_about(const std::string& at, const model::Flow& flow) {
  const auto ends = model::flow_of(at);
  return ends ? ends->first == flow.from && ends->second == flow.to : at == flow.to;
}

void take_observations(const model::Project& project, Candidate& candidate) {
  for (const auto& [id, observation] : project.observations) {
    const auto& items = observation.principles;
    if (std::find(items.begin(), items.end(), candidate.item) == items.end()) continue;
    const bool good = observation.kind == "good-practice";
    (good ? candidate.good_practice : candidate.problems).push_back(id);
    if (good || project.pathways.empty()) continue;
    for (const model::Flow& flow : project.pathways[0].value.flows) {
      const bool waits = flow.wait && flow.wait->median_days;
      if (!is_about(observation.at, flow) || (!flow.per_year && !waits)) continue;
      const bool known = std::any_of(candidate.flows.begin(), candidate.flows.end(), [&](const FlowBehind& other) {
        return other.from == flow.from && other.to == flow.to;
      });
      if (!known)
        candidate.flows.push_back({flow.from, flow.to, flow.people_per_year(),
                                   flow.wait ? flow.wait->median_days : std::nullopt,
                                   flow.counts_visits() ? flow.per_year : std::nullopt});
    }
  }
  std::stable_sort(candidate.flows.begin(), candidate.flows.end(), [](const FlowBehind& a, const FlowBehind& b) {
    return a.per_year.value_or(0) > b.per_year.value_or(0);
  });
}

bool is_listed_before(const Candidate& a, const Candidate& b) {
  if (a.score.has_value() != b.score.has_value()) return a.score.has_value();
  if (a.score && *a.score != *b.score) return *a.score < *b.score;
  return a.problems.size() > b.problems.size();
}

}  // namespace

std::vector<Candidate> candidates(const model::Project& project, const std::vector<std::string>& items,
                                  const model::Assessment* assessment, int thrive_like_from) {
  std::vector<Candidate> result;
  for (const std::string& item : items) {
    Candidate candidate;
    candidate.item = item;
    if (assessment != nullptr) take_scores(*assessment, candidate);
    take_observations(project, candidate);
    candidate.on_the_list = (candidate.score && *candidate.score < thrive_like_from) || !candidate.problems.empty() ||
                            (candidate.lowest && *candidate.highest - *candidate.lowest >= 2);
    result.push_back(std::move(candidate));
  }
  std::stable_sort(result.begin(), result.end(), is_listed_before);
  return result;
}

std::string assessment_to_go_by(const model::Project& project) {
  std::optional<text::Date> agreed;
  if (project.priorities && project.priorities->agreed) agreed = project.priorities->agreed->date;
  std::string latest;
  text::Date date{};
  for (const auto& [id, assessment] : project.assessments) {
    if (agreed && assessment.date > *agreed) continue;
    if (!latest.empty() && assessment.date < date) continue;
    latest = id;
    date = assessment.date;
  }
  return latest;
}

bool check_assessment(const model::Project& project, const std::string& id, text::Diagnostics& problems) {
  if (id.empty() || project.assessments.contains(id)) return true;
  problems.error("unknown-assessment", {}, fmt::format("there is no assessment '{}'", id),
                 text::did_you_mean(id, project.assessments.ids()));
  return false;
}

std::vector<std::optional<double>> scores_of(const std::vector<Candidate>& candidates,
                                             const std::vector<std::string>& items) {
  std::vector<std::optional<double>> scores;
  for (const std::string& item : items) {
    const auto at = std::find_if(candidates.begin(), candidates.end(),
                                 [&](const Candidate& candidate) { return candidate.item == item; });
    scores.push_back(at == candidates.end() ? std::nullopt : at->score);
  }
  return scores;
}

}  // namespace thrive::priorities
