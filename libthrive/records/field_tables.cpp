// SPDX-License-Identifier: MIT
// The tables of fields in thrive-project(5), from the descriptions that the reader walks.
#include <fmt/core.h>

#include <set>

#include "libthrive/model/project.hpp"
#include "libthrive/records/schema.hpp"
#include "libthrive/records/shape.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::records {

namespace {

/// Text for a manual page: no backslash and no leading point that mdoc would take for its own.
std::string mdoc(std::string_view text) {
  std::string page;
  for (const char c : text) page += c == '\\' ? std::string("\\e") : std::string(1, c);
  return page.starts_with('.') || page.starts_with('\'') ? "\\&" + page : page;
}

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

/// What may stand behind a key, in words.
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
      return fmt::format("by {}: {}", rule.refers_to.empty() ? "id" : rule.refers_to,
                         type_in_words(*shape.plain().element, entry_rule));
    }
  }
  return {};
}

/// Writes the table of one record after the other, each once, in the order in which the fields lead to them.
class TableWriter {
 public:
  void write(const RecordShape& record) {
    if (!written_.insert(record.title).second) return;
    page_ += fmt::format(".Ss {}\n", mdoc(record.title));
    if (!record.shorthand.empty())
      page_ += fmt::format("May be written short, as its\n.Ic {}\nalone.\n", record.shorthand);
    page_ += ".Bl -tag -width Ds\n";
    for (const Field& field : record.fields) {
      const bool is_question = field.meaning.ends_with('?');
      page_ += fmt::format(".It Ic {} Pq {}{}\n{}{}\n", field.name, mdoc(type_in_words(*field.shape, field.rule)),
                           field.rule.is_required ? "; required" : "", mdoc(field.meaning), is_question ? "" : ".");
    }
    page_ += ".El\n";
    for (const Field& field : record.fields) follow(*field.shape);
  }

  std::string take() { return std::move(page_); }

 private:
  /// Writes the records that a field leads to.
  void follow(const Shape& shape) {
    if (shape.kind == Kind::record) return write(shape.record());
    if (shape.kind == Kind::list || shape.kind == Kind::keyed) follow(*shape.plain().element);
  }

  std::set<std::string_view> written_;
  std::string page_;
};

}  // namespace

std::string field_tables() {
  TableWriter writer;
  writer.write(shape_of<model::Project>());
  return writer.take();
}

std::string word_tables(const model::Vocabulary& vocabulary) {
  std::string page;
  for (const model::Vocabulary::List& list : vocabulary.lists()) {
    page += fmt::format(".Ss {}\n{}.\n.Bl -tag -width Ds\n", mdoc(list.id), mdoc(list.title));
    for (const model::Term& term : list.terms) {
      page += fmt::format(".It Ic {}\n{}", term.id, mdoc(term.name));
      if (!term.aliases.empty()) page += fmt::format("; also {}", mdoc(text::join(term.aliases, ", ")));
      page += ".\n";
    }
    page += ".El\n";
  }
  return page;
}

}  // namespace thrive::records
