// SPDX-License-Identifier: MIT
#include "libthrive/journeys/entry/partial.hpp"

#include <fmt/core.h>

#include <array>
#include <charconv>
#include <map>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "libthrive/records/to_value.hpp"
#include "libthrive/tables/reader.hpp"
#include "libthrive/text/csv_cell.hpp"

namespace thrive::journeys {

namespace {

constexpr std::string_view notice =
    "Counts of people by day. A count of one is one person: handle this file as the extract itself, keep it out of "
    "projects, mail and reports, and delete it once it is merged.";

constexpr std::string_view outcomes[] = {"completed", "waiting", "left"};

/// Counts of the gate that are no way out, by name.
constexpr std::pair<std::string_view, Count Quality::*> other_counts[] = {
    {"rows", &Quality::rows},
    {"conflicting_duplicates", &Quality::conflicting_duplicates},
    {"second_before_first", &Quality::second_before_first},
    {"analysed", &Quality::analysed},
    {"after_cut_off", &Quality::after_cut_off},
    {"stop_after_closed", &Quality::stop_after_closed}};
constexpr std::pair<std::string_view, std::optional<Count> Quality::*> counts_of_columns[] = {
    {"closed_without_reason", &Quality::closed_without_reason}, {"age_impossible", &Quality::age_impossible}};
constexpr std::pair<std::string_view, NamedCounts Quality::*> named_counts[] = {
    {"unreadable_dates", &Quality::unreadable_dates},
    {"implausible_dates", &Quality::implausible_dates},
    {"unknown", &Quality::unknown}};

/// A definition on one line.
std::string definition_line(const model::Extract& definition) {
  std::string line;
  for (const char letter : text::to_json(records::to_value(definition)))
    if (letter != '\n') line += letter;
  return line;
}

class Writer {
 public:
  std::string write(const Tally& tally, const model::Extract& definition) {
    text_ = fmt::format("{}\nnotice,{}\ndefinition,{}\ncut_off,{}\n", partial_heading, text::quoted_cell(notice),
                        text::quoted_cell(definition_line(definition)), text::format_date(tally.cut_off));
    write_quality(tally.quality);
    write_waits("waits", "", tally.waits);
    line("cohort_of_promise", tally.matured, tally.matured_seen);
    for (const auto& [month, cohort] : tally.cohorts) line("month", month, cohort.all, cohort.seen, cohort.left);
    for (const auto& [reason, count] : tally.reasons) line("reason", text::quoted_cell(reason), count);
    line("no_reason", tally.left_without_reason);
    line("has_second_wait", tally.has_second_wait ? 1 : 0);
    write_waits("second", "", tally.second_waits);
    for (std::size_t at = 0; at < tally.splits.size(); ++at) {
      line("split", text::quoted_cell(tally.splits[at].by));
      for (const auto& [value, waits] : tally.splits[at].groups) write_waits("group", text::quoted_cell(value), waits);
      write_waits("unknown_group", "", tally.splits[at].unknown);
    }
    for (std::size_t back = 0; back < tally.days.size(); ++back) {
      const DayCounts& day = tally.days[back];
      if (day.started + day.stopped + day.left > 0)
        line("day", back, day.started, day.stopped, day.within, day.left, day.days_waited);
    }
    write_stops(tally);
    return std::move(text_);
  }

 private:
  template <class... Parts>
  void line(std::string_view kind, const Parts&... parts) {
    text_ += kind;
    ((text_ += fmt::format(",{}", parts)), ...);
    text_ += '\n';
  }

  void write_quality(const Quality& quality) {
    for (const auto& [name, count] : other_counts) line("gate", name, (quality.*count).people);
    for (const WayOut& way : ways_out) line("gate", way.name, (quality.*way.count).people);
    for (const auto& [name, count] : counts_of_columns)
      if (quality.*count) line("gate", name, (quality.*count)->people);
    for (const auto& [name, counts] : named_counts)
      for (const auto& [what, count] : quality.*counts) line("named", name, text::quoted_cell(what), count.people);
  }

