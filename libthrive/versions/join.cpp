// SPDX-License-Identifier: MIT
#include "libthrive/versions/join.hpp"

#include <algorithm>
#include <unordered_map>

#include "libthrive/yaml/emit.hpp"

namespace thrive::versions {

namespace {

using Rule = model::Rule;

Joined as_it_is(const Meant& meant, At at) { return {meant, at}; }

std::vector<Identity> identities(const std::vector<Entry>& entries) {
  std::vector<Identity> found;
  for (const Entry& entry : entries) found.push_back(identity_of(entry.meant, entry.value));
  return found;
}

/// Joins one place after the other, from the root down.
class Joining {
 public:
  explicit Joining(const std::set<yaml::Path>& doubtful) : doubtful_(doubtful) {}

  Joined place(const Meant& meant, const Three& at) {
    const bool is_same_in_both = is_equal(meant, at.ours, at.theirs);
    if (is_same_in_both) return as_it_is(meant, at.ours);
    if (doubtful_.contains(path_)) return conflict(meant, at);
    const bool is_doubtful_below = has_doubt_below();
    if (!is_doubtful_below && is_equal(meant, at.base, at.theirs)) return as_it_is(meant, at.ours);
    if (!is_doubtful_below && is_equal(meant, at.base, at.ours)) return as_it_is(meant, at.theirs);
    if (can_descend(meant, at)) return collection(meant, at);
    const bool both_are_values = at.ours.is_there() && at.theirs.is_there();
    if (meant.rule.joins_smaller && both_are_values)
      return as_it_is(meant, is_smaller(meant, at.theirs, at.ours) ? at.theirs : at.ours);
    return conflict(meant, at);
  }

  std::vector<Conflict> take() { return std::move(conflicts_); }

 private:
  /// An entry that is there and empty is not the same as none.
  static bool is_equal(const Meant& meant, At one, At other) {
    return one.is_there() == other.is_there() && is_same(meant, one, other);
  }

  bool has_doubt_below() const {
    const auto next = doubtful_.lower_bound(path_);
    return next != doubtful_.end() && next->size() > path_.size() &&
           std::equal(path_.begin(), path_.end(), next->begin());
  }

  static bool can_descend(const Meant& meant, const Three& at) {
    if (!has_entries(meant, at.ours) || !has_entries(meant, at.theirs)) return false;
    const Known as = known(meant, at.ours);
    return as == known(meant, at.theirs) && as != Known::whole;
  }

  Joined conflict(const Meant& meant, const Three& at) {
    conflicts_.push_back({path_, meant, at});
    Joined joined = as_it_is(meant, at.ours);
    joined.conflict = conflicts_.size() - 1;
    return joined;
  }

  Joined collection(const Meant& meant, const Three& at) {
    const Known as = known(meant, at.ours);
    const bool has_base = has_entries(meant, at.base) && known(meant, at.base) == as;
    const std::vector<Entry> base = has_base ? entries_of(meant, at.base) : std::vector<Entry>{};
    const std::vector<Entry> ours = entries_of(meant, at.ours), theirs = entries_of(meant, at.theirs);
    Joined joined{meant, at.ours};
    std::vector<Placed> placed;
    for (const Slot& slot : slots_of(as, base, ours, theirs)) {
      const Entry& named = slot.ours != Slot::none     ? ours[slot.ours]
                           : slot.theirs != Slot::none ? theirs[slot.theirs]
                                                       : base[slot.base];
      const Three three{value_at(base, slot.base), value_at(ours, slot.ours), value_at(theirs, slot.theirs)};
      std::string name = name_of(named, slot.ours != Slot::none ? slot.ours : slot.theirs);
      path_.push_back(name);
      Joined value = is_decided_apart(named.meant, three) ? conflict(named.meant, three) : place(named.meant, three);
      path_.pop_back();
      if (value.is_there() || value.conflict != Joined::none) placed.push_back({slot, {name, std::move(value)}});
    }
    const Known order = meant.rule.has_date_keys ? Known::by_date : as;
    joined.mixed = std::make_shared<const std::vector<JoinedEntry>>(in_order(order, std::move(placed), theirs));
    return joined;
  }

  static At value_at(const std::vector<Entry>& entries, std::size_t position) {
    return position == Slot::none ? At{} : entries[position].value;
  }

  /// What people decided of a record that both versions changed, and that they do not say alike. A word that is left
  /// out is the usual one; of any other value nothing was decided where it is left out.
  static bool is_decided_apart(const Meant& meant, const Three& at) {
    if (!meant.rule.is_decided || is_same(meant, at.ours, at.theirs)) return false;
    if (at.ours.is_there() && at.theirs.is_there()) return true;
    const At said = at.ours.is_there() ? at.ours : at.theirs;
    const records::Shape& shape = meant.shape->plain();
    return shape.kind == records::Kind::word && value_of(meant, said) != text::Value(shape.words.front());
  }

