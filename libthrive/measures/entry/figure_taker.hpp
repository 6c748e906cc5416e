// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "libthrive/findings/finding.hpp"
#include "libthrive/measures/entry/extract_figures.hpp"
#include "libthrive/measures/entry/import.hpp"
#include "libthrive/tables/row_problems.hpp"

namespace thrive::measures {

/// One figure of an extract before it is read: its cells, in one row or under one date of a wide table. Cells of no row
/// are columns that the extract does not have.
struct FigureCells {
  tables::Cell date;  // where its time stands
  Period period;
  tables::Cell value{}, numerator{}, denominator{}, note{};
  std::optional<bool> is_provisional{};  // what a column of its own says
  std::string all_cells;                 // of the row, for telling rows that are the same
};

/// Takes figures one after the other into the periods of a measure.
class FigureTaker {
 public:
  FigureTaker(const ImportTarget& target, const ImportRequest& request, WeekEdge edge, text::Diagnostics& problems);

  void take(const FigureCells& cells);
  /// Counts things that are left out, for what is said at the end.
  void leave_out_total() { ++totals_; }
  void leave_out_words() { ++words_; }
  void leave_out_dateless() { ++dateless_; }
  /// The extract has a column that says which figures are provisional.
  void has_provisional_column() { speaks_of_provisional_ = true; }

  /// True when an error at a cell is to be put in words; a kind that many rows have is only counted after a while.
  bool fails(const char* code, const tables::Cell& cell);
  void report(const findings::Finding& finding);
  void report_in_words(text::Diagnostic problem) { problems_.add(std::move(problem)); }
  /// What was taken; nothing when there were errors.
  std::optional<Imported> finish();

 private:
  /// The rows of the extract that fall into one period.
  struct PeriodRows {
    ImportedRow figures;
    std::unordered_set<std::size_t> seen{};  // what stood in their cells
    std::set<text::Date> days{};             // that they are of, while they are few
    std::size_t rows = 0;                    // that differ
    bool lacks_figure = false;               // one of those that were added up has none
    text::Place second{};
  };
  /// A period of the extract that is longer than those of the measure.
  struct Longer {
    std::string written;
    Period period;
    text::Place place;
  };
  /// How percentages were written.
  struct Percents {
    std::size_t with_sign = 0, without_sign = 0, shares = 0, likely = 0;
    text::Place first_without{}, first_share{};
    std::string written_without{}, written_share{};
    double largest = 0;
    bool has_fraction = false;
  };

  void take_longer(const FigureCells& cells);
  bool is_over(const FigureCells& cells, text::Date start);
  std::string figure(const tables::Cell& cell, bool is_value, bool& is_provisional);
  void refuse_figure(const tables::Cell& cell);
  void look_at_scale(const tables::Cell& cell, const ExtractFigure& figure);
  void check_share(const FigureCells& cells, const ImportedRow& figures);
  void keep(const FigureCells& cells, ImportedRow figures, bool is_provisional);
  void add_up(PeriodRows& period, const ImportedRow& figures);
  void report_duplicates();
  void report_longer();
  void report_scale();
  void say_counts();

  const ImportTarget& target_;
  const ImportRequest& request_;
  WeekEdge edge_;
  text::Diagnostics& all_problems_;
  tables::RowProblems problems_;
  std::map<text::Date, PeriodRows> periods_;
  std::vector<Longer> longer_;
  Percents percents_;
  MetMarks marks_;
  std::set<text::Date> provisional_;
  bool speaks_of_provisional_ = false, failed_ = false;
  std::size_t moved_ = 0, totals_ = 0, words_ = 0, dateless_ = 0, hidden_ = 0, longer_count_ = 0, added_up_ = 0;
  std::vector<std::string> said_;
};

}  // namespace thrive::measures
