// SPDX-License-Identifier: MIT
#include "libthrive/measures/rule_book.hpp"

#include <memory>
#include <utility>

namespace thrive::measures {

std::optional<RuleSet> RuleBook::find(const std::string& name) {
  const std::lock_guard<std::mutex> held(lock_);
  const auto [found, is_new] = known_.try_emplace(name);
  if (!is_new) return found->second;
  const std::string file = "rules/" + name + ".yaml";
  if (const std::optional<text::Value> tree = read_(file)) found->second = read_rule_set(*tree, file, problems_);
  return found->second;
}

std::function<std::optional<RuleSet>(const std::string& name)> rules_by_name(RuleBook::ReadData read,
                                                                             text::Diagnostics& problems) {
  const auto book = std::make_shared<RuleBook>(std::move(read), problems);
  return [book](const std::string& name) { return book->find(name); };
}

}  // namespace thrive::measures
