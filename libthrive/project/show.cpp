// SPDX-License-Identifier: MIT
#include "libthrive/project/show.hpp"

namespace thrive::project {

text::Value shown(const Opened& project) {
  text::Value value = text::Value::map();
  value.set("format", 1).set("command", "thrive show");
  const text::Value sections = records::to_value(project.model(), records::Fullness::full);
  for (const auto& [name, section] : *sections.as_map()) value.set(name, section);
  return value;
}

}  // namespace thrive::project
