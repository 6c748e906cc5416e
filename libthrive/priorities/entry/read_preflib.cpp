// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "libthrive/priorities/entry/handed_in.hpp"
#include "libthrive/priorities/entry/read_numbers.hpp"
#include "libthrive/text/blanks.hpp"

namespace thrive::priorities {

namespace {

class PreflibReader {
 public:
  PreflibReader(const text::Source& source, text::Diagnostics& problems) : source_(source), problems_(problems) {}

  std::vector<HandedIn> read() {
    const std::string_view bytes = source_.bytes();
    for (std::size_t at = source_.has_byte_order_mark() ? 3 : 0; at < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      const std::string_view line = text::trimmed(bytes.substr(at, end - at));
      if (line.starts_with('#'))
        head(text::trimmed(line.substr(1)));
      else if (!line.empty())
        list(line);
      at = end + 1;
    }
    return std::move(lists_);
  }

 private:
  text::Place place(std::string_view part) const {
    return {source_.name(), source_.position(static_cast<std::size_t>(part.data() - source_.bytes().data()))};
  }

  void head(std::string_view line) {
    constexpr std::string_view key = "ALTERNATIVE NAME ";
    if (!line.starts_with(key)) return;
    line.remove_prefix(key.size());
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    if (const auto number = whole_number_of(text::trimmed(line.substr(0, colon))))
      names_[*number] = std::string(text::trimmed(line.substr(colon + 1)));
  }

  void list(std::string_view line) {
    const std::size_t colon = line.find(':');
    const std::optional<int> repeats =
        colon == std::string_view::npos ? std::nullopt : whole_number_of(text::trimmed(line.substr(0, colon)));
    if (!repeats || *repeats < 1 || *repeats > 1000) {
      problems_.error("preflib-not-understood", place(line),
                      "a line starts with the number of tables that handed in the list, 1 to 1000, and a colon",
                      "write '2: 1,{2,3},4'");
      return;
    }
    HandedIn list;
    list.table.place = place(line);
    list.repeats = static_cast<std::size_t>(*repeats);
    groups(line.substr(colon + 1), list);
    list.blank = list.groups.empty();
    lists_.push_back(std::move(list));
  }

  void groups(std::string_view rest, HandedIn& list) {
    bool tied = false;
    while (!(rest = text::trimmed(rest)).empty()) {
      if (rest.front() == '{' || rest.front() == '}') {
        tied = rest.front() == '{';
        if (tied) list.groups.emplace_back();
        rest.remove_prefix(1);
        continue;
      }
      if (rest.front() == ',') {
        rest.remove_prefix(1);
        continue;
      }
      const std::string_view number = text::trimmed(rest.substr(0, rest.find_first_of(",{}")));
      rest.remove_prefix(std::min(rest.find_first_of(",{}"), rest.size()));
      if (!tied) list.groups.emplace_back();
      list.groups.back().push_back(alternative(number));
    }
    list.groups.erase(std::remove_if(list.groups.begin(), list.groups.end(), [](const auto& g) { return g.empty(); }),
                      list.groups.end());
  }

  WrittenName alternative(std::string_view number) {
    const std::optional<int> key = whole_number_of(number);
    const auto known = key ? names_.find(*key) : names_.end();
    if (known != names_.end()) return {known->second, place(number)};
    problems_.error("preflib-not-understood", place(number),
                    fmt::format("'{}' is the number of no alternative in the head", number),
                    "alternatives stand above the lists as '# ALTERNATIVE NAME 1: S3'");
    return {std::string(number), place(number)};
  }

  const text::Source& source_;
  text::Diagnostics& problems_;
  std::map<int, std::string> names_;
  std::vector<HandedIn> lists_;
};

}  // namespace

std::vector<HandedIn> read_preflib(const text::Source& source, text::Diagnostics& problems) {
  return PreflibReader(source, problems).read();
}

}  // namespace thrive::priorities
