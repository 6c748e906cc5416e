// SPDX-License-Identifier: MIT
#include <algorithm>

#include "libthrive/project/reading/content.hpp"
#include "libthrive/project/references.hpp"
#include "libthrive/records/kinds.hpp"

namespace thrive::project {

namespace {

constexpr std::string_view recommendations = "recommendation";  // the kind whose ids are told apart by their sheet

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

/// True when a part of a text names a thing. A recommendation is named with its sheet in front, `S3.r1`.
bool is_named_by_part(const Opened& project, const model::Rule& rule, std::string_view text,
                      const records::NamedPart& part, std::string_view id) {
  const std::string_view named = text.substr(part.begin, part.length);
  if (part.kind != recommendations) return is_named(project, rule, named, id);
  return part.begin > 0 && id_of_thing(part.kind, text.substr(0, part.begin - 1), named) == id;
}

/// The id of the entry around a key: of the sheet that a recommendation stands in.
std::string_view holder_of(const yaml::Document& document, yaml::NodeId key) {
  const yaml::NodeId section = document.node(key).parent;
  const yaml::NodeId entry = section == yaml::no_node ? yaml::no_node : document.node(section).parent;
  const yaml::NodeId entries = entry == yaml::no_node ? yaml::no_node : document.node(entry).parent;
  if (entries == yaml::no_node || document.node(entries).kind != yaml::Kind::mapping) return {};
  for (yaml::NodeId at = document.node(entries).first; at != yaml::no_node;
       at = document.node(document.node(at).next).next)
    if (document.node(at).next == entry) return document.node(at).value;
  return {};
}

}  // namespace

std::string id_of_thing(std::string_view kind, std::string_view holder, std::string_view id) {
  return kind == recommendations ? std::string(holder) + "/" + std::string(id) : std::string(id);
}

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
      const bool is_meant = rule.refers_to != "ref" || records::may_mean(*name.field, kind);
      if (part.kind != kind || !is_meant || !is_named_by_part(project, rule, text, part, id)) continue;
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
    const yaml::Document& document = project.content().documents[name.at.file];
    if (name.field->rule.defined_kind != kind) continue;
    if (id_of_thing(kind, holder_of(document, name.at.node), document.node(name.at.node).value) == id)
      definitions.push_back(mention_at(project, name));
  }
  return definitions;
}

}  // namespace thrive::project
