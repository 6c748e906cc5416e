// SPDX-License-Identifier: MIT
#include "libthrive/pathway/entry/additions.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <utility>

#include "libthrive/text/names.hpp"
#include "libthrive/text/plain_letters.hpp"
#include "libthrive/text/unicode.hpp"

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
  Adder(const Drafts& drafts, const model::Project& project, const model::Vocabulary& vocabulary,
        text::Diagnostics& problems)
      : drafts_(drafts), project_(project), vocabulary_(vocabulary), problems_(problems), resolve_(project, problems) {
    service_ids_ = project_.services.ids();
    observation_ids_ = project_.observations.ids();
    for (const auto& [id, service] : project_.services) service_of_name_.emplace(text::kebab(service.name), id);
  }

  Additions take_all() {
    for (const Draft& draft : drafts_.services) take_service(draft);
    for (const Draft& draft : drafts_.pathways) take_pathway(draft);
    if (!drafts_.flows.empty()) choose_pathway();
    if (const model::Pathway* pathway = project_.pathways.find(added_.pathway))
      for (const model::Flow& flow : pathway->flows) drawn_[{flow.from, flow.to}].push_back(flow);
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
    // A name that is there already is the same service typed again.
    if (!draft.find("id") && !service.name.empty())
      if (const auto known = service_of_name_.find(text::kebab(service.name)); known != service_of_name_.end())
        return meet_again(draft, known->second, *service_with(known->second) == service);
    const std::string id = id_of(draft, service_ids_, service.name);
    if (id.empty()) return;
    if (const model::Service* other = project_.services.find(id)) return meet_again(draft, id, *other == service);
    if (added_.services.contains(id)) return meet_again(draft, id, *added_.services.find(id) == service);
    service_ids_.push_back(id);
    service_of_name_.emplace(text::kebab(service.name), id);
    added_.services.add(id, std::move(service));
  }

  const model::Service* service_with(const std::string& id) const {
    const model::Service* there = project_.services.find(id);
    return there != nullptr ? there : added_.services.find(id);
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

  /// A table's map needs no name: `table-a` is what people call it.
  void take_pathway(const Draft& draft) {
    model::Pathway pathway = pathway_of(draft, vocabulary_, problems_);
    for (std::optional<std::string>* original : {&pathway.variant_of, &pathway.redesign_of})
      if (*original && resolve_.pathway(**original).empty()) return;
    if (!draft.find("id") && !pathway.table && !pathway.name) {
      problems_.error("missing-field", draft.place, "'id' is missing", "a table or a name would do as well");
      return;
    }
    const std::string called = pathway.table ? "table " + *pathway.table : pathway.name.value_or("");
    const std::string id = id_of(draft, {}, called);
    if (id.empty()) return;
    const model::Pathway* other = project_.pathways.find(id);
    if (other == nullptr) {
      added_.pathways.add(id, std::move(pathway));
      return;
    }
    pathway.flows = other->flows;
    if (pathway == *other)
      ++added_.there_already;
    else
      problems_.error("pathway-already-there", draft.place,
                      fmt::format("pathway '{}' is there already, with other details", id),
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
    std::vector<model::Flow>& between = drawn_[{flow.from, flow.to}];
    if (!drafts_.draw_again && !between.empty()) {
      if (std::ranges::find(between, flow) != between.end()) {
        ++added_.there_already;
      } else {
        problems_.error(
            "flow-already-there", draft.place,
            fmt::format("a flow from '{}' to '{}' is drawn already, with other details", flow.from, flow.to),
            "change that one in the file, or use --again to draw a second");
      }
      return;
    }
    between.push_back(flow);
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
    const DraftField* given = draft.find("id");
    const std::string id = given ? id_of(draft, observation_ids_, "") : next_observation_id(observation_ids_);
    if (id.empty()) return;
    if (contains(observation_ids_, id)) {
      problems_.error("observation-already-there", given ? given->place : draft.place,
                      fmt::format("observation '{}' is there already, with other words", id),
                      "leave the id out to have one made");
      return;
    }
    observation_ids_.push_back(id);
    added_.observations.add(id, std::move(observation));
  }

  const Drafts& drafts_;
  const model::Project& project_;
  const model::Vocabulary& vocabulary_;
  text::Diagnostics& problems_;
  Resolver resolve_;
  Additions added_;
  // What there is, and what was taken so far.
  std::vector<std::string> service_ids_;
  std::map<std::string, std::string> service_of_name_;  // names in kebab-case
  std::vector<std::string> observation_ids_;
  std::map<std::pair<std::string, std::string>, std::vector<model::Flow>> drawn_;  // by their two ends
};

}  // namespace

Additions additions_of(const Drafts& drafts, const model::Project& project, const model::Vocabulary& vocabulary,
                       text::Diagnostics& problems) {
  return Adder(drafts, project, vocabulary, problems).take_all();
}

namespace {

/// An apostrophe, as in "Women's", or an accent written as a character of its own.
bool is_part_of_word(char32_t code) {
  return code == U'\'' || code == 0x2019 || code == 0x02BC || (code >= 0x0300 && code <= 0x036F);
}

}  // namespace

std::string id_from_name(std::string_view name, const std::vector<std::string>& taken) {
  std::string id;
  for (std::size_t at = 0; at < name.size();) {
    const text::Character character = text::next_character(name, at);
    at += character.length;
    const std::string_view letters = text::plain_letters(character.code);
    if (!letters.empty()) {
      id += letters;
    } else if (!id.empty() && id.back() != '-' && !is_part_of_word(character.code)) {
      id += '-';
    }
    if (id.size() >= longest_made_id) break;
  }
  id.resize(std::min(id.size(), longest_made_id));
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
