// SPDX-License-Identifier: MIT
#include "libthrive/assessment/entry/imported.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "libthrive/findings/say.hpp"
#include "libthrive/tables/summary_words.hpp"
#include "libthrive/tables/table.hpp"
#include "libthrive/text/fingerprint.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::assessment {

namespace {

using tables::Cell;

/// The columns that sheets of scores have besides tables and items, which a column each may be.
tables::KnownColumns columns_of_sheets() {
  tables::KnownColumns known;
  known.add_key("table").add_key("item").add_key("id").add_key("principle");
  for (const char* column : {"score", "evidence", "votes", "title", "level", "agreed"}) known.add(column);
  return known;
}

/// The column of items, whatever it is called.
std::optional<std::size_t> items_of(const tables::Heading& heading) {
  return heading.find_first({"item", "id", "principle"});
}

/// Collects the scores of a sheet and what is wrong with them.
class Reader {
 public:
  Reader(const model::Instrument& instrument, const std::vector<std::string>& tables, text::Diagnostics& problems)
      : instrument_(instrument), known_tables_(tables.begin(), tables.end()), problems_(problems) {
    for (const std::string& table : tables) spelling_.emplace(text::kebab(table), table);
    for (const auto& item : instrument.items) item_named_.emplace(text::kebab(item.id), item.id);
    for (const auto& item : instrument.items) item_named_.emplace(text::kebab(item.value.title), item.id);
    item_named_.erase("");
  }

  void add(const Cell& named, const Cell& item, const Cell& score, const Cell& evidence, const Cell& votes) {
    if (is_summary(named)) return;
    if (score.empty()) return warn_of_lost_words(item, evidence, votes);
    const std::string id = known_item(item);
    const std::string table = named.words();
    if (!knows_table(named) || id.empty()) return;
    const auto parsed = parse_score(score.text, instrument_.scale);
    if (!parsed) {
      problems_.error("score-outside-scale", score.place(), "'" + score.words() + "' is no score of " + id,
                      "use " + std::to_string(instrument_.scale.min) + " to " + std::to_string(instrument_.scale.max) +
                          ", or unknown");
      return;
    }
    if (!seen_.emplace(table, id).second) {
      problems_.error("score-given-twice", score.place(), "table '" + table + "' scores '" + id + "' twice",
                      "keep one of the two");
      return;
    }
    ImportedScore imported = {table, id, {*parsed, {}, {}}};
    if (!evidence.empty()) imported.score.evidence = evidence.words();
    if (!votes.empty()) {
      const auto given = parse_votes(votes.text, instrument_.scale);
      if (given)
        imported.score.votes = *given;
      else
        problems_.error("score-outside-scale", votes.place(), "'" + votes.words() + "' are no votes on " + id,
                        "write one score a seat, with blanks between");
    }
    scores_.push_back(std::move(imported));
  }
  /// The room's own scores have reasons and go in by another door.
  void say_agreed(const Cell& title) {
    findings::say(problems_, {"agreed-not-read", title.place(), {{"title", text::without_controls(title.text)}}});
  }
  /// Whether the instrument has the item; says so when it has not.
  bool knows(const Cell& item) { return !known_item(item).empty(); }
  std::vector<ImportedScore> take() { return std::move(scores_); }

 private:
  void warn_of_lost_words(const Cell& item, const Cell& evidence, const Cell& votes) {
    if (evidence.empty() && votes.empty()) return;
    problems_.warning(
        "no-score-beside", item.place(),
        "'" + item.words() + "' has " + (evidence.empty() ? "votes" : "evidence") + " and no score: left out",
        "ask the table for its score; 'unknown' is one");
  }

  /// Refuses, once, what sums up the tables' scores and would count as another table.
  bool is_summary(const Cell& named) {
    if (known_tables_.contains(named.words()) || !tables::names_a_summary(named.text)) return false;
    if (refused_tables_.insert(named.words()).second)
      findings::say(problems_, {"summary-of-tables", named.place(), {{"title", text::without_controls(named.text)}}});
    return true;
  }

