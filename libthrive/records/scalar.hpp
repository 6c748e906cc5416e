// SPDX-License-Identifier: MIT
//
// One scalar, from its text to the value that a field holds: the one set of rules for what stands in a file and for
// what is typed on a command line.
#pragma once

#include <string_view>

#include "libthrive/model/assessments.hpp"
#include "libthrive/model/vocabulary.hpp"
#include "libthrive/records/scalars.hpp"
#include "libthrive/records/shape.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::records {

/// A scalar as somebody wrote it.
struct Written {
  std::string_view text;
  bool is_quoted = false;  // then it is text, whatever it looks like
};

/// What came of it: the member that the kind of the shape names.
struct Scalar {
  std::string_view text{};  // lives as long as what it was read from, or the vocabulary
  int whole = 0;
  double number = 0;
  bool truth = false;
  text::Date date{};
  model::Score score{};
  std::size_t word = 0;
};

/// Reads a scalar by the kind and the rule of its field. What is wrong is in `misfit`; a value comes out all the same
/// when it is one, and only outside the range or the folder that the rule allows.
std::optional<Scalar> read_scalar(const Shape& shape, const model::Rule& rule, std::string_view field, Written written,
                                  const model::Vocabulary& vocabulary, Misfit& misfit);
/// Puts it into a member of that shape.
void store(const Shape& shape, void* into, const Scalar& scalar);
/// As plain data.
text::Value to_value(const Shape& shape, const Scalar& scalar);

/// The name of the vocabulary's list that has the other spellings of a closed list's words.
std::string list_of_words(const Shape& shape);

/// Why a text cannot be a key of a field with this rule: an id as a rule, a day where the keys are dates, and any text
/// where they are words of others. The code is empty when it can.
Misfit misfit_of_key(const model::Rule& rule, std::string_view key);

}  // namespace thrive::records
