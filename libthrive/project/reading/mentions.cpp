// SPDX-License-Identifier: MIT
#include <algorithm>

#include "libthrive/project/reading/content.hpp"
#include "libthrive/project/references.hpp"
#include "libthrive/records/kinds.hpp"

namespace thrive::project {

namespace {

bool is_key(const yaml::Document& document, yaml::NodeId id) {
  const yaml::NodeId parent = document.node(id).parent;
  if (parent == yaml::no_node || document.node(parent).kind != yaml::Kind::mapping) return false;
  for (yaml::NodeId key = document.node(parent).first; key != yaml::no_node;
       key = document.node(document.node(key).next).next)
    if (key == id) return true;
  return false;
}

/// The step from a collection to one of the nodes in it: a key, or a position counted from 0.
std::string step_to(const yaml::Document& document, yaml::NodeId parent, yaml::NodeId id) {
  if (document.node(parent).kind == yaml::Kind::sequence) {
    std::size_t position = 0;
    for (yaml::NodeId item = document.node(parent).first; item != id; item = document.node(item).next) ++position;
    return std::to_string(position);
  }
  yaml::NodeId key = document.node(parent).first;
  while (key != id && document.node(key).next != id) key = document.node(document.node(key).next).next;
  return std::string(document.node(key).value);
}

Path path_to(const yaml::Document& document, yaml::NodeId id) {
  Path path;
  for (yaml::NodeId at = id; document.node(at).parent != yaml::no_node; at = document.node(at).parent)
    path.push_back(step_to(document, document.node(at).parent, at));
  std::reverse(path.begin(), path.end());
  return path;
}

Mention mention_at(const Opened& project, const Name& name) {
  const yaml::Document& document = project.content().documents[name.at.file];
  Mention mention;
  mention.path = path_to(document, name.at.node);
  mention.place = document.place(name.at.node);
  mention.text = document.node(name.at.node).value;
  mention.length = mention.text.size();
  mention.is_key = is_key(document, name.at.node);
  mention.may_be_words = name.field->rule.may_be_words;
  return mention;
}

/// The names in a project's files, read anew: only removals and renamings want to know.
Reading names_in(const Opened& project) {
  text::Diagnostics ignored;
  return read_model(project.content().documents, project.vocabulary(), ignored);
}

/// True when a text names a thing: by its id, or by another spelling of a word of the vocabulary.
bool is_named(const Opened& project, const model::Rule& rule, std::string_view text, std::string_view id) {
  if (text == id || rule.vocabulary.empty()) return text == id;
  const model::Term* term = project.vocabulary().find(rule.vocabulary, text);
  return term != nullptr && term->id == id;
}

}  // namespace

std::string Mention::renamed(std::string_view name) const {
  return text.substr(0, begin) + std::string(name) + text.substr(begin + length);
}

std::vector<Mention> mentions_of(const Opened& project, std::string_view kind, std::string_view id) {
  std::vector<Mention> mentions;
  const Reading reading = names_in(project);
  for (const Name& name : reading.references) {
    const model::Rule& rule = name.field->rule;
    const std::string_view text = project.content().documents[name.at.file].node(name.at.node).value;
    for (const records::NamedPart& part : records::named_parts(rule.refers_to, text)) {
      if (part.kind != kind || !is_named(project, rule, text.substr(part.begin, part.length), id)) continue;
      Mention mention = mention_at(project, name);
      mention.begin = part.begin;
      mention.length = part.length;
      mentions.push_back(std::move(mention));
    }
  }
  return mentions;
}

std::vector<Mention> definitions_of(const Opened& project, std::string_view kind, std::string_view id) {
  std::vector<Mention> definitions;
  const Reading reading = names_in(project);
  for (const Name& name : reading.definitions) {
    const std::string_view text = project.content().documents[name.at.file].node(name.at.node).value;
    if (name.field->rule.defined_kind == kind && text == id) definitions.push_back(mention_at(project, name));
  }
  return definitions;
}

}  // namespace thrive::project
