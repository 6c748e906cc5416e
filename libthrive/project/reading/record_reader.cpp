// SPDX-License-Identifier: MIT
#include "libthrive/project/reading/record_reader.hpp"

#include <fmt/core.h>

#include "libthrive/project/rules/rules.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

using yaml::Kind;
using yaml::Style;

namespace {

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string shown(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() <= longest) return quoted(text);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // whole characters only
  return quoted(std::string(text.substr(0, end)) + "…");
}

std::string_view what_it_is(const yaml::Node& node) {
  if (node.kind == Kind::sequence) return "a list";
  if (node.kind == Kind::mapping) return "a group of keys";
  return is_nothing(node) ? "empty" : "a single value";
}

std::string in_words(double number) { return fmt::format("{}", number); }

}  // namespace

bool is_nothing(const yaml::Node& node) {
  if (node.kind == Kind::null) return true;
  return node.kind == Kind::scalar && node.style == Style::plain && (node.value == "~" || node.value == "null");
}

std::string RecordReader::where() const {
  std::string owner(owner_.title);
  owner = owner_.id.empty() ? "the " + owner : owner + " " + quoted(owner_.id);
  return field_.empty() ? owner : quoted(field_) + " of " + owner;
}

void RecordReader::report(NodeAt at, const Misfit& misfit) {
  problems_.error(std::string(misfit.code), place(at),
                  fmt::format("{} {}, in {}", shown(node(at).value), misfit.message, where()), misfit.hint);
}

void RecordReader::report_missing(std::string_view field, NodeAt whole) {
  field_ = {};
  // One file of a folder, checked alone, lacks what another file of the folder says.
  const bool may_be_a_part = owner_.title == model::Description<model::Project>::title && documents_.size() == 1;
  problems_.error("missing-field", place(whole), fmt::format("'{}' is missing in {}", field, where()),
                  may_be_a_part ? "if this is one file of a folder, name the folder" : "");
}

void RecordReader::report_empty(NodeAt at) {
  const std::string_view word = node(at).value;
  problems_.error("empty-value", place(at), fmt::format("{}{} is empty", in_list_ ? "an item of " : "", where()),
                  word.empty() ? std::string()
                               : fmt::format("{} without quotes means nothing; put it in quotes if it is meant as text",
                                             quoted(word)));
}

void RecordReader::report_wrong_kind(NodeAt at, std::string_view wanted, std::string hint) {
  problems_.error("wrong-type", place(at),
                  fmt::format("{}{} must be {}, and it is {}", in_list_ ? "an item of " : "", where(), wanted,
                              what_it_is(node(at))),
                  std::move(hint));
}

void RecordReader::report_unknown_keys(std::size_t begin, std::size_t end, const std::vector<std::string>& known) {
  field_ = {};
  for (std::size_t i = begin; i < end; ++i) {
    if (entries_[i].used) continue;
    const std::string_view key = node(entries_[i].key).value;
    std::string hint = text::did_you_mean(key, known);
    constexpr std::size_t few = 8;
    if (hint.empty())
      hint = known.size() <= few ? "known keys: " + text::join(known, ", ") : "thrive-project(5) lists the known keys";
    problems_.error("unknown-key", place(entries_[i].key), fmt::format("unknown key {} in {}", shown(key), where()),
                    std::move(hint));
  }
}

void RecordReader::report_given_twice(NodeAt first, NodeAt second, std::string_view what) {
  const text::Place other = place(first);
  problems_.error(
      "in-two-files", place(second),
      fmt::format("{} is given twice: it is also at {}:{}:{}", what, other.file, other.from.line, other.from.column),
      "keep one of the two");
}

void RecordReader::push_entries(NodeAt mapping) {
  const yaml::Document& document = documents_[mapping.file];
  for (yaml::NodeId key = document.node(mapping.node).first; key != yaml::no_node;) {
    const yaml::NodeId value = document.node(key).next;
    entries_.push_back({{mapping.file, key}, {mapping.file, value}});
    key = document.node(value).next;
  }
}

bool RecordReader::want_scalar(NodeAt at) {
  if (node(at).kind == Kind::scalar) return true;
  std::string hint;
  if (node(at).kind == Kind::sequence && node(at).count == 1) hint = "take away the brackets or the dash";
  report_wrong_kind(at, "a single value", std::move(hint));
  return false;
}

bool RecordReader::want_plain_scalar(NodeAt at) {
  if (!want_scalar(at)) return false;
  if (node(at).style == Style::plain) return true;
  report(at, {"quoted-number", "is in quotes, so it is text and not a number", "take away the quotes"});
  return false;
}

