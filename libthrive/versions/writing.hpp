// SPDX-License-Identifier: MIT
//
// Writes what was joined as edits of one version's bytes: every other byte stays. An entry that comes from another
// version comes with its own bytes, and with the comment lines right above it, where it has lines to itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/versions/join.hpp"
#include "libthrive/yaml/edit.hpp"
#include "libthrive/yaml/editor.hpp"

namespace thrive::versions {

/// Replacements that belong together.
using Pieces = std::vector<yaml::Replacement>;

/// Plans edits of one document. Throws yaml::CannotEdit where one cannot be made.
class Writing {
 public:
  explicit Writing(const yaml::Document& document);

  /// What brings the document nearer to what was joined; nothing when it says that already. Some places need several
  /// goes, each on the document that the last one made.
  std::vector<Pieces> plan(const Joined& root);

  /// Gives a node another value, which is the one of a key, or an item.
  Pieces set(yaml::NodeId node, const yaml::Path& path, const Joined& value);
  /// Takes an entry out.
  Pieces remove(const yaml::Path& path);
  /// Adds an entry to a block collection, behind the entry whose value is given, or in front of all.
  Pieces add(yaml::NodeId collection, yaml::NodeId behind, const JoinedEntry& entry);

  /// The lines of the entry that a value belongs to, from its key or its `-` on.
  text::Span lines_of_entry(yaml::NodeId value) const;
  /// The outermost collection in brackets that a node is in, or is; the node itself when it is in none.
  yaml::NodeId outermost_brackets(yaml::NodeId node) const;

 private:
  void value(yaml::NodeId node, const Joined& joined);
  void mapping(yaml::NodeId node, const Joined& joined);
  void list(yaml::NodeId node, const Joined& joined);
  void changes(yaml::NodeId node, const Joined& joined, const std::vector<yaml::NodeId>& there,
               const std::vector<JoinedEntry>& wanted, const std::vector<std::size_t>& position_of_wanted);
  void brackets(yaml::NodeId node, const Joined& joined, const std::vector<yaml::NodeId>& gone,
                const std::vector<const JoinedEntry*>& added);
  Pieces set_lines(yaml::NodeId node, const Joined& value) const;
  std::string in_brackets(const Joined& joined, std::string_view like) const;
  std::optional<std::string> own_lines(const Joined& value, int column, bool with_comments) const;
  std::string written(yaml::NodeId collection, const JoinedEntry& entry) const;
  std::size_t behind_entry(yaml::NodeId value, int column) const;
  yaml::Layout layout_of(const Meant& meant) const;
  std::string_view bytes() const { return document_.source().bytes(); }

  const yaml::Document& document_;
  yaml::Manner manner_;
  yaml::Editor editor_;
  yaml::Path path_;
  std::vector<Pieces> planned_;
};

}  // namespace thrive::versions
