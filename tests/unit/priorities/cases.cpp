// SPDX-License-Identifier: MIT
#include "tests/unit/priorities/cases.hpp"

#include <algorithm>
#include <filesystem>

#include "tests/unit/support.hpp"

namespace thrive::tests {

std::vector<nlohmann::json> consensus_cases() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(source_path("tests/cases/consensus/profiles")))
    files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  std::vector<nlohmann::json> cases;
  for (const std::string& file : files) cases.push_back(nlohmann::json::parse(read_file(file)));
  return cases;
}

priorities::Profile profile_of(const std::vector<std::string>& items,
                               const std::vector<std::pair<std::vector<std::vector<std::string>>, int>>& ballots,
                               std::size_t choose, std::size_t points_from) {
  model::Priorities priorities;
  priorities.rules.choose = static_cast<int>(choose);
  priorities.rules.points_from = static_cast<int>(points_from);
  for (const auto& [ranking, weight] : ballots) {
    model::TableRanking& table = priorities.tables.add("T" + std::to_string(priorities.tables.size() + 1));
    table.weight = weight;
    for (const auto& group : ranking) table.ranking.push_back({group});
  }
  return priorities::make_profile(priorities, items);
}

priorities::Profile profile_of(const nlohmann::json& reference) {
  const std::vector<std::string> items = reference["candidates"];
  std::vector<std::pair<std::vector<std::vector<std::string>>, int>> ballots;
  for (const auto& ballot : reference["ballots"]) ballots.emplace_back(ballot["ranking"], ballot["weight"].get<int>());
  const std::size_t length = reference["top_k"].is_null() ? items.size() : reference["top_k"].get<std::size_t>();
  return profile_of(items, ballots, reference["expected"]["cut_k"].get<std::size_t>(), length);
}

std::vector<std::string> names(const priorities::Profile& profile, const std::vector<priorities::ItemIndex>& items) {
  std::vector<std::string> result;
  for (const priorities::ItemIndex item : items) result.push_back(profile.items[item]);
  return result;
}

}  // namespace thrive::tests
