// SPDX-License-Identifier: MIT
#include "libthrive/versions/markers.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "libthrive/versions/lines.hpp"
#include "libthrive/versions/writing.hpp"

namespace thrive::versions {

namespace {

using yaml::Document;
using yaml::no_node;
using yaml::NodeId;

/// A stretch of lines of the joined file, and what makes each of the other two versions of it.
struct Region {
  std::size_t begin = 0;
  std::size_t end = 0;
  Pieces base{};
  Pieces theirs{};
};

/// What was joined, with one version where people must decide.
Joined resolved(const Joined& joined, const std::vector<Conflict>& conflicts, At Three::*side) {
  if (joined.conflict != Joined::none) {
    const Conflict& conflict = conflicts[joined.conflict];
    return {conflict.meant, conflict.sides.*side};
  }
  if (!joined.is_mixed()) return joined;
  std::vector<JoinedEntry> entries;
  for (const JoinedEntry& entry : *joined.mixed) {
    Joined value = resolved(entry.value, conflicts, side);
    if (value.is_there()) entries.push_back({entry.key, std::move(value)});
  }
  return {joined.meant, joined.at, std::make_shared<const std::vector<JoinedEntry>>(std::move(entries))};
}

bool has_conflict(const Joined& joined) {
  if (joined.conflict != Joined::none) return true;
  return joined.is_mixed() && std::any_of(joined.mixed->begin(), joined.mixed->end(),
                                          [](const JoinedEntry& entry) { return has_conflict(entry.value); });
}

/// Finds the lines of every conflict in the joined file.
class Regions {
 public:
  Regions(const Document& document, const Join& join) : document_(document), join_(join), writing_(document) {}

  std::vector<Region> find() {
    place(document_.root(), join_.root);
    std::stable_sort(regions_.begin(), regions_.end(),
                     [](const Region& a, const Region& b) { return a.begin < b.begin; });
    std::vector<Region> apart;
    for (Region& region : regions_) {
      if (apart.empty() || apart.back().end <= region.begin) {
        apart.push_back(std::move(region));
        continue;
      }
      Region& before = apart.back();
      before.end = std::max(before.end, region.end);
      std::move(region.base.begin(), region.base.end(), std::back_inserter(before.base));
      std::move(region.theirs.begin(), region.theirs.end(), std::back_inserter(before.theirs));
    }
    return apart;
  }

 private:
  using SideOf = At Three::*;

  /// A place that is there in the joined file.
  void place(NodeId node, const Joined& joined) {
    if (!has_conflict(joined)) return;
    const yaml::Node there = document_.node(node);
    const bool is_in_brackets = there.style == yaml::Style::flow && there.first != no_node;
    if (joined.conflict != Joined::none || is_in_brackets || there.first == no_node) return value(node, joined);
    NodeId behind = no_node;
    std::size_t position = 0;
    NodeId item = there.first;
    for (const JoinedEntry& entry : *joined.mixed) {
      if (!entry.value.is_there()) {
        entry_of_others(node, behind, entry);
        continue;
      }
      const bool is_list = there.kind == yaml::Kind::sequence;
      const NodeId next = is_list ? item : document_.child(node, entry.key);
      if (next == no_node) throw yaml::CannotEdit{};
      path_.push_back(is_list ? std::to_string(position++) : entry.key);
      place(next, entry.value);
      path_.pop_back();
      behind = next;
      if (is_list) item = document_.node(item).next;
    }
  }

  /// A value that another version has otherwise, or not at all.
  void value(NodeId node, const Joined& joined) {
    if (path_.empty()) throw yaml::CannotEdit{};
    Region region;
    const text::Span lines = writing_.lines_of_entry(node);
    region.begin = lines.begin;
    region.end = lines.end;
    region.base = pieces(node, joined, &Three::base);
    region.theirs = pieces(node, joined, &Three::theirs);
    add(std::move(region));
  }

  Pieces pieces(NodeId node, const Joined& joined, SideOf side) {
    const Joined other = resolved(joined, join_.conflicts, side);
    if (!other.is_there()) return writing_.remove(path_);
    if (says({&document_, node}, other)) return {};
    return writing_.set(node, path_, other);
  }

  /// An entry that ours does not have.
  void entry_of_others(NodeId collection, NodeId behind, const JoinedEntry& entry) {
    const Conflict& conflict = join_.conflicts[entry.value.conflict];
    const auto added = [&](SideOf side) {
      const At at = conflict.sides.*side;
      return at.is_there() ? writing_.add(collection, behind, {entry.key, {conflict.meant, at}}) : Pieces{};
    };
    Region region;
    region.base = added(&Three::base);
    region.theirs = added(&Three::theirs);
    region.begin = (region.theirs.empty() ? region.base : region.theirs).front().offset;
    region.end = region.begin;
    add(std::move(region));
  }