  void write_waits(std::string_view kind, const std::string& key, const WaitCounts& waits) {
    for (const Outcome outcome : {Outcome::completed, Outcome::waiting, Outcome::left}) {
      const auto& days = waits.of(outcome);
      for (std::size_t day = 0; day < days.size(); ++day)
        if (days[day] > 0) line(kind, key, outcomes[static_cast<std::size_t>(outcome)], day, days[day]);
    }
  }

  void write_stops(const Tally& tally) {
    for (std::size_t week = 0; week < tally.stops_by_week.size(); ++week) {
      std::map<std::uint16_t, std::int64_t> counts;
      for (const std::uint16_t wait : tally.stops_by_week[week]) ++counts[wait];
      for (const auto& [wait, count] : counts) line("stops", week, wait, count);
    }
  }

  std::string text_;
};

class PartialReader {
 public:
  PartialReader(const tables::Input& input, const model::Extract& definition, std::optional<text::Date> cut_off,
                text::Diagnostics& problems)
      : input_(input), definition_(definition), cut_off_(cut_off), problems_(problems) {}

  std::optional<Tally> read() {
    tables::Reader reader(input_, tables::Manner::strict);
    tables::Row row;
    if (!reader.next(row) || row.bytes() != partial_heading) return refuse("heading", text::whole_file(input_.name));
    tally_.last_day = definition_.within.last_day();
    while (reader.next(row)) {
      if (const char* wrong = take(row)) return refuse(wrong, row.place());
    }
    if (reader.failure()) return refuse("torn", reader.failure()->place);
    if (!has_definition_ || !has_cut_off_) return refuse("torn", text::whole_file(input_.name));
    return std::move(tally_);
  }

 private:
  std::optional<Tally> refuse(const char* what, text::Place place) {
    findings::say(problems_, {"not-mergeable", std::move(place), {{"case", what}}});
    return std::nullopt;
  }

  /// Why a line cannot be used; null pointer when it was.
  const char* take(const tables::Row& row) {
    const std::string_view kind = row.text(0);
    if (kind == "notice") return nullptr;
    if (kind == "definition") {
      has_definition_ = true;
      return row.text(1) == definition_line(definition_) ? nullptr : "definition";
    }
    if (kind == "cut_off") {
      const auto day = text::parse_date(row.text(1));
      if (!day) return "torn";
      has_cut_off_ = true;
      tally_.cut_off = *day;
      return cut_off_ && *cut_off_ != *day ? "cut-off" : nullptr;
    }
    return take_counts(kind, row) ? nullptr : "torn";
  }

  bool take_counts(std::string_view kind, const tables::Row& row) {
    if (kind == "gate") return take_gate(row.text(1), number(row, 2));
    if (kind == "named") return take_named(row.text(1), std::string(row.text(2)), number(row, 3));
    if (kind == "waits") return take_waits(row, tally_.waits);
    if (kind == "second") return take_waits(row, tally_.second_waits);
    if (kind == "cohort_of_promise")
      return give(tally_.matured, number(row, 1)) && give(tally_.matured_seen, number(row, 2));
    if (kind == "month") {
      const auto month = number(row, 1);
      if (!month || *month > 12 * 3000) return false;
      CohortCounts& cohort = tally_.cohorts[static_cast<int>(*month)];
      return give(cohort.all, number(row, 2)) && give(cohort.seen, number(row, 3)) && give(cohort.left, number(row, 4));
    }
    if (kind == "reason") return give(tally_.reasons[std::string(row.text(1))], number(row, 2));
    if (kind == "no_reason") return give(tally_.left_without_reason, number(row, 1));
    if (kind == "has_second_wait") {
      tally_.has_second_wait = row.text(1) == "1";
      return true;
    }
    if (kind == "split") {
      tally_.splits.push_back({std::string(row.text(1)), {}, {}});
      return true;
    }
    if (kind == "group" && !tally_.splits.empty())
      return take_waits(row, tally_.splits.back().groups[std::string(row.text(1))]);
    if (kind == "unknown_group" && !tally_.splits.empty()) return take_waits(row, tally_.splits.back().unknown);
    if (kind == "day") return take_day(row);
    return kind == "stops" && take_stops(row);
  }

