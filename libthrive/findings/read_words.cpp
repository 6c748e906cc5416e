// SPDX-License-Identifier: MIT
#include "libthrive/findings/read_words.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "libthrive/text/names.hpp"
#include "libthrive/yaml/document.hpp"

namespace thrive::findings {

namespace {

using yaml::Document;
using yaml::NodeId;

/// The entries of one file, as far as they can be read.
class Reader {
 public:
  Reader(const Document& document, std::vector<Finding>& refused) : document_(document), refused_(refused) {}

  /// The entry at a key; nothing when something of it is wrong.
  std::optional<Words> read(NodeId key, std::string_view area) {
    const std::size_t before = refused_.size();
    const NodeId about = document_.node(key).next;
    Words entry;
    entry.code = document_.node(key).value;
    entry.area = area;
    entry.title = text(key, about, "title");
    entry.meaning = text(key, about, "meaning");
    entry.action = text(key, about, "action");
    read_severity(key, about, entry);
    entry.says = sentence(document_.child(about, "says"));
    entry.advice = sentence(document_.child(about, "do"));
    const NodeId lowered = document_.child(about, "may_be_lowered");
    entry.may_be_lowered = entry.severity != text::Severity::error ||
                           (lowered != yaml::no_node && document_.node(lowered).value == "true");
    const NodeId informs = document_.child(about, "for_information");
    entry.is_for_information = informs != yaml::no_node && document_.node(informs).value == "true";
    if (refused_.size() > before) return std::nullopt;
    return entry;
  }

 private:
  std::string text(NodeId key, NodeId about, std::string_view field) {
    const NodeId value = document_.child(about, field);
    if (value != yaml::no_node) return std::string(document_.node(value).value);
    refused_.push_back({"missing-field", document_.place(key), {{"field", field}}});
    return {};
  }

  /// One word, or one for each case with one for all others.
  void read_severity(NodeId key, NodeId about, Words& entry) {
    const NodeId given = document_.child(about, "severity");
    if (given == yaml::no_node || document_.node(given).kind != yaml::Kind::mapping) {
      if (!text(key, about, "severity").empty()) entry.severity = severity_at(given);
      return;
    }
    for (NodeId word = document_.node(given).first; word != yaml::no_node;) {
      const NodeId value = document_.node(word).next;
      if (document_.node(word).value == "otherwise")
        entry.severity = severity_at(value);
      else
        entry.severity_of_case.emplace_back(std::string(document_.node(word).value), severity_at(value));
      word = document_.node(value).next;
    }
  }

  text::Severity severity_at(NodeId at) {
    const std::string_view word = document_.node(at).value;
    for (const text::Severity severity : {text::Severity::error, text::Severity::warning, text::Severity::note})
      if (word == text::name(severity)) return severity;
    const std::vector<std::string> known = {"error", "warning", "note"};
    refused_.push_back({"unknown-word", document_.place(at), {{"word", word}, {"known", text::Value::list_of(known)}}});
    return text::Severity::warning;
  }

  Sentence sentence(NodeId at) const {
    Sentence result;
    if (at == yaml::no_node) return result;
    const yaml::Node& node = document_.node(at);
    if (node.kind == yaml::Kind::scalar) result.text = node.value;
    if (node.kind == yaml::Kind::sequence)
      for (NodeId item = node.first; item != yaml::no_node; item = document_.node(item).next)
        result.alternatives.push_back(sentence(item));
    if (node.kind == yaml::Kind::mapping)
      for (NodeId key = node.first; key != yaml::no_node;) {
        const NodeId value = document_.node(key).next;
        result.cases.emplace_back(std::string(document_.node(key).value), sentence(value));
        key = document_.node(value).next;
      }
    return result;
  }

