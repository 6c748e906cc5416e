// SPDX-License-Identifier: MIT
// Giving an entry another id, and everything that names it.
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/project/editing/corrector.hpp"
#include "libthrive/project/editing/definitions.hpp"
#include "libthrive/project/editing/mentions.hpp"
#include "libthrive/records/scalars.hpp"

namespace thrive::project {

namespace {

using records::FieldAt;
using yaml::Edit;

/// A change of a reference, and where it is.
struct Renaming {
  Path path;
  bool is_key = false;
  std::string text;  // what is to stand there
};

/// The instrument whose items a reference names: that of its assessment, else of the latest one.
std::string instrument_behind(const Reference& reference, const Opened& project) {
  const model::Project& model = project.model();
  const bool is_in_assessment = reference.section == "assessments";
  const std::string id = is_in_assessment ? std::string(reference.entry) : project.latest_assessment();
  const model::Assessment* assessment = model.assessments.find(id);
  return assessment == nullptr ? "thrive-principles" : assessment->instrument;
}

}  // namespace

bool Corrector::rename(const FieldAt& at) {
  if (at.absent) return refuse_absent(at);
  const bool has_id = at.is_entry && edited_.find(at.path).node != yaml::no_node && at.field != nullptr &&
                      at.field->shape->kind == records::Kind::keyed;
  if (!has_id)
    return refuse("has-no-id", at, fmt::format("'{}' has no id that could be another", correction_.path),
                  "--rename is for entries of keyed sections, such as services/gp=gp-practices");
  const std::string& new_id = correction_.value;
  const std::string old_id = at.path.back();
  if (!records::is_id(new_id)) {
    const std::string better = records::suggested_id(new_id);
    return refuse("bad-id", at, fmt::format("'{}' cannot be an id: ids are letters, digits, '-', '_' and '.'", new_id),
                  better.empty() ? std::string() : "write " + better);
  }
  if (new_id == old_id) return refuse("same-id", at, fmt::format("'{}' is called so already", correction_.path));
  Path new_path = at.path;
  new_path.back() = new_id;
  if (edited_.find(new_path).node != yaml::no_node) {
    problems_.error("id-taken", edited_.place_before(new_path), fmt::format("there is an entry '{}' already", new_id),
                    "choose another id; nothing was changed");
    return false;
  }
  // An id that refers to something (a score's item) is corrected where it stands; one that defines, everywhere.
  const model::Rule& rule = at.field->rule;
  if (rule.refers_to.empty() && !rule.defined_kind.empty()) {
    const std::size_t places = rename_mentions(at, std::string(rule.defined_kind), old_id, new_id);
    said_.push_back(places == 0 ? fmt::format("'{}' is now '{}'; nothing else names it", correction_.path, new_id)
                                : fmt::format("'{}' is now '{}', also in {} that name{} it", correction_.path, new_id,
                                              places == 1 ? "1 place" : fmt::format("{} places", places),
                                              places == 1 ? "s" : ""));
  }
  edited_.make({Edit::Action::rename, at.path, new_id, {}, {}});
  return true;
}

/// Changes every reference to the entry. Of an id that is defined in several places (an item of two instruments, a
/// table of two workshops) only those follow that name this one. Returns how many did.
std::size_t Corrector::rename_mentions(const FieldAt& at, const std::string& kind, const std::string& old_id,
                                       const std::string& new_id) {
  const bool is_only_one = definitions_of(edited_.now().model()).count({kind, old_id}) < 2;
  const std::string instrument = at.path.front() == "instruments" ? at.path[1] : std::string();
  std::vector<Renaming> renamings;
  for (const Reference& reference : edited_.references()) {
    const bool is_meant = kind == "item" && !instrument.empty()
                              ? instrument_behind(reference, edited_.now()) == instrument
                              : is_only_one || (reference.section == at.path[0] && at.path.size() > 1 &&
                                                reference.entry == at.path[1] && kind != "table");
    if (!is_meant) continue;
    std::string text(reference.id);
    std::size_t shift = 0;
    bool is_changed = false;
    for (const Mention& mention : mentions_in(reference.kind, reference.id)) {
      if (mention.kind != kind || mention.id != old_id) continue;
      text.replace(mention.begin + shift, old_id.size(), new_id);
      shift += new_id.size() - old_id.size();
      is_changed = true;
    }
    if (is_changed) renamings.push_back({edited_.path_of(reference.at), edited_.is_key(reference.at), text});
  }
  // What stands deepest first: a key that changes is on the way to what is below it.
  std::stable_sort(renamings.begin(), renamings.end(),
                   [](const Renaming& a, const Renaming& b) { return a.path.size() > b.path.size(); });
  for (Renaming& renaming : renamings) {
    if (renaming.is_key)
      edited_.make({Edit::Action::rename, std::move(renaming.path), std::move(renaming.text), {}, {}});
    else
      edited_.make({Edit::Action::set, std::move(renaming.path), {}, std::move(renaming.text)});
  }
  return renamings.size();
}

}  // namespace thrive::project
