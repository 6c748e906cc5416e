// SPDX-License-Identifier: MIT
#include "libthrive/records/moved.hpp"

#include <fmt/core.h>

namespace thrive::records {

namespace {

constexpr MovedSection all_moved[] = {{"priorities", "ideas", "ideas"}};

}  // namespace

std::span<const MovedSection> moved_sections() { return all_moved; }

const MovedSection* moved_from(std::string_view within, std::string_view field) {
  for (const MovedSection& moved : all_moved)
    if (moved.within == within && moved.field == field) return &moved;
  return nullptr;
}

const MovedSection* moved_to(std::string_view section) {
  for (const MovedSection& moved : all_moved)
    if (moved.to == section) return &moved;
  return nullptr;
}

std::vector<std::string> old_path(const std::vector<std::string>& path) {
  const MovedSection* moved = path.empty() ? nullptr : moved_to(path.front());
  if (moved == nullptr) return {};
  std::vector<std::string> old{std::string(moved->within), std::string(moved->field)};
  old.insert(old.end(), path.begin() + 1, path.end());
  return old;
}

std::string new_path(std::string_view path) {
  for (const MovedSection& moved : all_moved) {
    const std::string old = fmt::format("{}/{}", moved.within, moved.field);
    if (!path.starts_with(old)) continue;
    const std::string_view behind = path.substr(old.size());
    if (behind.empty() || behind.front() == '/') return std::string(moved.to) + std::string(behind);
  }
  return std::string(path);
}

}  // namespace thrive::records
