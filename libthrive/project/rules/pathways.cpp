// SPDX-License-Identifier: MIT
#include <map>
#include <set>
#include <tuple>

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

/// Two lines between the same services, of the same kind: one of them was drawn by mistake, or the kinds differ.
void check_flows_drawn_twice(const Opened& project, std::string_view id, const model::Pathway& pathway,
                             text::Diagnostics& problems) {
  std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::size_t> first;
  for (std::size_t i = 0; i < pathway.flows.size(); ++i) {
    const model::Flow& flow = pathway.flows[i];
    if (flow.from.empty() || flow.to.empty()) continue;
    const auto [found, is_new] =
        first.try_emplace({flow.from, flow.to, flow.kind ? std::string_view(*flow.kind) : std::string_view()}, i);
    if (is_new) continue;
    const text::Place other = project.place({"pathways", std::string(id), "flows", std::to_string(found->second)});
    const bool same_numbers = pathway.flows[found->second].per_year == flow.per_year;
    say(project, problems,
        {"flow-drawn-twice",
         {"pathways", std::string(id), "flows", std::to_string(i)},
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
