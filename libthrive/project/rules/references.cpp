// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <set>
#include <unordered_set>

#include "libthrive/project/reading/content.hpp"
#include "libthrive/project/rules/near_names.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

namespace {

/// Finds what references name. Sets that take time to make are made at the first question.
class Resolver {
 public:
  Resolver(const Opened& project, text::Diagnostics& problems)
      : project_(project), model_(project.model()), problems_(problems) {}

  void check(const Reference& reference, text::Place (*place)(const Opened&, NodeAt)) {
    place_ = place;
    at_ = reference.at;
    if (reference.kind == "service") {
      check_service(reference.id);
    } else if (reference.kind == "place") {
      check_place(reference.id);
    } else if (reference.kind == "item") {
      check_item(reference);
    } else if (reference.kind == "instrument") {
      check_instrument(reference.id);
    } else if (reference.kind == "pathway") {
      if (!model_.pathways.contains(reference.id))
        missing(
            "unknown-pathway", "pathway", reference.id, [this] { return model_.pathways.ids(); }, "pathways");
    } else if (reference.kind == "measure") {
      if (!model_.measures.contains(reference.id))
        missing(
            "unknown-measure", "measure", reference.id, [this] { return model_.measures.ids(); }, "measures");
    } else if (reference.kind == "cycle") {
      check_cycle(reference.id);
    } else if (reference.kind == "idea") {
      check_idea(reference.id);
    }
  }

 private:
  void missing(const char* code, std::string_view kind, std::string_view id,
               const std::function<std::vector<std::string>()>& known, std::string_view section) {
    std::string hint = near_names_.hint(kind, id, known);
    if (hint.empty()) hint = fmt::format("add it under '{}', or correct the name", section);
    problems_.error(code, place_(project_, at_), fmt::format("there is no {} '{}'", kind, id), std::move(hint));
  }

  void check_service(std::string_view id) {
    if (!model_.services.contains(id))
      missing(
          "unknown-service", "service", id, [this] { return model_.services.ids(); }, "services");
  }

  void check_place(std::string_view place) {
    const auto flow = model::flow_of(place);
    if (!flow) return check_service(place);
    if (!model_.services.contains(flow->first)) return check_service(flow->first);
    if (!model_.services.contains(flow->second)) return check_service(flow->second);
    if (flows().contains(std::string(flow->first) + " -> " + std::string(flow->second))) return;
    const bool is_turned = flows().contains(std::string(flow->second) + " -> " + std::string(flow->first));
    problems_.error("unknown-flow", place_(project_, at_),
                    fmt::format("no pathway has a flow '{} -> {}'", flow->first, flow->second),
                    is_turned ? "it is drawn the other way round"
                              : "draw the flow in a pathway, or put the observation at one of the two services");
  }

  const std::unordered_set<std::string>& flows() {
    if (flows_.empty())
      for (const auto& [id, pathway] : model_.pathways)
        for (const model::Flow& flow : pathway.flows) flows_.insert(flow.from + " -> " + flow.to);
    return flows_;
  }

  void check_instrument(std::string_view name) {
    if (project_.instrument(name) != nullptr || project_.content().broken_instrument_files.contains(name)) return;
    std::vector<std::string> known = model_.instruments.ids();
    for (std::string& built_in : built_in_instrument_names()) known.push_back(std::move(built_in));
    std::string hint = text::did_you_mean(name, known);
    if (hint.empty()) hint = "known instruments: " + text::join(known, ", ") + "; or name a file inside the project";
    problems_.error("unknown-instrument", place_(project_, at_), fmt::format("there is no instrument '{}'", name),
                    std::move(hint));
  }

  void check_item(const Reference& reference) {
    if (reference.section == "assessments") {
      const model::Assessment* assessment = model_.assessments.find(reference.entry);
      const model::Instrument* instrument =
          assessment == nullptr ? nullptr : project_.instrument(assessment->instrument);
      if (instrument == nullptr) return;  // the missing instrument has been reported
      if (!instrument->items.contains(reference.id)) missing_item(reference.id, assessment->instrument, instrument);
      return;
    }
    if (reference.section == "observations") {
      if (!known_items().contains(reference.id)) missing_item(reference.id, {}, nullptr);
      return;
    }
    // Candidates may be anything while nothing has been scored: a site can use the rankings alone.
    const bool lists_candidates = model_.priorities && !model_.priorities->rules.candidates.empty();
    if (reference.section == "priorities" && lists_candidates) {
      if (candidates().contains(reference.id)) return;
      const std::vector<std::string>& listed = model_.priorities->rules.candidates;
      std::string hint = near_names_.hint("candidate", reference.id, [&listed] { return listed; });
      if (hint.empty()) hint = "candidates: " + text::join(listed, ", ");
      problems_.error("not-a-candidate", place_(project_, at_),
                      fmt::format("'{}' is not one of the candidates", reference.id), std::move(hint));
      return;
    }
    if (!candidates().contains(reference.id)) {
      const std::string latest = project_.latest_assessment();
      const std::string name = latest.empty() ? "thrive-principles" : model_.assessments.find(latest)->instrument;
      missing_item(reference.id, name, project_.instrument(name));
    }
  }