  /// Whether a table's name can be an id, and is written like that of no other table.
  bool knows_table(const Cell& named) {
    const std::string written = named.words();
    if (written.empty()) {
      problems_.error("no-table-named", named.place(), "this row does not say whose score it is",
                      "fill in the column 'table', or name the table with --table");
      return false;
    }
    if (known_tables_.contains(written)) return true;
    if (!refused_tables_.insert(written).second) return false;
    const std::string id = text::as_id(written);
    // The advice is never a second name for a table that is there.
    const auto other = spelling_.find(text::kebab(id));
    if (other != spelling_.end()) {
      findings::say(problems_, {"table-spelt-two-ways",
                                named.place(),
                                {{"table", text::without_controls(written)}, {"other", other->second}}});
      return false;
    }
    if (id != written) {
      findings::say(problems_, {"table-name", named.place(), {{"table", text::without_controls(written)}, {"id", id}}});
      return false;
    }
    spelling_.emplace(text::kebab(id), id);
    refused_tables_.erase(written);
    known_tables_.insert(id);
    return true;
  }

  std::string known_item(const Cell& cell) {
    const auto known = item_named_.find(text::kebab(cell.text));
    if (known != item_named_.end()) return known->second;
    if (!unknown_items_.insert(cell.words()).second) return {};  // one mistake, said once
    problems_.error("unknown-item", cell.place(), "the instrument has no item '" + cell.words() + "'",
                    text::did_you_mean(cell.text, instrument_.items.ids()));
    return {};
  }

  const model::Instrument& instrument_;
  std::set<std::string> known_tables_;           // as they are spelt so far
  std::map<std::string, std::string> spelling_;  // of each table, by its name in kebab-case
  std::set<std::string> refused_tables_;
  std::set<std::string> unknown_items_;
  std::map<std::string, std::string> item_named_;  // by ids and titles in kebab-case
  text::Diagnostics& problems_;
  std::set<std::pair<std::string, std::string>> seen_;
  std::vector<ImportedScore> scores_;
};

/// The cell of a column that a sheet may have.
Cell cell(const tables::Row& row, const std::optional<std::size_t>& column) {
  return column ? row.cell(*column) : Cell{{}, &row, 0};
}

/// One row for each table and item.
void read_long(tables::Table& sheet, const std::string& table, Reader& reader, text::Diagnostics& problems) {
  const tables::Heading& heading = sheet.heading();
  const auto tables = heading.find("table"), items = items_of(heading), scores = heading.find("score"),
             evidence = heading.find("evidence"), votes = heading.find("votes");
  if (const auto agreed = heading.find("agreed")) reader.say_agreed(heading.cell(*agreed));
  for (tables::Row row; sheet.next(row);) {
    tables::refuse_unnamed_cell(heading, row, problems);
    const Cell item = cell(row, items), score = cell(row, scores);
    if (row.size() <= std::max(*items, *scores)) continue;
    Cell named = cell(row, tables);
    if (named.empty()) named = {table, item.row, item.column};
    reader.add(named, item, score, cell(row, evidence), cell(row, votes));
  }
}

/// One row an item, one column a table.
void read_by_item(tables::Table& sheet, Reader& reader, text::Diagnostics& problems) {
  const tables::Heading& heading = sheet.heading();
  const std::size_t items = *items_of(heading);
  if (const auto agreed = heading.find("agreed")) reader.say_agreed(heading.cell(*agreed));
  for (tables::Row row; sheet.next(row);) {
    tables::refuse_unnamed_cell(heading, row, problems);
    const Cell item = row.cell(items);
    if (row.size() <= items || !reader.knows(item)) continue;
    for (std::size_t column = 0; column < row.size(); ++column) {
      const bool is_of_table = column != items && heading.names(column) && heading.titles[column].column != "title" &&
                               heading.titles[column].column != "level" && heading.titles[column].column != "agreed";
      if (is_of_table) reader.add(heading.cell(column), item, row.cell(column), {}, {});
    }
  }
}

/// One row a table, one column an item.
void read_by_table(tables::Table& sheet, Reader& reader, text::Diagnostics& problems) {
  const tables::Heading& heading = sheet.heading();
  const std::size_t tables = *heading.find("table");
  for (tables::Row row; sheet.next(row);) {
    tables::refuse_unnamed_cell(heading, row, problems);
    if (row.size() <= tables) continue;
    for (std::size_t column = 0; column < row.size(); ++column)
      if (column != tables && heading.names(column))
        reader.add(row.cell(tables), heading.cell(column), row.cell(column), {}, {});
  }
}

/// Any of the three forms, by what the heading names.
void read_sheet(const tables::Input& input, const std::string& table, Reader& reader, text::Diagnostics& problems) {
  tables::Table sheet(input, columns_of_sheets(), problems);
  const tables::Heading& heading = sheet.heading();
  const bool has_items = items_of(heading).has_value();
  const bool is_long = has_items && heading.find("score");
  // In a sheet with a row for each score only the columns that are read matter.
  const std::set<std::string> read = {"table", "item", "score", "evidence", "votes"};
  if (tables::refuse_twice_named(heading, is_long ? read : std::set<std::string>{}, problems)) return;
  if (is_long) {
    read_long(sheet, table, reader, problems);
  } else if (has_items) {
    read_by_item(sheet, reader, problems);
  } else if (heading.find("table")) {
    read_by_table(sheet, reader, problems);
  } else if (sheet.is_good()) {
    problems.error("sheet-without-items", text::whole_file(sheet.file()),
                   "the first row names neither an 'item' nor a 'table' column",
                   "see the blank sheet that 'assess sheet -f csv' makes");
  } else {
    sheet.say_how_it_was_read();
  }
}

}  // namespace

