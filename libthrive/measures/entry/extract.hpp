// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/tables/table.hpp"

namespace thrive::measures {

/// A table as somebody's system wrote it: its heading, and its rows as often as they are wanted. Nothing of it is held
/// but its first rows.
class Extract {
 public:
  /// Reads the start of a table. Nothing, with its problem, when it cannot be read.
  static std::optional<Extract> open(const tables::Input& input, const tables::KnownColumns& known,
                                     text::Diagnostics& problems);

  const std::string& file() const { return input_->name; }
  const tables::Heading& heading() const { return heading_; }
  /// The first rows, those above the heading among them.
  const std::vector<tables::Row>& start() const { return start_; }
  /// Takes another of the first rows for the heading.
  void take_heading(std::size_t row);
  /// Hands every row below the heading to `look`. False, with its problem, when the table cannot be read to its end.
  bool each_row(const std::function<void(const tables::Row&)>& look, text::Diagnostics& problems);
  /// What was done to read it, in words, as far as it was read: another encoding, another separator.
  std::vector<std::string> said() const;

 private:
  explicit Extract(const tables::Input& input) : input_(&input) {}

  const tables::Input* input_;
  std::vector<tables::Row> start_;
  tables::Heading heading_;
  char separator_ = ',';
  std::string was_;
};

}  // namespace thrive::measures
