// SPDX-License-Identifier: MIT
#include "libthrive/records/scalar.hpp"

#include <fmt/core.h>

#include "libthrive/records/to_value.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::records {

namespace {

/// What all readers of one scalar need.
struct Question {
  const Shape& shape;
  const model::Rule& rule;
  std::string_view field;
  Written written;
  const model::Vocabulary& vocabulary;
};

std::string near_or_all(std::string_view text, const std::vector<std::string>& known) {
  const std::string hint = text::did_you_mean(text, known);
  return hint.empty() ? "known words: " + text::join(known, ", ") : hint;
}

std::optional<Scalar> read_text(const Question& asked, Misfit& misfit) {
  const std::string_view text = asked.written.text;
  if (asked.rule.is_non_empty && text.empty()) {
    misfit = {"empty-value", "is empty"};
    return std::nullopt;
  }
  Scalar scalar{text};
  if (!asked.rule.vocabulary.empty()) {
    const model::Term* term = asked.vocabulary.find(asked.rule.vocabulary, text);
    if (term == nullptr) {
      misfit = {"unknown-word", "is not one of the known words",
                near_or_all(text, asked.vocabulary.ids(asked.rule.vocabulary))};
      return std::nullopt;
    }
    scalar.text = term->id;
  } else if (asked.rule.is_path && !stays_inside(text)) {
    const bool has_backslash = text.find('\\') != std::string_view::npos;
    misfit = {"data-file-outside", "is not a path inside the project folder",
              has_backslash ? "write / between folders" : "move the file into the folder of the project"};
  }
  return scalar;
}

void check_range(double number, const Question& asked, Misfit& misfit) {
  const auto& [minimum, maximum] = std::pair{asked.rule.minimum, asked.rule.maximum};
  std::string message;
  if (minimum && maximum && (number < *minimum || number > *maximum)) {
    message = *minimum == *maximum ? fmt::format("is not {}", *minimum)
                                   : fmt::format("is not between {} and {}", *minimum, *maximum);
  } else if (minimum && number < *minimum) {
    message = fmt::format("is less than {}", *minimum);
  } else if (maximum && number > *maximum) {
    message = fmt::format("is more than {}", *maximum);
  }
  if (message.empty()) return;
  misfit = {"out-of-range", std::move(message)};
  if (asked.field == "thrive") misfit.hint = "these tools read format 1; a later format needs later tools";
}

bool is_number_in_quotes(const Question& asked, Misfit& misfit) {
  if (asked.written.is_quoted)
    misfit = {"quoted-number", "is in quotes, so it is text and not a number", "take away the quotes"};
  return asked.written.is_quoted;
}

std::optional<Scalar> read_whole(const Question& asked, Misfit& misfit) {
  if (is_number_in_quotes(asked, misfit)) return std::nullopt;
  const auto number = parse_whole_number(asked.written.text, misfit);
  if (!number) return std::nullopt;
  check_range(*number, asked, misfit);
  Scalar scalar;
  scalar.whole = *number;
  return scalar;
}

std::optional<Scalar> read_number(const Question& asked, Misfit& misfit) {
  if (is_number_in_quotes(asked, misfit)) return std::nullopt;
  const auto number = parse_number(asked.written.text, misfit);
  if (!number) return std::nullopt;
  check_range(*number, asked, misfit);
  Scalar scalar;
  scalar.number = *number;
  return scalar;
}

std::optional<Scalar> read_truth(const Question& asked, Misfit& misfit) {
  if (asked.written.is_quoted) {
    misfit = {"not-true-or-false", "is in quotes, so it is text", "take away the quotes"};
    return std::nullopt;
  }
  const auto truth = parse_truth(asked.written.text, misfit);
  if (!truth) return std::nullopt;
  Scalar scalar;
  scalar.truth = *truth;
  return scalar;
}

std::optional<Scalar> read_date(const Question& asked, Misfit& misfit) {
  const auto day = parse_day(asked.written.text, misfit);
  if (!day) return std::nullopt;
  Scalar scalar;
  scalar.date = *day;
  return scalar;
}

std::optional<Scalar> read_score(const Question& asked, Misfit& misfit) {
  Scalar scalar;
  if (text::kebab(asked.written.text) == "unknown") return scalar;
  if (is_number_in_quotes(asked, misfit)) return std::nullopt;
  const auto points = parse_whole_number(asked.written.text, misfit);
  if (points) {
    scalar.score.points = *points;
    return scalar;
  }
  if (misfit.code == "not-a-number" && misfit.hint.empty())
    misfit = {"not-a-score", "is not a score", "write a whole number, or unknown"};
  return std::nullopt;
}

std::optional<Scalar> read_word(const Question& asked, Misfit& misfit) {
  const std::string_view text = asked.written.text;
  Scalar scalar;
  const auto is_known = [&](std::string_view word) {
    for (scalar.word = 0; scalar.word < asked.shape.words.size(); ++scalar.word)
      if (asked.shape.words[scalar.word] == word) return true;
    return false;
  };
  if (is_known(text)) return scalar;
  const model::Term* term = asked.vocabulary.find(list_of_words(asked.shape), text);
  if (is_known(term == nullptr ? text::kebab(text) : term->id)) return scalar;
  misfit = {"unknown-word", "is not one of the known words",
            near_or_all(text, {asked.shape.words.begin(), asked.shape.words.end()})};
  return std::nullopt;
}

}  // namespace

