// SPDX-License-Identifier: MIT
#include <algorithm>

#include "libthrive/improvement/checks/check_causes.hpp"
#include "libthrive/improvement/checks/words.hpp"

namespace thrive::improvement {

namespace {

using Found = std::vector<findings::Finding>;
using Path = std::vector<std::string>;

bool is_verified(const model::Cause& cause) { return cause.verified.value_or(false); }

/// The most votes that any cause of a fishbone has: how large the group was at least.
int most_votes(const model::Problem& problem) {
  int most = 0;
  for (const auto& branch : problem.fishbone)
    for (const model::Cause& cause : branch.value) most = std::max(most, cause.votes.value_or(0));
  return most;
}

/// A cause that an idea names: the problem itself, as causes have no ids of their own.
bool is_answered(const model::Project& project, const std::string& problem) {
  return std::any_of(project.ideas.begin(), project.ideas.end(), [&](const auto& idea) {
    const auto& because = idea.value.because;
    return std::find(because.begin(), because.end(), problem) != because.end();
  });
}

void check_fishbone(const model::Project& project, const std::string& id, const model::Problem& problem, Found& found) {
  const int group = most_votes(problem);
  for (const auto& branch : problem.fishbone)
    for (std::size_t at = 0; at < branch.value.size(); ++at) {
      const model::Cause& cause = branch.value[at];
      const Path path{"causes", id, "fishbone", branch.id, std::to_string(at)};
      if (cause.votes && *cause.votes > 0 && 2 * *cause.votes >= group && !is_verified(cause))
        found.push_back({"cause-not-verified", path, {{"cause", cause.text}, {"case", "votes"}}});
      if (is_verified(cause) && !is_answered(project, id))
        found.push_back({"cause-without-idea", path, {{"problem", id}, {"cause", cause.text}}});
    }
}

void check_whys(const std::string& id, const model::Problem& problem, const Thresholds& thresholds, Found& found) {
  if (problem.whys.empty()) return;
  const std::string last = std::to_string(problem.whys.size() - 1);
  const model::Why& end = problem.whys.back();
  if (!end.evidence)
    found.push_back({"cause-not-verified", {"causes", id, "whys", last}, {{"cause", end.text}, {"case", "why"}}});
  if (has_word(end.text, thresholds.wording.people) && !has_word(end.text, thresholds.wording.systems))
    found.push_back({"whys-stop-at-a-person", {"causes", id, "whys", last}, {{"problem", id}, {"why", end.text}}});
  if (problem.whys.size() < thresholds.limits.fewest_whys)
    found.push_back({"whys-short",
                     {"causes", id, "whys"},
                     {{"problem", id}, {"links", problem.whys.size()}, {"fewest", thresholds.limits.fewest_whys}}});
}

void check_tally(const std::string& id, const model::Tally& tally, const Thresholds& thresholds, text::Date today,
                 Found& found) {
  const TheoryLimits& limits = thresholds.limits;
  const Path path{"causes", id, "tally"};
  const Pareto pareto = pareto_of(tally, thresholds);
  if (tally.n < limits.fewest_counted)
    found.push_back({"pareto-few", path, {{"problem", id}, {"counted", tally.n}, {"fewest", limits.fewest_counted}}});
  const std::size_t vital = pareto.vital_count();
  if (static_cast<double>(vital) > limits.flat_share * static_cast<double>(pareto.reasons.size()))
    found.push_back({"pareto-flat", path, {{"problem", id}, {"vital", vital}, {"reasons", pareto.reasons.size()}}});
  double others = 0;
  for (const Reason& reason : pareto.reasons)
    if (reason.is_other) others += reason.count;
  if (tally.n > 0 && others * 100 > limits.other_percent * tally.n)
    found.push_back({"other-large", path, {{"problem", id}, {"percent", others * 100 / tally.n}}});
  const auto day = day_counted(tally);
  if (day && text::days_between(*day, today) > 7 * limits.old_weeks)
    found.push_back({"tally-old", {"causes", id, "tally", "counted"}, {{"problem", id}, {"counted", tally.counted}}});
}

}  // namespace

std::vector<findings::Finding> check_causes(const model::Project& project, const Thresholds& thresholds,
                                            text::Date today) {
  Found found;
  for (const auto& [id, problem] : project.causes) {
    check_fishbone(project, id, problem, found);
    check_whys(id, problem, thresholds, found);
    if (problem.tally) check_tally(id, *problem.tally, thresholds, today, found);
  }
  return found;
}

}  // namespace thrive::improvement
