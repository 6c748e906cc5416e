// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/measures/entry/import.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::measures {

/// What happens to figures that the data file has already. update: the extract is right; complete: it is, and where it
/// has no figure the file's stays; append: the file is right, only new dates are added; replace: the file becomes what
/// the extract says.
enum class ImportMode { update, complete, append, replace };

}  // namespace thrive::measures

namespace thrive::model {

template <>
struct Names<measures::ImportMode> {
  static constexpr std::string_view title = "mode";
  static constexpr std::pair<measures::ImportMode, std::string_view> values[] = {
      {measures::ImportMode::update, "update"},
      {measures::ImportMode::append, "append"},
      {measures::ImportMode::replace, "replace"}};
};

}  // namespace thrive::model

namespace thrive::measures {

/// A figure that was different at the last import.
struct ChangedFigure {
  text::Date date{};
  std::string before;  // "31 of 60", "missing"
  std::string after;
};

struct Merged {
  std::string bytes;  // the whole data file
  std::vector<text::Date> added;
  std::vector<ChangedFigure> changed;    // history that the extract tells differently; kept as it was when appending
  std::vector<text::Date> gone;          // dates that the extract no longer has; removed when replacing
  std::vector<text::Date> dates;         // of all lines, from the first to the last
  std::size_t notes_kept = 0;            // of the file, where the extract has another
  std::size_t notes_without_column = 0;  // of the extract, for which the file has no place
};

/// True when the header of a data file names a numerator and a denominator.
bool has_ratio_columns(const text::Source& data);
/// What a data file that does not exist yet begins as.
std::string empty_data_file(bool ratio);

/// Puts imported figures into a data file. Lines that do not change stay as they are, byte by byte; new ones go where
/// their date belongs. The same figures twice change nothing.
std::optional<Merged> merge(const text::Source& data, const Imported& imported, ImportMode mode,
                            text::Diagnostics& problems);

/// How many of the latest lines are provisional, as the extract says; nothing when it does not say. A provisional
/// figure before a final one does not count, which goes into `before_final`.
std::optional<int> provisional_points(const Imported& imported, const Merged& merged, std::size_t& before_final);

/// "2024-05-06 changed from 31 of 60 to 33 of 60".
std::string change_in_words(const ChangedFigure& change);
/// "3 weeks added (2025-02-24 to 2025-03-10), 1 changed, 56 as they were": what is said afterwards.
std::string merged_in_words(const Merged& merged, ImportMode mode, const std::string& measure);

}  // namespace thrive::measures
