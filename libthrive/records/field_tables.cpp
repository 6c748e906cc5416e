// SPDX-License-Identifier: MIT
// The tables of fields in thrive-project(5), from the descriptions that the reader walks.
#include <fmt/core.h>

#include <set>

#include "libthrive/model/project.hpp"
#include "libthrive/records/schema.hpp"
#include "libthrive/records/shape.hpp"
#include "libthrive/records/type_in_words.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::records {

namespace {

/// Text for a manual page: no backslash and no leading point that mdoc would take for its own.
std::string mdoc(std::string_view text) {
  std::string page;
  for (const char c : text) page += c == '\\' ? std::string("\\e") : std::string(1, c);
  return page.starts_with('.') || page.starts_with('\'') ? "\\&" + page : page;
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

std::string field_tables(const RecordShape& shape) {
  TableWriter writer;
  writer.write(shape);
  return writer.take();
}

std::string field_tables() { return field_tables(shape_of<model::Project>()); }

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
