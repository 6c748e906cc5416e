// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/extract.hpp"

#include "libthrive/measures/entry/extract_dates.hpp"
#include "libthrive/measures/entry/extract_figures.hpp"

namespace thrive::measures {

namespace {

/// True for a figure or a time: what stands below titles, and in a block above them.
bool reads_as_value(std::string_view text) {
  for (const DateForm form : {DateForm::iso, DateForm::day_first, DateForm::month_in_letters, DateForm::week,
                              DateForm::month, DateForm::quarter, DateForm::year})
    if (read_period(text, form)) return true;
  return read_figure(text).kind == ExtractFigure::Kind::number;
}

}  // namespace

std::optional<Extract> Extract::open(const tables::Input& input, const tables::KnownColumns& known,
                                     text::Diagnostics& problems) {
  Extract extract(input);
  tables::Reader reader(input, tables::Manner::lenient);
  extract.start_ = tables::first_rows(reader);
  extract.heading_ = tables::find_heading(extract.start_, known, reads_as_value);
  if (reader.failure()) {
    problems.add(*reader.failure());
    return std::nullopt;
  }
  extract.separator_ = reader.separator();
  extract.was_ = reader.was();
  return extract;
}

void Extract::take_heading(std::size_t row) {
  heading_ = {};
  heading_.rows_above = row;
  heading_.rows = {start_[row]};
  for (std::size_t column = 0; column < start_[row].size(); ++column)
    heading_.titles.push_back({std::string(start_[row].text(column)), {}, false});
}

bool Extract::each_row(const std::function<void(const tables::Row&)>& look, text::Diagnostics& problems) {
  tables::Reader reader(*input_, tables::Manner::lenient);
  tables::Row row;
  for (std::size_t above = heading_.rows_above + heading_.rows.size(); above > 0 && reader.next(row);) --above;
  while (reader.next(row)) look(row);
  was_ = reader.was();
  if (!reader.failure()) return true;
  problems.add(*reader.failure());
  return false;
}

std::vector<std::string> Extract::said() const {
  std::vector<std::string> said;
  if (!was_.empty()) said.push_back("text was " + was_);
  if (separator_ == ';') said.emplace_back("columns are parted by semicolons");
  if (separator_ == '\t') said.emplace_back("columns are parted by tabs");
  return said;
}

}  // namespace thrive::measures
