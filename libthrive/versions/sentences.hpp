// SPDX-License-Identifier: MIT
//
// Each change as one sentence.
#pragma once

#include <string>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/versions/difference.hpp"

namespace thrive::versions {

/// What a sentence may look at beside its change.
struct Telling {
  const model::Project* a = nullptr;
  const model::Project* b = nullptr;
  text::SmallNumbers small{};
};

/// Joins changes that are one step, such as a task's new end and the note that it was moved, into one change.
void join_steps(std::vector<Change>& changes);

/// The sentence of a change: the pattern of its section where there is one, else that of its description, which has
/// the field, what it means, and the values before and after.
std::string sentence_of(const Change& change, const Telling& telling);

/// The pattern that goes for every field.
std::string general_sentence(const Change& change, const text::SmallNumbers& small);
/// The pattern of the change's section; empty where it has none for it.
std::string sentence_of_section(const Change& change, const Telling& telling);

/// What a section of the project file is called above its changes.
std::string section_title(std::string_view section);

/// True when a path is like another, in which `*` stands for any step.
bool is_path(const std::vector<std::string>& path, const std::vector<std::string_view>& like);

}  // namespace thrive::versions
