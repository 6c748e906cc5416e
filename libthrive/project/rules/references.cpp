// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <map>
#include <set>
#include <unordered_set>

#include "libthrive/project/reading/content.hpp"
#include "libthrive/project/rules/near_names.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/records/things.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

namespace {

/// Finds what names refer to. Most kinds are alike: there is an entry of that id in a section that defines the kind, or
/// there is not. The others are rows of `special_kinds`.
class Resolver {
 public:
  Resolver(const Opened& project, text::Diagnostics& problems)
      : project_(project),
        model_(project.model()),
        problems_(problems),
        things_(records::shape_of<model::Project>(), &project.model()) {}

  void check(const Name& name) {
    const model::Rule& rule = name.field->rule;
    // Of what drives what there are only words until there are drivers.
    const bool is_driver = rule.refers_to == "driver" && model_.drivers && !model_.drivers->nodes.empty();
    if (rule.may_be_words && !is_driver) return;
    if (!rule.vocabulary.empty()) return;  // a word of the vocabulary has been found there
    name_ = &name;
    const std::string_view id = document().node(name.at.node).value;
    for (const SpecialKind& special : special_kinds)
      if (special.kind == rule.refers_to) return (this->*special.check)(id);
    check_thing(rule.refers_to, id);
  }

  /// Tables are defined by what they hand in: a project that is still on its first workshop has none, and is asked
  /// nothing. A table that is not there yet is reported once, however many notes it wrote.
  void report_tables() {
    const std::vector<std::string> known = things_.ids("table");
    if (known.empty()) return;
    for (const auto& [id, table] : unknown_tables_) {
      name_ = table.first;
      // Tables are mostly called by one letter, and every letter is near every other.
      std::string hint = id.size() < 3 ? std::string() : text::did_you_mean(id, known);
      if (hint.empty()) hint = "tables that handed something in: " + text::join(known, ", ");
      const std::string also = table.mentions == 1 ? "" : fmt::format(", and {} places name it", table.mentions);
      problems_.warning("unknown-table", place(), fmt::format("there is no table '{}'{}", id, also), std::move(hint));
    }
  }

 private:
  struct UnknownTable {
    const Name* first = nullptr;
    std::size_t mentions = 0;
  };
  struct SpecialKind {
    std::string_view kind;
    void (Resolver::*check)(std::string_view id);
  };
  static const SpecialKind special_kinds[6];

  const yaml::Document& document() const { return project_.content().documents[name_->at.file]; }
  text::Place place() const { return document().place(name_->at.node); }

  /// The name of the section that the reference stands in.
  std::string_view section() const { return records::shape_of<model::Project>().fields[name_->section].name; }

  void check_thing(std::string_view kind, std::string_view id) {
    if (things_.has(kind, id)) return;
    std::string hint = near_names_.hint(kind, id, [&] { return things_.ids(kind); });
    if (hint.empty()) hint = fmt::format("add it under '{}', or correct the name", section_of(kind));
    problems_.error(fmt::format("unknown-{}", kind), place(), fmt::format("there is no {} '{}'", kind, id),
                    std::move(hint));
  }

  /// The section that a kind is defined in.
  static std::string_view section_of(std::string_view kind) {
    for (const records::KindOfThing& known : records::kinds_of_model())
      if (known.kind == kind) return known.section;
    return {};
  }

  void check_place(std::string_view place_text) {
    const auto flow = model::flow_of(place_text);
    if (!flow) return check_thing("service", place_text);
    if (!model_.services.contains(flow->first)) return check_thing("service", flow->first);
    if (!model_.services.contains(flow->second)) return check_thing("service", flow->second);
    if (flows().contains(std::string(flow->first) + " -> " + std::string(flow->second))) return;
    const bool is_turned = flows().contains(std::string(flow->second) + " -> " + std::string(flow->first));
    problems_.error("unknown-flow", place(), fmt::format("no pathway has a flow '{} -> {}'", flow->first, flow->second),
                    is_turned ? "it is drawn the other way round"
                              : "draw the flow in a pathway, or put the observation at one of the two services");
  }

  const std::unordered_set<std::string>& flows() {
    if (flows_.empty())
      for (const auto& [id, pathway] : model_.pathways)
        for (const model::Flow& flow : pathway.flows) flows_.insert(flow.from + " -> " + flow.to);
    return flows_;
  }

  /// The aim, or a driver.
  void check_goal(std::string_view id) {
    if (id != "aim") check_thing("driver", id);
  }

  /// Anything that has an id: exactly one thing must be meant.
  void check_ref(std::string_view text) {
    if (model::flow_of(text)) return check_place(text);
    const std::vector<std::string> meant = meanings_of(text);
    if (meant.size() == 1) return;
    if (meant.empty()) {
      problems_.error("unknown-reference", place(), fmt::format("nothing in the project is called '{}'", text),
                      "name something by its id: o31, c1, r1c3, or S3.r1 for recommendation r1 of sheet S3");
      return;
    }
    problems_.error("ambiguous-name", place(),
                    fmt::format("'{}' could mean the {}", text, text::join(meant, " or the ")),
                    "give one of them another id");
  }

