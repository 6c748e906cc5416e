// SPDX-License-Identifier: MIT
#include "libthrive/assessment/entry/imported.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "libthrive/text/fingerprint.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::assessment {

namespace {

using text::SheetCell;

/// Column of a heading; nothing when the sheet has none of that name.
std::optional<std::size_t> column(const std::vector<SheetCell>& header, std::initializer_list<std::string_view> names) {
  for (std::size_t at = 0; at < header.size(); ++at)
    for (const std::string_view name : names)
      if (text::kebab(header[at].text) == name) return at;
  return std::nullopt;
}

/// Collects the scores of a sheet and what is wrong with them.
class Reader {
 public:
  Reader(const model::Instrument& instrument, const std::vector<std::string>& tables, text::Diagnostics& problems)
      : instrument_(instrument), known_tables_(tables.begin(), tables.end()), problems_(problems) {
    for (const std::string& table : tables) spelling_.emplace(text::kebab(table), table);
  }

  void add(const SheetCell& named, const SheetCell& item, const SheetCell& score, const std::string& evidence,
           const SheetCell* votes) {
    if (score.text.empty()) return warn_of_lost_words(item, evidence, votes);
    const std::string id = known_item(item);
    const std::string& table = named.text;
    if (!knows_table(named) || id.empty()) return;
    const auto parsed = parse_score(score.text, instrument_.scale);
    if (!parsed) {
      problems_.error("score-outside-scale", score.place, "'" + score.text + "' is no score of " + id,
                      "use " + std::to_string(instrument_.scale.min) + " to " + std::to_string(instrument_.scale.max) +
                          ", or unknown");
      return;
    }
    if (!seen_.emplace(table, id).second) {
      problems_.error("score-given-twice", score.place, "table '" + table + "' scores '" + id + "' twice",
                      "keep one of the two");
      return;
    }
    ImportedScore imported = {table, id, {*parsed, {}, {}}, score.place};
    if (!evidence.empty()) imported.score.evidence = evidence;
    if (votes != nullptr && !votes->text.empty()) {
      const auto given = parse_votes(votes->text, instrument_.scale);
      if (given)
        imported.score.votes = *given;
      else
        problems_.error("score-outside-scale", votes->place, "'" + votes->text + "' are no votes on " + id,
                        "write one score a seat, with blanks between");
    }
    scores_.push_back(std::move(imported));
  }
  /// Whether the instrument has the item; says so when it has not.
  bool knows(const SheetCell& item) { return !known_item(item).empty(); }
  std::vector<ImportedScore> take() { return std::move(scores_); }

 private:
  void warn_of_lost_words(const SheetCell& item, const std::string& evidence, const SheetCell* votes) {
    const bool has_votes = votes != nullptr && !votes->text.empty();
    if (evidence.empty() && !has_votes) return;
    problems_.warning(
        "no-score-beside", item.place,
        "'" + item.text + "' has " + (evidence.empty() ? "votes" : "evidence") + " and no score: left out",
        "ask the table for its score; 'unknown' is one");
  }

  /// Whether a table's name can be an id, and is written like that of no other table.
  bool knows_table(const SheetCell& named) {
    if (named.text.empty()) {
      problems_.error("no-table-named", named.place, "this row does not say whose score it is",
                      "fill in the column 'table', or name the table with --table");
      return false;
    }
    if (known_tables_.contains(named.text)) return true;
    if (!refused_tables_.insert(named.text).second) return false;
    const std::string id = text::as_id(named.text);
    if (id != named.text) {
      problems_.error("table-name", named.place,
                      "'" + text::without_controls(named.text) +
                          "' cannot name a table: letters, digits, '-', '_' "
                          "and '.' can",
                      id.empty() ? std::string() : "write '" + id + "'");
      return false;
    }
    const auto [other, is_new] = spelling_.emplace(text::kebab(id), id);
    if (!is_new) {
      problems_.error("table-spelt-two-ways", named.place,
                      "table '" + id + "' is written '" + other->second + "' elsewhere",
                      "write one table in one way, and call two tables by different names");
      return false;
    }
    refused_tables_.erase(named.text);
    known_tables_.insert(id);
    return true;
  }

  std::string known_item(const SheetCell& cell) {
    const std::string typed = text::kebab(cell.text);
    for (const auto& item : instrument_.items)
      if (text::kebab(item.id) == typed) return item.id;
    for (const auto& item : instrument_.items)
      if (!typed.empty() && text::kebab(item.value.title) == typed) return item.id;
    problems_.error("unknown-item", cell.place, "the instrument has no item '" + cell.text + "'",
                    text::did_you_mean(cell.text, instrument_.items.ids()));
    return {};
  }

