// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/extract.hpp"

namespace thrive::measures {

std::optional<Extract> Extract::open(const tables::Input& input, const tables::KnownColumns& known,
                                     text::Diagnostics& problems) {
  Extract extract(input);
  tables::Reader reader(input, tables::Manner::lenient);
  extract.heading_ = tables::find_heading(tables::first_rows(reader), known);
  if (reader.failure()) {
    problems.add(*reader.failure());
    return std::nullopt;
  }
  extract.separator_ = reader.separator();
  extract.was_ = reader.was();
  return extract;
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