std::optional<model::Score> parse_score(std::string_view typed, const model::Scale& scale) {
  const std::string folded = text::kebab(typed);
  for (const char* unknown :
       {"unknown", "?", "don't-know", "don\xE2\x80\x99t-know", "dont-know", "not-known", "n/a", "null"})
    if (folded == unknown) return model::Score{};
  int points = 0;
  const char* const last = folded.data() + folded.size();
  const auto [end, error] = std::from_chars(folded.data(), last, points);
  if (error != std::errc() || points < scale.min || points > scale.max) return std::nullopt;
  // A column with empty cells comes out of some programs as 2.0, or 2,0.
  const std::string_view rest(end, static_cast<std::size_t>(last - end));
  if (!rest.empty() && (rest.size() < 2 || (rest[0] != '.' && rest[0] != ',') ||
                        rest.find_first_not_of('0', 1) != std::string_view::npos))
    return std::nullopt;
  return model::Score{points};
}

std::optional<std::vector<model::Score>> parse_votes(std::string_view typed, const model::Scale& scale) {
  std::vector<model::Score> votes;
  std::string word;
  const auto take = [&] {
    if (word.empty()) return true;
    const auto score = parse_score(word, scale);
    word.clear();
    if (score) votes.push_back(*score);
    return score.has_value();
  };
  for (const char c : typed) {
    if (c != ' ' && c != ',' && c != ';')
      word += c;
    else if (!take())
      return std::nullopt;
  }
  if (!take()) return std::nullopt;
  std::stable_sort(votes.begin(), votes.end(), [](const model::Score& a, const model::Score& b) {
    if (a.is_unknown() != b.is_unknown()) return b.is_unknown();
    return a.points < b.points;
  });
  return votes;
}

