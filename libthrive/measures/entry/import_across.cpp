// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/import_across.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "libthrive/findings/say.hpp"
#include "libthrive/measures/entry/column_names.hpp"
#include "libthrive/measures/entry/dates_in_words.hpp"
#include "libthrive/measures/entry/extract_figures.hpp"
#include "libthrive/measures/entry/figure_taker.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::measures {

namespace {

/// The forms in which a heading may write times; a bare count of days is none of them.
std::vector<DateForm> forms_of_row(const tables::Row& row, const DateColumn& column) {
  FormsOfDates forms(column);
  for (std::size_t at = 0; at < row.size(); ++at) forms.add(row.text(at));
  std::vector<DateForm> known = forms.forms();
  std::erase(known, DateForm::serial);
  return known;
}

std::optional<Period> period_in(std::string_view text, const std::vector<DateForm>& forms, const DateColumn& column) {
  for (const DateForm form : forms)
    if (const auto period = read_period(text, form, column)) return period;
  return std::nullopt;
}

/// Months without a year, below a row that has the year once for several of them.
std::optional<Period> below_year(const tables::Row& above, const tables::Row& row, std::size_t column) {
  for (std::size_t at = column + 1; at-- > 0;)
    if (!above.text(at).empty()) return read_beside_year(above.text(at), row.text(column), "");
  return std::nullopt;
}

std::vector<std::pair<std::size_t, Period>> dates_of(const std::vector<tables::Row>& start, std::size_t at,
                                                     const DateColumn& column) {
  std::vector<std::pair<std::size_t, Period>> dates;
  const std::vector<DateForm> forms = forms_of_row(start[at], column);
  for (std::size_t cell = 0; cell < start[at].size(); ++cell) {
    std::optional<Period> period = period_in(start[at].text(cell), forms, column);
    if (!period && at > 0 && !start[at].text(cell).empty()) period = below_year(start[at - 1], start[at], cell);
    if (period) dates.push_back({cell, *period});
  }
  return dates;
}

/// True for a text that is a time in any form; a count alone is none, though it may be a year's.
bool is_time(std::string_view text) {
  if (text.find_first_not_of("0123456789., ") == std::string_view::npos) return false;
  for (const auto& [form, word] : model::Names<DateForm>::values)
    if (read_period(text, form)) return true;
  return false;
}

/// True when figures stand below the times, and no times.
bool has_figures_below(const std::vector<tables::Row>& start, const Across& across) {
  std::size_t figures = 0;
  for (std::size_t below = across.row + 1; below < start.size(); ++below)
    for (const auto& [column, period] : across.dates) {
      const std::string_view text = start[below].text(column);
      if (is_time(text)) return false;
      figures += read_figure(text).kind == ExtractFigure::Kind::number ? 1 : 0;
    }
  return figures > 0;
}

/// Times in a heading are all of one span, and go one way.
bool is_row_of_times(const Across& across) {
  const auto& dates = across.dates;
  bool rises = true, falls = true;
  for (std::size_t at = 1; at < dates.size(); ++at) {
    if (dates[at].second.span != dates[0].second.span) return false;
    rises = rises && dates[at - 1].second.first < dates[at].second.first;
    falls = falls && dates[at - 1].second.first > dates[at].second.first;
  }
  return dates.size() >= 2 && (rises || falls);
}

/// True when a column of times is named, and has times below its name.
bool has_column_of_times(const Extract& extract) {
  const tables::Heading& heading = extract.heading();
  const auto column = heading.has_key ? first_column_of(heading, date_names) : std::nullopt;
  if (!column) return false;
  for (std::size_t at = heading.rows_above + heading.rows.size(); at < extract.start().size(); ++at)
    if (is_time(extract.start()[at].text(*column))) return true;
  return false;
}

/// Takes the columns that share a time with the one to their left, and what the row below calls each: a month over
/// "Seen" and "Waiting".
void take_parts(const std::vector<tables::Row>& start, Across& across) {
  if (across.row + 1 >= start.size()) return;
  const tables::Row &times = start[across.row], &names = start[across.row + 1];
  for (const auto& [column, period] : across.dates) {
    const std::string_view name = names.text(column);
    if (name.empty() || read_figure(name).kind != ExtractFigure::Kind::not_a_number) return;
  }
  std::vector<std::pair<std::size_t, Period>> all;
  for (std::size_t at = 0; at < across.dates.size(); ++at) {
    std::size_t column = across.dates[at].first;
    do {
      all.push_back({column, across.dates[at].second});
      across.parts.emplace_back(text::kebab(names.text(column)));
      ++column;
    } while (times.text(column).empty() && !names.text(column).empty());
  }
  across.dates = std::move(all);
}

/// A row of a wide table that may be the wanted one.
struct Candidate {
  tables::Row row;
  std::vector<std::string> labels;  // in kebab-case

