// SPDX-License-Identifier: MIT
//
// Scores as they come in: on sheets, or on a command line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/model/assessments.hpp"
#include "libthrive/tables/input.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::assessment {

/// One table's score for one item.
struct ImportedScore {
  std::string table;
  std::string item;
  model::TableScore score;
};

/// Reads sheets of scores, each in whichever of three forms its first row shows: a row for each table and item (table,
/// item, score, evidence, votes; extra columns are left aside; without a table column `table` names it); a row an item
/// with a column a table (item, A, B ...); or a row a table with a column an item (table, M1, M2 ...). Empty cells are
/// not answered. Every bad cell is reported with its place: an unknown item with the nearest, a score outside the
/// scale, two scores of one table for one item, on one sheet or on two, a table that is spelt in two ways here or
/// in `known_tables`, cells without a column, and sheets without any score. Rows above the names of the columns are
/// left out, and so, with a warning, is evidence without a score.
std::vector<ImportedScore> read_scores(const std::vector<tables::Input>& sheets, const std::string& table,
                                       const model::Instrument& instrument,
                                       const std::vector<std::string>& known_tables, text::Diagnostics& problems);

/// A score as somebody types it: a number of the scale, `2.0` for 2 too, or `unknown`, `?`, `don't know`, `n/a`.
/// Nothing when it is neither.
std::optional<model::Score> parse_score(std::string_view typed, const model::Scale& scale);
/// Votes of the seats: scores separated by blanks or commas. Sorted, lowest first and unknown last, so that no seat can
/// be told from another. Nothing when one of them is no score.
std::optional<std::vector<model::Score>> parse_votes(std::string_view typed, const model::Scale& scale);

/// Fingerprint of everything that a score refers to: ids and descriptors of an instrument.
std::string instrument_fingerprint(const model::Instrument& instrument);
/// Whether the words of an instrument differ from those that an assessment was scored with. False when the assessment
/// does not say which those were.
bool is_changed(const model::Instrument& instrument, const model::Assessment& assessment);

/// One score in the words of a command line.
struct WrittenScore {
  std::string table, item, score, evidence, votes;
};
/// Reads it as if it stood on a sheet: one score, or none with problems.
std::vector<ImportedScore> read_score(const WrittenScore& written, const model::Instrument& instrument,
                                      const std::vector<std::string>& known_tables, text::Diagnostics& problems);

/// What an option says otherwise than the assessment that is there already.
struct Contradiction {
  std::string field;  // "date" or "instrument": where the assessment says it
  std::string message;
  std::string hint;
};

/// Compares the day and the instrument that somebody asked for with those of an assessment; an empty instrument asks
/// for nothing. Nothing comes back when they agree.
std::optional<Contradiction> contradiction(const std::string& id, const model::Assessment& assessment,
                                           const std::optional<text::Date>& date, const std::string& instrument);

}  // namespace thrive::assessment