  const Document& document_;
  std::vector<Finding>& refused_;
};

std::vector<std::string> facts_named(const Words& words) {
  std::vector<std::string> names = names_in(words.says);
  for (std::string& name : names_in(words.advice)) names.push_back(std::move(name));
  return names;
}

/// True when a finding that was an error would be none.
bool is_lower(const Words& own, const Words& built_in) {
  const auto is_no_error = [](const Words& words, const std::string& word) {
    return severity_of(words, {{"case", word}}) != text::Severity::error;
  };
  for (const auto& [word, severity] : built_in.severity_of_case)
    if (severity == text::Severity::error && is_no_error(own, word)) return true;
  for (const auto& [word, severity] : own.severity_of_case)
    if (severity != text::Severity::error && !is_no_error(built_in, word)) return true;
  return built_in.severity == text::Severity::error && own.severity != text::Severity::error;
}

/// The entry is one that can take the place of the built-in one.
bool fits(const Words& built_in, const Words& own, const Document& document, NodeId key,
          std::vector<Finding>& refused) {
  const std::size_t before = refused.size();
  const NodeId about = document.node(key).next;
  if (!built_in.may_be_lowered && is_lower(own, built_in))
    refused.push_back({"severity-too-low", document.place(document.child(about, "severity")), {{"code", own.code}}});
  const std::vector<std::string> known = facts_named(built_in);
  for (const char* field : {"says", "do"})
    for (const std::string& name : names_in(std::string_view(field) == "says" ? own.says : own.advice))
      if (std::find(known.begin(), known.end(), name) == known.end())
        refused.push_back({"unknown-fact",
                           document.place(document.child(about, field)),
                           {{"code", own.code},
                            {"fact", name},
                            {"near", text::nearest_name(name, known)},
                            {"known", text::Value::list_of(known)}}});
  if (own.says.is_empty() && !built_in.says.is_empty())
    refused.push_back({"missing-field", document.place(key), {{"field", "says"}}});
  return refused.size() == before;
}

/// Calls a function with the node of every code in a file.
template <class Take>
void each_code(const Document& document, Take take) {
  for (NodeId key = document.node(document.root()).first; key != yaml::no_node;) {
    const NodeId next = document.node(document.node(key).next).next;
    take(key);
    key = next;
  }
}

}  // namespace

std::vector<Words> read_words(text::Source file, const std::string& area, text::Diagnostics& unreadable,
                              std::vector<Finding>& refused) {
  std::vector<Words> area_words;
  const std::optional<Document> document = yaml::parse(std::move(file), unreadable);
  if (!document || document->root() == yaml::no_node) return area_words;
  Reader reader(*document, refused);
  each_code(*document, [&](NodeId key) {
    if (std::optional<Words> entry = reader.read(key, area)) area_words.push_back(std::move(*entry));
  });
  return area_words;
}

void replace_words(text::Source file, std::vector<Words>& built_in, text::Diagnostics& unreadable,
                   std::vector<Finding>& refused) {
  const text::Place top = text::whole_file(file.name());
  const std::optional<Document> document = yaml::parse(std::move(file), unreadable);
  if (!document) return;
  if (document->root() == yaml::no_node || document->node(document->root()).kind != yaml::Kind::mapping) {
    refused.push_back({"empty-data-file", top, {{"file", top.file}}});
    return;
  }
  std::vector<std::string> missing, known;
  for (const Words& entry : built_in) {
    known.push_back(entry.code);
    if (document->child(document->root(), entry.code) == yaml::no_node) missing.push_back(entry.code);
  }
  if (!missing.empty())
    refused.push_back({"codes-missing", top, {{"codes", text::Value::list_of(missing)}, {"count", missing.size()}}});
  Reader reader(*document, refused);
  each_code(*document, [&](NodeId key) {
    const std::string_view code = document->node(key).value;
    const auto at =
        std::find_if(built_in.begin(), built_in.end(), [&](const Words& entry) { return entry.code == code; });
    if (at == built_in.end()) {
      refused.push_back(
          {"unknown-code", document->place(key), {{"code", code}, {"near", text::nearest_name(code, known)}}});
      return;
    }
    std::optional<Words> own = reader.read(key, at->area);
    if (!own || !fits(*at, *own, *document, key, refused)) return;
    own->may_be_lowered = at->may_be_lowered;
    own->is_for_information = at->is_for_information && own->severity == text::Severity::note;
    *at = std::move(*own);
  });
}

}  // namespace thrive::findings
