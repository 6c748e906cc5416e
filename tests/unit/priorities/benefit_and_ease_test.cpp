// SPDX-License-Identifier: MIT
#include "libthrive/priorities/benefit_and_ease.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace thrive;
using namespace thrive::priorities;

namespace {

model::Keyed<double> rated(const std::vector<double>& values) {
  model::Keyed<double> ratings;
  for (const double value : values) ratings.add("rater " + std::to_string(ratings.size() + 1), value);
  return ratings;
}

Quarter quarter(const std::vector<double>& benefit, const std::vector<double>& ease) {
  model::Project project;
  model::Idea& idea = project.ideas.add("i");
  idea.text = "idea";
  idea.benefit = rated(benefit);
  idea.ease = rated(ease);
  return rate_ideas(project)[0].quarter;
}

}  // namespace

TEST_CASE("priorities: quarters go by medians, and a median of 3 is on the line") {
  CHECK(quarter({4, 5}, {4}) == Quarter::quick_win);
  CHECK(quarter({4}, {2, 2, 5}) == Quarter::major_project);
  CHECK(quarter({2}, {5}) == Quarter::fill_in);
  CHECK(quarter({1, 2}, {2}) == Quarter::think_again);
  CHECK(quarter({2, 4}, {5}) == Quarter::on_the_line);
  CHECK(quarter({5}, {3}) == Quarter::on_the_line);
  CHECK(quarter({5}, {}) == Quarter::not_rated);
}

TEST_CASE("priorities: ratings keep their spread") {
  const Ratings ratings = ratings_of(rated({2, 5, 4, 4}));
  CHECK(ratings.median == 4);
  CHECK(ratings.mean == 3.75);
  CHECK(ratings.lowest == 2);
  CHECK(ratings.highest == 5);
  CHECK(ratings.differ());
  CHECK_FALSE(ratings_of(rated({3, 4})).differ());
  CHECK_FALSE(ratings_of({}).median);
}

TEST_CASE("priorities: Thornmere's criteria by its own rule and by ours") {
  // Thornmere states the mean of three criteria: benefit, ease and evidence of need. The matrix has no third axis: it
  // goes by the medians of benefit and of ease. Both are tested from the same figures.
  struct Row {
    const char* item;
    double benefit, ease, evidence, mean;
    Quarter quarter;
  };
  for (const Row& row :
       {Row{"S3", 5, 4, 5, 4.67, Quarter::quick_win}, Row{"S2", 5, 3, 4, 4.0, Quarter::on_the_line},
        Row{"M6", 4, 2, 4, 3.33, Quarter::major_project}, Row{"P3", 4, 4, 4, 4.0, Quarter::quick_win},
        Row{"P5", 5, 2, 4, 3.67, Quarter::major_project}, Row{"S1", 3, 4, 3, 3.33, Quarter::on_the_line},
        Row{"P1", 4, 3, 3, 3.33, Quarter::on_the_line}, Row{"S4", 3, 4, 2, 3.0, Quarter::on_the_line}}) {
    CAPTURE(row.item);
    CHECK(std::abs(*ratings_of(rated({row.benefit, row.ease, row.evidence})).mean - row.mean) < 0.005);
    CHECK(quarter({row.benefit}, {row.ease}) == row.quarter);
  }
}
