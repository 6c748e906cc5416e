// SPDX-License-Identifier: MIT
#include "libthrive/standing/thresholds.hpp"

#include <charconv>

#include "libthrive/findings/say.hpp"

namespace thrive::standing {

std::optional<Thresholds> read_thresholds(const text::Value& tree, const PlaceOf& place, text::Diagnostics& problems) {
  const text::Value* section = tree.find("thresholds");
  bool failed = false;
  const auto whole = [&](const char* key) {
    const text::Value* held = section == nullptr ? nullptr : section->find(key);
    const std::string* digits = held == nullptr ? nullptr : held->as_text();
    int value = 0;
    if (digits != nullptr) {
      const char* const last = digits->data() + digits->size();
      const auto [end, error] = std::from_chars(digits->data(), last, value);
      if (error == std::errc() && end == last) return value;
    }
    findings::say(problems, {"invalid-threshold",
                             place({"thresholds", key}),
                             {{"threshold", std::string("thresholds.") + key},
                              {"given", digits == nullptr ? text::Value() : text::Value(*digits)}}});
    failed = true;
    return value;
  };
  Thresholds read;
  read.weeks_without_test = whole("weeks-without-test");
  read.points_to_judge = whole("points-to-judge");
  read.quiet_weeks = whole("quiet-weeks");
  if (failed) return std::nullopt;
  return read;
}

}  // namespace thrive::standing
