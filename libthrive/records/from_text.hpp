// SPDX-License-Identifier: MIT
//
// What is typed on a command line or stands in a cell, as a value that a field may hold: checked by the rules that the
// reader of project files has.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libthrive/model/vocabulary.hpp"
#include "libthrive/records/field.hpp"
#include "libthrive/records/shape.hpp"
#include "libthrive/records/typed.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::records {

/// Why a text is not what a field wants.
struct Unfit {
  std::string code;
  std::string message;  // the whole sentence: "'seven' is not a number, in 'wte'"
  std::string hint{};
};

/// A value for a field, or for an entry of it, in the form for an edit: aliases resolved, `{...}` complete. `[a, b]`
/// and
/// `{a: 1}` are taken where the field is a list or a group; for a single value the text is taken as it stands.
std::optional<text::Value> from_text(const FieldAt& at, std::string_view text, const model::Vocabulary& vocabulary,
                                     Unfit& unfit);
/// The same for what stands in a list or a keyed section whose shape is known.
std::optional<text::Value> from_text(const Shape& shape, const model::Rule& rule, std::string_view field,
                                     std::string_view text, const model::Vocabulary& vocabulary, Unfit& unfit);

}  // namespace thrive::records
