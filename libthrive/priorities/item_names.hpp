// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/model/assessments.hpp"

namespace thrive::priorities {

/// What is known of the items beyond their ids.
struct ItemNames {
  std::vector<std::string> titles;                   // by item; empty text when there is none
  std::vector<std::string> levels;                   // by item
  std::vector<std::vector<std::string>> principles;  // by item
  std::vector<std::optional<double>> scores{};       // by item, of the latest assessment; empty when there is none
  int thrive_like_from = 3;                          // a score of this or more counts as THRIVE-like
};

/// Titles, levels and principles of items, from an instrument; empty where it does not know them. `instrument` may be
/// a null pointer.
ItemNames item_names(const std::vector<std::string>& items, const model::Instrument* instrument);

}  // namespace thrive::priorities
