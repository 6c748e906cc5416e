// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/project/editing/correction.hpp"
#include "libthrive/project/editing/edited_project.hpp"
#include "libthrive/records/field.hpp"

namespace thrive::project {

/// Makes corrections one after the other. What is wrong with one is added to the problems, at the place it is about.
class Corrector {
 public:
  /// `sections`: what paths may leave out. `said` gets a line for what is done beside what was asked for.
  Corrector(const Opened& project, const std::vector<std::string>& sections, std::vector<std::string>& said,
            text::Diagnostics& problems)
      : edited_(project), sections_(sections), said_(said), problems_(problems) {}

  /// False when the correction cannot be made.
  bool make(const Correction& correction);
  EditedProject& edited() { return edited_; }

 private:
  using FieldAt = records::FieldAt;

  // corrector.cpp
  bool set(const FieldAt& at);
  bool set_value(const FieldAt& at, text::Value value);
  bool remove(const FieldAt& at);
  bool take_away(const FieldAt& at);
  bool is_there(const FieldAt& at) const { return edited_.find(at.path).node != yaml::no_node; }
  Path without_emptied_groups(const FieldAt& at) const;
  bool spell_out(const FieldAt& at, const text::Value& value);

  // corrector_add.cpp
  bool add(const FieldAt& at);
  bool add_to_list(const FieldAt& at);
  bool add_entry(const FieldAt& at);

  // corrector_rename.cpp
  bool rename(const FieldAt& at);
  std::size_t rename_mentions(const FieldAt& at, const std::string& kind, const std::string& old_id,
                              const std::string& new_id);

  std::optional<text::Value> value_of(const FieldAt& at, const records::Shape& shape, const model::Rule& rule,
                                      std::string_view text);
  std::optional<FieldAt> find(std::string_view path);
  bool refuse(const char* code, const FieldAt& at, std::string message, std::string hint = {});
  text::Place nearest_place(std::string_view path) const;
  bool refuse_absent(const FieldAt& at);
  yaml::Layout layout_of(const model::Rule& rule) const {
    return rule.is_flow_style ? yaml::Layout::one_line : yaml::Layout::block;
  }

  EditedProject edited_;
  std::vector<std::string> sections_;
  std::vector<std::string>& said_;
  text::Diagnostics& problems_;
  Correction correction_;  // the one being made; its path is whole
};

}  // namespace thrive::project
