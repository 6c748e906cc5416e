// SPDX-License-Identifier: MIT
#include "libthrive/versions/taken.hpp"

#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace thrive::versions {

namespace {

/// Walks what was joined beside ours.
class Counting {
 public:
  Brought take() { return std::move(brought_); }

  void place(const Meant& meant, At ours, const Joined& joined) {
    if (says(ours, joined)) return;
    const bool go_in = has_entries(meant, ours) && joined.is_there() && has_entries(joined.meant, joined.at) &&
                       known(meant, ours) == known(joined) && known(joined) != Known::whole;
    if (!go_in) return changed(joined.is_there() ? joined.meant : meant, joined);
    const bool by_key = known(joined) == Known::by_key;
    const std::vector<Entry> there = entries_of(meant, ours);
    const std::vector<JoinedEntry> wanted = entries_of(joined);
    const std::vector<std::optional<std::size_t>> matched =
        by_key ? by_keys(wanted, there) : by_identities(wanted, there);
    std::set<std::size_t> stays;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const At before = matched[i] ? there[*matched[i]].value : At{};
      if (matched[i]) stays.insert(*matched[i]);
      entry(wanted[i].key.empty() ? std::to_string(i) : wanted[i].key, wanted[i].value.meant, before, wanted[i].value);
    }
    for (std::size_t i = 0; i < there.size(); ++i)
      if (!stays.contains(i)) entry("-" + std::to_string(i), there[i].meant, there[i].value, {there[i].meant, {}});
  }

 private:
  static std::vector<std::optional<std::size_t>> by_keys(const std::vector<JoinedEntry>& wanted,
                                                         const std::vector<Entry>& there) {
    std::unordered_map<std::string_view, std::size_t> positions;
    for (std::size_t i = 0; i < there.size(); ++i) positions.emplace(there[i].key, i);
    std::vector<std::optional<std::size_t>> found;
    for (const JoinedEntry& entry : wanted) {
      const auto at = positions.find(entry.key);
      found.push_back(at == positions.end() ? std::nullopt : std::optional(at->second));
    }
    return found;
  }

  static std::vector<std::optional<std::size_t>> by_identities(const std::vector<JoinedEntry>& wanted,
                                                               const std::vector<Entry>& there) {
    std::vector<Identity> ours, joined;
    for (const Entry& entry : there) ours.push_back(identity_of(entry.meant, entry.value));
    for (const JoinedEntry& entry : wanted) joined.push_back(identity_of(entry.value));
    return matches(joined, ours);
  }

  /// True for the record that a change is counted as: a whole entry, and not the groups that only hold such.
  static bool is_counted(const Meant& meant) {
    if (meant.shape == nullptr || !meant.shape->plain().is_record()) return false;
    for (const records::Field& field : meant.shape->plain().record().fields) {
      const records::Shape& shape = field.shape->plain();
      const bool holds_records = shape.kind == records::Kind::keyed && shape.element->plain().is_record();
      if (holds_records) return false;
    }
    return true;
  }

  void entry(std::string step, const Meant& meant, At ours, const Joined& joined) {
    path_.push_back(std::move(step));
    const bool is_unit = path_.size() > 1 && is_counted(meant) && !says(ours, joined);
    if (is_unit) {
      count(std::string(meant.shape->plain().record().title));
    } else {
      const bool is_new_group = !ours.is_there() && joined.is_there() && has_entries(joined.meant, joined.at);
      if (is_new_group && holds_units(joined.meant)) {
        for (const JoinedEntry& one : entries_of(joined)) entry(one.key, one.value.meant, {}, one.value);
      } else {
        place(meant, ours, joined);
      }
    }
    path_.pop_back();
  }

  /// True for a section, or another group of entries that are counted one by one.
  static bool holds_units(const Meant& meant) {
    if (meant.shape == nullptr) return false;
    const records::Shape& shape = meant.shape->plain();
    return (shape.kind == records::Kind::keyed || shape.kind == records::Kind::list) &&
           shape.element->plain().is_record();
  }

  void changed(const Meant& meant, const Joined&) {
    const bool is_record = meant.shape != nullptr && meant.shape->plain().is_record();
    count(is_record ? std::string(meant.shape->plain().record().title) : "field");
  }

  void count(const std::string& what) { ++brought_[path_.empty() ? std::string() : path_.front()][what]; }

  Brought brought_;
  yaml::Path path_;
};

}  // namespace

Brought taken(At ours, const Joined& joined) {
  Counting counting;
  counting.place(joined.meant, ours, joined);
  return counting.take();
}

}  // namespace thrive::versions
