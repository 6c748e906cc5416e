// SPDX-License-Identifier: MIT
//
// What people wrote about a measure, for people.
#include <fmt/core.h>

#include "libthrive/measures/describe/describe_words.hpp"
#include "libthrive/measures/describe/spelling.hpp"

namespace thrive::measures {

namespace {

void add_item(std::vector<std::string>& items, const char* title, const std::optional<std::string>& text) {
  if (text && !text->empty()) items.push_back(fmt::format("{}: {}", title, *text));
}

/// The steps of a target, as they were written; the one to judge by has no name.
void add_targets(std::vector<std::string>& items, const model::Measure& measure) {
  for (const model::DatedTarget& target : measure.targets) {
    std::string item = target.name ? fmt::format("Target, {}: ", *target.name) : std::string("Target: ");
    item += set_in_words(target.value, measure.unit);
    if (target.from) item += " from " + text::format_date_in_words(*target.from);
    if (target.until) item += " until " + text::format_date_in_words(*target.until);
    items.push_back(std::move(item));
  }
}

}  // namespace

std::vector<std::string> measure_in_words(const Subject& subject) {
  const model::Measure& measure = subject.measure;
  std::vector<std::string> items;
  add_item(items, "Definition", measure.definition);
  add_item(items, "Counted above the line", measure.numerator);
  add_item(items, "Counted below the line", measure.denominator);
  if (measure.per) items.push_back("Multiplied by: " + set_in_words(*measure.per));
  for (const auto& [sector, meaning] : measure.per_sector) items.push_back(fmt::format("In {}: {}", sector, meaning));
  add_item(items, "Extracted by", measure.extracted_by);
  add_targets(items, measure);
  for (const model::Rebase& rebase : measure.rebase)
    items.push_back(fmt::format("Limits anew from {}: {}", text::format_date_in_words(rebase.at), rebase.reason));
  for (const model::Exclusion& left_out : measure.exclude)
    items.push_back(fmt::format("Left out, {}: {}", text::format_date_in_words(left_out.at), left_out.reason));
  add_item(items, "Note", measure.note);
  return items;
}

}  // namespace thrive::measures
