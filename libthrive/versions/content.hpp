// SPDX-License-Identifier: MIT
//
// What a version of a file says at one place, by the description of the fields: values and not the way they are
// written. What no field describes is compared as it stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/text/value.hpp"
#include "libthrive/versions/identity.hpp"
#include "libthrive/yaml/document.hpp"

namespace thrive::versions {

/// What a value is meant to be. Without a shape nothing is known of it.
struct Meant {
  const records::Shape* shape = nullptr;
  model::Rule rule{};
  std::string_view field{};
};

/// The content of a whole file of a project.
Meant meant_by_project();

/// One place in one version; a version that says nothing there has no node.
struct At {
  const yaml::Document* document = nullptr;
  yaml::NodeId node = yaml::no_node;

  bool is_there() const { return node != yaml::no_node; }
  /// The node; only where there is one.
  yaml::Node look() const { return document->node(node); }
};

/// One entry of a collection: of a mapping its key and value, of a list an item.
struct Entry {
  std::string_view key{};                 // empty for an item
  yaml::NodeId key_node = yaml::no_node;  // none for an item, and for a value that stands for a whole record
  At value{};
  Meant meant{};
};

/// True for a place where nothing is written, or an empty value.
bool says_nothing(At at);
/// True when the entries of a place can be looked at one by one: a mapping, a value that stands for a record, and a
/// list whose entries are known again.
bool has_entries(const Meant& meant, At at);
/// The entries of such a place, in its order.
std::vector<Entry> entries_of(const Meant& meant, At at);
/// How they are known again in another version.
Known known(const Meant& meant, At at);
/// The identity of an item.
Identity identity_of(const Meant& item, At at);

/// True when two places say the same: values of the type that the field has, mappings and sets in any order.
bool is_same(const Meant& meant, At one, At other);
/// True when the first value is the smaller number, or the earlier day.
bool is_smaller(const Meant& meant, At one, At other);
/// A value as plain data in the types of its fields, for an edit.
text::Value value_of(const Meant& meant, At at);

}  // namespace thrive::versions
