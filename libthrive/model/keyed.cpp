// SPDX-License-Identifier: MIT
#include "libthrive/model/keyed.hpp"

namespace thrive::model {

std::uint32_t IdIndex::hash(std::string_view id) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

void IdIndex::add(std::uint32_t hash, std::size_t position) {
  if ((used_ + 1) * 2 > slots_.size()) grow();
  std::size_t at = hash & mask();
  while (slots_[at].place != 0) at = (at + 1) & mask();
  slots_[at] = {hash, static_cast<std::uint32_t>(position + 1)};
  ++used_;
}

void IdIndex::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.place == 0) continue;
    std::size_t at = slot.hash & mask();
    while (slots_[at].place != 0) at = (at + 1) & mask();
    slots_[at] = slot;
  }
}

}  // namespace thrive::model
