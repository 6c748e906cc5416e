// SPDX-License-Identifier: MIT
#include "libthrive/cli/field_options.hpp"

#include <algorithm>

#include "libthrive/text/names.hpp"

namespace thrive::cli {

namespace {

/// `What is measured` as the help of an option: lower case, no question mark.
std::string as_help(std::string_view meaning) {
  std::string help(meaning);
  if (help.size() > 1 && help[1] >= 'a' && help[1] <= 'z') help.front() = text::lower_case(help).front();
  while (help.ends_with('?')) help.pop_back();
  return help;
}

/// How the help names what a field takes.
std::string value_name(const records::Shape& shape) {
  switch (shape.kind) {
    case records::Kind::whole:
      return "N";
    case records::Kind::number:
      return "X";
    case records::Kind::date:
      return "DATE";
    case records::Kind::word:
      return "WORD";
    case records::Kind::record:
    case records::Kind::keyed:
      return "GROUP";
    case records::Kind::list:
    case records::Kind::one_or_many:
      return "LIST";
    default:
      return "TEXT";
  }
}

std::string words_in_help(const records::Shape& shape) {
  if (shape.kind != records::Kind::word) return {};
  const records::Shape& closed = shape.plain();
  const std::vector<std::string> words(closed.words.begin(), closed.words.end());
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i)
    list += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
  return ": " + list;
}

}  // namespace

void declare_field_options(Command& command, const records::RecordShape& record, std::vector<Given>& given,
                           const std::vector<std::string_view>& left_out) {
  for (const records::Field& field : record.fields) {
    if (std::find(left_out.begin(), left_out.end(), field.name) != left_out.end()) continue;
    command
        .option("--" + text::kebab(field.name), value_name(*field.shape), given,
                as_help(field.meaning) + words_in_help(*field.shape))
        .once();
  }
}

std::vector<std::pair<std::string, std::string>> given_fields(const records::RecordShape& record,
                                                              const std::vector<Given>& given) {
  std::vector<std::pair<std::string, std::string>> fields;
  for (const records::Field& field : record.fields)
    for (std::size_t i = given.size(); i-- > 0;) {
      if (given[i].option != text::kebab(field.name)) continue;
      fields.emplace_back(field.name, given[i].value);
      break;
    }
  return fields;
}

}  // namespace thrive::cli