bool RecordReader::check_id(NodeAt key) {
  if (node(key).kind != Kind::scalar) {
    report_wrong_kind(key, "an id");
    return false;
  }
  if (records::is_id(node(key).value)) return true;
  const std::string better = records::suggested_id(node(key).value);
  problems_.error("bad-id", place(key),
                  fmt::format("{} cannot be an id: ids are letters, digits, '-', '_' and '.'", shown(node(key).value)),
                  better.empty() ? std::string() : "write " + better);
  return false;
}

void RecordReader::check_range(double number, NodeAt at, const model::Rule& rule) {
  Misfit misfit{"out-of-range", {}};
  if (rule.minimum && rule.maximum && (number < *rule.minimum || number > *rule.maximum)) {
    misfit.message = *rule.minimum == *rule.maximum
                         ? "is not " + in_words(*rule.minimum)
                         : fmt::format("is not between {} and {}", *rule.minimum, *rule.maximum);
  } else if (rule.minimum && number < *rule.minimum) {
    misfit.message = "is less than " + in_words(*rule.minimum);
  } else if (rule.maximum && number > *rule.maximum) {
    misfit.message = "is more than " + in_words(*rule.maximum);
  }
  if (field_ == "thrive") misfit.hint = "these tools read format 1; a later format needs later tools";
  if (!misfit.message.empty()) report(at, misfit);
}

void RecordReader::check_data_path(std::string_view path, NodeAt at) {
  if (stays_inside(path)) return;
  const bool has_backslash = path.find('\\') != std::string_view::npos;
  report(at, {"data-file-outside", "is not a path inside the project folder",
              has_backslash ? "write / between folders" : "move the file into the folder of the project"});
}

const std::string* RecordReader::word_of(std::string_view list, std::string_view text) const {
  const Term* term = vocabulary_.find(list, text);
  return term == nullptr ? nullptr : &term->id;
}

void RecordReader::refer(const model::Rule& rule, std::string_view id, NodeAt at) {
  if (!rule.refers_to.empty()) references_.push_back({rule.refers_to, id, section_, entry_, at});
}

void RecordReader::read(std::string& into, NodeAt at, const model::Rule& rule) {
  if (!want_scalar(at)) return;
  const std::string_view text = node(at).value;
  if (rule.is_non_empty && text.empty()) return report_empty(at);
  if (!rule.vocabulary.empty()) {
    if (const std::string* word = word_of(rule.vocabulary, text)) {
      into = *word;
      return;
    }
    const std::vector<std::string> known = vocabulary_.ids(rule.vocabulary);
    std::string hint = text::did_you_mean(text, known);
    if (hint.empty()) hint = "known words: " + text::join(known, ", ");
    return report(at, {"unknown-word", "is not one of the known words", std::move(hint)});
  }
  if (rule.is_path) check_data_path(text, at);
  refer(rule, text, at);
  into = text;
}

void RecordReader::read(int& into, NodeAt at, const model::Rule& rule) {
  if (!want_plain_scalar(at)) return;
  Misfit misfit;
  if (const auto number = records::parse_whole_number(node(at).value, misfit)) {
    check_range(*number, at, rule);
    into = *number;
  } else {
    report(at, misfit);
  }
}

void RecordReader::read(double& into, NodeAt at, const model::Rule& rule) {
  if (!want_plain_scalar(at)) return;
  Misfit misfit;
  if (const auto number = records::parse_number(node(at).value, misfit)) {
    check_range(*number, at, rule);
    into = *number;
  } else {
    report(at, misfit);
  }
}

void RecordReader::read(bool& into, NodeAt at, const model::Rule&) {
  if (!want_scalar(at)) return;
  Misfit misfit;
  if (node(at).style != Style::plain)
    return report(at, {"not-true-or-false", "is in quotes, so it is text", "take away the quotes"});
  if (const auto truth = records::parse_truth(node(at).value, misfit)) {
    into = *truth;
  } else {
    report(at, misfit);
  }
}

void RecordReader::read(text::Date& into, NodeAt at, const model::Rule&) {
  if (!want_scalar(at)) return;
  Misfit misfit;
  if (const auto day = records::parse_day(node(at).value, misfit)) {
    into = *day;
  } else {
    report(at, misfit);
  }
}

void RecordReader::read(model::Score& into, NodeAt at, const model::Rule&) {
  if (!want_scalar(at)) return;
  const std::string_view text = node(at).value;
  if (text::kebab(text) == "unknown") {
    into.points.reset();
    return;
  }
  if (node(at).style != Style::plain) {
    want_plain_scalar(at);
    return;
  }
  Misfit misfit;
  if (const auto points = records::parse_whole_number(text, misfit)) {
    into.points = *points;
  } else {
    if (misfit.code == "not-a-number" && misfit.hint.empty())
      misfit = {"not-a-score", "is not a score", "write a whole number, or unknown"};
    report(at, misfit);
  }
}

}  // namespace thrive::project
