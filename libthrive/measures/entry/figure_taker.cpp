// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/figure_taker.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "libthrive/findings/say.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::measures {

namespace {

using text::Severity;

constexpr std::size_t few_days = 4;

double value_of(const std::string& digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::size_t decimals_of(const std::string& digits) {
  const std::size_t point = digits.find('.');
  return point == std::string::npos ? 0 : digits.size() - point - 1;
}

/// Two figures added up, with as many decimals as the one that has more.
std::string sum_of(const std::string& a, const std::string& b) {
  return fmt::format("{:.{}f}", value_of(a) + value_of(b), std::max(decimals_of(a), decimals_of(b)));
}

std::string in_quotes(std::string_view text) { return text::without_controls(text); }

}  // namespace

FigureTaker::FigureTaker(const ImportTarget& target, const ImportRequest& request, WeekEdge edge,
                         text::Diagnostics& problems)
    : target_(target), request_(request), edge_(edge), all_problems_(problems), problems_(problems) {}

bool FigureTaker::fails(const char* code, const tables::Cell& cell) {
  failed_ = true;
  return problems_.is_said(Severity::error, code, *cell.row, cell.column);
}

void FigureTaker::report(const findings::Finding& finding) { problems_.add(findings::in_words(finding)); }

void FigureTaker::take(const FigureCells& cells) {
  if (cells.period.span > span_of(target_.frequency)) return take_longer(cells);
  ImportedRow figures;
  figures.line = cells.date.row->line();
  figures.date = placed(cells.period, target_.frequency, edge_);
  if (!is_over(cells, figures.date)) return;
  moved_ += figures.date != cells.period.first ? 1 : 0;
  bool is_provisional = cells.is_provisional.value_or(false);
  speaks_of_provisional_ = speaks_of_provisional_ || is_provisional;
  figures.value = figure(cells.value, true, is_provisional);
  figures.numerator = figure(cells.numerator, false, is_provisional);
  figures.denominator = figure(cells.denominator, false, is_provisional);
  figures.note = std::string(cells.note.text);
  check_share(cells, figures);
  keep(cells, std::move(figures), is_provisional);
}

/// A quarter among months is their subtotal, as long as there are months.
void FigureTaker::take_longer(const FigureCells& cells) {
  constexpr std::size_t few = 20;
  ++longer_count_;
  if (longer_.size() < few) longer_.push_back({std::string(cells.date.text), cells.period, cells.date.place()});
}

/// False, with a warning, for a period that is not over on the day that counts as today.
bool FigureTaker::is_over(const FigureCells& cells, text::Date start) {
  const text::Date next = next_period(start, target_.frequency);
  if (next <= target_.today) return true;
  const bool has_begun = start <= target_.today;
  if (!problems_.is_said(Severity::warning, has_begun ? "import-unfinished" : "import-future-date", *cells.date.row,
                         cells.date.column))
    return false;
  if (has_begun)
    report({"import-unfinished",
            cells.date.place(),
            {{"period", period_word(target_.frequency)},
             {"date", text::format_date(start)},
             {"end", text::format_date(next - std::chrono::days(1))},
             {"today", text::format_date(target_.today)}}});
  else
    report({"import-future-date",
            cells.date.place(),
            {{"date", text::format_date(start)}, {"today", text::format_date(target_.today)}}});
  return false;
}

void FigureTaker::refuse_figure(const tables::Cell& cell) {
  if (!fails("import-not-a-number", cell)) return;
  const bool has_comma = cell.text.find(',') != std::string_view::npos;
  const bool has_blank = cell.text.find_first_not_of("0123456789 .,-+%") == std::string_view::npos &&
                         cell.text.find(' ') != std::string_view::npos;
  const bool has_unit = cell.text.find_first_of("0123456789") == 0 || cell.text.starts_with("\xc2\xa3");
  const char* const why = has_blank ? "blank" : has_comma ? "comma" : has_unit ? "unit" : "word";
  report({"import-not-a-number", cell.place(), {{"cell", in_quotes(cell.text)}, {"case", why}}});
}

std::string FigureTaker::figure(const tables::Cell& cell, bool is_value, bool& is_provisional) {
  if (cell.row == nullptr) return {};
  const ExtractFigure read = read_figure(cell.text);
  if (read.kind == ExtractFigure::Kind::not_a_number) refuse_figure(cell);
  if (read.kind == ExtractFigure::Kind::suppressed) ++hidden_;
  for (const Mark& mark : read.marks) marks_.add(mark);
  is_provisional = is_provisional || read.provisional;
  speaks_of_provisional_ = speaks_of_provisional_ || read.provisional;
  if (read.percent && (!target_.percent || !is_value) && fails("import-not-a-number", cell))
    report(
        {"import-not-a-number",
         cell.place(),
         {{"cell", in_quotes(cell.text)}, {"measure", target_.id}, {"case", is_value ? "percent" : "percent-part"}}});
  if (is_value && target_.percent) look_at_scale(cell, read);
  return read.digits;
}

/// Remembers how a percentage is written: with its sign, or as a share of one.
void FigureTaker::look_at_scale(const tables::Cell& cell, const ExtractFigure& read) {
  if (read.kind != ExtractFigure::Kind::number) return;
  const double value = value_of(read.digits);
  if (value == 0) return;
  const auto remember = [&](text::Place& place, std::string& written) {
    if (!written.empty()) return;
    place = cell.place();
    written = in_quotes(cell.text);
  };
  percents_.largest = std::max(percents_.largest, value);
  if (read.percent) {
    ++percents_.with_sign;
    return;
  }
  ++percents_.without_sign;
  remember(percents_.first_without, percents_.written_without);
  if (value > 0 && value <= 1) {
    ++percents_.shares;
    remember(percents_.first_share, percents_.written_share);
  }
  percents_.has_fraction = percents_.has_fraction || (value > 0 && value < 1);
  percents_.likely += value >= 20 ? 1 : 0;
}

/// What the data file would be refused for afterwards.
void FigureTaker::check_share(const FigureCells& cells, const ImportedRow& figures) {
  if (cells.numerator.row == nullptr || cells.denominator.row == nullptr) return;
  for (const tables::Cell& cell : {cells.numerator, cells.denominator})
    if (read_figure(cell.text).digits.starts_with('-') && fails("out-of-range", cell))
      problems_.add({Severity::error, "out-of-range", cell.place(), "a count cannot be less than 0", ""});
  if (figures.numerator.empty() || figures.denominator.empty() || !target_.percent) return;
  if (value_of(figures.numerator) > value_of(figures.denominator) && fails("more-than-all", cells.numerator))
    problems_.add({Severity::error, "more-than-all", cells.numerator.place(),
                   fmt::format("{} of {} is more than all of them", figures.numerator, figures.denominator),
                   "check which of the two numbers is which"});
}

void FigureTaker::keep(const FigureCells& cells, ImportedRow figures, bool is_provisional) {
  if (is_provisional) provisional_.insert(figures.date);
  PeriodRows& period = periods_[figures.date];
  const bool is_known = period.rows > 0 && period.seen.contains(std::hash<std::string>{}(cells.all_cells));
  if (is_known) {
    if (problems_.is_said(Severity::warning, "import-same-row", *cells.date.row, cells.date.column))
      report({"import-same-row",
              cells.date.place(),
              {{"date", text::format_date(figures.date)}, {"line", period.figures.line}}});
    return;
  }
  period.rows += 1;
  if (period.rows == 1 || request_.add_rows) period.seen.insert(std::hash<std::string>{}(cells.all_cells));
  if (period.days.size() < few_days) period.days.insert(cells.period.first);
  if (period.rows == 1) {
    const bool lacks = target_.ratio ? figures.numerator.empty() || figures.denominator.empty() : figures.value.empty();
    period.lacks_figure = lacks;
    period.figures = std::move(figures);
    return;
  }
  if (period.rows == 2) period.second = cells.date.place();
  if (request_.add_rows) add_up(period, figures);
}

void FigureTaker::add_up(PeriodRows& period, const ImportedRow& figures) {
  ImportedRow& sum = period.figures;
  const auto add = [&period](std::string& into, const std::string& more, bool counts) {
    if (!counts) return;
    if (more.empty()) period.lacks_figure = true;
    into = period.lacks_figure ? std::string() : sum_of(into, more);
  };
  if (figures.value.empty() && !target_.ratio) period.lacks_figure = true;
  if (target_.ratio && (figures.numerator.empty() || figures.denominator.empty())) period.lacks_figure = true;
  add(sum.value, figures.value, !target_.ratio);
  add(sum.numerator, figures.numerator, target_.ratio);
  add(sum.denominator, figures.denominator, target_.ratio);
  if (!figures.note.empty() && sum.note.find(figures.note) == std::string::npos)
    sum.note += (sum.note.empty() ? "" : "; ") + figures.note;
  ++added_up_;
}

/// One error for each period that has more than one row.
void FigureTaker::report_duplicates() {
  if (request_.add_rows) return;
  for (const auto& [date, period] : periods_) {
    if (period.rows < 2) continue;
    failed_ = true;
    if (!problems_.is_said(Severity::error, "import-duplicate", period.second)) continue;
    std::vector<std::string> days;
    for (const text::Date day : period.days) days.push_back(text::format_date(day));
    const std::string period_of = fmt::format("the {} of {}", period_word(target_.frequency), text::format_date(date));
    if (days.size() == 1)
      report({"import-duplicate",
              period.second,
              {{"case", "rows"}, {"date", days.front()}, {"rows", period.rows}, {"line", period.figures.line}}});
    else
      report({"import-duplicate",
              period.second,
              {{"case", "dates"},
               {"rows", period.rows},
               {"days", text::Value::list_of(days)},
               {"more", days.size() == few_days && period.rows > few_days ? " and others" : ""},
               {"period", period_of}}});
  }
}

/// Subtotals are said; an extract of longer periods alone is refused, and so is one of both.
void FigureTaker::report_longer() {
  if (longer_.empty()) return;
  std::vector<std::string> subtotals;
  for (const Longer& longer : longer_) {
    const int months = longer.period.span == Span::year ? 12 : longer.period.span == Span::quarter ? 3 : 1;
    const auto first = periods_.lower_bound(placed(longer.period, target_.frequency, WeekEdge::unsaid));
    const std::chrono::year_month_day begin(longer.period.first);
    const bool holds_some = first != periods_.end() && first->first < text::Date(begin + std::chrono::months(months));
    if (holds_some) {
      subtotals.push_back(in_quotes(longer.written));
      continue;
    }
    failed_ = true;
    report({"import-longer-period",
            longer.place,
            {{"written", in_quotes(longer.written)},
             {"span", span_word(longer.period.span)},
             {"frequency", model::word(target_.frequency)},
             {"wanted", longer.period.span == Span::month     ? "monthly"
                        : longer.period.span == Span::quarter ? "quarterly"
                                                              : "yearly"}}});
    if (periods_.empty()) return;  // all are like this
  }
  if (subtotals.empty()) return;
  const std::size_t more = longer_count_ - longer_.size();
  said_.push_back(fmt::format("{} {} left out ({}{})", subtotals.size() + more,
                              subtotals.size() + more == 1 ? "subtotal" : "subtotals", text::join(subtotals, ", "),
                              more > 0 ? " and others" : ""));
}

/// A column of percentages that is written in two ways cannot be right in both.
void FigureTaker::report_scale() {
  const Percents& met = percents_;
  if (met.with_sign > 0 && met.without_sign > 0) {
    failed_ = true;
    report({"import-two-scales", met.first_without, {{"case", "sign"}, {"cell", met.written_without}}});
  } else if (met.shares >= 2 && met.likely >= 2 && met.shares + met.likely == met.without_sign && met.has_fraction) {
    failed_ = true;
    report({"import-two-scales", met.first_share, {{"case", "share"}, {"cell", met.written_share}}});
  } else if (met.without_sign >= 3 && met.largest <= 1 && met.has_fraction && target_.aimed_at.value_or(100) > 1) {
    report({"import-proportions", met.first_share, {{"cell", met.written_share}, {"measure", target_.id}}});
  }
}

void FigureTaker::say_counts() {
  const auto say = [&](std::size_t count, std::string_view one, std::string_view what) {
    if (count > 0) said_.push_back(fmt::format("{} {}{} {}", count, one, count == 1 ? "" : "s", what));
  };
  const int months = kind_of(target_.frequency).months;
  const std::string start = months == 3                    ? "put on the first day of the quarter"
                            : months >= 1                  ? "put on the first of the month"
                            : edge_ == WeekEdge::first_day ? "put on the Monday of the week that has most of its days"
                                                           : "put on the Monday of the week";
  say(moved_, "date", start);
  say(added_up_, "row", "added to others of the same " + std::string(period_word(target_.frequency)));
  say(totals_, "row", "of totals left out");
  say(words_, "line", "of words left out");
  say(dateless_, "row", "with figures and without a date left out; look for merged cells");
  say(hidden_, "small number", "hidden in the extract: missing, not zero");
  if (!marks_.empty()) said_.push_back("marks: " + marks_.in_words() + "; none is taken for zero");
}

std::optional<Imported> FigureTaker::finish() {
  report_duplicates();
  report_longer();
  report_scale();
  problems_.say_how_many_more();
  if (failed_) return std::nullopt;
  say_counts();
  Imported result;
  std::size_t unknown_sums = 0;
  for (auto& [date, period] : periods_) {
    unknown_sums += period.rows > 1 && period.lacks_figure ? 1 : 0;
    result.rows.push_back(std::move(period.figures));
  }
  if (unknown_sums > 0)
    said_.push_back(fmt::format("{} {} missing: one of the rows to add has no figure", unknown_sums,
                                unknown_sums == 1 ? "sum is" : "sums are"));
  result.said = std::move(said_);
  if (speaks_of_provisional_) result.provisional.emplace(provisional_.begin(), provisional_.end());
  return result;
}

}  // namespace thrive::measures
