// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/model/vocabulary.hpp"

namespace thrive::gaps {

/// One need for training on one sheet.
struct Need {
  std::string priority;
  const model::TrainingNeed* need = nullptr;
  std::string module;             // id; empty when none fits
  bool module_was_named = false;  // the sheet names it; otherwise its words suggested it
};

/// The needs of all sheets that one module would meet.
struct ModuleNeeds {
  std::string module;  // id; empty: no module fits
  std::string name;
  std::vector<Need> needs;
  text::PeopleTotal people;  // where they are recorded
};

/// Needs across sheets by module, in the vocabulary's order, those that no module fits last. A need that names no
/// module is matched by the words that the vocabulary gives each; the module with most of them, the first of equals.
std::vector<ModuleNeeds> training_needs(const model::Project& project, const model::Vocabulary& vocabulary);

}  // namespace thrive::gaps
