// SPDX-License-Identifier: MIT
#include "libthrive/measures/rule_book.hpp"

namespace thrive::measures {

std::optional<RuleSet> RuleBook::find(const std::string& name) {
  const std::lock_guard<std::mutex> held(lock_);
  const auto [found, is_new] = known_.try_emplace(name);
  if (!is_new) return found->second;
  const std::string file = "rules/" + name + ".yaml";
  if (const std::optional<text::Value> tree = read_(file)) found->second = read_rule_set(*tree, file, problems_);
  return found->second;
}

}  // namespace thrive::measures
