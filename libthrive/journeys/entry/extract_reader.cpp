// SPDX-License-Identifier: MIT
#include "libthrive/journeys/entry/extract_reader.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "libthrive/findings/say.hpp"
#include "libthrive/journeys/entry/extract_cells.hpp"
#include "libthrive/journeys/entry/extract_columns.hpp"
#include "libthrive/journeys/entry/faults.hpp"
#include "libthrive/tables/reader.hpp"
#include "libthrive/tables/table.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::journeys {

namespace {

using model::DateRole;

constexpr int oldest_age = 25;

/// The codes that are said of rows, or of the cells of one column: of the first few one by one, of more how many.
constexpr const char* fault_of_row(const char* code) { return code; }
constexpr const char* fault_of_cell(const char* code) { return code; }

/// Gives the values of one column codes, in the order in which they are met.
class Coder {
 public:
  explicit Coder(const WatchedColumn& column) : column_(column) {
    if (column.only)
      for (const std::string& value : *column.only) add(value);
  }

  /// 0 where nothing is known. False when there are too many.
  bool code(std::string_view cell, std::uint8_t& code) {
    code = 0;
    if (says_nothing(cell)) return true;
    auto known = codes_.find(cell);
    if (known == codes_.end()) {
      if (column_.only) {
        code = other;
        return true;
      }
      if (codes_.size() >= most_spellings) return false;
      add(std::string(cell));
      known = codes_.find(cell);
    }
    code = known->second;
    return values_.size() <= most_values;
  }
  Watched watched() && { return {column_.title, std::move(values_)}; }

 private:
  static constexpr std::uint8_t other = 255;
  static constexpr std::size_t most_spellings = 1000;

  void add(const std::string& cell) {
    const std::string* shown = column_.shown_as.find(cell);
    const std::string& value = shown == nullptr ? cell : *shown;
    auto known = std::find(values_.begin(), values_.end(), value);
    if (known == values_.end()) known = values_.insert(values_.end(), value);
    const auto place = static_cast<std::size_t>(known - values_.begin());
    codes_.emplace(cell, static_cast<std::uint8_t>(std::min(place + 1, most_values + 1)));
  }

  const WatchedColumn& column_;
  std::vector<std::string> values_;
  std::map<std::string, std::uint8_t, std::less<>> codes_;
};

/// How the cells of one column of days could be read.
struct ColumnOfDays {
  std::size_t filled = 0;
  std::size_t unreadable = 0;
  std::int64_t implausible = 0;
};

class ExtractReader {
 public:
  ExtractReader(const tables::Input& input, const ExtractQuestion& question, text::Diagnostics& problems)
      : input_(input), question_(question), problems_(problems) {
    for (const WatchedColumn& column : question.watched) coders_.emplace_back(column);
    scope_values_.resize(question.scope.size());
  }

  std::optional<ReadExtract> read() {
    tables::Reader reader(input_, tables::Manner::lenient);
    const std::vector<tables::Row> start = tables::first_rows(reader);
    if (!can_go_on(reader)) return std::nullopt;
    auto found = find_extract_columns(start, input_.name, question_, problems_);
    if (!found) return std::nullopt;
    columns_ = std::move(*found);
    begin();
    for (std::size_t at = columns_.rows_above + 1; at < start.size(); ++at)
      if (!take(start[at])) return std::nullopt;
    tables::Row row;
    while (reader.next(row))
      if (!take(row)) return std::nullopt;
    if (!can_go_on(reader) || !days_are_days()) return std::nullopt;
    tables::say_how_it_was_read(reader, input_.name, problems_);
    faults_.say(input_.name, problems_);
    return finish();
  }

 private:
  /// False, with the reason said, when the file cannot be read further.
  bool can_go_on(const tables::Reader& reader) {
    if (!reader.failure()) return true;
    if (reader.failure()->code == "sheet-open-quote")
      findings::say(problems_, {"extract-quote", reader.failure()->place});
    else
      problems_.add(*reader.failure());
    return false;
  }