  void missing_item(std::string_view id, std::string_view name, const model::Instrument* instrument) {
    const auto known = [this, instrument] {
      if (instrument != nullptr) return instrument->items.ids();
      return std::vector<std::string>(known_items().begin(), known_items().end());
    };
    std::string hint = near_names_.hint("item of " + std::string(name), id, known);
    if (hint.empty()) hint = "known items: " + text::join(known(), ", ");
    const std::string message = name.empty() ? fmt::format("no instrument has an item '{}'", id)
                                             : fmt::format("instrument '{}' has no item '{}'", name, id);
    problems_.error("unknown-item", place_(project_, at_), message, std::move(hint));
  }

  /// The items of every instrument that the project has or uses.
  const std::set<std::string, std::less<>>& known_items() {
    if (!known_items_.empty()) return known_items_;
    const auto add = [this](const model::Instrument* instrument) {
      if (instrument == nullptr) return;
      for (const auto& [id, item] : instrument->items) known_items_.insert(id);
    };
    for (const auto& [id, instrument] : model_.instruments) add(&instrument);
    for (const auto& [id, assessment] : model_.assessments) add(project_.instrument(assessment.instrument));
    if (model_.assessments.empty()) add(project_.instrument("thrive-principles"));
    if (model_.priorities)
      for (const std::string& candidate : model_.priorities->rules.candidates) known_items_.insert(candidate);
    return known_items_;
  }

  const std::unordered_set<std::string, model::NameHash, std::equal_to<>>& candidates() {
    if (candidates_.empty())
      for (std::string& item : candidate_items(project_)) candidates_.insert(std::move(item));
    return candidates_;
  }

  void check_cycle(std::string_view id) {
    if (cycles_.empty())
      for (const auto& [ramp_id, ramp] : model_.ramps)
        for (const auto& [cycle_id, cycle] : ramp.cycles) cycles_.insert(cycle_id);
    if (cycles_.contains(id)) return;
    const auto known = [this] {
      std::vector<std::string> ids;
      for (const auto& [ramp_id, ramp] : model_.ramps)
        for (const auto& [cycle_id, cycle] : ramp.cycles) ids.push_back(cycle_id);
      return ids;
    };
    missing("unknown-cycle", "cycle", id, known, "cycles");
  }

  void check_idea(std::string_view id) {
    if (model_.priorities && model_.priorities->ideas.contains(id)) return;
    const auto known = [this] {
      return model_.priorities ? model_.priorities->ideas.ids() : std::vector<std::string>();
    };
    missing("unknown-idea", "idea", id, known, "ideas");
  }

  const Opened& project_;
  const model::Project& model_;
  text::Diagnostics& problems_;
  text::Place (*place_)(const Opened&, NodeAt) = nullptr;
  NodeAt at_;
  NearNames near_names_;
  std::unordered_set<std::string> flows_;
  std::unordered_set<std::string_view> cycles_;
  std::set<std::string, std::less<>> known_items_;
  std::unordered_set<std::string, model::NameHash, std::equal_to<>> candidates_;
};

}  // namespace

std::vector<std::string> candidate_items(const Opened& project) {
  const model::Project& model = project.model();
  if (model.priorities && !model.priorities->rules.candidates.empty()) return model.priorities->rules.candidates;
  const std::string latest = project.latest_assessment();
  const model::Instrument* instrument =
      project.instrument(latest.empty() ? std::string_view("thrive-principles")
                                        : std::string_view(model.assessments.find(latest)->instrument));
  return instrument == nullptr ? std::vector<std::string>() : instrument->items.ids();
}

void check_references(const Opened& project, const std::vector<Reference>& references, text::Diagnostics& problems) {
  Resolver resolver(project, problems);
  const auto place = [](const Opened& whole, NodeAt at) { return whole.content().documents[at.file].place(at.node); };
  for (const Reference& reference : references) resolver.check(reference, place);
}

}  // namespace thrive::project
