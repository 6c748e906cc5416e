// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>
#include <set>

#include "libthrive/project/found.hpp"
#include "libthrive/project/rules/rules.hpp"

namespace thrive::project {

namespace {

/// The pathway that a variant or a redesign starts from; empty when it is a drawing of its own.
std::string_view original_of(const model::Pathway& pathway) {
  if (pathway.variant_of) return *pathway.variant_of;
  if (pathway.redesign_of) return *pathway.redesign_of;
  return {};
}

void check_originals(const Opened& project, text::Diagnostics& problems) {
  const auto& pathways = project.model().pathways;
  std::set<std::string, std::less<>> reported;
  for (const auto& [id, pathway] : pathways) {
    std::set<std::string, std::less<>> seen{id};
    for (std::string_view original = original_of(pathway); !original.empty();) {
      if (original == id && !reported.contains(id)) {
        const char* field = pathway.variant_of ? "variant_of" : "redesign_of";
        say(project, problems, {"pathway-of-itself", {"pathways", id, field}, {{"pathway", id}}});
        reported.insert(seen.begin(), seen.end());
      }
      if (!seen.emplace(original).second) break;
      const model::Pathway* next = pathways.find(original);
      original = next == nullptr ? std::string_view() : original_of(*next);
    }
  }
}

/// What makes a flow a second drawing of another.
bool are_alike(const model::Flow& one, const model::Flow& other) {
  return one.from == other.from && one.to == other.to && one.kind.value_or("") == other.kind.value_or("");
}

std::uint64_t hash_of(const model::Flow& flow) {
  constexpr std::uint64_t factor = 0x9e3779b97f4a7c15u;
  std::uint64_t hash = model::IdIndex::hash(flow.from);
  hash = (hash * factor) ^ model::IdIndex::hash(flow.to);
  return (hash * factor) ^ (flow.kind ? model::IdIndex::hash(*flow.kind) : 0);
}

/// For each flow that is drawn again, the first drawing. Without a tree of names: ten thousand flows are sorted by
/// their hashes, and only those of one hash are compared.
std::vector<std::pair<std::size_t, std::size_t>> drawn_again(const std::vector<model::Flow>& flows) {
  std::vector<std::pair<std::uint64_t, std::size_t>> hashes;
  hashes.reserve(flows.size());
  for (std::size_t i = 0; i < flows.size(); ++i)
    if (!flows[i].from.empty() && !flows[i].to.empty()) hashes.emplace_back(hash_of(flows[i]), i);
  std::sort(hashes.begin(), hashes.end());
  std::vector<std::pair<std::size_t, std::size_t>> again;
  for (std::size_t begin = 0, at = 0; at < hashes.size(); ++at) {
    if (hashes[at].first != hashes[begin].first) begin = at;
    for (std::size_t first = begin; first < at; ++first) {
      if (!are_alike(flows[hashes[first].second], flows[hashes[at].second])) continue;
      again.emplace_back(hashes[at].second, hashes[first].second);
      break;
    }
  }
  std::sort(again.begin(), again.end());
  return again;
}

/// Two lines between the same services, of the same kind: one of them was drawn by mistake, or the kinds differ.
void check_flows_drawn_twice(const Opened& project, std::string_view id, const model::Pathway& pathway,
                             text::Diagnostics& problems) {
  const auto path = [&](std::size_t flow) { return Path{"pathways", std::string(id), "flows", std::to_string(flow)}; };
  for (const auto& [again, first] : drawn_again(pathway.flows)) {
    const model::Flow& flow = pathway.flows[again];
    const text::Place other = project.place(path(first));
    const bool same_numbers = pathway.flows[first].per_year == flow.per_year;
    say(project, problems,
        {"flow-drawn-twice",
         path(again),
         {{"case", same_numbers ? "again" : "another-number"},
          {"from", flow.from},
          {"to", flow.to},
          {"file", other.file},
          {"line", other.from.line}}});
  }
}

void check_waits(const Opened& project, std::string_view id, const model::Pathway& pathway,
                 text::Diagnostics& problems) {
  for (std::size_t i = 0; i < pathway.flows.size(); ++i) {
    const auto& wait = pathway.flows[i].wait;
    if (!wait || !wait->median_days || !wait->p90_days || *wait->p90_days >= *wait->median_days) continue;
    say(project, problems,
        {"wait-upside-down",
         {"pathways", std::string(id), "flows", std::to_string(i), "wait", "p90_days"},
         {{"p90_days", *wait->p90_days}, {"median_days", *wait->median_days}}});
  }
}

}  // namespace

void check_pathways(const Opened& project, text::Diagnostics& problems) {
  check_originals(project, problems);
  for (const auto& [id, pathway] : project.model().pathways) {
    check_flows_drawn_twice(project, id, pathway, problems);
    check_waits(project, id, pathway, problems);
    if (pathway.variant_of && pathway.redesign_of)
      say(project, problems, {"variant-and-redesign", {"pathways", id, "redesign_of"}, {{"pathway", id}}});
  }
}

}  // namespace thrive::project
