// SPDX-License-Identifier: MIT
#include "libthrive/ramps/checks/thresholds.hpp"
#include "libthrive/findings/say.hpp"

#include <charconv>

namespace thrive::ramps {

namespace {

/// Reads one section of the file; remembers whether anything was wrong.
class Section {
 public:
  Section(const text::Value* tree, std::string name, const PlaceOf& place, text::Diagnostics& problems)
      : tree_(tree), name_(std::move(name)), place_(place), problems_(problems) {}

  double number(std::string_view key) {
    const std::string* held = tree_ == nullptr || !tree_->find(key) ? nullptr : tree_->find(key)->as_text();
    double value = 0;
    if (held != nullptr) {
      const auto [end, error] = std::from_chars(held->data(), held->data() + held->size(), value);
      if (error == std::errc() && end == held->data() + held->size()) return value;
    }
    findings::say(problems_, {"invalid-threshold",
                              place_({name_, std::string(key)}),
                              {{"threshold", name_ + "." + std::string(key)},
                               {"given", held == nullptr ? text::Value() : text::Value(*held)}}});
    failed_ = true;
    return value;
  }
  int whole(std::string_view key) { return static_cast<int>(number(key)); }
  bool failed() const { return failed_; }

 private:
  const text::Value* tree_;
  std::string name_;
  const PlaceOf& place_;
  text::Diagnostics& problems_;
  bool failed_ = false;
};

std::vector<std::string> words(const text::Value& tree, std::string_view key) {
  std::vector<std::string> result;
  const text::Value* list = tree.find(key);
  if (list == nullptr || list->as_list() == nullptr) return result;
  for (const text::Value& item : *list->as_list())
    if (const std::string* word = item.as_text()) result.push_back(*word);
  return result;
}

}  // namespace

std::optional<Thresholds> read_thresholds(const text::Value& tree, const PlaceOf& place, text::Diagnostics& problems) {
  Thresholds read;
  Section numbers(tree.find("thresholds"), "thresholds", place, problems);
  read.first_cycle_people = numbers.number("first-cycle-people");
  read.first_cycle_sites = numbers.number("first-cycle-sites");
  read.first_cycle_days = numbers.whole("first-cycle-days");
  read.scale_jump = numbers.number("scale-jump");
  read.gap_weeks = numbers.whole("gap-weeks");
  read.points_since_change = numbers.whole("points-since-change");
  read.look_grace_days = numbers.whole("look-grace-days");
  read.overdue_days = numbers.whole("overdue-days");
  read.many_ramps = numbers.whole("many-ramps");
  read.opinions = words(tree, "opinions");
  read.future = words(tree, "future");
  read.improved = words(tree, "improved");
  read.directions = words(tree, "directions");
  Section shares(tree.find("benchmarks"), "benchmarks", place, problems);
  if (const text::Value* found = tree.find("benchmarks"))
    if (const text::Value* source = found->find("source"); source && source->as_text())
      read.benchmarks.source = *source->as_text();
  read.benchmarks.stages_documented = shares.number("stages-documented");
  read.benchmarks.study_past_tense = shares.number("study-past-tense");
  read.benchmarks.learning = shares.number("learning");
  read.benchmarks.explicit_prediction = shares.number("explicit-prediction");
  read.benchmarks.in_a_series = shares.number("in-a-series");
  read.benchmarks.growing_series = shares.number("growing-series");
  read.benchmarks.regular_data = shares.number("regular-data");
  if (numbers.failed() || shares.failed()) return std::nullopt;
  return read;
}

}  // namespace thrive::ramps
