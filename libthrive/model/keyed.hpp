// SPDX-License-Identifier: MIT
//
// The two kinds of collection that a project file has beside plain lists.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thrive::model {

/// The positions of many ids, to be found by their hash. Holds no ids: the caller compares.
class IdIndex {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// The same for the same id on every machine.
  static std::uint32_t hash(std::string_view id);

  void add(std::uint32_t hash, std::size_t position);
  /// The position that `is_it` accepts among those of a hash; `none` when there is none.
  template <class IsIt>
  std::size_t find(std::uint32_t hash, IsIt is_it) const {
    for (std::size_t at = hash & mask(); slots_[at].place != 0; at = (at + 1) & mask())
      if (slots_[at].hash == hash && is_it(slots_[at].place - 1)) return slots_[at].place - 1;
    return none;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t place = 0;  // the position, counted from 1; 0 for a slot that is free
  };

  std::size_t mask() const { return slots_.size() - 1; }
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(32);  // always a power of two, and never more than half full
  std::size_t used_ = 0;
};

/// A mapping from ids to records that keeps the order of the file.
template <class T>
class Keyed {
 public:
  struct Entry {
    std::string id;
    T value;
    friend bool operator==(const Entry&, const Entry&) = default;
  };

  /// Adds a record at the end; the caller has checked that the id is new.
  T& add(std::string id, T value = {}) {
    entries_.push_back({std::move(id), std::move(value)});
    if (entries_.size() >= indexed_from) index();
    return entries_.back().value;
  }
  /// Makes room for so many records.
  void reserve(std::size_t count) { entries_.reserve(count); }
  const T* find(std::string_view id) const {
    if (index_.empty()) {
      for (const Entry& entry : entries_)
        if (entry.id == id) return &entry.value;
      return nullptr;
    }
    const auto is_it = [&](std::size_t position) { return entries_[position].id == id; };
    const std::size_t position = index_.front().find(IdIndex::hash(id), is_it);
    return position == IdIndex::none ? nullptr : &entries_[position].value;
  }
  T* find(std::string_view id) { return const_cast<T*>(std::as_const(*this).find(id)); }
  bool contains(std::string_view id) const { return find(id) != nullptr; }
  std::vector<std::string> ids() const {
    std::vector<std::string> result;
    for (const Entry& entry : entries_) result.push_back(entry.id);
    return result;
  }
  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  const Entry& operator[](std::size_t position) const { return entries_[position]; }
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }
  auto begin() { return entries_.begin(); }
  auto end() { return entries_.end(); }

  friend bool operator==(const Keyed& a, const Keyed& b) { return a.entries_ == b.entries_; }

 private:
  // A few entries are found faster by looking at each than by hashing, and most mappings have only a few.
  static constexpr std::size_t indexed_from = 16;

  /// Brings the index up to the last entry.
  void index() {
    std::size_t first = entries_.size() - 1;
    if (index_.empty()) {
      index_.emplace_back();
      first = 0;
    }
    for (std::size_t i = first; i < entries_.size(); ++i) index_.front().add(IdIndex::hash(entries_[i].id), i);
  }

  std::vector<Entry> entries_;
  std::vector<IdIndex> index_;  // one, or none while there are few entries
};

/// A value that the file may give alone or as a list: `M1` or `[M1, M2]`.
template <class T>
struct OneOrMany {
  std::vector<T> items;
  friend bool operator==(const OneOrMany&, const OneOrMany&) = default;
};

}  // namespace thrive::model
