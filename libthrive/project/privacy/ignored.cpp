// SPDX-License-Identifier: MIT
#include "libthrive/project/privacy/ignored.hpp"

#include <algorithm>

namespace thrive::project {

namespace {

/// The end of `[a-z]` that begins at 0, and whether a sign is in it; 0 when it is never closed.
std::size_t bracket_end(std::string_view pattern, char sign, bool& is_in) {
  std::size_t at = 1;
  const bool is_against = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
  if (is_against) ++at;
  bool found = false;
  for (bool is_first = true; at < pattern.size() && (is_first || pattern[at] != ']'); is_first = false) {
    if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
    const char low = pattern[at++];
    char high = low;
    if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
      high = pattern[at + 1];
      at += 2;
    }
    found = found || (low <= sign && sign <= high);
  }
  is_in = found != is_against && sign != '/';
  return at < pattern.size() ? at + 1 : 0;
}

/// Fits one sign of a pattern to one of a name: how long it is in the pattern, 0 when they differ.
std::size_t one_sign(std::string_view pattern, char sign) {
  if (pattern.front() == '?') return sign != '/' ? 1 : 0;
  if (pattern.front() == '[') {
    bool is_in = false;
    if (const std::size_t end = bracket_end(pattern, sign, is_in); end > 0) return is_in ? end : 0;
  }
  if (pattern.front() == '\\' && pattern.size() > 1) return pattern[1] == sign ? 2 : 0;
  return pattern.front() == sign ? 1 : 0;
}

}  // namespace

bool fits_pattern(std::string_view pattern, std::string_view name) {
  // Where to go on when what follows a star did not fit: one star within a name, and one over several, are enough.
  std::string_view after_star, after_stars, name_at_star, name_at_stars;
  bool has_star = false, has_stars = false;
  while (true) {
    if (pattern.starts_with("**")) {
      pattern.remove_prefix(2);
      if (pattern.starts_with('/') && fits_pattern(pattern.substr(1), name)) return true;
      has_stars = true;
      has_star = false;
      after_stars = pattern;
      name_at_stars = name;
      continue;
    }
    if (pattern.starts_with('*')) {
      pattern.remove_prefix(1);
      has_star = true;
      after_star = pattern;
      name_at_star = name;
      continue;
    }
    if (pattern.empty() && name.empty()) return true;
    if (!pattern.empty() && !name.empty()) {
      if (const std::size_t length = one_sign(pattern, name.front()); length > 0) {
        pattern.remove_prefix(length);
        name.remove_prefix(1);
        continue;
      }
    }
    if (has_star && !name_at_star.empty() && name_at_star.front() != '/') {
      name_at_star.remove_prefix(1);
      pattern = after_star;
      name = name_at_star;
    } else if (has_stars && !name_at_stars.empty()) {
      name_at_stars.remove_prefix(1);
      pattern = after_stars;
      name = name_at_stars;
      has_star = false;
    } else {
      return false;
    }
  }
}

void Ignored::add(std::string_view patterns, std::string_view folder) {
  while (!patterns.empty()) {
    const std::size_t end = std::min(patterns.find('\n'), patterns.size());
    std::string_view line = patterns.substr(0, end);
    patterns.remove_prefix(std::min(end + 1, patterns.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    Pattern pattern{{}, std::string(folder), line.starts_with('!'), false, false};
    if (pattern.takes_back) line.remove_prefix(1);
    pattern.is_for_folders = line.ends_with('/');
    if (pattern.is_for_folders) line.remove_suffix(1);
    pattern.is_for_whole_path = line.find('/') != std::string_view::npos;
    if (line.starts_with('/')) line.remove_prefix(1);
    pattern.words = line;
    if (!line.empty()) patterns_.push_back(std::move(pattern));
  }
}

bool Ignored::covers(std::string_view path, bool is_folder) const {
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (pattern->is_for_folders && !is_folder) continue;
    std::string_view name = path;
    if (!pattern->folder.empty()) {
      if (!name.starts_with(pattern->folder + "/")) continue;
      name.remove_prefix(pattern->folder.size() + 1);
    }
    if (!pattern->is_for_whole_path) name = name.substr(name.rfind('/') + 1);
    if (fits_pattern(pattern->words, name)) return !pattern->takes_back;
  }
  return false;
}

}  // namespace thrive::project