std::vector<ImportedScore> read_scores(const std::vector<tables::Input>& sheets, const std::string& table,
                                       const model::Instrument& instrument,
                                       const std::vector<std::string>& known_tables, text::Diagnostics& problems) {
  Reader reader(instrument, known_tables, problems);
  for (const tables::Input& sheet : sheets) read_sheet(sheet, table, reader, problems);
  std::vector<ImportedScore> scores = reader.take();
  if (scores.empty() && !problems.has_errors())
    problems.error("sheet-without-scores", text::whole_file(sheets.empty() ? std::string() : sheets.front().name),
                   "there is no score on the sheet", "fill in the column 'score'; nothing was changed");
  return scores;
}

std::vector<ImportedScore> read_score(const WrittenScore& written, const model::Instrument& instrument,
                                      const std::vector<std::string>& known_tables, text::Diagnostics& problems) {
  Reader reader(instrument, known_tables, problems);
  reader.add({written.table}, {written.item}, {written.score}, {written.evidence}, {written.votes});
  return reader.take();
}

std::string instrument_fingerprint(const model::Instrument& instrument) {
  std::vector<std::string> texts;
  for (const auto& item : instrument.items) {
    texts.push_back(item.id);
    texts.push_back(item.value.title);
    for (const auto& descriptor : item.value.descriptors) texts.push_back(descriptor.id + ": " + descriptor.value);
  }
  return text::fingerprint(texts);
}

bool is_changed(const model::Instrument& instrument, const model::Assessment& assessment) {
  return assessment.instrument_hash && *assessment.instrument_hash != instrument_fingerprint(instrument);
}

std::optional<std::pair<int, int>> range_of_tables(const model::Assessment& assessment, std::string_view item) {
  std::optional<std::pair<int, int>> range;
  for (const auto& table : assessment.tables) {
    const model::TableScore* answer = table.value.scores.find(item);
    if (answer == nullptr || !answer->score.points) continue;
    const int points = *answer->score.points;
    range =
        range ? std::pair(std::min(range->first, points), std::max(range->second, points)) : std::pair(points, points);
  }
  return range;
}

std::optional<model::Score> check_agreement(const WrittenAgreement& written, const model::Assessment& assessment,
                                            const model::Instrument& instrument, const text::Place& place,
                                            text::Diagnostics& problems) {
  if (!instrument.items.contains(written.item)) {
    problems.error("unknown-item", place, "the instrument has no item '" + written.item + "'",
                   text::did_you_mean(written.item, instrument.items.ids()));
    return std::nullopt;
  }
  const auto score = parse_score(written.score, instrument.scale);
  if (!score) {
    problems.error("score-outside-scale", place, "'" + written.score + "' is no score of " + written.item,
                   "use a number of the scale, or unknown");
    return std::nullopt;
  }
  const auto range = range_of_tables(assessment, written.item);
  const bool leaves = range && score->points && (*score->points < range->first || *score->points > range->second);
  if (leaves && written.reason.empty()) {
    problems.error("agreed-without-reason", place, "no table said " + written.score + " for '" + written.item + "'",
                   "say why the room did with --reason");
    return std::nullopt;
  }
  if (assessment.agreed.contains(written.item) && !written.replace) {
    problems.error("agreed-already", place, "the room has agreed a score for '" + written.item + "' already",
                   "give --replace to change it");
    return std::nullopt;
  }
  return score;
}

std::optional<Contradiction> contradiction(const std::string& id, const model::Assessment& assessment,
                                           const std::optional<text::Date>& date, const std::string& instrument) {
  if (date && *date != assessment.date)
    return Contradiction{"date",
                         "assessment '" + id + "' was held on " + text::format_date(assessment.date) + ", not on " +
                             text::format_date(*date),
                         "leave --date away to add to it, give a new one another name with --assessment, or correct "
                         "the date here"};
  if (!instrument.empty() && instrument != assessment.instrument)
    return Contradiction{
        "instrument",
        "assessment '" + id + "' uses the instrument '" + assessment.instrument + "', not '" + instrument + "'",
        "leave --instrument away to add to it, or give a new one another name with --assessment"};
  return std::nullopt;
}

}  // namespace thrive::assessment