  const model::Instrument& instrument_;
  std::set<std::string> known_tables_;           // as they are spelt so far
  std::map<std::string, std::string> spelling_;  // of each table, by its name in kebab-case
  std::set<std::string> refused_tables_;
  text::Diagnostics& problems_;
  std::set<std::pair<std::string, std::string>> seen_;
  std::vector<ImportedScore> scores_;
};

const SheetCell* cell(const std::vector<SheetCell>& row, const std::optional<std::size_t>& at) {
  return at && *at < row.size() ? &row[*at] : nullptr;
}

std::string text_of(const SheetCell* cell) { return cell == nullptr ? std::string() : cell->text; }

/// One row for each table and item.
void read_long(const text::Spreadsheet& sheet, const std::string& table, Reader& reader) {
  const auto& header = sheet.rows.front();
  const auto tables = column(header, {"table"}), items = column(header, {"item", "id", "principle"}),
             scores = column(header, {"score"});
  const auto evidence = column(header, {"evidence"}), votes = column(header, {"votes"});
  for (std::size_t at = 1; at < sheet.rows.size(); ++at) {
    const auto& row = sheet.rows[at];
    const SheetCell* item = cell(row, items);
    const SheetCell* score = cell(row, scores);
    if (item == nullptr || score == nullptr) continue;
    const SheetCell* named = cell(row, tables);
    const bool names_table = named != nullptr && !named->text.empty();
    reader.add(names_table ? *named : SheetCell{table, item->place}, *item, *score, text_of(cell(row, evidence)),
               cell(row, votes));
  }
}

/// One row an item, one column a table.
void read_by_item(const text::Spreadsheet& sheet, std::size_t items, Reader& reader) {
  const auto& header = sheet.rows.front();
  for (std::size_t at = 1; at < sheet.rows.size(); ++at) {
    const SheetCell* item = cell(sheet.rows[at], items);
    if (item == nullptr || !reader.knows(*item)) continue;
    for (std::size_t place = 0; place < sheet.rows[at].size() && place < header.size(); ++place) {
      const std::string heading = text::kebab(header[place].text);
      if (place == items || heading.empty() || heading == "title" || heading == "level" || heading == "agreed")
        continue;
      reader.add(header[place], *item, sheet.rows[at][place], {}, nullptr);
    }
  }
}

/// One row a table, one column an item.
void read_by_table(const text::Spreadsheet& sheet, std::size_t tables, Reader& reader) {
  const auto& header = sheet.rows.front();
  for (std::size_t at = 1; at < sheet.rows.size(); ++at) {
    const SheetCell* table = cell(sheet.rows[at], tables);
    if (table == nullptr) continue;
    for (std::size_t place = 0; place < sheet.rows[at].size() && place < header.size(); ++place)
      if (place != tables && !header[place].text.empty())
        reader.add(*table, header[place], sheet.rows[at][place], {}, nullptr);
  }
}

/// Two columns that mean the same: nothing says which counts. In a sheet with a row for each score only the columns
/// that are read matter.
bool has_column_twice(const std::vector<SheetCell>& header, bool is_long, text::Diagnostics& problems) {
  const std::set<std::string> read_when_long = {"table", "item", "score", "evidence", "votes"};
  std::set<std::string> seen;
  bool twice = false;
  for (const SheetCell& title : header) {
    const std::string name = text::kebab(title.text);
    if (name.empty() || (is_long && !read_when_long.contains(name)) || seen.insert(name).second) continue;
    problems.error("column-twice", title.place, "column '" + text::without_controls(title.text) + "' is there twice");
    twice = true;
  }
  return twice;
}

/// Any of the three forms, by what the first row names.
void read_sheet(text::Spreadsheet sheet, const std::string& table, Reader& reader, text::Diagnostics& problems) {
  text::drop_titles(sheet, {"table", "item", "id", "principle"}, problems);
  text::refuse_unnamed_cells(sheet, problems);
  const std::vector<SheetCell> header = sheet.rows.empty() ? std::vector<SheetCell>{} : sheet.rows.front();
  const auto tables = column(header, {"table"}), items = column(header, {"item", "id", "principle"});
  const bool is_long = items && column(header, {"score"});
  if (has_column_twice(header, is_long, problems)) return;
  if (is_long) {
    read_long(sheet, table, reader);
  } else if (items) {
    read_by_item(sheet, *items, reader);
  } else if (tables) {
    read_by_table(sheet, *tables, reader);
  } else {
    problems.error("sheet-without-items", text::whole_file(sheet.file),
                   "the first row names neither an 'item' nor a 'table' column",
                   "see the blank sheet that 'assess sheet -f csv' makes");
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

std::vector<ImportedScore> read_scores(const std::vector<text::Spreadsheet>& sheets, const std::string& table,
                                       const model::Instrument& instrument,
                                       const std::vector<std::string>& known_tables, text::Diagnostics& problems) {
  Reader reader(instrument, known_tables, problems);
  for (const text::Spreadsheet& sheet : sheets) read_sheet(sheet, table, reader, problems);
  std::vector<ImportedScore> scores = reader.take();
  if (scores.empty() && !problems.has_errors())
    problems.error("sheet-without-scores", text::whole_file(sheets.empty() ? std::string() : sheets.front().file),
                   "there is no score on the sheet", "fill in the column 'score'; nothing was changed");
  return scores;
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

text::Spreadsheet sheet_of_one_score(const std::string& table, const std::string& item, const std::string& score,
                                     const std::string& evidence, const std::string& votes) {
  text::Spreadsheet sheet;
  sheet.rows = {{{"table", {}}, {"item", {}}, {"score", {}}, {"evidence", {}}, {"votes", {}}},
                {{table, {}}, {item, {}}, {score, {}}, {evidence, {}}, {votes, {}}}};
  return sheet;
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
