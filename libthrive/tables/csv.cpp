// SPDX-License-Identifier: MIT
#include "libthrive/tables/csv.hpp"

#include <algorithm>

namespace thrive::project {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

CsvReader::CsvReader(std::string_view bytes) : bytes_(bytes) {
  if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

CsvCell CsvReader::plain_cell() {
  const std::size_t begin = at_;
  while (at_ < bytes_.size() && bytes_[at_] != ',' && bytes_[at_] != '\n') ++at_;
  std::size_t end = at_;
  const bool ends_row = at_ == bytes_.size() || bytes_[at_] == '\n';
  if (ends_row && end > begin && bytes_[end - 1] == '\r') --end;
  return {bytes_.substr(begin, end - begin), begin};
}

CsvCell CsvReader::quoted_cell() {
  const std::size_t quote = at_;
  const std::size_t begin = ++at_;
  bool has_doubled = false;
  for (;; ++at_) {
    if (at_ >= bytes_.size()) {
      has_open_quote_ = true;
      open_quote_ = quote;
      return {bytes_.substr(begin), quote};
    }
    if (bytes_[at_] == '\n') ++line_;
    if (bytes_[at_] != '"') continue;
    if (at_ + 1 >= bytes_.size() || bytes_[at_ + 1] != '"') break;
    has_doubled = true;
    ++at_;
  }
  std::string_view text = bytes_.substr(begin, at_ - begin);
  ++at_;
  // What stands between the closing quote and the comma is no part of the cell; blanks and a CR are common there.
  while (at_ < bytes_.size() && bytes_[at_] != ',' && bytes_[at_] != '\n') ++at_;
  if (!has_doubled) return {text, quote};
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    plain += text[i];
    if (text[i] == '"') ++i;
  }
  unescaped_.push_back(std::move(plain));
  return {unescaped_.back(), quote};
}

bool CsvReader::next(std::vector<CsvCell>& row) {
  for (;;) {
    row.clear();
    unescaped_.clear();
    if (at_ >= bytes_.size() || has_open_quote_) return false;
    row_line_ = line_;
    for (;;) {
      row.push_back(at_ < bytes_.size() && bytes_[at_] == '"' ? quoted_cell() : plain_cell());
      if (has_open_quote_ || at_ >= bytes_.size()) break;
      if (bytes_[at_++] == '\n') {
        ++line_;
        break;
      }
    }
    const bool is_blank = row.size() == 1 && trimmed(row.front().text).empty();
    if (!is_blank) return true;
  }
}

}  // namespace thrive::project
