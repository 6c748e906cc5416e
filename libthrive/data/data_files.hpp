// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/text/source.hpp"

namespace thrive::data {

/// A data file by its name below libthrive/data, such as "vocabulary.yaml": the one in the folder that THRIVE_DATA
/// names, else the one in the installed share/thrive, else the one built into the program. Empty bytes when there is
/// none of that name.
text::Source data_file(std::string_view name);

/// The one that goes before the built-in file of that name; nothing when nobody has put one there.
std::optional<text::Source> replaced_data_file(std::string_view name);

/// The names of the data files in a folder such as "instruments/", built in or put beside them, sorted.
std::vector<std::string> data_file_names(std::string_view folder);

/// The same as words: of "rules/nhs.yaml" in the folder "rules/" the word is `nhs`.
std::vector<std::string> data_words(std::string_view folder);

}  // namespace thrive::data