  /// Widens a region to the whole lines that either version changes.
  void add(Region region) {
    const std::string_view bytes = document_.source().bytes();
    for (const Pieces* pieces : {&region.base, &region.theirs})
      for (const yaml::Replacement& piece : *pieces) {
        region.begin = std::min(region.begin, line_start(bytes, piece.offset));
        const std::size_t end = piece.offset + piece.length;
        const bool ends_line = end == 0 || bytes[end - 1] == '\n';
        region.end = std::max(region.end, ends_line ? end : next_line(bytes, end));
      }
    regions_.push_back(std::move(region));
  }

  const Document& document_;
  const Join& join_;
  Writing writing_;
  yaml::Path path_;
  std::vector<Region> regions_;
};

std::string ending_a_line(std::string text, std::string_view line_end) {
  if (!text.empty() && text.back() != '\n') text += line_end;
  return text;
}

/// The lines of a region in one of the other versions; nothing when two changes get into each other's way.
std::optional<std::string> lines_of(std::string_view bytes, const Region& region, Pieces pieces) {
  const std::string_view lines = bytes.substr(region.begin, region.end - region.begin);
  for (yaml::Replacement& piece : pieces) piece.offset -= region.begin;
  std::stable_sort(pieces.begin(), pieces.end(), [](const auto& a, const auto& b) { return a.offset < b.offset; });
  std::size_t at = 0;
  for (const yaml::Replacement& piece : pieces) {
    if (piece.offset < at) return std::nullopt;
    at = piece.offset + piece.length;
  }
  return yaml::replaced(lines, pieces);
}

/// True when the bytes are a file that can be read.
bool is_yaml(std::string bytes) {
  text::Diagnostics problems;
  return yaml::parse(text::Source("joined", std::move(bytes)), problems).has_value() && !problems.has_errors();
}

}  // namespace

std::string between_markers(const Markers& markers, std::string_view ours, std::string_view base,
                            std::string_view theirs) {
  const auto marker = [&](char sign, std::string_view label, std::string_view line_end) {
    std::string line(static_cast<std::size_t>(std::max(markers.size, 1)), sign);
    if (!label.empty()) line.append(" ").append(label);
    return line.append(line_end);
  };
  const std::string_view any = !ours.empty() ? ours : !theirs.empty() ? theirs : base;
  const std::string_view line_end = line_end_of(any);
  std::string text = marker('<', markers.ours, line_end) + ending_a_line(std::string(ours), line_end);
  text += marker('|', markers.base, line_end) + ending_a_line(std::string(base), line_end);
  text += marker('=', {}, line_end) + ending_a_line(std::string(theirs), line_end);
  return text + marker('>', markers.theirs, line_end);
}

bool has_markers(std::string_view bytes) {
  constexpr std::size_t fewest = 7;
  bool has_begin = false, has_middle = false, has_end = false;
  for (std::size_t at = 0; at < bytes.size(); at = next_line(bytes, at)) {
    const char sign = bytes[at];
    if (sign != '<' && sign != '=' && sign != '>' && sign != '|') continue;
    std::size_t end = at;
    while (end < bytes.size() && bytes[end] == sign) ++end;
    if (end - at < fewest || (end < bytes.size() && !yaml::is_blank_or_end(bytes[end]))) continue;
    has_begin = has_begin || sign == '<';
    has_middle = has_middle || sign == '=' || sign == '|';
    has_end = has_end || sign == '>';
  }
  return static_cast<int>(has_begin) + static_cast<int>(has_middle) + static_cast<int>(has_end) > 1;
}

std::optional<std::string> with_markers(const Document& joined, const Join& join, const Markers& markers) {
  const std::string_view bytes = joined.source().bytes();
  std::string text, base, theirs;
  std::size_t at = 0;
  try {
    for (const Region& region : Regions(joined, join).find()) {
      const auto in_base = lines_of(bytes, region, region.base);
      const auto in_theirs = lines_of(bytes, region, region.theirs);
      if (!in_base || !in_theirs) return std::nullopt;
      const std::string_view before = bytes.substr(at, region.begin - at);
      for (std::string* version : {&text, &base, &theirs}) *version += before;
      if (!text.empty() && text.back() != '\n') text += line_end_of(bytes);
      text += between_markers(markers, bytes.substr(region.begin, region.end - region.begin), *in_base, *in_theirs);
      base += *in_base;
      theirs += *in_theirs;
      at = region.end;
    }
  } catch (const yaml::CannotEdit&) {
    return std::nullopt;
  }
  for (std::string* version : {&text, &base, &theirs}) *version += bytes.substr(at);
  if (!is_yaml(std::move(base)) || !is_yaml(std::move(theirs))) return std::nullopt;
  return text;
}

}  // namespace thrive::versions
