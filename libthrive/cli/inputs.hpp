// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/project/opened.hpp"

namespace thrive::cli {

/// The files that a command reads. No result may take the place of one: `thrive show plan.yaml -o plan.yaml` would
/// otherwise leave JSON where the project was.
class Inputs {
 public:
  void add_file(const std::string& name);
  /// The files of a PROJECT; `-` has none.
  void add_project(const std::string& path);
  /// The files that a project names: its measures' data.
  void add_data_of(const project::Opened& project);
  /// True when `output` is one of them, by whatever name.
  bool holds(const std::string& output) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace thrive::cli