  struct Placed {
    Slot slot;
    JoinedEntry entry;
  };

  /// The entries of ours in their order. What theirs adds comes behind the last of its neighbours before it, and behind
  /// what ours added there; lines and sets grow at their end, and dates go where their day is.
  static std::vector<JoinedEntry> in_order(Known as, std::vector<Placed> placed, const std::vector<Entry>& theirs) {
    std::vector<Placed> result;
    std::vector<Placed> added;
    for (Placed& one : placed) (one.slot.ours == Slot::none ? added : result).push_back(std::move(one));
    std::stable_sort(added.begin(), added.end(),
                     [](const Placed& a, const Placed& b) { return a.slot.theirs < b.slot.theirs; });
    for (Placed& one : added) {
      std::size_t at = result.size();
      if (as == Known::by_date) at = place_by_date(result, one);
      if (as == Known::by_key || as == Known::by_identity) at = place_by_neighbour(result, one.slot, theirs);
      result.insert(result.begin() + static_cast<std::ptrdiff_t>(at), std::move(one));
    }
    std::vector<JoinedEntry> entries;
    for (Placed& one : result) entries.push_back(std::move(one.entry));
    return entries;
  }

  static std::size_t place_by_neighbour(const std::vector<Placed>& result, const Slot& slot,
                                        const std::vector<Entry>&) {
    std::size_t best = Slot::none;
    std::size_t nearest = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
      const std::size_t position = result[i].slot.theirs;
      if (position == Slot::none || slot.theirs == Slot::none || position >= slot.theirs) continue;
      if (best != Slot::none && position < nearest) continue;
      best = i;
      nearest = position;
    }
    if (best == Slot::none) return result.size();
    std::size_t at = best + 1;
    const auto was_added_by_ours = [&](const Slot& other) {
      return other.theirs == Slot::none && other.base == Slot::none;
    };
    while (at < result.size() && was_added_by_ours(result[at].slot)) ++at;
    return at;
  }

  static std::string day_of(const JoinedEntry& entry) {
    if (yaml::is_date(entry.key)) return entry.key;
    const Identity identity = identity_of(entry.value);
    return identity.empty() ? std::string() : identity.front();
  }

  /// Before the first later day where days rise, before the first earlier one where they fall, else at the end.
  static std::size_t place_by_date(const std::vector<Placed>& result, const Placed& one) {
    std::vector<std::string> days;
    for (const Placed& other : result) days.push_back(day_of(other.entry));
    const bool rises = std::is_sorted(days.begin(), days.end());
    const bool falls = days.size() > 1 && !rises && std::is_sorted(days.rbegin(), days.rend());
    if (!rises && !falls) return result.size();
    const std::string day = day_of(one.entry);
    std::size_t at = 0;
    while (at < days.size() && (rises ? days[at] <= day : days[at] >= day)) ++at;
    return at;
  }

  const std::set<yaml::Path>& doubtful_;
  yaml::Path path_;
  std::vector<Conflict> conflicts_;
};

std::vector<Slot> slots_by_key(const std::vector<Entry>& base, const std::vector<Entry>& ours,
                               const std::vector<Entry>& theirs) {
  std::vector<Slot> slots;
  std::unordered_map<std::string_view, std::size_t> found;
  const auto add = [&](const std::vector<Entry>& entries, std::size_t Slot::*position) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const auto [known, is_new] = found.emplace(entries[i].key, slots.size());
      if (is_new) slots.emplace_back();
      slots[known->second].*position = i;
    }
  };
  add(ours, &Slot::ours);
  add(theirs, &Slot::theirs);
  add(base, &Slot::base);
  return slots;
}

