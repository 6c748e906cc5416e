// SPDX-License-Identifier: MIT
#include "libthrive/assessment/scoring.hpp"

#include <algorithm>

namespace thrive::assessment {

namespace {

bool is_score(const model::TableScore* answer) { return answer != nullptr && answer->score.points.has_value(); }

void count_votes(ScoredItem& item, const RatingScale& scale) {
  std::vector<int> votes;
  for (const TableAnswer& given : item.answers) {
    if (given.answer == nullptr) continue;
    for (const model::Score& vote : given.answer->votes)
      if (vote.points) votes.push_back(*vote.points);
  }
  item.votes = count_ratings(votes, scale);
}

ScoredItem score_item(const std::string& id, const model::Item& item, const model::Assessment& assessment,
                      const RatingScale& scale) {
  ScoredItem scored;
  scored.id = id;
  scored.item = &item;
  scored.agreed = assessment.agreed.find(id);
  std::vector<int> ratings;
  std::vector<std::string> raters;
  for (const auto& table : assessment.tables) {
    const model::TableScore* answer = table.value.scores.find(id);
    scored.answers.push_back({table.id, answer});
    if (answer == nullptr) continue;
    if (!is_score(answer)) {
      ++scored.unknown;
      continue;
    }
    ratings.push_back(*answer->score.points);
    raters.push_back(table.id);
    scored.without_evidence += answer->evidence.has_value() ? 0 : 1;
  }
  scored.statistics = describe_item(ratings, scale);
  if (scored.statistics.isolated) scored.isolated.push_back(raters[*scored.statistics.isolated]);
  count_votes(scored, scale);
  return scored;
}

void add_to_group(std::vector<Group>& groups, const std::string& id, const ScoredItem& item, const RatingScale& scale) {
  auto group = std::find_if(groups.begin(), groups.end(), [&id](const Group& known) { return known.id == id; });
  if (group == groups.end()) group = groups.insert(groups.end(), Group{id, 0, 0, 0, {}, {}});
  ++group->items;
  const std::optional<double> counts = item.counts();
  if (!counts) return;
  ++group->scored;
  group->thrive_like += *counts >= scale.thrive_like_from ? 1 : 0;
}

/// The medians and means of groups need all of their scores at once.
template <class Belongs>
void add_middle(Group& group, const std::vector<ScoredItem>& items, Belongs belongs) {
  std::vector<double> scores;
  for (const ScoredItem& item : items)
    if (belongs(item) && item.counts()) scores.push_back(*item.counts());
  double sum = 0;
  for (const double score : scores) sum += score;
  if (!scores.empty()) group.mean = sum / static_cast<double>(scores.size());
  group.median = median(std::move(scores));
}

void add_groups(Scoring& scoring) {
  for (const ScoredItem& item : scoring.items) {
    add_to_group(scoring.levels, item.item->level, item, scoring.scale);
    for (const std::string& principle : item.item->principles)
      add_to_group(scoring.principles, principle, item, scoring.scale);
  }
  for (Group& level : scoring.levels)
    add_middle(level, scoring.items, [&level](const ScoredItem& item) { return item.item->level == level.id; });
  for (Group& principle : scoring.principles)
    add_middle(principle, scoring.items, [&principle](const ScoredItem& item) {
      return std::count(item.item->principles.begin(), item.item->principles.end(), principle.id) > 0;
    });
}

Basis basis_of(const Scoring& scoring) {
  std::size_t agreed = 0, scored = 0;
  for (const ScoredItem& item : scoring.items) {
    if (!item.counts()) continue;
    ++scored;
    agreed += item.agreed != nullptr && item.agreed->score.points ? 1 : 0;
  }
  if (agreed == 0) return Basis::table_medians;
  return agreed == scored ? Basis::agreed : Basis::agreed_else_table_medians;
}

Ratings ratings_of(const Scoring& scoring) {
  Ratings ratings(scoring.tables.size(), std::vector<std::optional<int>>(scoring.items.size()));
  for (std::size_t item = 0; item < scoring.items.size(); ++item)
    for (std::size_t table = 0; table < scoring.tables.size(); ++table)
      if (const model::TableScore* answer = scoring.items[item].answers[table].answer)
        ratings[table][item] = answer->score.points;
  return ratings;
}

std::size_t range_of(const ScoredItem& item) {
  const std::vector<std::size_t>& counts = item.statistics.counts;
  std::size_t first = 0, last = counts.size();
  while (first < counts.size() && counts[first] == 0) ++first;
  while (last > first && counts[last - 1] == 0) --last;
  return last - first;
}

}  // namespace

std::optional<double> ScoredItem::counts() const {
  if (agreed != nullptr && agreed->score.points) return *agreed->score.points;
  return statistics.median;
}

Scoring score_assessment(const std::string& id, const model::Assessment& assessment,
                         const model::Instrument& instrument) {
  Scoring scoring;
  scoring.id = id;
  scoring.instrument = assessment.instrument;
  scoring.made_with = &instrument;
  scoring.scale = {instrument.scale.min, instrument.scale.max, instrument.scale.thrive_like_from};
  scoring.date = assessment.date;
  scoring.tables = assessment.tables.ids();
  for (const auto& item : instrument.items)
    scoring.items.push_back(score_item(item.id, item.value, assessment, scoring.scale));
  add_groups(scoring);
  scoring.basis = basis_of(scoring);
  for (const ScoredItem& item : scoring.items) {
    const std::optional<double> counts = item.counts();
    if (!counts) continue;
    ++scoring.of;
    scoring.thrive_like += *counts >= scoring.scale.thrive_like_from ? 1 : 0;
  }
  const Ratings ratings = ratings_of(scoring);
  scoring.alpha = krippendorff_alpha(ratings, scoring.scale);
  scoring.gwet = gwet_agreement(ratings, scoring.scale);
  scoring.concordance = kendall_concordance(ratings);
  return scoring;
}

std::vector<const ScoredItem*> items_to_talk_about(const Scoring& scoring, std::size_t at_most) {
  std::vector<const ScoredItem*> items;
  for (const ScoredItem& item : scoring.items)
    if (item.statistics.has_gap || item.statistics.straddles) items.push_back(&item);
  std::stable_sort(items.begin(), items.end(), [](const ScoredItem* a, const ScoredItem* b) {
    if (a->statistics.leik_dispersion != b->statistics.leik_dispersion)
      return a->statistics.leik_dispersion.value_or(0) > b->statistics.leik_dispersion.value_or(0);
    if (range_of(*a) != range_of(*b)) return range_of(*a) > range_of(*b);
    return a->statistics.straddles && !b->statistics.straddles;
  });
  if (items.size() > at_most) items.resize(at_most);
  return items;
}

std::vector<std::size_t> counts_of_level(const Scoring& scoring, std::string_view level) {
  std::vector<std::size_t> counts(scoring.scale.categories(), 0);
  for (const ScoredItem& item : scoring.items) {
    if (item.item->level != level) continue;
    for (std::size_t at = 0; at < counts.size(); ++at) counts[at] += item.statistics.counts[at];
  }
  return counts;
}

}  // namespace thrive::assessment
