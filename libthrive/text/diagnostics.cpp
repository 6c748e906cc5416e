// SPDX-License-Identifier: MIT
#include "libthrive/text/diagnostics.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "libthrive/text/names.hpp"
#include "libthrive/text/personal/personal_data.hpp"

namespace thrive::text {

namespace {

void withhold(std::string& text) {
  if (!text.empty()) text = without_personal_data(text);
}

void withhold(Value& value) {
  if (const std::string* text = value.as_text()) value = without_personal_data(*text);
  if (Value::List* list = value.as_list())
    for (Value& item : *list) withhold(item);
  if (Value::Map* map = value.as_map())
    for (Value::Entry& entry : *map) withhold(entry.second);
}

}  // namespace

void withhold_personal_data(Diagnostic& diagnostic) {
  withhold(diagnostic.place.file);
  withhold(diagnostic.message);
  withhold(diagnostic.hint);
  for (std::string& step : diagnostic.path) withhold(step);
  for (Value::Entry& fact : diagnostic.facts) withhold(fact.second);
}

void Diagnostics::add(Diagnostic diagnostic) {
  withhold_personal_data(diagnostic);
  entries_.push_back(std::move(diagnostic));
}

void Diagnostics::error(std::string code, Place place, std::string message, std::string hint) {
  add({Severity::error, std::move(code), std::move(place), std::move(message), std::move(hint)});
}

void Diagnostics::warning(std::string code, Place place, std::string message, std::string hint) {
  add({Severity::warning, std::move(code), std::move(place), std::move(message), std::move(hint)});
}

void Diagnostics::note(std::string code, Place place, std::string message, std::string hint) {
  add({Severity::note, std::move(code), std::move(place), std::move(message), std::move(hint)});
}

void Diagnostics::append(Diagnostics other) {
  for (Diagnostic& entry : other.entries_) entries_.push_back(std::move(entry));
}

bool Diagnostics::has_errors() const { return count(Severity::error) > 0; }

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(
      entries_.begin(), entries_.end(), [severity](const Diagnostic& entry) { return entry.severity == severity; }));
}

std::vector<Diagnostic> Diagnostics::in_file_order() const {
  std::unordered_map<std::string, std::size_t> first_seen;
  for (const Diagnostic& entry : entries_) first_seen.emplace(entry.place.file, first_seen.size());
  std::vector<Diagnostic> sorted = entries_;
  std::stable_sort(sorted.begin(), sorted.end(), [&first_seen](const Diagnostic& a, const Diagnostic& b) {
    const std::size_t file_a = first_seen.at(a.place.file);
    const std::size_t file_b = first_seen.at(b.place.file);
    return file_a != file_b ? file_a < file_b : a.place.from < b.place.from;
  });
  return sorted;
}

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "error";
}

std::string format(const Diagnostic& diagnostic) {
  std::string line;
  if (!diagnostic.place.file.empty()) {
    line += without_controls(diagnostic.place.file) + ":" + std::to_string(diagnostic.place.from.line) + ":" +
            std::to_string(diagnostic.place.from.column) + ": ";
  }
  line += std::string(name(diagnostic.severity)) + ": " + without_controls(diagnostic.message);
  if (!diagnostic.hint.empty()) line += "; " + without_controls(diagnostic.hint);
  if (!diagnostic.code.empty()) line += " [" + diagnostic.code + "]";
  return line;
}

Place whole_file(std::string file) { return {std::move(file), {}}; }

Place place_of(const Source& source, Span span) { return {source.name(), source.position(span.begin)}; }

}  // namespace thrive::text
