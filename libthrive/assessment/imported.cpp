// SPDX-License-Identifier: MIT
#include "libthrive/assessment/imported.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "libthrive/text/fingerprint.hpp"
#include "libthrive/text/names.hpp"

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
  Reader(const model::Instrument& instrument, text::Diagnostics& problems)
      : instrument_(instrument), problems_(problems) {}

  void add(const std::string& table, const SheetCell& item, const SheetCell& score, const std::string& evidence,
           const SheetCell* votes) {
    if (score.text.empty()) return;
    const std::string id = known_item(item);
    if (id.empty()) return;
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
  std::string known_item(const SheetCell& cell) {
    for (const auto& item : instrument_.items)
      if (text::kebab(item.id) == text::kebab(cell.text)) return item.id;
    problems_.error("unknown-item", cell.place, "the instrument has no item '" + cell.text + "'",
                    text::did_you_mean(cell.text, instrument_.items.ids()));
    return {};
  }

  const model::Instrument& instrument_;
  text::Diagnostics& problems_;
  std::set<std::pair<std::string, std::string>> seen_;
  std::vector<ImportedScore> scores_;
};

const SheetCell* cell(const std::vector<SheetCell>& row, const std::optional<std::size_t>& at) {
  return at && *at < row.size() ? &row[*at] : nullptr;
}

std::string text_of(const SheetCell* cell) { return cell == nullptr ? std::string() : cell->text; }

/// One row for each table and item.
void read_long(const text::Spreadsheet& sheet, const std::string& table, Reader& reader, text::Diagnostics& problems) {
  const auto& header = sheet.rows.front();
  const auto tables = column(header, {"table"}), items = column(header, {"item", "id", "principle"}),
             scores = column(header, {"score"});
  const auto evidence = column(header, {"evidence"}), votes = column(header, {"votes"});
  for (std::size_t at = 1; at < sheet.rows.size(); ++at) {
    const auto& row = sheet.rows[at];
    const SheetCell* item = cell(row, items);
    const SheetCell* score = cell(row, scores);
    if (item == nullptr || score == nullptr) continue;
    const std::string named = text_of(cell(row, tables));
    if (named.empty() && table.empty()) {
      problems.error("no-table-named", item->place, "this row does not say whose score it is",
                     "fill in the column 'table', or name the table with --table");
      continue;
    }
    reader.add(named.empty() ? table : named, *item, *score, text_of(cell(row, evidence)), cell(row, votes));
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
      reader.add(header[place].text, *item, sheet.rows[at][place], {}, nullptr);
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
        reader.add(table->text, header[place], sheet.rows[at][place], {}, nullptr);
  }
}

/// Any of the three forms, by what the first row names.
void read_sheet(const text::Spreadsheet& sheet, const std::string& table, Reader& reader, text::Diagnostics& problems) {
  const std::vector<SheetCell> header = sheet.rows.empty() ? std::vector<SheetCell>{} : sheet.rows.front();
  const auto tables = column(header, {"table"}), items = column(header, {"item", "id", "principle"});
  if (items && column(header, {"score"})) {
    read_long(sheet, table, reader, problems);
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
  for (const char* unknown : {"unknown", "?", "don't-know", "dont-know", "not-known", "n/a", "null"})
    if (folded == unknown) return model::Score{};
  int points = 0;
  const auto [end, error] = std::from_chars(folded.data(), folded.data() + folded.size(), points);
  if (error != std::errc() || end != folded.data() + folded.size() || points < scale.min || points > scale.max)
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
                                       const model::Instrument& instrument, text::Diagnostics& problems) {
  Reader reader(instrument, problems);
  for (const text::Spreadsheet& sheet : sheets) read_sheet(sheet, table, reader, problems);
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
