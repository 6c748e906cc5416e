// SPDX-License-Identifier: MIT
// The tables of fields in thrive-project(5), from the descriptions that the reader walks.
#include <fmt/core.h>

#include <set>

#include "libthrive/model/project.hpp"
#include "libthrive/model/to_value.hpp"
#include "libthrive/records/schema.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

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
  return fmt::format("{} {}", has_vowel ? "an" : "a", rule.refers_to);
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
template <class T>
std::string type_in_words(const model::Rule& rule) {
  namespace detail = model::detail;
  if constexpr (detail::is_optional<T>) {
    return type_in_words<typename T::value_type>(rule);
  } else if constexpr (detail::is_list<T>) {
    return "list: " + type_in_words<typename T::value_type>(rule);
  } else if constexpr (detail::is_one_or_many<T>) {
    return type_in_words<typename decltype(T::items)::value_type>(rule) + ", or a list of them";
  } else if constexpr (detail::is_keyed<T>) {
    using Entry = decltype(std::declval<typename T::Entry>().value);
    model::Rule entry_rule = rule;
    entry_rule.refers_to = {};
    return fmt::format("by {}: {}", rule.refers_to.empty() ? "id" : rule.refers_to, type_in_words<Entry>(entry_rule));
  } else if constexpr (model::Described<T>) {
    return std::string(model::Description<T>::title);
  } else if constexpr (model::Named<T>) {
    std::string words;
    for (const auto& [value, word] : model::Names<T>::values) words += (words.empty() ? "" : ", ") + std::string(word);
    return words;
  } else if constexpr (std::is_same_v<T, bool>) {
    return "true or false";
  } else if constexpr (std::is_same_v<T, int>) {
    return "whole number" + range_in_words(rule);
  } else if constexpr (std::is_same_v<T, double>) {
    return "number" + range_in_words(rule);
  } else if constexpr (std::is_same_v<T, text::Date>) {
    return "date";
  } else if constexpr (std::is_same_v<T, model::Score>) {
    return "a score of the scale, or unknown";
  } else {
    return text_in_words(rule);
  }
}

/// Writes the table of one record after the other, each once, in the order in which the fields lead to them.
class TableWriter {
 public:
  template <model::Described Record>
  void write() {
    const std::string title(model::Description<Record>::title);
    if (!written_.insert(title).second) return;
    FieldLister lister{*this, {}, {}};
    Record record;
    model::Description<Record>::fields(lister, record);
    page_ += fmt::format(".Ss {}\n", mdoc(title));
    if (!model::Description<Record>::shorthand.empty())
      page_ += fmt::format("May be written short, as its\n.Ic {}\nalone.\n", model::Description<Record>::shorthand);
    page_ += ".Bl -tag -width Ds\n" + lister.rows + ".El\n";
    for (const auto next : lister.followed) (this->*next)();
  }

  std::string take() { return std::move(page_); }

 private:
  struct FieldLister {
    TableWriter& writer;
    std::string rows;
    std::vector<void (TableWriter::*)()> followed;

    template <class T>
    void operator()(std::string_view name, T&, std::string_view meaning, const model::Rule& rule) {
      rows += fmt::format(".It Ic {} Pq {}{}\n{}{}\n", name, mdoc(type_in_words<T>(rule)),
                          rule.is_required ? "; required" : "", mdoc(meaning), meaning.ends_with('?') ? "" : ".");
      follow<T>();
    }

    template <class T>
    void follow() {
      namespace detail = model::detail;
      if constexpr (detail::is_optional<T> || detail::is_list<T>) {
        follow<typename T::value_type>();
      } else if constexpr (detail::is_keyed<T>) {
        follow<decltype(std::declval<typename T::Entry>().value)>();
      } else if constexpr (model::Described<T>) {
        followed.push_back(&TableWriter::write<T>);
      }
    }
  };

  std::set<std::string> written_;
  std::string page_;
};

}  // namespace

std::string field_tables() {
  TableWriter writer;
  writer.write<model::Project>();
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

}  // namespace thrive::project
