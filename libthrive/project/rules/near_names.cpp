// SPDX-License-Identifier: MIT
#include "libthrive/project/rules/near_names.hpp"

#include "libthrive/text/names.hpp"

namespace thrive::project {

std::string NearNames::hint(std::string_view kind, std::string_view id,
                            const std::function<std::vector<std::string>()>& known) {
  constexpr std::size_t most = 20;
  auto of_kind = kinds_.find(kind);
  if (of_kind == kinds_.end()) of_kind = kinds_.emplace(std::string(kind), Kind{known(), {}}).first;
  auto& hints = of_kind->second.hints;
  const auto asked = hints.find(id);
  if (asked != hints.end()) return asked->second;
  if (hints.size() == most) return {};
  return hints.emplace(std::string(id), text::did_you_mean(id, of_kind->second.known)).first->second;
}

}  // namespace thrive::project