std::string list_of_words(const Shape& shape) { return text::kebab(shape.words_title) + "s"; }

std::optional<Scalar> read_scalar(const Shape& shape, const model::Rule& rule, std::string_view field, Written written,
                                  const model::Vocabulary& vocabulary, Misfit& misfit) {
  const Question asked{shape, rule, field, written, vocabulary};
  switch (shape.kind) {
    case Kind::text:
      return read_text(asked, misfit);
    case Kind::whole:
      return read_whole(asked, misfit);
    case Kind::number:
      return read_number(asked, misfit);
    case Kind::truth:
      return read_truth(asked, misfit);
    case Kind::date:
      return read_date(asked, misfit);
    case Kind::score:
      return read_score(asked, misfit);
    case Kind::word:
      return read_word(asked, misfit);
    default:
      return std::nullopt;  // no scalar
  }
}

void store(const Shape& shape, void* into, const Scalar& scalar) {
  switch (shape.kind) {
    case Kind::text:
      static_cast<std::string*>(into)->assign(scalar.text);
      break;
    case Kind::whole:
      *static_cast<int*>(into) = scalar.whole;
      break;
    case Kind::number:
      *static_cast<double*>(into) = scalar.number;
      break;
    case Kind::truth:
      *static_cast<bool*>(into) = scalar.truth;
      break;
    case Kind::date:
      *static_cast<text::Date*>(into) = scalar.date;
      break;
    case Kind::score:
      *static_cast<model::Score*>(into) = scalar.score;
      break;
    case Kind::word:
      shape.set_word(into, scalar.word);
      break;
    default:
      break;
  }
}

text::Value to_value(const Shape& shape, const Scalar& scalar) {
  switch (shape.kind) {
    case Kind::text:
      return text::Value(scalar.text);
    case Kind::whole:
      return text::Value(scalar.whole);
    case Kind::number:
      return number_value(scalar.number);
    case Kind::truth:
      return text::Value(scalar.truth);
    case Kind::date:
      return text::Value::day(text::format_date(scalar.date));
    case Kind::score:
      return scalar.score.points ? text::Value(*scalar.score.points) : text::Value("unknown");
    case Kind::word:
      return text::Value(shape.words[scalar.word]);
    default:
      return {};
  }
}

Misfit misfit_of_key(const model::Rule& rule, std::string_view key) {
  Misfit misfit;
  if (rule.has_date_keys) {
    parse_day(key, misfit);
  } else if (!rule.has_free_keys && !is_id(key)) {
    const std::string better = suggested_id(key);
    misfit = {"bad-id", "cannot be an id: ids are letters, digits, '-', '_' and '.'",
              better.empty() ? std::string() : "write " + better};
  }
  return misfit;
}

}  // namespace thrive::records