  bool is_called(const std::string& name) const {
    return !name.empty() && std::find(labels.begin(), labels.end(), text::kebab(name)) != labels.end();
  }
};

/// Chooses rows of a wide table and takes their figures.
class AcrossImporter {
 public:
  AcrossImporter(Extract& extract, const Across& across, const ImportRequest& request, const ImportTarget& target,
                 text::Diagnostics& problems)
      : extract_(extract),
        across_(across),
        request_(request),
        target_(target),
        problems_(problems),
        taker_(target, request, WeekEdge::unsaid, problems) {
    extract_.take_heading(across.row);
    dates_ = across.dates;
    for (std::size_t column = 0; column < extract_.heading().titles.size(); ++column)
      if (!is_date(column)) labels_.push_back(column);
  }

  std::optional<Imported> run() {
    if (!resolve_conditions() || !choose_parts()) return std::nullopt;
    if (!extract_.each_row([this](const tables::Row& row) { look_at(row); }, problems_)) return std::nullopt;
    choice_.report_unmet(extract_.file(), problems_);
    const bool crosses = !target_.ratio && months_go_down();
    if (problems_.has_errors() || !(crosses ? take_months() : take_rows())) return std::nullopt;
    auto imported = taker_.finish();
    if (imported)
      imported->said.insert(imported->said.begin(),
                            crosses ? "years stand in the heading, and their months below each other"
                                    : "the dates stand in the heading, a column for each");
    return imported;
  }

 private:
  bool is_date(std::size_t column) const {
    return std::any_of(across_.dates.begin(), across_.dates.end(),
                       [column](const auto& date) { return date.first == column; });
  }

  /// Where a month has several columns, the one that is called as asked for, or as the measure is.
  bool choose_parts() {
    if (across_.parts.empty()) return true;
    const auto with = [this](const std::vector<std::string>& names) {
      std::vector<std::pair<std::size_t, Period>> dates;
      for (const std::string& name : names)
        for (std::size_t at = 0; at < across_.parts.size() && !name.empty(); ++at)
          if (across_.parts[at] == text::kebab(name)) dates.push_back(across_.dates[at]);
      return dates;
    };
    if (target_.ratio) {
      const std::string& above = request_.numerator_column.empty() ? request_.value_column : request_.numerator_column;
      dates_ = with(above.empty() ? numerator_names : std::vector<std::string>{above});
      denominator_dates_ =
          with(request_.denominator_column.empty() ? denominator_names
                                                   : std::vector<std::string>{request_.denominator_column});
      if (!dates_.empty() && dates_.size() == denominator_dates_.size()) return true;
    } else {
      dates_ = with(request_.value_column.empty() ? std::vector<std::string>{target_.id, target_.name}
                                                  : std::vector<std::string>{request_.value_column});
      const std::set<std::string> distinct(across_.parts.begin(), across_.parts.end());
      if (dates_.empty() && distinct.size() == 1) dates_ = across_.dates;
      if (!dates_.empty()) return true;
    }
    std::vector<std::string> titles;
    for (const std::string& part : across_.parts)
      if (std::find(titles.begin(), titles.end(), part) == titles.end()) titles.push_back(text::without_controls(part));
    findings::say(problems_, {"import-columns",
                              extract_.heading().place(0),
                              {{"case", target_.ratio ? "ratio" : "value"}, {"titles", text::Value::list_of(titles)}}});
    return false;
  }

  bool resolve_conditions() {
    for (const RowCondition& condition : request_.where) {
      const auto column = column_named(extract_, condition.column, problems_);
      if (!column) return false;
      choice_.add(*column, condition);
    }
    return true;
  }

