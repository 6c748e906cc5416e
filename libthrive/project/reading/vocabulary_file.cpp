// SPDX-License-Identifier: MIT
#include "libthrive/project/reading/vocabulary_file.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/data/data_files.hpp"
#include "libthrive/data/embedded.hpp"
#include "libthrive/yaml/document.hpp"

namespace thrive::project {

namespace {

/// Calls `visit(key, value node)` for every entry of a mapping.
template <class Visit>
void each_entry(const yaml::Document& document, yaml::NodeId mapping, Visit visit) {
  if (mapping == yaml::no_node || document.node(mapping).kind != yaml::Kind::mapping) return;
  for (yaml::NodeId key = document.node(mapping).first; key != yaml::no_node;) {
    const yaml::NodeId value = document.node(key).next;
    visit(document.node(key).value, value);
    key = document.node(value).next;
  }
}

/// The texts of a list, or the one text that stands alone.
std::vector<std::string> lines(const yaml::Document& document, yaml::NodeId node) {
  std::vector<std::string> result;
  const yaml::Node& value = document.node(node);
  if (value.kind == yaml::Kind::scalar) result.emplace_back(value.value);
  if (value.kind == yaml::Kind::sequence)
    for (yaml::NodeId item = value.first; item != yaml::no_node; item = document.node(item).next)
      result.emplace_back(document.node(item).value);
  return result;
}

model::Term read_term(const yaml::Document& document, std::string_view id, yaml::NodeId node) {
  model::Term term;
  term.id = id;
  each_entry(document, node, [&](std::string_view key, yaml::NodeId value) {
    if (key == "name") {
      term.name = document.node(value).value;
    } else if (key == "meaning") {
      term.meaning = document.node(value).value;
    } else if (key == "aliases") {
      term.aliases = lines(document, value);
    } else {
      term.details.emplace_back(key, lines(document, value));
    }
  });
  if (term.name.empty()) term.name = term.id;
  return term;
}

/// A rule set that a site has put beside ours is a word for `rules:` by its name alone.
void add_rule_sets(model::Vocabulary& vocabulary) {
  for (std::string& word : data::data_words("rules/"))
    if (vocabulary.find("rule-sets", word) == nullptr) vocabulary.add("rule-sets", {word, word, {}, {}, {}});
}

struct Loaded {
  text::Diagnostics problems;
  model::Vocabulary vocabulary;
};

const Loaded& loaded() {
  static const Loaded vocabulary = [] {
    Loaded result;
    result.vocabulary = read_vocabulary(data::data_file("vocabulary.yaml"), result.problems);
    // A replacement that cannot be read is an error of its own; with the built-in words it brings no others along.
    text::Diagnostics none;
    if (result.problems.has_errors())
      result.vocabulary = read_vocabulary(text::Source("built-in", std::string(data::file("vocabulary.yaml"))), none);
    add_rule_sets(result.vocabulary);
    return result;
  }();
  return vocabulary;
}

}  // namespace

model::Vocabulary read_vocabulary(text::Source source, text::Diagnostics& problems) {
  model::Vocabulary vocabulary;
  const auto document = yaml::parse(std::move(source), problems);
  if (!document) return vocabulary;
  const yaml::NodeId lists = document->child(document->root(), "lists");
  if (lists == yaml::no_node)
    problems.error("wrong-type", text::whole_file(document->source().name()), "'lists' is missing in the vocabulary");
  each_entry(*document, lists, [&](std::string_view id, yaml::NodeId list) {
    const yaml::NodeId title = document->child(list, "title");
    vocabulary.add_list(std::string(id), std::string(title == yaml::no_node ? id : document->node(title).value));
    each_entry(*document, document->child(list, "terms"), [&](std::string_view term, yaml::NodeId about) {
      vocabulary.add(id, read_term(*document, term, about));
    });
  });
  return vocabulary;
}

const model::Vocabulary& built_in_vocabulary() { return loaded().vocabulary; }

const text::Diagnostics& vocabulary_problems() { return loaded().problems; }

}  // namespace thrive::project
