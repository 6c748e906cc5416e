// SPDX-License-Identifier: MIT
#include "libthrive/records/type_in_words.hpp"

#include <fmt/core.h>

#include "libthrive/text/names.hpp"

namespace thrive::records {

namespace {

std::string_view kind_of_reference(std::string_view kind) {
  if (kind == "place") return "a service, or a flow 'from -> to'";
  if (kind == "item") return "an item of the instrument";
  if (kind == "instrument") return "an instrument, or a file";
  if (kind == "source") return "an observation, 'score ITEM', 'descriptor ITEM SCORE', or words";
  return {};
}

/// What a single text of a field is.
std::string text_in_words(const model::Rule& rule) {
  if (!rule.vocabulary.empty()) return fmt::format("a word of {}", rule.vocabulary);
  if (rule.is_path) return "a file inside the project folder";
  if (rule.refers_to.empty()) return "text";
  const std::string_view known = kind_of_reference(rule.refers_to);
  if (!known.empty()) return std::string(known);
  const bool has_vowel = rule.refers_to.starts_with('i');
  return fmt::format("{} {}{}", has_vowel ? "an" : "a", rule.refers_to, rule.may_be_words ? ", or words" : "");
}

std::string range_in_words(const model::Rule& rule) {
  if (rule.minimum && rule.maximum) {
    return *rule.minimum == *rule.maximum ? fmt::format(", {}", *rule.minimum)
                                          : fmt::format(", {} to {}", *rule.minimum, *rule.maximum);
  }
  if (rule.minimum) return fmt::format(", {} or more", *rule.minimum);
  return {};
}

}  // namespace

std::string type_in_words(const Shape& shape, const model::Rule& rule) {
  switch (shape.kind) {
    case Kind::text:
      return text_in_words(rule);
    case Kind::whole:
      return "whole number" + range_in_words(rule);
    case Kind::number:
      return "number" + range_in_words(rule);
    case Kind::truth:
      return "true or false";
    case Kind::date:
      return "date";
    case Kind::score:
      return "a score of the scale, or unknown";
    case Kind::word: {
      const Shape& closed = shape.plain();
      return text::join(std::vector<std::string>(closed.words.begin(), closed.words.end()), ", ");
    }
    case Kind::record:
      return std::string(shape.record().title);
    case Kind::list:
      return "list: " + type_in_words(*shape.plain().element, rule);
    case Kind::one_or_many:
      return type_in_words(*shape.plain().element, rule) + ", or a list of them";
    case Kind::keyed: {
      model::Rule entry_rule = rule;
      entry_rule.refers_to = {};
      entry_rule.has_date_keys = false;
      return fmt::format("by {}: {}",
                         rule.has_free_keys       ? "words"
                         : rule.has_date_keys     ? "date"
                         : rule.refers_to.empty() ? "id"
                                                  : rule.refers_to,
                         type_in_words(*shape.plain().element, entry_rule));
    }
  }
  return {};
}

}  // namespace thrive::records
