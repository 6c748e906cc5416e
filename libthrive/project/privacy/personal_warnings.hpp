// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::project {

/// Texts that look like personal data and are meant, compared without blanks, hyphens and case.
class Allowed {
 public:
  void add(std::string_view text);
  bool covers(std::string_view text) const;

 private:
  std::vector<std::string> folded_;
};

/// Adds a warning for each datum in a file that is not allowed. Messages never repeat what was found: they end up in
/// logs.
void warn_of_personal_data(const text::Source& source, const Allowed& allowed, text::Diagnostics& problems);
/// The same for the name of a file or a folder: its last step.
void warn_of_personal_name(const std::string& path, const Allowed& allowed, text::Diagnostics& problems);
/// Warns of the columns of a table that are about single people, by their headings.
void warn_of_personal_columns(const text::Source& source, text::Diagnostics& problems);

}  // namespace thrive::project
