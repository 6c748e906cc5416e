// SPDX-License-Identifier: MIT
//
// What may go onto gap sheets: lines that people say.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/gaps/entry/written_line.hpp"
#include "libthrive/model/project.hpp"
#include "libthrive/records/update.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::gaps {

/// What lines are judged by.
struct Judged {
  const model::Project& project;
  const model::Instrument* instrument;  // that priorities come from; null pointer when there is none
  /// The id of the Academy module that a text names; empty when none is called so.
  std::function<std::string(std::string_view)> module_named;
};

/// What becomes of lines whose words are on the sheet already.
enum class Repeated {
  refused,  // somebody says a line that was said
  left,     // a sheet is read again: the same is left out, other details are refused
  updated   // blanks are filled, other details change
};

/// Lines as they go into the project.
struct RecordedLines {
  std::vector<records::Edit> changes;
  std::size_t added = 0;
  std::size_t there_already = 0;  // that say nothing new
  records::Update update;         // of lines that are there; its changes are among `changes`
};

/// The columns of a sheet as people write them: ideal, in-place, in-development, gaps, training, recommendations.
std::vector<std::string> columns_of_lines();

/// Judges lines: the priority is agreed, has a sheet, or is an item of the instrument; a detail belongs to its column;
/// a recommendation's gap is on the sheet, or comes with the same lines. A sheet that is not there yet is begun. Lines
/// are known by their words, recommendations by their id where one is given. With an error nothing may be recorded.
RecordedLines record_lines(const std::vector<WrittenLine>& lines, const Judged& judged, Repeated repeated,
                           text::Diagnostics& problems);

}  // namespace thrive::gaps
