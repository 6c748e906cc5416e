// SPDX-License-Identifier: MIT
#include "libthrive/priorities/item_names.hpp"

namespace thrive::priorities {

ItemNames item_names(const std::vector<std::string>& items, const model::Instrument* instrument) {
  ItemNames names;
  for (const std::string& id : items) {
    const model::Item* item = instrument == nullptr ? nullptr : instrument->items.find(id);
    names.titles.push_back(item == nullptr ? "" : item->title);
    names.levels.push_back(item == nullptr ? "" : item->level);
    names.principles.push_back(item == nullptr ? std::vector<std::string>{} : item->principles);
  }
  return names;
}

}  // namespace thrive::priorities
