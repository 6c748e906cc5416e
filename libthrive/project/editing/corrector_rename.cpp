// SPDX-License-Identifier: MIT
// Giving an entry another id, and everything that names it.
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/project/editing/corrector.hpp"
#include "libthrive/project/references.hpp"
#include "libthrive/records/scalars.hpp"

namespace thrive::project {

namespace {

using records::FieldAt;
using yaml::Edit;

/// The instrument whose items a place names: that of its assessment, else of the latest one.
std::string instrument_behind(const Path& path, const Opened& project) {
  const model::Project& model = project.model();
  const bool is_in_assessment = path.size() > 1 && path.front() == "assessments";
  const model::Assessment* assessment =
      model.assessments.find(is_in_assessment ? path[1] : project.latest_assessment());
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
    const std::string kind(rule.defined_kind);
    const std::string holder = at.path.size() > 2 ? at.path[at.path.size() - 3] : std::string();
    const std::size_t places = rename_mentions(at, kind, id_of_thing(kind, holder, old_id), new_id);
    said_.push_back(places == 0 ? fmt::format("'{}' is now '{}'; nothing else names it", correction_.path, new_id)
                                : fmt::format("'{}' is now '{}', also in {} that name{} it", correction_.path, new_id,
                                              places == 1 ? "1 place" : fmt::format("{} places", places),
                                              places == 1 ? "s" : ""));
  }
  edited_.make({Edit::Action::rename, at.path, new_id, {}, {}});
  return true;
}

/// Changes everything that names the entry. Of an id that is defined in several places (an item of two instruments, a
/// table of two workshops) only those follow that name this one. Returns how many did.
std::size_t Corrector::rename_mentions(const FieldAt& at, const std::string& kind, const std::string& old_id,
                                       const std::string& new_id) {
  const Opened& project = edited_.now();
  const bool is_only_one = definitions_of(project, kind, old_id).size() < 2;
  const bool is_of_instrument = kind == "item" && at.path.front() == "instruments";
  std::vector<Mention> mentions = mentions_of(project, kind, old_id);
  std::erase_if(mentions, [&](const Mention& mention) {
    return is_of_instrument ? instrument_behind(mention.path, project) != at.path[1] : !is_only_one;
  });
  const std::size_t count = mentions.size();
  // What stands deepest first: a key that changes is on the way to what is below it. Both ends of one text are changed
  // one after the other, the latter first.
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return a.path.size() != b.path.size() ? a.path.size() > b.path.size() : a.path < b.path;
  });
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    Mention& mention = mentions[i];
    std::string text = mention.renamed(new_id);
    if (i + 1 < mentions.size() && mentions[i + 1].path == mention.path && !mention.is_key) {
      const std::size_t longer = text.size() - mention.text.size();
      const bool is_behind = mentions[i + 1].begin > mention.begin;
      mentions[i + 1].text = std::move(text);
      if (is_behind) mentions[i + 1].begin += longer;
      continue;
    }
    if (mention.is_key)
      edited_.make({Edit::Action::rename, mention.path, std::move(text), {}, {}});
    else
      edited_.make({Edit::Action::set, mention.path, {}, std::move(text)});
  }
  return count;
}

}  // namespace thrive::project
