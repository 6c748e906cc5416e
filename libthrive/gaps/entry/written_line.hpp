// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/tables/table.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::gaps {

/// One line for a gap sheet in the words that somebody gave: on a command line, or in a row of a sheet.
class WrittenLine {
 public:
  explicit WrittenLine(text::Place place = {}) : place_(std::move(place)) {}

  /// Says a detail; an empty text says nothing.
  void say(const std::string& detail, std::string_view text, text::Place place = {});
  bool says(const std::string& detail) const { return details_.contains(detail); }
  /// The words of a detail; empty when it is not said.
  std::string of(const std::string& detail) const;
  /// Where a detail stands, or the line when it is not said.
  text::Place place_of(const std::string& detail) const;
  const text::Place& place() const { return place_; }

 private:
  struct Detail {
    std::string text;
    text::Place place;
  };
  std::map<std::string, Detail> details_;
  text::Place place_;
};

/// The details that a line may have, by the names of a sheet's columns: priority, column, text, from, voice, module,
/// who, people, owner, by, gap, id, status.
std::vector<std::string> details_of_lines();

/// Reads the rows of a sheet, as `gap sheet -f csv` writes it or as people make one. A column of a name that a sheet
/// does not have is an error; those that the written sheet adds for readers are left aside, and so are rows without
/// words.
std::vector<WrittenLine> read_lines(const tables::Input& input, text::Diagnostics& problems);

}  // namespace thrive::gaps
