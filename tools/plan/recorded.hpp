// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/cli/tool.hpp"

// How the commands of plan write entries down.

/// An entry as somebody typed it: what was not typed is not there.
class TypedEntry {
 public:
  TypedEntry(std::string section, std::string id) : section_(std::move(section)), id_(std::move(id)) {}

  void say(const std::string& field, const std::string& words);
  void say(const std::string& field, const std::optional<int>& number);
  void say(const std::string& field, const std::optional<thrive::text::Date>& date);
  void say(const std::string& field, const std::vector<std::string>& items);
  bool says_something() const { return !fields_.empty(); }

  /// Adds it to a project or, with `replaces`, changes the fields that were typed of one that is there. False, with the
  /// reason among the problems, when it is there already, or is not.
  bool record(const thrive::project::Opened& project, bool replaces, thrive::project::Changes& changes,
              thrive::text::Diagnostics& problems) const;

 private:
  std::string section_;
  std::string id_;
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// Records an entry that was typed, or says what is missing.
thrive::cli::Exit record_typed(thrive::cli::Session& session, const std::string& id, const TypedEntry& entry,
                               bool replaces);

/// The next id of a section: as many letters and digits as the others have, `t40` behind `t39`.
std::string next_numbered(const std::vector<std::string>& taken, const std::string& letter);
