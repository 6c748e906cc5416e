// SPDX-License-Identifier: MIT
#include "libthrive/gaps/entry/recording.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "libthrive/findings/say.hpp"
#include "libthrive/gaps/entry/begun_sheet.hpp"
#include "libthrive/gaps/entry/line_columns.hpp"
#include "libthrive/records/to_value.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::gaps {

namespace {

using records::Edit;

template <class Entry>
std::size_t position_of(const std::vector<Entry>& lines, const std::string& words) {
  const auto same = std::find_if(lines.begin(), lines.end(),
                                 [&words](const Entry& line) { return are_same_words(line.text, words); });
  return static_cast<std::size_t>(same - lines.begin());
}

std::optional<std::string> said(const WrittenLine& line, const std::string& detail) {
  return line.says(detail) ? std::optional(line.of(detail)) : std::nullopt;
}

/// One sheet while lines are put onto it.
struct Sheet {
  std::string priority;
  model::GapSheet now;  // as it will be
  bool is_new = false;  // the project has none
};

/// Takes lines one after the other.
class Recorder {
 public:
  Recorder(const Judged& judged, Repeated repeated, text::Diagnostics& problems)
      : judged_(judged), repeated_(repeated), problems_(problems) {}

  void take(const WrittenLine& line) {
    if (!is_known(line)) return;
    const std::string column = column_named(line.of("column"));
    if (column.empty()) {
      findings::say(problems_, {"no-such-column",
                                line.place_of("column"),
                                {{"column", line.of("column")},
                                 {"near", text::nearest_name(line.of("column"), columns_of_lines())},
                                 {"columns", text::Value::list_of(columns_of_lines())}}});
      return;
    }
    if (!line.says("text")) return findings::say(problems_, {"line-without-words", line.place()});
    if (!belongs(line, column)) return;
    Sheet& sheet = sheet_of(line.of("priority"));
    take_status(line, sheet);
    if (column == "ideal")
      take_ideal(line, sheet);
    else if (column == "training")
      take_training(line, sheet);
    else if (column == "recommendations")
      take_recommendation(line, sheet);
    else
      take_line(line, column, sheet);
  }

  RecordedLines finish() {
    for (const auto& [priority, gap] : wanted_gaps_) check_gap(priority, gap);
    for (const std::string& priority : order_)
      if (const Sheet& sheet = sheets_.at(priority); sheet.is_new)
        result_.changes.push_back(begin_sheet(priority, sheet.now));
    for (Edit& change : changes_) result_.changes.push_back(std::move(change));
    return std::move(result_);
  }

 private:
  /// A sheet may be begun for any item that was scored; the check says so when the room did not agree it.
  bool is_known(const WrittenLine& line) {
    const std::string priority = line.of("priority");
    if (judged_.instrument != nullptr && judged_.instrument->items.contains(priority)) return true;
    std::vector<std::string> known = priorities_to_draft(judged_.project);
    const std::vector<std::string> sheets = judged_.project.gaps.ids();
    known.insert(known.end(), sheets.begin(), sheets.end());
    if (std::find(known.begin(), known.end(), priority) != known.end()) return true;
    findings::say(problems_, {"no-such-priority",
                              line.place_of("priority"),
                              {{"item", priority}, {"near", text::nearest_name(priority, known)}}});
    return false;
  }

  /// Whether every detail is one of the column; one that is not would be lost in silence.
  bool belongs(const WrittenLine& line, const std::string& column) {
    for (const Belonging& belonging : belongings()) {
      const std::string detail(belonging.detail);
      const auto& columns = belonging.columns;
      if (!line.says(detail) || std::find(columns.begin(), columns.end(), column) != columns.end()) continue;
      const std::vector<std::string> names(columns.begin(), columns.end());
      findings::say(problems_, {"detail-of-another-column",
                                line.place_of(detail),
                                {{"detail", detail}, {"column", column}, {"columns", text::Value::list_of(names)}}});
      return false;
    }
    return true;
  }

  Sheet& sheet_of(const std::string& priority) {
    const auto [at, is_first] = sheets_.try_emplace(priority);
    if (is_first) {
      order_.push_back(priority);
      at->second.priority = priority;
      const model::GapSheet* known = judged_.project.gaps.find(priority);
      at->second.is_new = known == nullptr;
      if (known != nullptr) at->second.now = *known;
    }
    return at->second;
  }

  /// A line whose words are on the sheet: what it says besides. True when the details were taken.
  template <class Entry>
  bool meet_again(const WrittenLine& line, const std::string& column, const Sheet& sheet,
                  const std::vector<std::string>& path, const Entry& known, const Entry& given) {
    const text::Value there = records::to_value(known, records::Fullness::full);
    records::Update update = records::update_of(there, records::to_value(given, records::Fullness::full), path);
    if (repeated_ == Repeated::refused) {
      findings::say(problems_, {"gap-recorded-already", line.place(), {{"case", "line"}, {"column", column}}});
      return false;
    }
    if (update.empty()) {
      ++result_.there_already;
      return false;
    }
    if (repeated_ == Repeated::left) {
      findings::say(
          problems_,
          {"gap-recorded-already",
           line.place(),
           {{"case", "details"}, {"sheet", sheet.priority}, {"column", column}, {"differences", update.as_refusal()}}});
      return false;
    }
    // A line that is words alone becomes one with details.
    const bool is_bare = model_is_bare(there);
    if (is_bare && !sheet.is_new) {
      text::Value whole = there;
      for (const Edit& change : update.changes) whole.set(change.path.back(), change.value);
      changes_.push_back({Edit::Kind::set, path, {}, std::move(whole)});
    } else if (!sheet.is_new) {
      changes_.insert(changes_.end(), update.changes.begin(), update.changes.end());
    }
    result_.update.append(std::move(update));
    return true;
  }

