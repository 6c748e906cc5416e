// SPDX-License-Identifier: MIT
#include "libthrive/measures/rule_set.hpp"
#include "libthrive/findings/say.hpp"

#include <charconv>

#include "libthrive/model/words.hpp"

namespace thrive::measures {

namespace {

/// Walks the tree of a rule set file; every scalar is text.
class Reader {
 public:
  Reader(const std::string& file, text::Diagnostics& problems) : file_(file), problems_(problems) {}

  void fail(const std::string& message) {
    findings::say(problems_, {"invalid-rule-set", text::whole_file(file_), {{"message", message}}});
    failed_ = true;
  }
  bool failed() const { return failed_; }

  std::string words(const text::Value& tree, std::string_view key, bool required = false) {
    const text::Value* found = tree.find(key);
    const std::string* held = found ? found->as_text() : nullptr;
    if (!held && required) fail("rule set has no '" + std::string(key) + "'");
    return held ? *held : std::string();
  }
  template <class Number>
  std::optional<Number> number(const text::Value& tree, std::string_view key) {
    const std::string held = words(tree, key);
    if (held.empty()) return std::nullopt;
    Number value{};
    const auto [end, error] = std::from_chars(held.data(), held.data() + held.size(), value);
    if (error == std::errc() && end == held.data() + held.size()) return value;
    fail("'" + std::string(key) + "' is not a number: '" + held + "'");
    return std::nullopt;
  }
  bool truth(const text::Value& tree, std::string_view key) {
    const std::string held = words(tree, key);
    if (held != "" && held != "true" && held != "false")
      fail("'" + std::string(key) + "' is neither true nor false: '" + held + "'");
    return held == "true";
  }

 private:
  const std::string& file_;
  text::Diagnostics& problems_;
  bool failed_ = false;
};

void read_order(RuleSet& rules, const text::Value& tree, Reader& reader) {
  const text::Value* order = tree.find("order");
  if (!order || !order->as_list()) return reader.fail("rule set has no list 'order'");
  for (const text::Value& item : *order->as_list()) {
    const std::string name = item.as_text() ? *item.as_text() : std::string();
    const std::optional<Rule> rule = model::named<Rule>(name);
    if (rule)
      rules.order.push_back(*rule);
    else
      reader.fail("unknown rule '" + name + "'");
  }
}

void read_lengths(RuleSet& rules, const text::Value& tree, Reader& reader) {
  if (const text::Value* shift = tree.find("shift")) {
    ShiftRule rule;
    rule.longest_run = reader.words(*shift, "length") == "longest-run";
    if (!rule.longest_run) rule.length = reader.number<int>(*shift, "length").value_or(0);
    rule.skip_centre = reader.truth(*shift, "skip-centre");
    if (!rule.longest_run && rule.length < 2) reader.fail("'shift' needs a length of at least 2");
    rules.shift = rule;
  }
  if (const text::Value* trend = tree.find("trend")) {
    const TrendRule rule{reader.number<int>(*trend, "length").value_or(0), reader.truth(*trend, "skip-ties")};
    if (rule.length < 3) reader.fail("'trend' needs a length of at least 3");
    rules.trend = rule;
  }
  if (const text::Value* two = tree.find("two-in-three"))
    rules.two_in_three = TwoInThreeRule{reader.truth(*two, "count-outside")};
}

void read_runs(RuleSet& rules, const text::Value& tree, Reader& reader) {
  const text::Value* runs = tree.find("runs");
  if (!runs) return;
  rules.runs_signal = reader.truth(*runs, "signal");
  const text::Value* table = runs->find("usual");
  if (!table || !table->as_map()) return;
  for (const auto& [useful, limits] : *table->as_map()) {
    RunsLimits row;
    std::from_chars(useful.data(), useful.data() + useful.size(), row.useful);
    row.lower = reader.number<int>(limits, "fewest").value_or(0);
    row.upper = reader.number<int>(limits, "most").value_or(0);
    if (row.useful < 2 || row.lower < 1 || row.upper < row.lower) reader.fail("wrong row of runs '" + useful + "'");
    rules.runs_table.push_back(row);
  }
}

}  // namespace

std::optional<RuleSet> read_rule_set(const text::Value& tree, const std::string& file, text::Diagnostics& problems) {
  Reader reader(file, problems);
  RuleSet rules;
  rules.name = reader.words(tree, "name", true);
  rules.version = reader.words(tree, "version", true);
  rules.title = reader.words(tree, "title", true);
  rules.source = reader.words(tree, "source");
  if (const std::optional<Chart> chart = chart_named(reader.words(tree, "chart")))
    rules.chart = *chart;
  else
    reader.fail("unknown chart '" + reader.words(tree, "chart") + "'");
  read_order(rules, tree, reader);
  read_lengths(rules, tree, reader);
  read_runs(rules, tree, reader);
  rules.limit_factor = reader.number<double>(tree, "limit-factor").value_or(rules.limit_factor);
  rules.screening = reader.number<double>(tree, "screening");
  rules.short_below = reader.number<int>(tree, "short-below").value_or(rules.short_below);
  rules.to_the_letter = reader.truth(tree, "to-the-letter");
  const std::string conflict = reader.words(tree, "conflict");
  if (conflict == "improvement-first")
    rules.conflict = Conflict::improvement_first;
  else if (conflict != "first-rule")
    reader.fail("'conflict' is 'first-rule' or 'improvement-first', not '" + conflict + "'");
  if (reader.failed()) return std::nullopt;
  return rules;
}

}  // namespace thrive::measures
