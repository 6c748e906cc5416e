// SPDX-License-Identifier: MIT
#include "libthrive/pathway/entry/additions.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "libthrive/findings/say.hpp"
#include "libthrive/records/to_value.hpp"
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
      for (std::size_t at = 0; at < pathway->flows.size(); ++at)
        drawn_[{pathway->flows[at].from, pathway->flows[at].to}].push_back({pathway->flows[at], at});
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
        return meet_service(draft, known->second, *service_with(known->second), service);
    const std::string id = id_of(draft, service_ids_, service.name);
    if (id.empty()) return;
    if (const model::Service* known = service_with(id)) return meet_service(draft, id, *known, service);
    service_ids_.push_back(id);
    service_of_name_.emplace(text::kebab(service.name), id);
    added_.services.add(id, std::move(service));
  }

  const model::Service* service_with(const std::string& id) const {
    const model::Service* there = project_.services.find(id);
    return there != nullptr ? there : added_.services.find(id);
  }

  /// A row about a service that is there.
  void meet_service(const Draft& draft, const std::string& id, const model::Service& there,
                    const model::Service& given) {
    if (take_details(draft, {"services", id}, there, given)) return;
    findings::say(problems_, {"service-already-there", draft.place, {{"service", id}, {"details", refused_}}});
  }

  /// What a row says of a record at `path`: nothing new, or details that are taken when they may be. False, with the
  /// details in `refused_`, when they may not.
  template <class Record>
  bool take_details(const Draft& draft, const std::vector<std::string>& path, const Record& there,
                    const Record& given) {
    records::Update update = records::update_of(records::to_value(there), new_details(draft, there, given), path);
    if (update.empty()) {
      ++added_.there_already;
      return true;
    }
    refused_ = update.as_refusal();
    // Two rows about one entry contradict each other: only the first is taken.
    if (!drafts_.update || !is_of_the_project(path) || !updated_.insert(path).second) return false;
    added_.update.append(std::move(update));
    return true;
  }

  /// False for an entry that came with the same sheets.
  bool is_of_the_project(const std::vector<std::string>& path) const {
    return path.front() != "services" || project_.services.contains(path.back());
  }

  /// The details that a row gives, less those that are there in the same words.
  template <class Record>
  static text::Value new_details(const Draft& draft, const Record& there, const Record& given) {
    return given_of(draft, records::to_value(there, records::Fullness::full),
                    records::to_value(given, records::Fullness::full));
  }

  static text::Value given_of(const Draft& draft, const text::Value& there, const text::Value& given) {
    text::Value details = text::Value::map();
    for (const auto& [key, value] : *given.as_map()) {
      const text::Value* known = there.find(key);
      if (value.as_map() != nullptr) {
        const text::Value none = text::Value::map();
        text::Value inner = given_of(draft, known == nullptr ? none : *known, value);
        if (!inner.as_map()->empty()) details.set(key, std::move(inner));
      } else if (draft.find(key) != nullptr && (known == nullptr || !(*known == value))) {
        details.set(key, value);
      }
    }
    return details;
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
      findings::say(problems_, {"pathway-already-there", draft.place, {{"pathway", id}}});
  }

  /// A flow, and which of its pathway's flows it is; no number for one that came with the same sheets.
  struct Drawn {
    model::Flow flow;
    std::optional<std::size_t> at;
  };

  void choose_pathway() {
    if (drafts_.pathway.empty() && project_.pathways.empty()) {
      added_.pathway = "current";
      added_.is_new_pathway = true;
    } else {
      added_.pathway = resolve_.pathway(drafts_.pathway);
    }
  }

  /// A service of which nothing is known but its name.
  void add_named_service(const std::string& name) {
    model::Service service;
    service.name = name;
    const std::string id = is_id(name) ? name : id_from_name(name, service_ids_);
    service_ids_.push_back(id);
    service_of_name_.emplace(text::kebab(name), id);
    added_.services.add(id, std::move(service));
  }

  void take_flow(const Draft& draft) {
    model::Flow flow = flow_of(draft, vocabulary_, problems_);
    if (flow.from.empty() || flow.to.empty()) return;
    for (const std::string& name : {flow.from, flow.to})
      if (drafts_.add_services && resolve_.is_unknown_service(name, added_.services)) add_named_service(name);
    flow.from = resolve_.service(flow.from, draft.find("from")->place, &added_.services);
    flow.to = resolve_.service(flow.to, draft.find("to")->place, &added_.services);
    if (flow.from.empty() || flow.to.empty()) return;
    std::vector<Drawn>& between = drawn_[{flow.from, flow.to}];
    if (!drafts_.draw_again && !between.empty() && !is_another(flow, between)) return meet_flow(draft, flow, between);
    between.push_back({flow, std::nullopt});
    added_.flows.push_back(std::move(flow));
  }

  /// True for a flow of a kind, or by criteria, that none between the two services has so far, when all of them came
  /// with the same sheets: `list` writes such flows one below the other.
  static bool is_another(const model::Flow& flow, const std::vector<Drawn>& between) {
    return std::ranges::none_of(between, [&flow](const Drawn& drawn) {
      return drawn.at || (drawn.flow.kind == flow.kind && drawn.flow.criteria == flow.criteria);
    });
  }

  /// A row about two services between which flows are drawn: one of them in other words, or with other details.
  void meet_flow(const Draft& draft, const model::Flow& flow, const std::vector<Drawn>& between) {
    const auto says_nothing_new = [&](const Drawn& drawn) {
      return new_details(draft, drawn.flow, flow).as_map()->empty();
    };
    if (std::ranges::any_of(between, says_nothing_new)) {
      ++added_.there_already;
      return;
    }
    std::vector<const Drawn*> meant;
    for (const Drawn& drawn : between)
      if (between.size() == 1 || drawn.flow.kind == flow.kind) meant.push_back(&drawn);
    const bool is_clear = meant.size() == 1 && meant.front()->at;
    if (is_clear && take_details(draft, {"pathways", added_.pathway, "flows", std::to_string(*meant.front()->at)},
                                 meant.front()->flow, flow))
      return;
    findings::say(problems_, {"flow-already-there",
                              draft.place,
                              {{"count", is_clear ? std::size_t{1} : between.size()},
                               {"from", flow.from},
                               {"to", flow.to},
                               {"details", is_clear ? refused_ : std::string()}}});
  }

  /// What stands before the number of a new note: its table where one table writes them down, so that two tables that
  /// work apart never give one id to two notes.
  std::string letters_of(const model::Observation& observation) const {
    if (!drafts_.ids_by_table || observation.tables.size() != 1) return "o";
    const std::string table = text::kebab(observation.tables.front());
    return is_id(table) ? table + "-" : "o";
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
    if (!given && drafts_.update && meet_note(draft, observation)) return;
    const std::string id =
        given ? id_of(draft, observation_ids_, "") : next_observation_id(observation_ids_, letters_of(observation));
    if (id.empty()) return;
    if (const model::Observation* known = project_.observations.find(id)) {
      if (take_details(draft, {"observations", id}, *known, observation)) return;
      findings::say(problems_, {"observation-already-there",
                                given ? given->place : draft.place,
                                {{"case", "in-the-project"}, {"observation", id}, {"details", refused_}}});
      return;
    }
    if (added_.observations.contains(id)) {
      findings::say(problems_, {"observation-already-there", given->place, {{"observation", id}}});
      return;
    }
    observation_ids_.push_back(id);
    added_.observations.add(id, std::move(observation));
  }

  /// A row without an id that says more about a note in the same words at the same place. True when there is one.
  bool meet_note(const Draft& draft, const model::Observation& observation) {
    for (const auto& [id, known] : project_.observations)
      if (known.at == observation.at && known.text == observation.text)
        return take_details(draft, {"observations", id}, known, observation);
    return false;
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
  std::map<std::pair<std::string, std::string>, std::vector<Drawn>> drawn_;  // by their two ends
  std::set<std::vector<std::string>> updated_;                               // entries that a row has changed
  std::string refused_;  // what a row says otherwise than the entry that it is about
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

std::string next_observation_id(const std::vector<std::string>& taken, std::string_view letters) {
  constexpr std::size_t most_digits = 8;
  unsigned long highest = 0;
  std::size_t width = 2;
  for (const std::string& id : taken) {
    const std::size_t digits = id.size() - std::min(id.size(), letters.size());
    if (!id.starts_with(letters) || digits == 0 || digits > most_digits) continue;
    if (!std::all_of(id.end() - static_cast<std::ptrdiff_t>(digits), id.end(), is_digit)) continue;
    highest = std::max(highest, std::stoul(id.substr(letters.size())));
    width = std::max(width, digits);
  }
  return fmt::format("{}{:0{}}", letters, highest + 1, width);
}

}  // namespace thrive::pathway
