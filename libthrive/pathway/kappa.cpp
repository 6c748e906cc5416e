// SPDX-License-Identifier: MIT
#include "libthrive/pathway/kappa.hpp"

#include <bit>
#include <cstdint>
#include <map>
#include <utility>

namespace thrive::pathway {

namespace {

/// A set of numbers, a bit each.
class Bits {
 public:
  void add(std::size_t number) {
    if (number / 64 >= words_.size()) words_.resize(number / 64 + 1, 0);
    words_[number / 64] |= std::uint64_t{1} << number % 64;
  }
  bool contains(std::size_t number) const {
    return number / 64 < words_.size() && (words_[number / 64] >> number % 64 & 1) != 0;
  }
  /// How many numbers all of the sets have.
  template <class... Others>
  std::size_t shared(const Others&... others) const {
    std::size_t words = words_.size();
    ((words = words < others.words_.size() ? words : others.words_.size()), ...);
    std::size_t count = 0;
    for (std::size_t i = 0; i < words; ++i)
      count += static_cast<std::size_t>(std::popcount((words_[i] & ... & others.words_[i])));
    return count;
  }

 private:
  std::vector<std::uint64_t> words_;
};

/// One pathway as sets: the services it touches, its flows, and which flows of any pathway lie between its services.
struct Map {
  Bits services;
  Bits flows;
  Bits within;
};

std::vector<Map> maps_of(const model::Project& project, const std::vector<std::string>& pathways) {
  std::map<std::string_view, std::size_t> number;
  for (const auto& [id, service] : project.services) number.emplace(id, number.size());
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> flows;
  std::vector<Map> maps(pathways.size());
  for (std::size_t at = 0; at < pathways.size(); ++at) {
    const model::Pathway* pathway = project.pathways.find(pathways[at]);
    if (pathway == nullptr) continue;
    for (const model::Flow& flow : pathway->flows) {
      const auto from = number.find(flow.from);
      const auto to = number.find(flow.to);
      if (from != number.end()) maps[at].services.add(from->second);
      if (to != number.end()) maps[at].services.add(to->second);
      if (from == number.end() || to == number.end() || from == to) continue;
      maps[at].flows.add(flows.emplace(std::pair(from->second, to->second), flows.size()).first->second);
    }
  }
  for (Map& map : maps)
    for (const auto& [ends, flow] : flows)
      if (map.services.contains(ends.first) && map.services.contains(ends.second)) map.within.add(flow);
  return maps;
}

}  // namespace

std::optional<double> kappa(const FlowCounts& counts) {
  const auto services = static_cast<double>(counts.services);
  const auto of_a = static_cast<double>(counts.of_a);
  const auto of_b = static_cast<double>(counts.of_b);
  const auto both = static_cast<double>(counts.both);
  const double pairs = services * (services - 1);
  if (pairs <= 0) return std::nullopt;
  const double observed = (both + (pairs - of_a - of_b + both)) / pairs;
  const double chance = (of_a * of_b + (pairs - of_a) * (pairs - of_b)) / (pairs * pairs);
  if (chance >= 1) return std::nullopt;
  return (observed - chance) / (1 - chance);
}

std::optional<double> mean_kappa(const model::Project& project, const std::vector<std::string>& pathways) {
  const std::vector<Map> maps = maps_of(project, pathways);
  double sum = 0;
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < maps.size(); ++i)
    for (std::size_t j = i + 1; j < maps.size(); ++j) {
      const Map& a = maps[i];
      const Map& b = maps[j];
      const auto value = kappa(
          {a.services.shared(b.services), a.flows.shared(b.within), b.flows.shared(a.within), a.flows.shared(b.flows)});
      if (!value) continue;
      sum += *value;
      ++pairs;
    }
  if (pairs == 0) return std::nullopt;
  return sum / static_cast<double>(pairs);
}

}  // namespace thrive::pathway
