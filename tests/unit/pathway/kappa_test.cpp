// SPDX-License-Identifier: MIT
#include "libthrive/pathway/kappa.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "libthrive/pathway/comparison.hpp"

using namespace thrive;

namespace {

/// Pathways of the same services with random flows, some of them drawn twice, to themselves, or to an unknown service.
model::Project random_tables(std::mt19937& random, std::size_t tables) {
  model::Project project;
  for (int service = 0; service < 12; ++service) project.services.add("s" + std::to_string(service));
  const auto end = [&random] { return "s" + std::to_string(random() % 13); };
  for (std::size_t table = 0; table < tables; ++table) {
    model::Pathway pathway;
    for (auto flows = random() % 30; flows > 0; --flows) {
      model::Flow flow;
      flow.from = end();
      flow.to = end();
      pathway.flows.push_back(flow);
    }
    project.pathways.add("table-" + std::to_string(table), pathway);
  }
  return project;
}

}  // namespace

TEST_CASE("kappa: the mean over all pairs is the mean of the pairs' own") {
  std::mt19937 random(1);
  for (int round = 0; round < 50; ++round) {
    const model::Project project = random_tables(random, 6);
    double sum = 0;
    int pairs = 0;
    for (std::size_t i = 0; i < project.pathways.size(); ++i)
      for (std::size_t j = i + 1; j < project.pathways.size(); ++j)
        if (const auto one =
                pathway::compare({&project, project.pathways[i].id}, {&project, project.pathways[j].id}).kappa) {
          sum += *one;
          ++pairs;
        }
    const auto mean = pathway::mean_kappa(project, project.pathways.ids());
    REQUIRE(mean.has_value() == (pairs > 0));
    if (mean) CHECK(*mean == sum / pairs);
  }
}

TEST_CASE("kappa: two services, one flow of two on both maps") {
  // Of the two ordered pairs, each map draws one and the same: observed 1, by chance (1 * 1 + 1 * 1) / 4.
  CHECK(pathway::kappa({2, 1, 1, 1}) == 1.0);
  CHECK_FALSE(pathway::kappa({1, 0, 0, 0}).has_value());
  CHECK_FALSE(pathway::kappa({3, 6, 6, 6}).has_value());
}