  void begin() {
    Referrals& referrals = result_.referrals;
    referrals.cut_off = question_.cut_off;
    for (std::size_t role = 0; role < model::date_role_count; ++role)
      referrals.has_role[role] = columns_.days[role].has_value();
    referrals.has_reasons = columns_.close_reason.has_value();
    referrals.has_ages = columns_.age.has_value();
  }

  bool take(const tables::Row& row) {
    Quality& quality = result_.quality;
    quality.rows += 1;
    if (is_no_referral(row)) {
      quality.not_referrals += 1;
      return true;
    }
    KeyHash key;
    if (is_duplicate(row, key)) return true;
    bool in_scope = false;
    if (!look_at_scope(row, in_scope)) return false;
    if (!in_scope) {
      quality.out_of_scope += 1;
      return true;
    }
    return keep(row, key);
  }

  static bool is_no_referral(const tables::Row& row) {
    if (row.filled() == 1) return true;
    const std::string_view first = row.text(0);
    return first.size() >= 5 && (first.front() == 't' || first.front() == 'T') &&
           text::lower_case(first.substr(0, 5)) == "total";
  }

  /// The whole row as a number: empty cells at its end do not count.
  static std::uint64_t hash_of_row(const tables::Row& row) {
    std::uint64_t hash = 0;
    for (std::size_t cell = 0; cell < row.size(); ++cell)
      if (const std::string_view text = row.text(cell); !text.empty()) hash = hash_of(text, hash + cell);
    return hash;
  }

  bool is_duplicate(const tables::Row& row, KeyHash& key) {
    if (!columns_.id) return false;
    const std::string_view id = row.text(*columns_.id);
    if (says_nothing(id)) return false;
    key = key_of(id);
    const std::uint64_t hash = hash_of_row(row);
    const Keys::Found found = ids_.add(key);
    if (found.is_new) {
      row_hashes_.push_back(hash);
      return false;
    }
    result_.quality.duplicates += 1;
    const bool conflicts = row_hashes_[found.number] != hash;
    if (conflicts) {
      result_.quality.conflicting_duplicates += 1;
      faults_.add(fault_of_row("referral-twice"), row, *columns_.id, {});
    }
    return true;
  }

  /// False, with an error, when a column of the scope tells people apart.
  bool look_at_scope(const tables::Row& row, bool& in_scope) {
    in_scope = true;
    for (std::size_t at = 0; at < columns_.scope.size(); ++at) {
      const std::string_view cell = row.text(columns_.scope[at]);
      std::map<std::string, bool, std::less<>>& known = scope_values_[at];
      auto value = known.find(cell);
      if (value == known.end()) {
        const std::vector<std::string>& wanted = question_.scope[at].value.items;
        if (known.size() >= most_values) return too_many_values(question_.scope[at].id);
        value = known.emplace(cell, std::find(wanted.begin(), wanted.end(), cell) != wanted.end()).first;
      }
      in_scope = in_scope && value->second;
    }
    return true;
  }

  bool too_many_values(const std::string& title) {
    findings::say(problems_, {"personal-split",
                              text::whole_file(input_.name),
                              {{"case", "values"}, {"title", title}, {"most", most_values}}});
    return false;
  }

  bool keep(const tables::Row& row, const KeyHash& key) {
    Referrals& referrals = result_.referrals;
    Referral referral;
    referral.line = static_cast<std::uint32_t>(row.line());
    for (std::size_t role = 0; role < model::date_role_count; ++role)
      referral.days[role] = columns_.days[role] ? day_of(row, role, referral) : no_day;
    if (!columns_.days[0]) referral.day(DateRole::received) = referral.day(model::role_of(question_.start));
    if (columns_.person && question_.has_spells) {
      const std::string_view person = row.text(*columns_.person);
      if (!says_nothing(person)) referral.person = persons_.add(key_of(person)).number + 1;
    }
    if (columns_.age) referral.had_impossible_age = is_impossible_age(row.text(*columns_.age));
    if (columns_.close_reason && !take_reason(row.text(*columns_.close_reason), referral)) return false;
    for (std::size_t at = 0; at < coders_.size(); ++at) {
      std::uint8_t code = 0;
      if (!coders_[at].code(row.text(columns_.watched[at]), code)) return too_many_values(question_.watched[at].title);
      referrals.codes.push_back(code);
    }
    referrals.rows.push_back(referral);
    if (question_.keeps_keys) referrals.keys.push_back(key);
    return true;
  }

