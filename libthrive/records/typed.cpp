// SPDX-License-Identifier: MIT
#include "libthrive/records/typed.hpp"

#include <fmt/core.h>

namespace thrive::records {

namespace {

constexpr int deepest = 16;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Reads from the front of a text; `wrong` says why it could not go on.
class TypedReader {
 public:
  explicit TypedReader(std::string_view text) : rest_(text) {}

  std::optional<Typed> whole() {
    auto typed = value(0);
    skip_blanks();
    if (typed && !rest_.empty()) return fail(fmt::format("'{}' stands behind the closing bracket", rest_));
    return typed;
  }
  const std::string& wrong() const { return wrong_; }

 private:
  std::optional<Typed> value(int depth) {
    skip_blanks();
    if (depth > deepest) return fail("brackets are nested too deep");
    if (takes('[')) return list(depth);
    if (takes('{')) return map(depth);
    return scalar(",]}");
  }

  std::optional<Typed> list(int depth) {
    Typed typed{Typed::Form::list};
    while (!takes(']')) {
      auto item = value(depth + 1);
      if (!item) return std::nullopt;
      if (item->form == Typed::Form::scalar && item->text.empty() && !item->is_quoted)
        return fail(rest_.empty() ? "'[' is not closed" : "an item of the list is empty");
      typed.items.push_back(std::move(*item));
      if (!goes_on(']')) return std::nullopt;
    }
    return typed;
  }

  std::optional<Typed> map(int depth) {
    Typed typed{Typed::Form::map};
    while (!takes('}')) {
      const auto key = scalar(":,}");
      if (!key) return std::nullopt;
      if (!takes(':')) return fail(fmt::format("'{}' has no ':' behind it", key->text));
      auto item = value(depth + 1);
      if (!item) return std::nullopt;
      for (const auto& [known, other] : typed.entries)
        if (known == key->text) return fail(fmt::format("'{}' is given twice", key->text));
      typed.entries.emplace_back(key->text, std::move(*item));
      if (!goes_on('}')) return std::nullopt;
    }
    return typed;
  }

  /// Behind an item: a comma, or the closing bracket that is left for the loop to take.
  bool goes_on(char closing) {
    skip_blanks();
    if (takes(',') || (!rest_.empty() && rest_.front() == closing)) return true;
    fail(rest_.empty() ? fmt::format("'{}' is missing at the end", closing)
                       : fmt::format("a comma is missing before '{}'", rest_));
    return false;
  }

  std::optional<Typed> scalar(std::string_view enders) {
    skip_blanks();
    if (takes('\'')) return quoted('\'');
    if (takes('"')) return quoted('"');
    const std::size_t end = std::min(end_of_plain(enders), rest_.size());
    Typed typed;
    typed.text = trimmed(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return typed;
  }

  /// A `:` ends a key only before a blank or at the end, so that times and links are no keys.
  std::size_t end_of_plain(std::string_view enders) const {
    for (std::size_t at = 0; at < rest_.size(); ++at) {
      const char c = rest_[at];
      if (enders.find(c) == std::string_view::npos) continue;
      if (c != ':' || at + 1 == rest_.size() || rest_[at + 1] == ' ') return at;
    }
    return rest_.size();
  }

  std::optional<Typed> quoted(char quote) {
    Typed typed;
    typed.is_quoted = true;
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == quote && (quote == '"' || !takes('\''))) return typed;
      const bool is_escape = quote == '"' && c == '\\' && !rest_.empty();
      typed.text += is_escape ? escaped() : c;
    }
    return fail(fmt::format("{} is not closed", quote == '"' ? "'\"'" : "a '"));
  }

  char escaped() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c == 'n' ? '\n' : c == 't' ? '\t' : c;
  }

  bool takes(char wanted) {
    skip_blanks_before(wanted);
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }
  /// Blanks before brackets and commas mean nothing; before a quote they may be text.
  void skip_blanks_before(char wanted) {
    if (wanted != '\'' && wanted != '"') skip_blanks();
  }
  void skip_blanks() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) rest_.remove_prefix(1);
  }
  std::nullopt_t fail(std::string wrong) {
    wrong_ = std::move(wrong);
    return std::nullopt;
  }

  std::string_view rest_;
  std::string wrong_;
};

}  // namespace

std::optional<Typed> parse_typed(std::string_view text, std::string& problem) {
  const std::string_view typed = trimmed(text);
  if (!typed.starts_with('[') && !typed.starts_with('{')) {
    Typed scalar;
    scalar.text = text;
    return scalar;
  }
  TypedReader reader(typed);
  auto whole = reader.whole();
  if (!whole) problem = reader.wrong();
  return whole;
}

}  // namespace thrive::records
