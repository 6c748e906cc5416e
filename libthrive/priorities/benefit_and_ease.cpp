// SPDX-License-Identifier: MIT
#include "libthrive/priorities/benefit_and_ease.hpp"

#include <algorithm>
#include <utility>

#include "libthrive/model/serving.hpp"

namespace thrive::priorities {

namespace {

constexpr double middle = 3;

Quarter quarter_of(const Ratings& benefit, const Ratings& ease) {
  if (!benefit.median || !ease.median) return Quarter::not_rated;
  if (*benefit.median == middle || *ease.median == middle) return Quarter::on_the_line;
  if (*benefit.median > middle) return *ease.median > middle ? Quarter::quick_win : Quarter::major_project;
  return *ease.median > middle ? Quarter::fill_in : Quarter::think_again;
}

/// Lines go between the quarters they part: read before "fill-in".
int rank_of(Quarter quarter) {
  switch (quarter) {
    case Quarter::quick_win:
      return 0;
    case Quarter::major_project:
      return 1;
    case Quarter::on_the_line:
      return 2;
    case Quarter::fill_in:
      return 3;
    case Quarter::think_again:
      return 4;
    default:
      return 5;
  }
}

bool comes_before(const RatedIdea& a, const RatedIdea& b) {
  if (a.quarter != b.quarter) return rank_of(a.quarter) < rank_of(b.quarter);
  if (a.benefit.median != b.benefit.median) return a.benefit.median > b.benefit.median;
  return a.ease.median > b.ease.median;
}

}  // namespace

Ratings ratings_of(const model::Keyed<double>& by_rater) {
  std::vector<double> given;
  for (const auto& [rater, value] : by_rater) given.push_back(value);
  Ratings ratings;
  ratings.raters = given.size();
  if (given.empty()) return ratings;
  std::sort(given.begin(), given.end());
  double sum = 0;
  for (const double value : given) sum += value;
  ratings.mean = sum / static_cast<double>(given.size());
  ratings.median = (given[(given.size() - 1) / 2] + given[given.size() / 2]) / 2;
  ratings.lowest = given.front();
  ratings.highest = given.back();
  return ratings;
}

std::vector<RatedIdea> rate_ideas(const model::Project& project) {
  std::vector<RatedIdea> result;
  for (const auto& [id, idea] : project.ideas) {
    RatedIdea rated{id,
                    idea.text,
                    model::items_served(project, idea),
                    ratings_of(idea.benefit),
                    ratings_of(idea.ease),
                    Quarter::not_rated};
    rated.quarter = quarter_of(rated.benefit, rated.ease);
    result.push_back(std::move(rated));
  }
  std::stable_sort(result.begin(), result.end(), comes_before);
  return result;
}

}  // namespace thrive::priorities