  /// True for a line that says its words and nothing else, which a file may write without braces.
  static bool model_is_bare(const text::Value& line) {
    const auto* details = line.as_map();
    return details != nullptr && details->size() == 1;
  }

  void add(const Sheet& sheet, Edit change) {
    ++result_.added;
    if (!sheet.is_new) changes_.push_back(std::move(change));
  }

  void take_status(const WrittenLine& line, Sheet& sheet) {
    if (!line.says("status")) return;
    for (const auto& [status, word] : model::Names<model::GapStatus>::values) {
      if (text::kebab(line.of("status")) != word) continue;
      if (status == sheet.now.status) return;
      if (!sheet.is_new && repeated_ != Repeated::updated) {
        findings::say(problems_, {"gap-recorded-already",
                                  line.place(),
                                  {{"case", "status"},
                                   {"sheet", sheet.priority},
                                   {"before", model::word(sheet.now.status)},
                                   {"after", word}}});
        return;
      }
      const std::string path = "gaps/" + sheet.priority + "/status";
      if (!sheet.is_new) {
        result_.update.differences.push_back({path, std::string(model::word(sheet.now.status)), std::string(word)});
        changes_.push_back({Edit::Kind::set, {"gaps", sheet.priority, "status"}, {}, std::string(word)});
      }
      sheet.now.status = status;
      return;
    }
    if (text::kebab(line.of("status")) != "blank")  // as `gap sheet` says of a sheet that is not there
      findings::say(problems_, {"no-such-status", line.place_of("status"), {{"status", line.of("status")}}});
  }

  void take_ideal(const WrittenLine& line, Sheet& sheet) {
    const std::vector<std::string> path = {"gaps", sheet.priority, "ideal"};
    const std::string words = line.of("text");
    if (!sheet.now.ideal) {
      sheet.now.ideal = words;
      return add(sheet, {Edit::Kind::set, path, {}, words});
    }
    if (are_same_words(*sheet.now.ideal, words) && repeated_ != Repeated::refused)
      return static_cast<void>(++result_.there_already);
    if (repeated_ == Repeated::refused)
      return findings::say(problems_, {"gap-recorded-already", line.place(), {{"case", "ideal"}}});
    if (repeated_ == Repeated::left)
      return findings::say(problems_,
                           {"gap-recorded-already",
                            line.place(),
                            {{"case", "other-ideal"}, {"sheet", sheet.priority}, {"ideal", *sheet.now.ideal}}});
    result_.update.differences.push_back({text::join(path, "/"), *sheet.now.ideal, words});
    sheet.now.ideal = words;
    changes_.push_back({Edit::Kind::set, path, {}, words});
  }

  void take_line(const WrittenLine& line, const std::string& column, Sheet& sheet) {
    model::GapLine given = {line.of("text"), said(line, "from"), said(line, "voice")};
    auto& lines = column == "in-place" ? sheet.now.in_place
                  : column == "gaps"   ? sheet.now.gaps
                                       : sheet.now.in_development;
    const std::size_t at = position_of(lines, given.text);
    const std::vector<std::string> path = {"gaps", sheet.priority, key_of_column(column)};
    if (at == lines.size()) {
      add(sheet, {Edit::Kind::append, path, {}, records::to_value(given)});
      lines.push_back(std::move(given));
      return;
    }
    std::vector<std::string> here = path;
    here.push_back(std::to_string(at));
    if (!meet_again(line, column, sheet, here, lines[at], given)) return;
    if (given.from) lines[at].from = given.from;
    if (given.voice) lines[at].voice = given.voice;
  }

  void take_training(const WrittenLine& line, Sheet& sheet) {
    model::TrainingNeed given = {line.of("text"), {}, said(line, "who"), {}};
    if (!take_module(line, given) || !take_people(line, given)) return;
    auto& needs = sheet.now.training;
    const std::size_t at = position_of(needs, given.text);
    const std::vector<std::string> path = {"gaps", sheet.priority, "training"};
    if (at == needs.size()) {
      add(sheet, {Edit::Kind::append, path, {}, records::to_value(given)});
      needs.push_back(std::move(given));
      return;
    }
    std::vector<std::string> here = path;
    here.push_back(std::to_string(at));
    if (!meet_again(line, "training", sheet, here, needs[at], given)) return;
    if (given.module) needs[at].module = given.module;
    if (given.who) needs[at].who = given.who;
    if (given.people) needs[at].people = given.people;
  }

