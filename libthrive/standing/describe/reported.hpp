// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "libthrive/standing/chain.hpp"
#include "libthrive/standing/dates_ahead.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::standing {

/// Where a project stands, and which parts of it are told.
struct Reported {
  const model::Project& project;
  text::Date today{};
  int within = 0;
  std::string owner{};  // whose dates are told; everybody's when empty
  Chain chain{};
  Ahead ahead{};
  std::vector<text::Diagnostic> findings{};
  std::function<text::Place(const std::vector<std::string>& path)> place{};
  std::function<std::string(const std::string& item)> title{};  // of an item; empty when the instrument has none
  bool shows_chain = true;
  bool shows_next = true;
  bool shows_findings = true;
};

}  // namespace thrive::standing