  static std::optional<std::int64_t> number(const tables::Row& row, std::size_t cell) {
    const std::string_view text = row.text(cell);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
  }

  static std::optional<std::size_t> day(const tables::Row& row, std::size_t cell) {
    const auto value = number(row, cell);
    if (!value || *value > believed_days) return std::nullopt;
    return static_cast<std::size_t>(*value);
  }

  static bool give(std::int64_t& into, std::optional<std::int64_t> value) {
    if (value) into = *value;
    return value.has_value();
  }

  bool take_gate(std::string_view name, std::optional<std::int64_t> count) {
    if (!count) return false;
    for (const auto& [known, member] : other_counts)
      if (known == name) return give((tally_.quality.*member).people, count);
    for (const WayOut& way : ways_out)
      if (way.name == name) return give((tally_.quality.*way.count).people, count);
    for (const auto& [known, member] : counts_of_columns)
      if (known == name) (tally_.quality.*member).emplace(*count);
    return true;
  }

  bool take_named(std::string_view name, std::string what, std::optional<std::int64_t> count) {
    if (!count) return false;
    for (const auto& [known, member] : named_counts)
      if (known == name) (tally_.quality.*member).emplace_back(std::move(what), *count);
    return true;
  }

  bool take_waits(const tables::Row& row, WaitCounts& waits) {
    const auto wait = day(row, 3);
    const auto count = number(row, 4);
    if (!wait || !count) return false;
    for (std::size_t outcome = 0; outcome < outcome_count; ++outcome)
      if (outcomes[outcome] == row.text(2)) {
        waits.add(static_cast<Outcome>(outcome), static_cast<int>(*wait), *count);
        return true;
      }
    return false;
  }

  bool take_day(const tables::Row& row) {
    const auto back = day(row, 1);
    if (!back) return false;
    if (*back >= tally_.days.size()) tally_.days.resize(*back + 1);
    DayCounts& counts = tally_.days[*back];
    return give(counts.started, number(row, 2)) && give(counts.stopped, number(row, 3)) &&
           give(counts.within, number(row, 4)) && give(counts.left, number(row, 5)) &&
           give(counts.days_waited, number(row, 6));
  }

  bool take_stops(const tables::Row& row) {
    const auto week = day(row, 1), wait = day(row, 2);
    const auto count = number(row, 3);
    constexpr std::int64_t most = 100'000'000;
    if (!week || !wait || !count || *count > most) return false;
    if (*week >= tally_.stops_by_week.size()) tally_.stops_by_week.resize(*week + 1);
    tally_.stops_by_week[*week].insert(tally_.stops_by_week[*week].end(), static_cast<std::size_t>(*count),
                                       static_cast<std::uint16_t>(*wait));
    return true;
  }

  const tables::Input& input_;
  const model::Extract& definition_;
  std::optional<text::Date> cut_off_;
  text::Diagnostics& problems_;
  Tally tally_;
  bool has_definition_ = false;
  bool has_cut_off_ = false;
};

}  // namespace

std::string partial_file(const Tally& tally, const model::Extract& definition) {
  return Writer().write(tally, definition);
}

std::optional<Tally> read_partial(const tables::Input& input, const model::Extract& definition,
                                  std::optional<text::Date> cut_off, text::Diagnostics& problems) {
  return PartialReader(input, definition, cut_off, problems).read();
}

}  // namespace thrive::journeys