std::vector<Slot> slots_by_identity(const std::vector<Entry>& base, const std::vector<Entry>& ours,
                                    const std::vector<Entry>& theirs) {
  const std::vector<Identity> in_base = identities(base), in_ours = identities(ours), in_theirs = identities(theirs);
  const auto of_ours = matches(in_base, in_ours), of_theirs = matches(in_base, in_theirs);
  std::vector<Slot> slots(ours.size());
  for (std::size_t i = 0; i < ours.size(); ++i) slots[i].ours = i;
  std::vector<bool> is_taken(theirs.size());
  std::vector<Slot> only_in_base, not_in_ours;
  for (std::size_t i = 0; i < base.size(); ++i) {
    if (of_theirs[i]) is_taken[*of_theirs[i]] = true;
    const std::size_t in_their = of_theirs[i].value_or(Slot::none);
    if (of_ours[i]) {
      slots[*of_ours[i]].base = i;
      slots[*of_ours[i]].theirs = in_their;
    } else {
      (of_theirs[i] ? not_in_ours : only_in_base).push_back({i, Slot::none, in_their});
    }
  }
  // What both added: the same to the last part of its identity, or to the parts that are enough.
  std::vector<std::size_t> new_in_ours, new_in_theirs;
  std::vector<Identity> of_new_in_ours, of_new_in_theirs;
  for (std::size_t i = 0; i < ours.size(); ++i)
    if (slots[i].base == Slot::none) new_in_ours.push_back(i), of_new_in_ours.push_back(in_ours[i]);
  for (std::size_t i = 0; i < theirs.size(); ++i)
    if (!is_taken[i]) new_in_theirs.push_back(i), of_new_in_theirs.push_back(in_theirs[i]);
  const auto of_new = matches(of_new_in_theirs, of_new_in_ours);
  for (std::size_t i = 0; i < new_in_theirs.size(); ++i) {
    if (of_new[i])
      slots[new_in_ours[*of_new[i]]].theirs = new_in_theirs[i];
    else
      not_in_ours.push_back({Slot::none, Slot::none, new_in_theirs[i]});
  }
  slots.insert(slots.end(), not_in_ours.begin(), not_in_ours.end());
  slots.insert(slots.end(), only_in_base.begin(), only_in_base.end());
  return slots;
}

}  // namespace

std::string name_of(const Entry& entry, std::size_t position) {
  if (!entry.key.empty()) return std::string(entry.key);
  std::string name;
  for (const std::string& part : identity_of(entry.meant, entry.value)) name += (name.empty() ? "" : ":") + part;
  return name.empty() ? std::to_string(position) : name;
}

Join join(const Meant& meant, const Three& versions, const std::set<yaml::Path>& doubtful) {
  Joining joining(doubtful);
  Join result{joining.place(meant, versions), {}};
  result.conflicts = joining.take();
  return result;
}

std::vector<Slot> slots_of(Known as, const std::vector<Entry>& base, const std::vector<Entry>& ours,
                           const std::vector<Entry>& theirs) {
  return as == Known::by_key ? slots_by_key(base, ours, theirs) : slots_by_identity(base, ours, theirs);
}

std::vector<JoinedEntry> entries_of(const Joined& joined) {
  std::vector<JoinedEntry> entries;
  if (joined.is_mixed()) {
    for (const JoinedEntry& entry : *joined.mixed)
      if (entry.value.is_there()) entries.push_back(entry);
    return entries;
  }
  for (const Entry& entry : entries_of(joined.meant, joined.at))
    entries.push_back({std::string(entry.key), {entry.meant, entry.value}});
  return entries;
}

Known known(const Joined& joined) { return known(joined.meant, joined.at); }

Identity identity_of(const Joined& item) {
  if (!item.is_mixed()) return identity_of(item.meant, item.at);
  if (item.meant.shape == nullptr || !item.meant.shape->plain().is_record()) return {};
  Identity identity;
  for (const std::string_view name : item.meant.shape->plain().record().identity) {
    std::string part;
    for (const JoinedEntry& entry : *item.mixed)
      if (entry.key == name && entry.value.is_there())
        for (const std::string& text : identity_of(entry.value)) part += text;
    identity.push_back(std::move(part));
  }
  while (!identity.empty() && identity.back().empty()) identity.pop_back();
  return identity;
}

bool says(At at, const Joined& joined) {
  if (!joined.is_mixed()) return at.is_there() == joined.at.is_there() && is_same(joined.meant, at, joined.at);
  if (!has_entries(joined.meant, at) || known(joined.meant, at) != known(joined))
    return joined.mixed->empty() && says_nothing(at);
  const std::vector<Entry> there = entries_of(joined.meant, at);
  const std::vector<JoinedEntry> wanted = entries_of(joined);
  if (there.size() != wanted.size()) return false;
  if (known(joined) != Known::by_key) {
    for (std::size_t i = 0; i < there.size(); ++i)
      if (!says(there[i].value, wanted[i].value)) return false;
    return true;
  }
  std::unordered_map<std::string_view, At> values;
  for (const Entry& entry : there) values.emplace(entry.key, entry.value);
  return std::all_of(wanted.begin(), wanted.end(), [&](const JoinedEntry& entry) {
    const auto found = values.find(entry.key);
    return found != values.end() && says(found->second, entry.value);
  });
}

text::Value value_of(const Joined& joined) {
  if (!joined.is_mixed()) return value_of(joined.meant, joined.at);
  if (known(joined) == Known::by_key) {
    text::Value::Map map;
    for (const JoinedEntry& entry : *joined.mixed)
      if (entry.value.is_there()) map.emplace_back(entry.key, value_of(entry.value));
    return map;
  }
  text::Value list = text::Value::list();
  for (const JoinedEntry& entry : *joined.mixed)
    if (entry.value.is_there()) list.push(value_of(entry.value));
  return list;
}

}  // namespace thrive::versions
