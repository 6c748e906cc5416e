// SPDX-License-Identifier: MIT
// A whole document with what was joined, in as many goes as it takes.
#include "libthrive/versions/written.hpp"

#include <algorithm>
#include <map>

#include "libthrive/versions/writing.hpp"

namespace thrive::versions {

namespace {

/// Takes as many pieces as do not get into each other's way, in the order of the file.
class Fitting {
 public:
  bool take(const Pieces& pieces) {
    for (const yaml::Replacement& piece : pieces)
      if (!is_free(piece)) return false;
    for (const yaml::Replacement& piece : pieces) taken_.emplace(piece.offset, &piece);
    return true;
  }

  std::vector<yaml::Replacement> in_order() const {
    std::vector<yaml::Replacement> result;
    for (const auto& [offset, piece] : taken_) result.push_back(*piece);
    // At one place what is added stands before what is replaced there.
    std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
      return a.offset != b.offset ? a.offset < b.offset : a.length == 0 && b.length != 0;
    });
    return result;
  }

 private:
  bool is_free(const yaml::Replacement& piece) const {
    const std::size_t end = piece.offset + piece.length;
    auto at = taken_.upper_bound(piece.offset);
    for (auto next = at; next != taken_.end() && next->first < end; ++next) return false;
    while (at != taken_.begin()) {
      --at;
      const auto& [offset, other] = *at;
      const bool stands_before = piece.length == 0 && offset == piece.offset;
      if (offset + other->length > piece.offset && !stands_before) return false;
      if (offset < piece.offset && other->length > 0) break;
    }
    return true;
  }

  std::multimap<std::size_t, const yaml::Replacement*> taken_;
};

}  // namespace

std::optional<yaml::Document> written(const yaml::Document& document, const Joined& root) {
  constexpr int most_goes = 60;
  std::optional<yaml::Document> made;
  for (int go = 0; go < most_goes; ++go) {
    const yaml::Document& now = made ? *made : document;
    if (now.root() == yaml::no_node) return std::nullopt;
    if (says({&now, now.root()}, root)) return now;
    try {
      const std::vector<Pieces> planned = Writing(now).plan(root);
      Fitting fitting;
      bool takes_any = false;
      for (const Pieces& pieces : planned)
        if (!pieces.empty()) takes_any = fitting.take(pieces) || takes_any;
      if (!takes_any) return std::nullopt;
      text::Diagnostics problems;
      auto after = yaml::parse(
          text::Source(now.source().name(), yaml::replaced(now.source().bytes(), fitting.in_order())), problems);
      if (!after || problems.has_errors()) return std::nullopt;
      made = std::move(after);
    } catch (const yaml::CannotEdit&) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace thrive::versions
