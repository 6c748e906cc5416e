// SPDX-License-Identifier: MIT
//
// What two versions of a file come to, given the one that both began as.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "libthrive/versions/content.hpp"

namespace thrive::versions {

/// Three versions of one place.
struct Three {
  At base;
  At ours;
  At theirs;
};

/// A place where people must decide.
struct Conflict {
  yaml::Path path;  // keys; of an item its identity
  Meant meant;
  Three sides;
};

struct JoinedEntry;

/// What the joined version says at a place: what one version says there, or entries from both.
struct Joined {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  Meant meant{};
  At at{};                                                  // the version that says it; of entries from both, ours
  std::shared_ptr<const std::vector<JoinedEntry>> mixed{};  // entries from both versions, where they say it
  std::size_t conflict = none;                              // where people must decide, and ours is taken for now

  bool is_mixed() const { return mixed != nullptr; }
  bool is_there() const { return is_mixed() || at.is_there(); }
};

/// An entry of what was joined. One that is not there marks a conflict about something that ours does not have.
struct JoinedEntry {
  std::string key;
  Joined value;
};

/// The joined version of a whole file.
struct Join {
  Joined root;
  std::vector<Conflict> conflicts;
};

/// Joins three versions; see thrive(1) for the rules. Everything at a path of `doubtful` that both versions do not say
/// alike is a conflict, whoever changed it.
Join join(const Meant& meant, const Three& versions, const std::set<yaml::Path>& doubtful = {});

/// The name of an entry in the path of a conflict: its key, or what tells an item from the others.
std::string name_of(const Entry& entry, std::size_t position);

/// The same entry in three versions: positions among the entries of each.
struct Slot {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t base = none;
  std::size_t ours = none;
  std::size_t theirs = none;
};
/// Finds the entries of three versions of a collection again: those of ours in their order, then those of theirs that
/// ours does not have, then those that only the base has.
std::vector<Slot> slots_of(Known as, const std::vector<Entry>& base, const std::vector<Entry>& ours,
                           const std::vector<Entry>& theirs);

/// The entries of what was joined, as far as they are there, each with its value.
std::vector<JoinedEntry> entries_of(const Joined& joined);
/// How they are known again.
Known known(const Joined& joined);
/// The identity of an item of what was joined.
Identity identity_of(const Joined& item);
/// True when a version says just what was joined.
bool says(At at, const Joined& joined);
/// What was joined as plain data.
text::Value value_of(const Joined& joined);

}  // namespace thrive::versions
