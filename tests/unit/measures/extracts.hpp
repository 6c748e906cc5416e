// SPDX-License-Identifier: MIT
//
// What the tests of extracts share.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "libthrive/measures/entry/extract_figures.hpp"
#include "libthrive/measures/entry/merge.hpp"

namespace thrive::tests {

using namespace thrive::measures;

inline ImportTarget triage() {
  ImportTarget target;
  target.id = "triage-wait";
  target.name = "Days to triage";
  target.today = *text::parse_date("2025-03-12");
  return target;
}

struct Outcome {
  std::optional<Imported> imported;
  text::Diagnostics problems;
  std::string code() const { return problems.empty() ? "" : problems.entries().front().code; }
  std::string rows() const {
    std::string words;
    if (imported)
      for (const ImportedRow& row : imported->rows)
        words += text::format_date(row.date) + "=" + row.value + row.numerator +
                 (row.denominator.empty() ? "" : "/" + row.denominator) + " ";
    return words;
  }
};

inline Outcome import(const std::string& bytes, ImportTarget target = triage(), ImportRequest request = {}) {
  Outcome outcome;
  const tables::Input extract = tables::input_of(text::Source("x.csv", bytes));
  outcome.imported = import_figures(extract, request, target, outcome.problems);
  return outcome;
}

inline Merged merged(const std::string& data, const std::string& extract, ImportMode mode = ImportMode::update) {
  ImportTarget target = triage();
  target.ratio = has_ratio_columns(text::Source("d.csv", data));
  Outcome outcome = import(extract, target);
  REQUIRE(outcome.imported);
  const auto result = merge(text::Source("d.csv", data), *outcome.imported, mode, outcome.problems);
  REQUIRE(result);
  return *result;
}

inline std::vector<DateForm> forms_of(const std::vector<std::string>& texts) {
  FormsOfDates forms({});
  for (const std::string& text : texts) forms.add(text);
  return forms.forms();
}

inline std::string digits(std::string_view text) { return read_figure(text).digits; }
inline ExtractFigure::Kind kind(std::string_view text) { return read_figure(text).kind; }

}  // namespace thrive::tests