  Day day_of(const tables::Row& row, std::size_t role, Referral& referral) {
    const std::size_t cell = *columns_.days[role];
    const std::string_view text = row.text(cell);
    if (says_nothing(text)) return no_day;
    ColumnOfDays& column = column_of_days_[role];
    ++column.filled;
    const auto date = day_in(text);
    if (!date) {
      ++column.unreadable;
      faults_.add(fault_of_cell("date-unreadable"), row, cell, std::string(model::date_columns[role].name));
      return no_day;
    }
    const int day = text::days_between(question_.cut_off, *date);
    if (day > 0) {
      const bool is_receipt = static_cast<DateRole>(role) == DateRole::received;
      if (!is_receipt) referral.set_later(static_cast<DateRole>(role));
      newest_ = std::max(newest_, 0);
      return is_receipt ? later_day : no_day;
    }
    if (day < -believed_days) {
      ++column.implausible;
      faults_.add(fault_of_cell("date-placeholder"), row, cell, std::string(model::date_columns[role].name));
      return no_day;
    }
    newest_ = std::max(newest_, day);
    return static_cast<Day>(day);
  }

  static bool is_impossible_age(std::string_view cell) {
    if (says_nothing(cell)) return false;
    double age = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), age);
    return error != std::errc() || end != cell.data() + cell.size() || age < 0 || age >= oldest_age + 1;
  }

  bool take_reason(std::string_view cell, Referral& referral) {
    if (says_nothing(cell)) return true;
    auto known = reasons_.find(cell);
    if (known == reasons_.end()) {
      if (reasons_.size() >= most_values) return too_many_values(*question_.columns.close_reason);
      result_.referrals.reasons.emplace_back(cell);
      known = reasons_.emplace(cell, static_cast<std::uint16_t>(reasons_.size() + 1)).first;
    }
    referral.reason = known->second;
    return true;
  }

  /// A column of which most cells cannot be read is no column of days.
  bool days_are_days() {
    bool are_days = true;
    for (std::size_t role = 0; role < model::date_role_count; ++role) {
      const ColumnOfDays& column = column_of_days_[role];
      if (2 * column.unreadable <= column.filled) continue;
      are_days = false;
      findings::say(problems_, {"extract-dates",
                                text::whole_file(input_.name),
                                {{"title", *(question_.columns.*model::date_columns[role].title)},
                                 {"role", model::date_columns[role].name},
                                 {"unreadable", column.unreadable},
                                 {"filled", column.filled}}});
    }
    return are_days;
  }

  ReadExtract finish() {
    for (std::size_t role = 0; role < model::date_role_count; ++role) {
      if (!columns_.days[role]) continue;
      const std::string name(model::date_columns[role].name);
      result_.quality.unreadable_dates.emplace_back(name, static_cast<std::int64_t>(column_of_days_[role].unreadable));
      result_.quality.implausible_dates.emplace_back(name, column_of_days_[role].implausible);
    }
    for (Coder& coder : coders_) result_.referrals.watched.push_back(std::move(coder).watched());
    if (newest_ > no_day) result_.newest = question_.cut_off + std::chrono::days(newest_);
    return std::move(result_);
  }

  const tables::Input& input_;
  const ExtractQuestion& question_;
  text::Diagnostics& problems_;
  FoundColumns columns_;
  ReadExtract result_;
  Keys ids_;
  std::deque<std::uint64_t> row_hashes_;  // by the number of the id
  Keys persons_;
  std::vector<Coder> coders_;
  std::vector<std::map<std::string, bool, std::less<>>> scope_values_;
  std::map<std::string, std::uint16_t, std::less<>> reasons_;
  std::array<ColumnOfDays, model::date_role_count> column_of_days_{};
  int newest_ = no_day;  // from the cut-off
  Faults faults_;
};

}  // namespace

std::optional<ReadExtract> read_extract(const tables::Input& input, const ExtractQuestion& question,
                                        text::Diagnostics& problems) {
  return ExtractReader(input, question, problems).read();
}

}  // namespace thrive::journeys
