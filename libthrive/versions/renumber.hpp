// SPDX-License-Identifier: MIT
//
// Ids that tools count up: o31 of one version and o31 of the other are two notes, when they were both added and say
// something else. Theirs gets the next free number.
#pragma once

#include <string>
#include <vector>

#include "libthrive/versions/join.hpp"

namespace thrive::versions {

/// An entry of theirs that gets another id.
struct Renumbered {
  yaml::Path section;  // the path of the keyed section: {"observations"}, {"gaps", "S3", "recommendations"}
  std::string from;
  std::string to;
  std::string kind;      // what it is an id of, as descriptions name it
  std::size_t file = 0;  // in which of the files
};

/// The entries of theirs that must get another id, over all files of a project together. The new numbers are above the
/// highest of both versions, with the letters that the id has.
std::vector<Renumbered> renumberings(const Meant& meant, const std::vector<Three>& files);

/// The text of theirs of one file with the new ids: of the entries themselves, of cycles below a ramp, and of whatever
/// theirs added that refers to them.
std::string renumbered_text(const Meant& meant, const Three& file, std::size_t position,
                            const std::vector<Renumbered>& ids);

}  // namespace thrive::versions
