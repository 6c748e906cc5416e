// SPDX-License-Identifier: MIT
#include "libthrive/project/reading/record_reader.hpp"

#include <fmt/core.h>

#include "libthrive/text/names.hpp"
#include "libthrive/text/personal/personal_data.hpp"

namespace thrive::project {

using records::Misfit;
using yaml::Kind;
using yaml::Style;

namespace {

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

/// A value in quotes; a long one is cut, after what must not be repeated has been taken out whole.
std::string shown(std::string_view value) {
  constexpr std::size_t longest = 60;
  if (value.size() <= longest) return quoted(value);
  const std::string text = text::without_personal_data(value);
  if (text.size() <= longest) return quoted(text);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // whole characters only
  return quoted(text.substr(0, end) + "…");
}

std::string_view what_it_is(const yaml::Node& node) {
  if (node.kind == Kind::sequence) return "a list";
  if (node.kind == Kind::mapping) return "a group of keys";
  return is_nothing(node) ? "empty" : "a single value";
}

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

/// A list stands under the name of one, and the field for several is given too.
void RecordReader::report_two_spellings(const Field& several, NodeAt whole) {
  const yaml::Document& document = documents_[whole.file];
  const std::string_view one = several.name.substr(0, several.name.size() - 1);
  report_given_twice({whole.file, document.child(whole.node, one)},
                     {whole.file, document.child(whole.node, several.name)}, fmt::format("'{}'", several.name));
}

void RecordReader::report_unknown_key(NodeAt key, const RecordShape& shape) {
  field_ = {};
  const std::string_view name = node(key).value;
  const std::vector<std::string> known = shape.names();
  std::string hint = text::did_you_mean(name, known);
  constexpr std::size_t few = 8;
  if (hint.empty())
    hint = known.size() <= few ? "known keys: " + text::join(known, ", ") : "thrive-project(5) lists the known keys";
  problems_.error("unknown-key", place(key), fmt::format("unknown key {} in {}", shown(name), where()),
                  std::move(hint));
}

void RecordReader::report_given_twice(NodeAt first, NodeAt second, std::string_view what) {
  const text::Place other = place(first);
  problems_.error(
      "in-two-files", place(second),
      fmt::format("{} is given twice: it is also at {}:{}:{}", what, other.file, other.from.line, other.from.column),
      "keep one of the two");
}

/// An id that another file of the folder has for the same section.
void RecordReader::report_second_entry(NodeAt key, const std::vector<NodeAt>& parts) {
  const std::string_view id = node(key).value;
  for (const NodeAt part : parts) {
    const yaml::NodeId first = documents_[part.file].key_node(part.node, id);
    if (first == yaml::no_node) continue;
    return report_given_twice({part.file, first}, key, fmt::format("'{}'", id));
  }
}

bool RecordReader::want_scalar(NodeAt at) {
  if (node(at).kind == Kind::scalar) return true;
  std::string hint;
  if (node(at).kind == Kind::sequence && node(at).count == 1) hint = "take away the brackets or the dash";
  report_wrong_kind(at, "a single value", std::move(hint));
  return false;
}

bool RecordReader::check_id(NodeAt key, const Rule& rule) {
  if (node(key).kind != Kind::scalar) {
    report_wrong_kind(key, "an id");
    return false;
  }
  const Misfit misfit = records::misfit_of_key(rule, node(key).value);
  if (misfit.code.empty()) return true;
  problems_.error(std::string(misfit.code), place(key), fmt::format("{} {}", shown(node(key).value), misfit.message),
                  misfit.hint);
  return false;
}

void RecordReader::refer(const Rule& rule, NodeAt at) {
  if (!rule.refers_to.empty()) names_.references.push_back({rules_, at, entry_, section_});
}

void RecordReader::read_scalar(const Shape& shape, void* into, NodeAt at, const Rule& rule) {
  if (!want_scalar(at)) return;
  const yaml::Node& written = node(at);
  Misfit misfit;
  const auto scalar =
      records::read_scalar(shape, rule, field_, {written.value, written.style != Style::plain}, vocabulary_, misfit);
  if (misfit.code == "empty-value") return report_empty(at);
  if (!misfit.code.empty()) report(at, misfit);
  if (!scalar) return;
  records::store(shape, into, *scalar);
  if (shape.kind == records::Kind::text) refer(rule, at);
}

}  // namespace thrive::project