  void look_at(const tables::Row& row) {
    const bool is_wanted = choice_.wants(row);
    const bool has_figure = std::any_of(dates_.begin(), dates_.end(), [&row](const auto& date) {
      const ExtractFigure figure = read_figure(row.text(date.first));
      return figure.kind == ExtractFigure::Kind::number || !figure.marks.empty();
    });
    if (!is_wanted || !has_figure) return;
    Candidate candidate{row.held(), {}};
    bool is_total = false;
    for (const std::size_t label : labels_) {
      candidate.labels.push_back(text::kebab(row.text(label)));
      is_total = is_total || names_a_total(row.text(label));
    }
    // A total is taken only when somebody asks for it.
    if (is_total && choice_.empty() && !is_asked_for(candidate)) return taker_.leave_out_total();
    candidates_.push_back(std::move(candidate));
  }

  bool is_asked_for(const Candidate& candidate) const {
    return candidate.is_called(request_.value_column) || candidate.is_called(request_.numerator_column) ||
           candidate.is_called(request_.denominator_column);
  }

  /// The month, week or quarter that a row is of, in the year of a column.
  std::optional<Period> crossing(const Candidate& row, std::size_t column) const {
    const auto& titles = extract_.heading().titles;
    if (labels_.empty()) return std::nullopt;
    return read_beside_year(titles[column].text, row.row.text(labels_.front()), titles[labels_.front()].text);
  }

  /// True for a table with years in its heading and a row for every month.
  bool months_go_down() const {
    return !candidates_.empty() && std::all_of(candidates_.begin(), candidates_.end(), [this](const Candidate& row) {
      return crossing(row, dates_.front().first).has_value();
    });
  }

  bool take_months() {
    for (const Candidate& row : candidates_)
      for (const auto& [column, year] : dates_) {
        const auto period = crossing(row, column);
        if (!period || row.row.text(column).empty()) continue;  // a month that has not come yet
        FigureCells cells;
        cells.date = row.row.cell(labels_.front());
        cells.period = *period;
        cells.value = row.row.cell(column);
        cells.all_cells = std::string(row.row.bytes());
        taker_.take(cells);
      }
    return true;
  }

  bool take_rows() {
    if (!target_.ratio) {
      const bool asks_for_row = !request_.value_column.empty() && across_.parts.empty();
      const auto rows = rows_called({request_.value_column, target_.id, target_.name}, {}, asks_for_row);
      for (const Candidate* row : rows) take(row, nullptr);
      return check_one(rows);
    }
    if (!denominator_dates_.empty()) {
      const auto rows = rows_called({target_.id, target_.name}, {}, false);
      for (const Candidate* row : rows) take(row, row);
      return check_one(rows);
    }
    const auto numerators = rows_called({request_.numerator_column, request_.value_column}, numerator_names, true);
    const auto denominators = rows_called({request_.denominator_column}, denominator_names, true);
    if (numerators.size() != 1 || denominators.size() != 1) return refuse_rows("ratio");
    take(numerators.front(), denominators.front());
    return true;
  }

  /// The rows with the first of the names that any has; all of them when none has one and none is needed.
  std::vector<const Candidate*> rows_called(std::vector<std::string> names, const std::vector<std::string>& usual,
                                            bool is_needed) const {
    if (std::all_of(names.begin(), names.end(), [](const std::string& name) { return name.empty(); }))
      names.insert(names.end(), usual.begin(), usual.end());
    std::vector<const Candidate*> rows;
    for (const std::string& name : names) {
      for (const Candidate& candidate : candidates_)
        if (candidate.is_called(name)) rows.push_back(&candidate);
      if (!rows.empty() || (is_needed && !name.empty() && usual.empty())) return rows;
    }
    if (is_needed) return rows;
    for (const Candidate& candidate : candidates_) rows.push_back(&candidate);
    return rows;
  }

  bool check_one(const std::vector<const Candidate*>& rows) {
    if (rows.size() == 1 || (rows.size() > 1 && request_.add_rows)) return true;
    if (candidates_.empty()) return true;  // nothing at all, which the caller says
    const bool all_same = rows.size() > 1 && std::all_of(rows.begin(), rows.end(), [&rows](const Candidate* row) {
                            return row->row.bytes() == rows.front()->row.bytes();
                          });
    return all_same || refuse_rows("rows");
  }

