// SPDX-License-Identifier: MIT
// Giving a key another name, where it stands.
#include <fmt/core.h>

#include <algorithm>

#include "libthrive/yaml/editor.hpp"

namespace thrive::yaml {

/// The name changes in its own quotes. Values that a hand has lined up stay in their column as far as there is room.
void Editor::rename(const Path& path, const std::string& key) {
  if (path.empty()) refuse(document_.root(), "the whole content of a file has no name");
  const NodeId mapping = document_.find({path.begin(), path.end() - 1});
  const NodeId old_id = mapping == no_node ? no_node : index_.key_node(mapping, path.back());
  if (old_id == no_node) refuse(document_.root(), fmt::format("there is no key '{}' to rename", format(path)));
  if (key == path.back()) return;
  if (const NodeId present = index_.key_node(mapping, key); present != no_node)
    refuse(present, fmt::format("'{}' is there already", key));
  const Node& old = node(old_id);
  const std::string written =
      old.style == Style::plain ? write_key(mapping, key, Context::key) : rewrite_in_style(old, key, Context::key);
  replace(old.text.begin, old.text.end, written);
  const bool is_lined_up = node(mapping).style == Style::block && neighbours(mapping).column_of_values > 0;
  const Node& value = node(old.next);
  const std::uint32_t behind = value.indicator + 1;
  if (!is_lined_up || value.text.begin == value.text.end || skip_blanks(behind) != value.text.begin) return;
  const auto length = [](std::uint32_t begin, std::uint32_t end) { return static_cast<std::ptrdiff_t>(end - begin); };
  const std::ptrdiff_t longer = static_cast<std::ptrdiff_t>(written.size()) - length(old.text.begin, old.text.end);
  const std::ptrdiff_t blanks = std::max<std::ptrdiff_t>(length(behind, value.text.begin) - longer, 1);
  replace(behind, value.text.begin, std::string(static_cast<std::size_t>(blanks), ' '));
}

}  // namespace thrive::yaml
