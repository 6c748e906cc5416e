// SPDX-License-Identifier: MIT
#include "libthrive/versions/figures.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

#include "libthrive/model/figures.hpp"
#include "libthrive/project/series.hpp"
#include "libthrive/records/scalars.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/tables/input.hpp"
#include "libthrive/versions/value_words.hpp"

namespace thrive::versions {

namespace {

using model::SeriesPoint;

std::string_view period_of(model::Frequency frequency) {
  switch (frequency) {
    case model::Frequency::daily:
      return "day";
    case model::Frequency::weekly:
      return "week";
    case model::Frequency::fortnightly:
      return "fortnight";
    case model::Frequency::four_weekly:
      return "four weeks";
    case model::Frequency::monthly:
      return "month";
    case model::Frequency::quarterly:
      return "quarter";
    case model::Frequency::yearly:
      return "year";
  }
  return {};
}

/// `3 new weeks`, `1 new month`; four weeks have no plural of their own.
std::string periods(std::size_t count, model::Frequency frequency, std::string_view what) {
  const std::string one(period_of(frequency));
  if (frequency == model::Frequency::four_weekly)
    return fmt::format("{} {}{}", count, what.empty() ? "" : std::string(what) + ' ',
                       count == 1 ? "period of four weeks" : "periods of four weeks");
  return fmt::format("{} {}{}", count, what.empty() ? "" : std::string(what) + ' ', count == 1 ? one : one + 's');
}

/// A figure without the floating-point noise of a division.
std::string figure_text(const SeriesPoint& point) {
  if (!point.value) return "missing";
  const std::string value = number_words(std::round(*point.value * 1e6) / 1e6);
  if (!point.numerator || !point.denominator) return value;
  return fmt::format("{} of {}", number_words(*point.numerator), number_words(*point.denominator));
}

text::Value point_value(const SeriesPoint& point) {
  text::Value value = text::Value::map().set("date", text::format_date(point.date)).set("value", point.value);
  if (point.numerator || point.denominator)
    value.set("numerator", point.numerator).set("denominator", point.denominator);
  if (!point.note.empty()) value.set("note", point.note);
  return value;
}

text::Value points_value(const std::vector<const SeriesPoint*>& points) {
  text::Value list = text::Value::list();
  for (const SeriesPoint* point : points) list.push(point_value(*point));
  return list;
}

Change change_of_figures(const std::string& id, Change::Kind kind, text::Value before, text::Value after) {
  Change change;
  change.kind = kind;
  change.path = {"measures", id, "data"};
  change.before = std::move(before);
  change.after = std::move(after);
  return change;
}

std::string dates_of(const std::vector<const SeriesPoint*>& points) {
  const std::string first = text::format_date(points.front()->date), last = text::format_date(points.back()->date);
  return points.size() == 1 ? first : fmt::format("{} to {}", first, last);
}

Change corrected(const std::string& id, const SeriesPoint& before, const SeriesPoint& after) {
  const bool has_parts = before.numerator || before.denominator || after.numerator || after.denominator;
  const bool is_whole_point = has_parts || before.note != after.note;
  Change change =
      change_of_figures(id, Change::Kind::changed, is_whole_point ? point_value(before) : text::Value(before.value),
                        is_whole_point ? point_value(after) : text::Value(after.value));
  const std::string date = text::format_date(after.date);
  change.path.push_back(date);
  const bool same_figure =
      before.value == after.value && before.numerator == after.numerator && before.denominator == after.denominator;
  if (same_figure) {
    change.sentence = after.note.empty()
                          ? fmt::format("{}: note at {} taken out: {}.", id, date, in_quotes(before.note))
                          : fmt::format("{}: note at {} now {}{}.", id, date, in_quotes(after.note),
                                        before.note.empty() ? "" : ", was " + in_quotes(before.note));
    return change;
  }
  change.sentence =
      fmt::format("{}: 1 figure corrected ({}: {}, was {}).", id, date, figure_text(after), figure_text(before));
  if (before.note != after.note)
    change.sentence.insert(change.sentence.size() - 2,
                           after.note.empty() ? "; note taken out" : "; note " + in_quotes(after.note));
  return change;
}

bool says_the_same(const SeriesPoint& a, const SeriesPoint& b) {
  return a.value == b.value && a.numerator == b.numerator && a.denominator == b.denominator && a.note == b.note;
}

/// The first date that may still change in the older version.
std::optional<text::Date> provisional_from(const model::Measure& measure, const model::Series& series) {
  const auto count = static_cast<std::size_t>(measure.provisional.value_or(0));
  if (count == 0 || series.points.empty()) return std::nullopt;
  return series.points[series.points.size() - std::min(count, series.points.size())].date;
}

/// A file that only one version has.
Change whole_file_change(const std::string& id, const model::Series& series, bool is_new) {
  std::vector<const SeriesPoint*> points;
  for (const SeriesPoint& point : series.points) points.push_back(&point);
  Change change =
      change_of_figures(id, is_new ? Change::Kind::added : Change::Kind::removed,
                        is_new ? text::Value() : points_value(points), is_new ? points_value(points) : text::Value());
  change.sentence = fmt::format("{}: the file of figures {}, with {}.", id, is_new ? "is new" : "is gone",
                                report::count_of(points.size(), "date"));
  return change;
}

std::optional<model::Series> series_of_bytes(const std::string& name, std::string bytes,
                                             const project::SeriesColumns& columns) {
  text::Diagnostics ignored;
  return project::read_series(tables::input_of(text::Source(name, std::move(bytes))), columns, tables::Manner::strict,
                              ignored);
}

}  // namespace

std::optional<model::Series> series_in(const ReadFile& read, const model::Measure& measure) {
  if (!read || !records::stays_inside(measure.data)) return std::nullopt;
  auto bytes = read(measure.data);
  if (!bytes) return std::nullopt;
  project::SeriesColumns columns;
  columns.multiply = model::multiplied_by(measure);
  columns.is_share = model::is_percent(measure.unit);
  return series_of_bytes(measure.data, std::move(*bytes), columns);
}

std::vector<Change> series_changes(const std::string& id, const model::Measure& measure, const model::Series& a,
                                   const model::Series& b, const std::optional<double>& sigma) {
  std::map<text::Date, const SeriesPoint*> of_a;
  for (const SeriesPoint& point : a.points) of_a.emplace(point.date, &point);
  std::vector<const SeriesPoint*> added, gone;
  std::vector<Change> changes;
  const auto may_change_from = provisional_from(measure, a);
  for (const SeriesPoint& point : b.points) {
    const auto before = of_a.find(point.date);
    if (before == of_a.end()) {
      added.push_back(&point);
      continue;
    }
    if (!says_the_same(*before->second, point)) {
      changes.push_back(corrected(id, *before->second, point));
      const bool is_settled = !may_change_from || point.date < *may_change_from;
      if (is_settled && sigma && before->second->value && point.value &&
          std::abs(*point.value - *before->second->value) > *sigma)
        changes.back().attention = "diff-figure-changed";
    }
    of_a.erase(before);
  }
  for (const auto& [date, point] : of_a) gone.push_back(point);
  if (!added.empty()) {
    Change change = change_of_figures(id, Change::Kind::added, {}, points_value(added));
    change.sentence = fmt::format("{}: {} ({}).", id, periods(added.size(), measure.frequency, "new"), dates_of(added));
    changes.insert(changes.begin(), std::move(change));
  }
  if (!gone.empty()) {
    Change change = change_of_figures(id, Change::Kind::removed, points_value(gone), {});
    change.sentence =
        fmt::format("{}: {} taken out ({}).", id, periods(gone.size(), measure.frequency, ""), dates_of(gone));
    changes.push_back(std::move(change));
  }
  return changes;
}

std::vector<Change> figure_changes(const Pair& pair, const SigmaOf& sigma_of, std::vector<std::string>& files,
                                   std::vector<std::string>& unreadable) {
  std::vector<Change> changes;
  for (const auto& [id, measure] : pair.b.model.measures) {
    const std::string name = (std::filesystem::path(pair.folder) / measure.data).lexically_normal().string();
    const model::Measure* in_a = pair.a.model.measures.find(id);
    const model::Measure& before = in_a == nullptr ? measure : *in_a;
    if (!records::stays_inside(measure.data) || !records::stays_inside(before.data)) continue;
    const bool is_listed = std::find(files.begin(), files.end(), name) != files.end();
    files.erase(std::remove(files.begin(), files.end(), name), files.end());
    // A new measure is told as one, with no word of its figures beside it.
    if (in_a == nullptr && !is_listed) continue;
    const auto bytes_a = pair.read_a(before.data), bytes_b = pair.read_b(measure.data);
    if (bytes_a == bytes_b || (!pair.are_folders && (!bytes_a || !bytes_b))) continue;
    const auto a = series_in(pair.read_a, before), b = series_in(pair.read_b, measure);
    if (a && b) {
      auto found = series_changes(id, measure, *a, *b, sigma_of(before, *a));
      std::move(found.begin(), found.end(), std::back_inserter(changes));
    } else if ((bytes_a && !a) || (bytes_b && !b)) {
      unreadable.push_back(name);
    } else if (in_a != nullptr) {
      changes.push_back(whole_file_change(id, a ? *a : *b, !a.has_value()));
    }
  }
  return changes;
}

std::optional<std::vector<Change>> file_changes(const Files& a, const Files& b, const std::string& name,
                                                const SigmaOf& sigma_of) {
  const auto has = [&name](const Files& files) {
    return std::find(files.names.begin(), files.names.end(), name) != files.names.end();
  };
  const std::string id = std::filesystem::path(name).stem().string();
  std::optional<model::Series> in_a, in_b;
  for (const bool older : {true, false}) {
    const Files& files = older ? a : b;
    if (!has(files)) continue;
    auto bytes = files.read(name);
    auto series = bytes ? series_of_bytes(name, std::move(*bytes), {}) : std::nullopt;
    if (!series) return std::nullopt;
    (older ? in_a : in_b) = std::move(series);
  }
  if (!in_a || !in_b) return std::vector<Change>{whole_file_change(id, in_a ? *in_a : *in_b, !in_a.has_value())};
  model::Measure measure;
  measure.name = id;
  measure.data = name;
  return series_changes(id, measure, *in_a, *in_b, sigma_of(measure, *in_a));
}

}  // namespace thrive::versions
