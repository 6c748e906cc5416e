// SPDX-License-Identifier: MIT
#include "libthrive/versions/renumber.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "libthrive/records/kinds.hpp"
#include "libthrive/yaml/editor.hpp"

namespace thrive::versions {

namespace {

using yaml::no_node;

/// True when keyed sections with counted ids stand somewhere below.
bool leads_to_numbers(const records::Shape& shape, const model::Rule& rule, int depth = 0) {
  constexpr int deepest = 8;
  const records::Shape& plain = shape.plain();
  if (depth > deepest || rule.is_numbered) return rule.is_numbered;
  if (plain.kind == records::Kind::keyed) return leads_to_numbers(*plain.element, {}, depth + 1);
  if (!plain.is_record()) return false;
  return std::any_of(plain.record().fields.begin(), plain.record().fields.end(), [&](const records::Field& field) {
    return leads_to_numbers(*field.shape, field.rule, depth + 1);
  });
}

/// One id in three versions, and in which file theirs has it.
struct Id {
  bool is_in_base = false;
  At ours{};
  At theirs{};
  Meant meant{};
  std::size_t file = 0;
};

/// A keyed section with counted ids.
struct Section {
  std::map<std::string, Id> ids{};
  std::string kind{};
};

/// Collects the counted ids of all versions.
class Counted {
 public:
  void add(const Meant& meant, const Three& file, std::size_t position) {
    position_ = position;
    walk(meant, file.base, Version::base);
    walk(meant, file.ours, Version::ours);
    walk(meant, file.theirs, Version::theirs);
  }

  const std::map<yaml::Path, Section>& sections() const { return sections_; }

 private:
  enum class Version { base, ours, theirs };

  void walk(const Meant& meant, At at, Version version) {
    if (meant.shape == nullptr || !leads(meant) || !has_entries(meant, at)) return;
    const bool is_numbered = meant.rule.is_numbered && meant.shape->plain().kind == records::Kind::keyed;
    for (const Entry& entry : entries_of(meant, at)) {
      if (entry.meant.shape == nullptr) continue;
      if (is_numbered) note(meant, entry, version);
      path_.emplace_back(entry.key);
      Meant below = entry.meant;
      if (is_numbered) below.rule.is_numbered = false;  // that was said of the section around it
      walk(below, entry.value, version);
      path_.pop_back();
    }
  }

  bool leads(const Meant& meant) {
    const auto [known, is_new] = leads_.emplace(std::pair{meant.shape, meant.rule.is_numbered}, false);
    if (is_new) known->second = leads_to_numbers(*meant.shape, meant.rule);
    return known->second;
  }

  void note(const Meant& section, const Entry& entry, Version version) {
    Section& known = sections_[path_];
    known.kind = section.rule.defined_kind;
    Id& id = known.ids[std::string(entry.key)];
    id.meant = entry.meant;
    if (version == Version::base) id.is_in_base = true;
    if (version == Version::ours) id.ours = entry.value;
    if (version != Version::theirs) return;
    id.theirs = entry.value;
    id.file = position_;
  }

  std::map<yaml::Path, Section> sections_;
  std::map<std::pair<const records::Shape*, bool>, bool> leads_;
  yaml::Path path_;
  std::size_t position_ = 0;
};

/// The value of a field of a record; nothing when it is not there.
At field_of(const Meant& meant, At record, std::string_view name) {
  for (const Entry& entry : entries_of(meant, record))
    if (entry.key == name) return entry.value;
  return {};
}

/// True when both versions added an entry of this id, and people said something else in each.
bool are_two_things(const Id& id) {
  if (id.is_in_base || !id.ours.is_there() || !id.theirs.is_there()) return false;
  if (is_same(id.meant, id.ours, id.theirs)) return false;
  if (!id.meant.shape->plain().is_record()) return true;
  const records::Field* words = words_of(id.meant.shape->plain().record());
  if (words == nullptr || !has_entries(id.meant, id.ours) || !has_entries(id.meant, id.theirs)) return true;
  const Meant meant{words->shape, words->rule, words->name};
  return !is_same(meant, field_of(id.meant, id.ours, words->name), field_of(id.meant, id.theirs, words->name));
}

/// Finds the places of theirs whose text changes with the new ids.
class Renaming {
 public:
  Renaming(const std::vector<Renumbered>& ids, std::size_t position) : ids_(ids), position_(position) {}

  void walk(const Meant& meant, At base, At theirs) {
    if (!theirs.is_there() || is_written_alike(meant, base, theirs)) return;
    if (!has_entries(meant, theirs)) return name(meant, theirs, theirs.node);
    const std::vector<Entry> entries = entries_of(meant, theirs);
    const bool is_mapping = theirs.look().kind == yaml::Kind::mapping;
    if (!is_mapping && entries.size() == 1 && entries.front().value.node == theirs.node)
      return name(entries.front().meant, theirs, theirs.node);
    const bool has_base = has_entries(meant, base) && known(meant, base) == known(meant, theirs);
    const std::vector<Entry> before = has_base ? entries_of(meant, base) : std::vector<Entry>{};
    Known as = known(meant, theirs);
    if (as == Known::whole) as = Known::as_lines;
    for (const Slot& slot : slots_of(as, before, {}, entries)) {
      if (slot.theirs == Slot::none) continue;
      const Entry& entry = entries[slot.theirs];
      const At was = slot.base == Slot::none ? At{} : before[slot.base].value;
      if (entry.key_node != no_node) key(meant, entry, slot.base == Slot::none);
      path_.emplace_back(entry.key);
      walk(entry.meant, was, entry.value);
      path_.pop_back();
    }
  }

