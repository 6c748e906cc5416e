// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/model/vocabulary.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/source.hpp"

namespace thrive::project {

/// Reads a vocabulary file. What is wrong with it is added to `problems`.
model::Vocabulary read_vocabulary(text::Source source, text::Diagnostics& problems);

/// The built-in vocabulary, or the one in `$THRIVE_DATA/vocabulary.yaml` or the installed data folder when that is
/// there. Read at the first call.
const model::Vocabulary& built_in_vocabulary();
/// What was wrong with the vocabulary that replaces the built-in one; empty when nothing was.
const text::Diagnostics& vocabulary_problems();

}  // namespace thrive::project
