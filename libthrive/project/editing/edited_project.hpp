// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/project/opened.hpp"
#include "libthrive/project/reading/reader.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/yaml/edit.hpp"

namespace thrive::project {

/// A project while corrections are made to it, one after the other, in memory: what it says after each, and where what
/// it then says stands in the files as they are. Nothing is saved.
class EditedProject {
 public:
  explicit EditedProject(const Opened& project) : before_(project), now_(project) {}

  /// With every edit that was settled.
  const Opened& now() const { return now_; }
  /// Every edit so far, in order.
  const std::vector<yaml::Edit>& edits() const { return edits_; }

  /// Makes an edit. One that gives an existing value another one changes no path, so that those behind it may still
  /// be looked for in `now()` as it is.
  void make(yaml::Edit edit);
  /// Says that the edits so far change what things are called, though each only gave a value another one.
  void expect_other_names() { is_unsettled_ = true; }
  /// True when `now()` lags behind in more than values.
  bool is_unsettled() const { return is_unsettled_; }
  /// Brings `now()` up to date. False, with the reason among the problems, when an edit cannot be made.
  bool settle(text::Diagnostics& problems);
  /// The errors of the project as it is now, at places of the files as they are before. Of an error in new text, the
  /// place is that of what surrounds it.
  text::Diagnostics errors_now() const;

  /// The first node of a path in the project as it is now, and in how many files it is.
  NodeAt find(const Path& path, std::size_t* files = nullptr) const;
  yaml::Node node(NodeAt at) const { return document(at).node(at.node); }
  const yaml::Document& document(NodeAt at) const;
  /// The path of a node of the project as it is now.
  Path path_of(NodeAt at) const;
  /// True for a key of a mapping, false for its value.
  bool is_key(NodeAt at) const;
  /// Where a node of the project as it is now stands in the files as they are before.
  text::Place place_before(NodeAt at) const;
  /// Where a path of the project as it is now stands in the files as they are before, or what is nearest to it there.
  text::Place place_before(const Path& path, bool is_key = false) const;

 private:
  struct Step {
    yaml::Edit edit;
    bool takes_item = false;  // a removal from a list: the positions behind it move up
  };
  Path path_before(Path path) const;
  NodeAt node_at(const text::Place& place) const;

  const Opened& before_;
  Opened now_;
  text::Diagnostics found_;  // what is wrong with `now_`
  std::vector<yaml::Edit> edits_;
  std::vector<Step> steps_;
  std::size_t settled_ = 0;  // so many of the edits are in `now_`
  bool is_unsettled_ = false;
};

}  // namespace thrive::project
