// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace thrive::text {

/// A short sign of whether texts were changed: 64-bit FNV-1a of the texts, each followed by a line break, in
/// hexadecimal. It finds slips and late edits; it is no protection against somebody who means to deceive.
std::string fingerprint(const std::vector<std::string>& texts);

}  // namespace thrive::text
