// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

#include "libthrive/findings/say.hpp"
#include "libthrive/priorities/entry/handed_in.hpp"
#include "libthrive/priorities/entry/read_numbers.hpp"
#include "libthrive/text/blanks.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::priorities {

namespace {

/// What a DATA TYPE says of its orders.
struct DataType {
  std::string_view name;
  bool is_complete;  // every order has every alternative
  bool has_ties;
};
constexpr DataType data_types[] = {
    {"soc", true, false}, {"soi", false, false}, {"toc", true, true}, {"toi", false, true}};

class PreflibReader {
 public:
  PreflibReader(const text::Source& source, text::Diagnostics& problems) : source_(source), problems_(problems) {}

  std::vector<HandedIn> read() {
    const std::string_view bytes = source_.bytes();
    for (std::size_t at = source_.has_byte_order_mark() ? 3 : 0; at < bytes.size() && !is_hopeless_;) {
      const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      const std::string_view line = text::trimmed(bytes.substr(at, end - at));
      if (line.starts_with('#'))
        head(text::trimmed(line.substr(1)));
      else if (!line.empty())
        list(line);
      at = end + 1;
    }
    if (!problems_.has_errors()) compare_numbers();
    return std::move(lists_);
  }

 private:
  /// A number that the head says.
  struct Said {
    std::size_t number;
    text::Place place;
  };

  text::Place place(std::string_view part) const {
    return {source_.name(), source_.position(static_cast<std::size_t>(part.data() - source_.bytes().data()))};
  }

  void head(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view key = text::trimmed(line.substr(0, colon)), value = text::trimmed(line.substr(colon + 1));
    constexpr std::string_view name = "ALTERNATIVE NAME ";
    if (key.starts_with(name)) {
      if (const auto number = whole_number_of(text::trimmed(key.substr(name.size()))))
        names_[*number] = {std::string(value), place(line)};
    } else if (key == "DATA TYPE") {
      take_type(value);
    } else if (key == "NUMBER VOTERS" || key == "NUMBER UNIQUE ORDERS" || key == "NUMBER ALTERNATIVES") {
      const auto number = whole_number_of(value);
      if (number && *number >= 0)
        said_.insert_or_assign(std::string(key), Said{static_cast<std::size_t>(*number), place(line)});
    }
  }

  void take_type(std::string_view value) {
    const std::string word = text::lower_case(value);
    const auto known = std::find_if(std::begin(data_types), std::end(data_types),
                                    [&word](const DataType& type) { return type.name == word; });
    if (known != std::end(data_types)) {
      type_ = *known;
      return;
    }
    is_hopeless_ = true;
    report({"preflib-not-understood", place(value), {{"case", "type"}, {"what", text::without_controls(value)}}});
  }

  void report(const findings::Finding& finding) { findings::say(problems_, finding); }

  void list(std::string_view line) {
    const std::size_t colon = line.find(':');
    const std::optional<int> repeats =
        colon == std::string_view::npos ? std::nullopt : whole_number_of(text::trimmed(line.substr(0, colon)));
    if (!repeats || *repeats < 1 || *repeats > 1000) {
      // The format of before 2021 has no colons at all: one mistake, not one a line.
      is_hopeless_ = names_.empty() && lists_.empty();
      return report({"preflib-not-understood", place(line), {{"case", is_hopeless_ ? "old" : "count"}}});
    }
    HandedIn list;
    list.table.place = place(line);
    list.repeats = static_cast<std::size_t>(*repeats);
    voters_ += list.repeats;
    if (!groups(line.substr(colon + 1), list)) return;
    list.blank = list.groups.empty();
    std::size_t listed = 0;
    for (const auto& group : list.groups) listed += group.size();
    if (type_ && type_->is_complete && listed != names_.size())
      report({"preflib-not-understood",
              list.table.place,
              {{"case", "incomplete"}, {"what", type_->name}, {"listed", listed}, {"all", names_.size()}}});
    lists_.push_back(std::move(list));
  }

  /// False, with its problem, for an order that the format does not have.
  bool groups(std::string_view rest, HandedIn& list) {
    bool tied = false, wants_item = true;
    const auto fail = [this](std::string_view at, const char* which) {
      report({"preflib-not-understood", place(at), {{"case", which}}});
      return false;
    };
    const std::string_view whole = rest;
    std::string_view group = rest;  // what stands in the brackets that are open
    while (!(rest = text::trimmed(rest)).empty()) {
      const char sign = rest.front();
      if (sign == '{') {
        if (tied) return fail(group, "nested");
        if (type_ && !type_->has_ties) return fail(rest, "tie");
        if (!wants_item) return fail(rest, "comma");
        tied = true;
        list.groups.emplace_back();
        rest.remove_prefix(1);
        group = rest;
      } else if (sign == '}') {
        if (!tied || wants_item) return fail(rest, "brackets");
        tied = false;
        rest.remove_prefix(1);
      } else if (sign == ',') {
        if (wants_item) return fail(rest, "comma");
        wants_item = true;
        rest.remove_prefix(1);
      } else {
        if (!wants_item) return fail(rest, "comma");
        const std::size_t end = std::min(rest.find_first_of(",{}"), rest.size());
        if (!tied) list.groups.emplace_back();
        list.groups.back().push_back(alternative(text::trimmed(rest.substr(0, end))));
        rest.remove_prefix(end);
        wants_item = false;
      }
    }
    if (tied) return fail(whole, "brackets");
    if (wants_item && !list.groups.empty()) return fail(whole, "comma");
    return true;
  }

  WrittenName alternative(std::string_view number) {
    const std::optional<int> key = whole_number_of(number);
    const auto known = key ? names_.find(*key) : names_.end();
    if (known != names_.end()) return {known->second.text, place(number), known->second.place};
    if (unnamed_.insert(std::string(number)).second)
      report({"preflib-not-understood", place(number), {{"case", "number"}, {"what", text::without_controls(number)}}});
    return {std::string(number), place(number)};
  }

  /// Other numbers than the head says: the file may have been cut short, or put together by hand.
  void compare_numbers() {
    const auto compare = [this](const char* key, const char* what, std::size_t found) {
      const auto said = said_.find(key);
      if (said == said_.end() || said->second.number == found) return;
      report({"preflib-counts", said->second.place, {{"what", what}, {"said", said->second.number}, {"found", found}}});
    };
    compare("NUMBER ALTERNATIVES", "alternatives", names_.size());
    compare("NUMBER VOTERS", "voters", voters_);
    compare("NUMBER UNIQUE ORDERS", "orders", lists_.size());
  }

  const text::Source& source_;
  text::Diagnostics& problems_;
  std::map<int, WrittenName> names_;
  std::map<std::string, Said> said_;  // by what the head calls them
  std::optional<DataType> type_;
  std::set<std::string> unnamed_;
  std::size_t voters_ = 0;
  bool is_hopeless_ = false;
  std::vector<HandedIn> lists_;
};

}  // namespace

std::vector<HandedIn> read_preflib(const text::Source& source, text::Diagnostics& problems) {
  return PreflibReader(source, problems).read();
}

}  // namespace thrive::priorities
