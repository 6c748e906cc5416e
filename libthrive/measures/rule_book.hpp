// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "libthrive/measures/rule_set.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::measures {

/// Rule sets by name, each read once. May be asked from several threads.
class RuleBook {
 public:
  using ReadData = std::function<std::optional<text::Value>(const std::string& file)>;

  /// `read` gives a data file of the toolkit as a tree; what is wrong with a rule set goes to `problems`.
  RuleBook(ReadData read, text::Diagnostics& problems) : read_(std::move(read)), problems_(problems) {}

  /// Nothing, with a problem, when there is none of that name or it cannot be read.
  std::optional<RuleSet> find(const std::string& name);

 private:
  ReadData read_;
  text::Diagnostics& problems_;
  std::mutex lock_;
  std::map<std::string, std::optional<RuleSet>> known_;
};

/// The same as a function, for those who only look rule sets up.
std::function<std::optional<RuleSet>(const std::string& name)> rules_by_name(RuleBook::ReadData read,
                                                                             text::Diagnostics& problems);

}  // namespace thrive::measures