  bool take_module(const WrittenLine& line, model::TrainingNeed& need) {
    if (!line.says("module")) return true;
    need.module = judged_.module_named(line.of("module"));
    if (!need.module->empty()) return true;
    problems_.error(
        "unknown-word", line.place_of("module"),
        fmt::format("'{}' of 'module' is not one of the known words", text::without_controls(line.of("module"))),
        "'thrive explain training-nowhere-else' and the vocabulary name the modules");
    return false;
  }

  bool take_people(const WrittenLine& line, model::TrainingNeed& need) {
    if (!line.says("people")) return true;
    const std::string digits = line.of("people");
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc() && end == digits.data() + digits.size() && number >= 1) {
      need.people = number;
      return true;
    }
    problems_.error("not-a-number", line.place_of("people"),
                    fmt::format("'{}' of 'people' is not a number of people", text::without_controls(digits)),
                    "write a whole number, at least 1; leave it empty when nobody knows");
    return false;
  }

  void take_recommendation(const WrittenLine& line, Sheet& sheet) {
    model::Recommendation given = {line.of("text"), said(line, "owner"), {}, said(line, "gap"), {}, {}};
    // A written sheet says under 'from' how the project names the gap, and under 'gap' its words.
    if (line.says("from")) given.gap = line.of("from");
    if (line.says("by")) {
      given.by = text::parse_date(line.of("by"));
      if (!given.by)
        return problems_.error("not-a-date", line.place_of("by"),
                               fmt::format("'{}' of 'by' is not a date", text::without_controls(line.of("by"))),
                               "write it as 2024-03-20");
    }
    if (given.gap) wanted_gaps_.push_back({sheet.priority, {*given.gap, line.place_of("gap")}});
    const std::string id = id_of(line, sheet);
    if (repeats_another(line, id, sheet))
      return findings::say(problems_,
                           {"gap-recorded-already", line.place(), {{"case", "line"}, {"column", "recommendations"}}});
    const std::vector<std::string> path = {"gaps", sheet.priority, "recommendations"};
    if (model::Recommendation* known = sheet.now.recommendations.find(id)) {
      std::vector<std::string> here = path;
      here.push_back(id);
      if (!meet_again(line, "recommendations", sheet, here, *known, given)) return;
      known->text = given.text;
      if (given.owner) known->owner = given.owner;
      if (given.by) known->by = given.by;
      if (given.gap) known->gap = given.gap;
      return;
    }
    add(sheet, {Edit::Kind::insert, path, id, records::to_value(given)});
    sheet.now.recommendations.add(id, std::move(given));
  }

  /// The id that is given; else that of the recommendation with these words, or the next free one: r1, r2 ...
  static std::string id_of(const WrittenLine& line, const Sheet& sheet) {
    if (line.says("id")) return line.of("id");
    const auto& recommendations = sheet.now.recommendations;
    for (const auto& entry : recommendations)
      if (are_same_words(entry.value.text, line.of("text"))) return entry.id;
    for (int number = 1;; ++number)
      if (const std::string id = "r" + std::to_string(number); !recommendations.contains(id)) return id;
  }

  /// True for a recommendation under a new id in the words of another.
  static bool repeats_another(const WrittenLine& line, const std::string& id, const Sheet& sheet) {
    if (sheet.now.recommendations.contains(id)) return false;
    for (const auto& entry : sheet.now.recommendations)
      if (are_same_words(entry.value.text, line.of("text"))) return true;
    return false;
  }

  struct WantedGap {
    std::string words;
    text::Place place;
  };

  /// Whether the gap that a recommendation names is on its sheet, now that all lines are read.
  void check_gap(const std::string& priority, const WantedGap& wanted) {
    std::vector<std::string> gaps;
    for (const model::GapLine& gap : sheets_.at(priority).now.gaps) {
      gaps.push_back(gap.text);
      if (gap.from) gaps.push_back(*gap.from);
    }
    if (std::find(gaps.begin(), gaps.end(), wanted.words) != gaps.end()) return;
    findings::say(problems_,
                  {"no-such-gap",
                   wanted.place,
                   {{"sheet", priority}, {"gap", wanted.words}, {"near", text::nearest_name(wanted.words, gaps)}}});
  }

  const Judged& judged_;
  Repeated repeated_;
  text::Diagnostics& problems_;
  std::map<std::string, Sheet> sheets_;  // by priority
  std::vector<std::string> order_;       // of the priorities, as the lines name them
  std::vector<Edit> changes_;            // of sheets that are there
  std::vector<std::pair<std::string, WantedGap>> wanted_gaps_;
  RecordedLines result_;
};

}  // namespace

std::vector<std::string> columns_of_lines() {
  return {"ideal", "in-place", "in-development", "gaps", "training", "recommendations"};
}

RecordedLines record_lines(const std::vector<WrittenLine>& lines, const Judged& judged, Repeated repeated,
                           text::Diagnostics& problems) {
  Recorder recorder(judged, repeated, problems);
  for (const WrittenLine& line : lines) recorder.take(line);
  return recorder.finish();
}

}  // namespace thrive::gaps
