// SPDX-License-Identifier: MIT
#include "libthrive/pathway/additions.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

constexpr std::size_t longest_made_id = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_id(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
  });
}

bool contains(const std::vector<std::string>& items, std::string_view item) {
  return std::ranges::find(items, item) != items.end();
}

/// Takes drafts one after the other and keeps what they add.
class Adder {
 public:
  Adder(const Drafts& drafts, const model::Project& project, const project::Vocabulary& vocabulary,
        text::Diagnostics& problems)
      : drafts_(drafts), project_(project), vocabulary_(vocabulary), problems_(problems), resolve_(project, problems) {}

  Additions take_all() {
    for (const Draft& draft : drafts_.services) take_service(draft);
    if (!drafts_.flows.empty()) choose_pathway();
    for (const Draft& draft : drafts_.flows) take_flow(draft);
    for (const Draft& draft : drafts_.observations) take_observation(draft);
    return std::move(added_);
  }

 private:
  /// The id that a draft gives; made of its name when it gives none. Empty, with an error, when it cannot be one.
  std::string id_of(const Draft& draft, const std::vector<std::string>& taken, std::string_view name) {
    const DraftField* given = draft.find("id");
    if (!given) return id_from_name(name, taken);
    if (is_id(given->text)) return given->text;
    problems_.error("bad-id", given->place, fmt::format("'{}' cannot be an id", text::without_controls(given->text)),
                    fmt::format("'{}' could", id_from_name(given->text, taken)));
    return {};
  }

  void take_service(const Draft& draft) {
    model::Service service = service_of(draft, vocabulary_, problems_);
    std::vector<std::string> taken = project_.services.ids();
    for (const auto& [id, other] : added_.services) taken.push_back(id);
    // A name that is there already is the same service typed again.
    if (!draft.find("id") && !service.name.empty())
      for (const model::Keyed<model::Service>* services : {&project_.services, &std::as_const(added_.services)})
        for (const auto& [id, other] : *services)
          if (text::kebab(other.name) == text::kebab(service.name)) return meet_again(draft, id, other == service);
    const std::string id = id_of(draft, taken, service.name);
    if (id.empty()) return;
    if (const model::Service* other = project_.services.find(id)) return meet_again(draft, id, *other == service);
    if (added_.services.contains(id)) return meet_again(draft, id, *added_.services.find(id) == service);
    added_.services.add(id, std::move(service));
  }

  void meet_again(const Draft& draft, const std::string& id, bool is_same) {
    if (is_same) {
      ++added_.there_already;
      return;
    }
    problems_.error("service-already-there", draft.place,
                    fmt::format("service '{}' is there already, with other details", id),
                    "change it in the file, or give the new one an id of its own");
  }

  void choose_pathway() {
    if (drafts_.pathway.empty() && project_.pathways.empty()) {
      added_.pathway = "current";
      added_.is_new_pathway = true;
    } else {
      added_.pathway = resolve_.pathway(drafts_.pathway);
    }
  }

  void take_flow(const Draft& draft) {
    model::Flow flow = flow_of(draft, vocabulary_, problems_);
    if (flow.from.empty() || flow.to.empty()) return;
    flow.from = resolve_.service(flow.from, draft.find("from")->place, &added_.services);
    flow.to = resolve_.service(flow.to, draft.find("to")->place, &added_.services);
    if (flow.from.empty() || flow.to.empty()) return;
    const model::Pathway* pathway = project_.pathways.find(added_.pathway);
    const auto is_between = [&](const model::Flow& other) { return other.from == flow.from && other.to == flow.to; };
    if (!drafts_.draw_again) {
      std::vector<model::Flow> there = added_.flows;
      if (pathway) there.insert(there.end(), pathway->flows.begin(), pathway->flows.end());
      if (std::ranges::find(there, flow) != there.end()) {
        ++added_.there_already;
        return;
      }
      if (std::ranges::any_of(there, is_between)) {
        problems_.error(
            "flow-already-there", draft.place,
            fmt::format("a flow from '{}' to '{}' is drawn already, with other details", flow.from, flow.to),
            "change that one in the file, or use --again to draw a second");
        return;
      }
    }
    added_.flows.push_back(std::move(flow));
  }

  void take_observation(const Draft& draft) {
    model::Observation observation = observation_of(draft, vocabulary_, problems_);
    if (observation.at.empty()) return;
    observation.at = resolve_.spot(observation.at, draft.find("at")->place, &added_.services);
    if (observation.at.empty()) return;
    const auto is_same = [&](const auto& entry) { return entry.value == observation; };
    if (std::ranges::any_of(project_.observations, is_same) || std::ranges::any_of(added_.observations, is_same)) {
      ++added_.there_already;
      return;
    }
    std::vector<std::string> taken = project_.observations.ids();
    for (const auto& [id, other] : added_.observations) taken.push_back(id);
    const DraftField* given = draft.find("id");
    const std::string id = given ? id_of(draft, taken, "") : next_observation_id(taken);
    if (id.empty()) return;
    if (contains(taken, id)) {
      problems_.error("observation-already-there", given ? given->place : draft.place,
                      fmt::format("observation '{}' is there already, with other words", id),
                      "leave the id out to have one made");
      return;
    }
    added_.observations.add(id, std::move(observation));
  }

  const Drafts& drafts_;
  const model::Project& project_;
  const project::Vocabulary& vocabulary_;
  text::Diagnostics& problems_;
  Resolver resolve_;
  Additions added_;
};

}  // namespace

Additions additions_of(const Drafts& drafts, const model::Project& project, const project::Vocabulary& vocabulary,
                       text::Diagnostics& problems) {
  return Adder(drafts, project, vocabulary, problems).take_all();
}

std::string id_from_name(std::string_view name, const std::vector<std::string>& taken) {
  std::string id;
  for (const char c : name) {
    if (is_letter(c) || is_digit(c)) {
      id += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
    if (id.size() == longest_made_id) break;
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  if (id.empty()) id = "service";
  std::string result = id;
  for (int number = 2; contains(taken, result); ++number) result = fmt::format("{}-{}", id, number);
  return result;
}

std::string next_observation_id(const std::vector<std::string>& taken) {
  unsigned long highest = 0;
  std::size_t width = 2;
  for (const std::string& id : taken) {
    if (id.size() < 2 || id.size() > 9 || id[0] != 'o' || !std::all_of(id.begin() + 1, id.end(), is_digit)) continue;
    highest = std::max(highest, std::stoul(id.substr(1)));
    width = std::max(width, id.size() - 1);
  }
  return fmt::format("o{:0{}}", highest + 1, width);
}

}  // namespace thrive::pathway
