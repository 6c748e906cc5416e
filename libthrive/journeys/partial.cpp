// SPDX-License-Identifier: MIT
#include "libthrive/journeys/partial.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "libthrive/findings/say.hpp"
#include "libthrive/model/words.hpp"
#include "libthrive/tables/reader.hpp"
#include "libthrive/text/csv_cell.hpp"

namespace thrive::journeys {

namespace {

constexpr std::int64_t version = 1;
constexpr std::string_view warning =
    "PERSON-LEVEL: exact counts of one part of an event log, by second. Keep it where the log may be kept; never in a "
    "project; delete it when it is merged.";

/// The counts of rows and of ties in the order of the file.
constexpr Count LogRows::*row_counts[] = {&LogRows::read,          &LogRows::used,
                                          &LogRows::without_case,  &LogRows::without_activity,
                                          &LogRows::without_time,  &LogRows::unreadable_times,
                                          &LogRows::without_start, &LogRows::without_order};
constexpr Count TieCount::*tie_counts[] = {&TieCount::pairs, &TieCount::tied, &TieCount::decided,
                                           &TieCount::cases_left_out};

class Writer {
 public:
  std::string write(const PartOfLog& part) {
    const EventTally& tally = part.tally;
    line("{},{},{}", kind_of_part, version, text::quoted_cell(warning));
    line("columns,{},{},{},{},{}", text::quoted_cell(part.columns.of_case), text::quoted_cell(part.columns.activity),
         text::quoted_cell(part.columns.time), text::quoted_cell(part.columns.start),
         text::quoted_cell(part.columns.order));
    line("rule,{},{}", model::word(part.rule), text::quoted_cell(part.map_sign));
    line("ticks,{}", tally.ticks_per_second);
    counts("rows", tally.rows, row_counts);
    counts("ties", tally.ties, tie_counts);
    for (const std::string& activity : tally.activities) line("activity,{}", text::quoted_cell(activity));
    sequences("way", tally.ways);
    line("variants-apart,{}", tally.has_own_variants ? 1 : 0);
    sequences("variant", tally.variants);
    for (const PairWaits& pair : tally.waits) line("wait,{},{},{}", pair.from, pair.to, histogram(pair.ticks));
    for (std::size_t activity = 0; activity < tally.last_times.size(); ++activity)
      if (!tally.last_times[activity].empty()) line("last,{},{}", activity, histogram(tally.last_times[activity]));
    line("duration,{}", histogram(tally.durations));
    line("end,{}", lines_ + 1);
    return std::move(text_);
  }

 private:
  template <class... Arguments>
  void line(fmt::format_string<Arguments...> form, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(text_), form, std::forward<Arguments>(arguments)...);
    text_ += '\n';
    ++lines_;
  }

  template <class Counts, class Members>
  void counts(std::string_view name, const Counts& counts, const Members& members) {
    std::string all(name);
    for (const auto member : members) all += fmt::format(",{}", (counts.*member).people);
    line("{}", all);
  }

  /// By their numbers, so that the file does not depend on which case came first.
  void sequences(std::string_view name, const Sequences& sequences) {
    for (const std::size_t i : sequences.in_order()) {
      std::string numbers;
      for (const std::uint32_t number : sequences[i])
        numbers += (numbers.empty() ? "" : " ") + (number == no_order ? std::string("-") : std::to_string(number));
      line("{},{},{}", name, sequences.count(i), numbers);
    }
  }

  /// `12 40*3`: one of 12, three of 40.
  static std::string histogram(const std::vector<std::int64_t>& sorted) {
    std::string all;
    for (std::size_t first = 0; first < sorted.size();) {
      std::size_t behind = first + 1;
      while (behind < sorted.size() && sorted[behind] == sorted[first]) ++behind;
      if (!all.empty()) all += ' ';
      fmt::format_to(std::back_inserter(all), "{}", sorted[first]);
      if (behind - first > 1) fmt::format_to(std::back_inserter(all), "*{}", behind - first);
      first = behind;
    }
    return all;
  }

  std::string text_;
  std::size_t lines_ = 0;
};

/// Reads lines back; the first that is not as it must be ends it.
class PartReader {
 public:
  explicit PartReader(const tables::Input& input) : reader_(input, tables::Manner::strict) {}

  bool read(PartOfLog& part) {
    tables::Row row;
    while (!has_ended_ && reader_.next(row)) {
      line_ = row.line();
      if (!take(row, part)) return false;
      ++lines_;
    }
    return has_ended_ && !reader_.next(row) && !reader_.failure();
  }

  std::size_t line() const { return line_; }
  bool is_a_part() const { return lines_ > 0; }

 private:
  static constexpr std::int64_t most = std::int64_t{1} << 60;

  std::optional<std::int64_t> number(std::string_view text, std::int64_t least = 0) const {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) return std::nullopt;
    return value;
  }