  std::vector<yaml::Replacement> take() {
    std::sort(pieces_.begin(), pieces_.end(), [](const auto& a, const auto& b) { return a.offset < b.offset; });
    return std::move(pieces_);
  }

 private:
  static bool is_written_alike(const Meant& meant, At base, At theirs) {
    return base.is_there() && is_same(meant, base, theirs);
  }

  /// The id of an entry, or a name of something else in its place.
  void key(const Meant& meant, const Entry& entry, bool is_new) {
    if (!is_new) return;
    const std::string_view id = entry.key;
    for (const Renumbered& one : ids_)
      if (one.file == position_ && one.section == path_ && one.from == id)
        return replace(entry.value, entry.key_node, one.from, one.to);
    if (!meant.rule.refers_to.empty()) name_as(meant.rule.refers_to, entry.value, entry.key_node);
  }

  void name(const Meant& meant, At at, yaml::NodeId node) {
    if (!meant.rule.refers_to.empty() && at.document->node(node).kind == yaml::Kind::scalar)
      name_as(meant.rule.refers_to, at, node);
  }

  void name_as(std::string_view refers_to, At at, yaml::NodeId node) {
    const std::string_view text = at.document->node(node).value;
    for (const records::NamedPart& part : records::named_parts(refers_to, text))
      for (const Renumbered& one : ids_) {
        const std::string_view named = text.substr(part.begin, part.length);
        if (part.kind != one.kind || named != one.from) continue;
        if (part.begin == 0) return replace(at, node, one.from, one.to);
        // S3.r1: the entry of a section that stands within another entry
        if (one.section.size() < 2) continue;
        const std::string around = one.section[one.section.size() - 2] + ".";
        if (text.substr(0, part.begin) == around) return replace(at, node, around + one.from, around + one.to);
      }
  }

  void replace(At at, yaml::NodeId node, std::string_view from, const std::string& to) {
    const text::Span span = at.document->node(node).text;
    const std::size_t found = at.document->source().text(span).find(from);
    if (found != std::string_view::npos) pieces_.push_back({span.begin + found, from.size(), to});
  }

  const std::vector<Renumbered>& ids_;
  std::size_t position_;
  yaml::Path path_;
  std::vector<yaml::Replacement> pieces_;
};

/// The sections below an entry that gets another id whose own ids begin with it: r1c1 of r1.
void follow(const std::map<yaml::Path, Section>& sections, const Renumbered& moved, std::vector<Renumbered>& found) {
  yaml::Path entry = moved.section;
  entry.push_back(moved.from);
  for (const auto& [path, section] : sections) {
    const bool is_below = path.size() == entry.size() + 1 && std::equal(entry.begin(), entry.end(), path.begin());
    if (!is_below) continue;
    for (const auto& [id, at] : section.ids)
      if (at.theirs.is_there() && id.starts_with(moved.from) && id.size() > moved.from.size() &&
          (id[moved.from.size()] < '0' || id[moved.from.size()] > '9'))
        found.push_back({path, id, moved.to + id.substr(moved.from.size()), section.kind, at.file});
  }
}

}  // namespace

std::vector<Renumbered> renumberings(const Meant& meant, const std::vector<Three>& files) {
  Counted counted;
  for (std::size_t i = 0; i < files.size(); ++i) counted.add(meant, files[i], i);
  std::vector<Renumbered> found;
  for (const auto& [path, section] : counted.sections()) {
    std::map<std::string, unsigned long, std::less<>> highest;
    for (const auto& [id, at] : section.ids)
      if (const auto running = running_id(id)) {
        unsigned long& number = highest[std::string(running->before)];
        number = std::max(number, running->number);
      }
    const bool is_moved = std::any_of(found.begin(), found.end(), [&path = path](const Renumbered& one) {
      return path.size() > one.section.size() + 1 && path[one.section.size()] == one.from &&
             std::equal(one.section.begin(), one.section.end(), path.begin());
    });
    if (is_moved) continue;  // what is below an entry with a new id is no longer the same place
    for (const auto& [id, at] : section.ids) {
      const auto running = running_id(id);
      if (!running || !are_two_things(at)) continue;
      found.push_back(
          {path, id, with_number(*running, ++highest[std::string(running->before)]), section.kind, at.file});
      follow(counted.sections(), Renumbered(found.back()), found);
    }
  }
  return found;
}

std::string renumbered_text(const Meant& meant, const Three& file, std::size_t position,
                            const std::vector<Renumbered>& ids) {
  const std::string& bytes = file.theirs.document->source().bytes();
  if (ids.empty()) return bytes;
  Renaming renaming(ids, position);
  renaming.walk(meant, file.base, file.theirs);
  return yaml::replaced(bytes, renaming.take());
}

}  // namespace thrive::versions