  /// What a reference may mean, by kind; a gap sheet and its item are one thing.
  std::vector<std::string> meanings_of(std::string_view text) {
    std::vector<std::string> meant;
    for (const std::string_view kind : records::kinds_of_ref()) {
      if (kind == "recommendation" || !records::may_mean(*name_->field, kind)) continue;
      const bool is_answer = name_->field->name == "answers";  // an item alone recommends nothing
      if (is_answer && kind == "item") continue;
      if (kind == "item" ? known_items().contains(text) || things_.has("sheet", text) : things_.has(kind, text))
        meant.emplace_back(kind);
    }
    if (!records::may_mean(*name_->field, "recommendation")) return meant;
    for (std::size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.', dot + 1)) {
      const model::GapSheet* sheet = model_.gaps.find(text.substr(0, dot));
      if (sheet != nullptr && sheet->recommendations.contains(text.substr(dot + 1)))
        meant.push_back(fmt::format("recommendation {} of {}", text.substr(dot + 1), text.substr(0, dot)));
    }
    return meant;
  }

  /// Counts; see report_tables.
  void check_table(std::string_view id) {
    if (things_.has("table", id)) return;
    UnknownTable& table = unknown_tables_[std::string(id)];
    if (table.mentions++ == 0) table.first = name_;
  }

  void check_instrument(std::string_view name) {
    if (project_.instrument(name) != nullptr || project_.content().broken_instrument_files.contains(name)) return;
    std::vector<std::string> known = model_.instruments.ids();
    for (std::string& built_in : built_in_instrument_names()) known.push_back(std::move(built_in));
    std::string hint = text::did_you_mean(name, known);
    if (hint.empty()) hint = "known instruments: " + text::join(known, ", ") + "; or name a file inside the project";
    problems_.error("unknown-instrument", place(), fmt::format("there is no instrument '{}'", name), std::move(hint));
  }

  void check_item(std::string_view id) {
    if (section() == "assessments") {
      const std::string_view entry = document().node(name_->entry).value;
      const model::Assessment* assessment = model_.assessments.find(entry);
      const model::Instrument* instrument =
          assessment == nullptr ? nullptr : project_.instrument(assessment->instrument);
      if (instrument == nullptr) return;  // the missing instrument has been reported
      if (!instrument->items.contains(id)) missing_item(id, assessment->instrument, instrument);
      return;
    }
    if (section() == "observations") {
      if (!known_items().contains(id)) missing_item(id, {}, nullptr);
      return;
    }
    // Candidates may be anything while nothing has been scored: a site can use the rankings alone.
    const bool lists_candidates = model_.priorities && !model_.priorities->rules.candidates.empty();
    if (section() == "priorities" && lists_candidates) return check_candidate(id);
    if (!candidates().contains(id)) {
      const std::string latest = project_.latest_assessment();
      const std::string name = latest.empty() ? "thrive-principles" : model_.assessments.find(latest)->instrument;
      missing_item(id, name, project_.instrument(name));
    }
  }

  void check_candidate(std::string_view id) {
    if (candidates().contains(id)) return;
    const std::vector<std::string>& known = model_.priorities->rules.candidates;
    std::string hint = near_names_.hint("candidate", id, [&] { return known; });
    if (hint.empty()) hint = "candidates: " + text::join(known, ", ");
    problems_.error("not-a-candidate", place(), fmt::format("'{}' is not one of the candidates", id), std::move(hint));
  }

  void missing_item(std::string_view id, const std::string& name, const model::Instrument* instrument) {
    const auto known = [&] {
      if (instrument != nullptr) return instrument->items.ids();
      return std::vector<std::string>(known_items().begin(), known_items().end());
    };
    std::string hint = near_names_.hint("item of " + name, id, known);
    if (hint.empty()) hint = "known items: " + text::join(known(), ", ");
    const std::string message = name.empty() ? fmt::format("no instrument has an item '{}'", id)
                                             : fmt::format("instrument '{}' has no item '{}'", name, id);
    problems_.error("unknown-item", place(), message, std::move(hint));
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

  const Opened& project_;
  const model::Project& model_;
  text::Diagnostics& problems_;
  records::Things things_;
  NearNames near_names_;
  std::map<std::string, UnknownTable> unknown_tables_;
  const Name* name_ = nullptr;
  std::unordered_set<std::string> flows_;
  std::set<std::string, std::less<>> known_items_;
  std::unordered_set<std::string, model::NameHash, std::equal_to<>> candidates_;
};

const Resolver::SpecialKind Resolver::special_kinds[6] = {
    {"place", &Resolver::check_place}, {"item", &Resolver::check_item}, {"instrument", &Resolver::check_instrument},
    {"table", &Resolver::check_table}, {"goal", &Resolver::check_goal}, {"ref", &Resolver::check_ref}};

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

void check_references(const Opened& project, const std::vector<Name>& references, text::Diagnostics& problems) {
  records::kinds_of_model();  // a kind that nothing defines ends the program here, in its first test
  Resolver resolver(project, problems);
  for (const Name& reference : references) resolver.check(reference);
  resolver.report_tables();
}

}  // namespace thrive::project