  bool refuse_rows(const char* which) {
    constexpr std::size_t few = 12;
    // The column that tells the rows apart best.
    std::size_t best = 0, most = 0;
    std::vector<std::string> names;
    for (std::size_t label = 0; label < labels_.size(); ++label) {
      std::vector<std::string> here;
      std::set<std::string> distinct;
      for (const Candidate& candidate : candidates_) {
        if (candidate.labels[label].empty()) continue;
        distinct.insert(candidate.labels[label]);
        if (here.size() < few) here.push_back(text::without_controls(candidate.row.text(labels_[label])));
      }
      if (distinct.size() <= most) continue;
      most = distinct.size();
      best = labels_[label];
      names = here;
    }
    const std::string title(extract_.heading().titles.empty() ? "" : extract_.heading().titles[best].text);
    const std::string column = title.empty() ? std::to_string(best + 1) : text::without_controls(title);
    findings::say(problems_, {"import-row-of-many",
                              extract_.heading().place(0),
                              {{"case", which},
                               {"rows", candidates_.size()},
                               {"names", text::Value::list_of(names)},
                               {"column", column},
                               {"first", names.empty() ? std::string("VALUE") : names.front()}}});
    return false;
  }

  void take(const Candidate* row, const Candidate* denominators) {
    for (std::size_t at = 0; at < dates_.size(); ++at) {
      const auto& [column, period] = dates_[at];
      FigureCells cells;
      cells.date = extract_.heading().cell(column);
      cells.period = period;
      std::string_view title = cells.date.text;
      if (take_marks(title).is_provisional) cells.is_provisional = true;
      (denominators == nullptr ? cells.value : cells.numerator) = row->row.cell(column);
      const std::size_t below = denominator_dates_.empty() ? column : denominator_dates_[at].first;
      if (denominators != nullptr) cells.denominator = denominators->row.cell(below);
      cells.all_cells = std::string(row->row.bytes()) + '\x1f' + std::to_string(column);
      taker_.take(cells);
    }
  }

  Extract& extract_;
  const Across& across_;
  const ImportRequest& request_;
  const ImportTarget& target_;
  text::Diagnostics& problems_;
  FigureTaker taker_;
  RowChoice choice_;
  std::vector<std::pair<std::size_t, Period>> dates_;              // of the wanted columns
  std::vector<std::pair<std::size_t, Period>> denominator_dates_;  // of those of denominators, where each has its own
  std::vector<std::size_t> labels_;                                // columns that are no dates
  std::vector<Candidate> candidates_;
};

}  // namespace

std::optional<Across> find_across(const Extract& extract, const ImportRequest& request, const ImportTarget& target) {
  if (!request.date_column.empty() || has_column_of_times(extract)) return std::nullopt;
  const DateColumn column = date_column("", span_of(target.frequency), target.today);
  const std::vector<tables::Row>& start = extract.start();
  for (std::size_t at = 0; at + 1 < start.size(); ++at) {
    Across across{at, dates_of(start, at, column)};
    const bool is_first_cell = !across.dates.empty() && across.dates.front().first == 0;
    if (!is_row_of_times(across) || is_first_cell || across.dates.size() * 2 < start[at].filled()) continue;
    if (!has_figures_below(start, across)) continue;
    // A row of years may stand above the row of its months.
    const Across below{at + 1, dates_of(start, at + 1, column)};
    const auto has_span = [](const Across& row, Span span) {
      return std::all_of(row.dates.begin(), row.dates.end(),
                         [span](const auto& date) { return date.second.span == span; });
    };
    const bool is_year_above = has_span(across, Span::year) && below.dates.size() >= 2 && has_span(below, Span::month);
    if (is_year_above) return below;
    take_parts(start, across);
    return across;
  }
  return std::nullopt;
}

std::optional<Imported> import_across(Extract& extract, const Across& across, const ImportRequest& request,
                                      const ImportTarget& target, text::Diagnostics& problems) {
  return AcrossImporter(extract, across, request, target, problems).run();
}

}  // namespace thrive::measures