  bool take(const tables::Row& row, PartOfLog& part) {
    const std::string_view kind = row.text(0);
    EventTally& tally = part.tally;
    if (lines_ == 0) return kind == kind_of_part && number(row.text(1)) == version;
    if (kind == "columns") {
      part.columns = {std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)),
                      std::string(row.text(4)), std::string(row.text(5))};
      return true;
    }
    if (kind == "rule") return take_rule(row, part);
    if (kind == "ticks") return take_ticks(row, tally);
    if (kind == "rows") return take_counts(row, tally.rows, row_counts);
    if (kind == "ties") return take_counts(row, tally.ties, tie_counts);
    if (kind == "activity") {
      tally.activities.emplace_back(row.text(1));
      tally.last_times.emplace_back();
      return !row.text(1).empty();
    }
    if (kind == "way") return take_sequence(row, tally.ways, 3);
    if (kind == "variants-apart") {
      tally.has_own_variants = row.text(1) == "1";
      return true;
    }
    if (kind == "variant") return take_sequence(row, tally.variants, 1);
    return take_times(row, kind, tally);
  }

  static bool take_rule(const tables::Row& row, PartOfLog& part) {
    const auto rule = model::named<TieRule>(row.text(1));
    if (!rule) return false;
    part.rule = *rule;
    part.map_sign = row.text(2);
    return true;
  }

  bool take_ticks(const tables::Row& row, EventTally& tally) {
    const auto ticks = number(row.text(1));
    if (ticks != 1 && ticks != finest_ticks) return false;
    tally.ticks_per_second = *ticks;
    return true;
  }

  template <class Counts, class Members>
  bool take_counts(const tables::Row& row, Counts& counts, const Members& members) {
    std::size_t column = 1;
    for (const auto member : members) {
      const auto count = number(row.text(column++));
      if (!count) return false;
      (counts.*member).people = *count;
    }
    return true;
  }

  std::optional<std::uint32_t> activity(std::string_view text, const EventTally& tally) const {
    const auto value = number(text);
    if (!value || *value >= static_cast<std::int64_t>(tally.activities.size())) return std::nullopt;
    return static_cast<std::uint32_t>(*value);
  }

  bool take_sequence(const tables::Row& row, Sequences& sequences, std::size_t least) {
    const auto count = number(row.text(1), 1);
    if (!count) return false;
    std::vector<std::uint32_t> sequence;
    const bool is_good = each_word(row.text(2), [&](std::string_view word) {
      if (word == "-") return sequence.push_back(no_order), true;
      const auto value = number(word);
      if (!value || *value >= static_cast<std::int64_t>(no_order)) return false;
      sequence.push_back(static_cast<std::uint32_t>(*value));
      return true;
    });
    if (!is_good || sequence.size() < least) return false;
    for (const std::uint32_t step : sequence)
      if (step != no_order) highest_ = std::max(highest_, step);
    sequences.add(sequence, *count);
    return true;
  }

  bool take_times(const tables::Row& row, std::string_view kind, EventTally& tally) {
    if (highest_ >= tally.activities.size() && highest_ > 0) return false;
    if (kind == "wait") {
      const auto from = activity(row.text(1), tally), to = activity(row.text(2), tally);
      if (!from || !to) return false;
      tally.waits.push_back({*from, *to, {}});
      return take_histogram(row.text(3), tally.waits.back().ticks);
    }
    if (kind == "last") {
      const auto at = activity(row.text(1), tally);
      return at && take_histogram(row.text(2), tally.last_times[*at]);
    }
    if (kind == "duration") return row.text(1).empty() || take_histogram(row.text(1), tally.durations);
    has_ended_ = kind == "end" && number(row.text(1)) == static_cast<std::int64_t>(lines_) + 1;
    return has_ended_;
  }

  bool take_histogram(std::string_view text, std::vector<std::int64_t>& into) {
    return each_word(text, [&](std::string_view word) {
      const std::size_t star = word.find('*');
      const auto ticks = number(word.substr(0, star), -most);
      const auto times = star == std::string_view::npos ? 1 : number(word.substr(star + 1), 1);
      if (!ticks || !times || *times > (std::int64_t{1} << 32)) return false;
      into.insert(into.end(), static_cast<std::size_t>(*times), *ticks);
      return true;
    });
  }

  template <class Take>
  static bool each_word(std::string_view text, Take take) {
    while (!text.empty()) {
      const std::size_t blank = std::min(text.find(' '), text.size());
      if (!take(text.substr(0, blank))) return false;
      text.remove_prefix(std::min(blank + 1, text.size()));
    }
    return true;
  }

  tables::Reader reader_;
  std::size_t line_ = 1;
  std::size_t lines_ = 0;
  std::uint32_t highest_ = 0;
  bool has_ended_ = false;
};

}  // namespace

std::string partial_file(const PartOfLog& part) { return Writer().write(part); }

std::optional<PartOfLog> read_partial(const tables::Input& input, text::Diagnostics& problems) {
  PartOfLog part;
  PartReader reader(input);
  if (reader.read(part)) return part;
  findings::say(problems, {"not-mergeable",
                           text::Place{input.name, {reader.line(), 1}},
                           {{"case", reader.is_a_part() ? "torn" : "heading"}}});
  return std::nullopt;
}

bool add(PartOfLog& into, PartOfLog more, const std::string& file, text::Diagnostics& problems) {
  if (into.columns != more.columns || into.rule != more.rule || into.map_sign != more.map_sign) {
    findings::say(problems, {"not-mergeable", text::whole_file(file), {{"case", "definition"}}});
    return false;
  }
  add(into.tally, std::move(more.tally));
  return true;
}

}  // namespace thrive::journeys
