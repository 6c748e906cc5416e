// SPDX-License-Identifier: MIT
#include "libthrive/improvement/thresholds.hpp"

#include <charconv>

#include "libthrive/findings/say.hpp"

namespace thrive::improvement {

namespace {

/// Reads one section of a file; remembers whether anything was wrong.
class ThresholdSection {
 public:
  ThresholdSection(const ThresholdFile& file, std::string name, text::Diagnostics& problems)
      : file_(file), name_(std::move(name)), tree_(file.tree.find(name_)), problems_(problems) {}

  double number(std::string_view key) {
    const std::string* held = text_of(key);
    double value = 0;
    if (held != nullptr) {
      const auto [end, error] = std::from_chars(held->data(), held->data() + held->size(), value);
      if (error == std::errc() && end == held->data() + held->size()) return value;
    }
    refuse(key, held);
    return value;
  }
  int whole(std::string_view key) { return static_cast<int>(number(key)); }
  std::size_t count(std::string_view key) { return static_cast<std::size_t>(number(key)); }

  std::vector<std::string> words(std::string_view key) {
    std::vector<std::string> result;
    const text::Value* list = tree_ == nullptr ? nullptr : tree_->find(key);
    if (list != nullptr && list->as_list() != nullptr)
      for (const text::Value& item : *list->as_list())
        if (const std::string* word = item.as_text()) result.push_back(*word);
    if (result.empty()) refuse(key, nullptr);
    return result;
  }
  bool failed() const { return failed_; }

 private:
  const std::string* text_of(std::string_view key) const {
    const text::Value* held = tree_ == nullptr ? nullptr : tree_->find(key);
    return held == nullptr ? nullptr : held->as_text();
  }

  void refuse(std::string_view key, const std::string* held) {
    findings::say(problems_, {"invalid-threshold",
                              file_.place({name_, std::string(key)}),
                              {{"threshold", name_ + "." + std::string(key)},
                               {"given", held == nullptr ? text::Value() : text::Value(*held)}}});
    failed_ = true;
  }

  const ThresholdFile& file_;
  std::string name_;
  const text::Value* tree_;
  text::Diagnostics& problems_;
  bool failed_ = false;
};

}  // namespace

std::optional<Thresholds> read_thresholds(const ThresholdFile& progress, const ThresholdFile& drivers,
                                          const ThresholdFile& wording, text::Diagnostics& problems) {
  Thresholds read;
  ThresholdSection steps(progress, "thresholds", problems);
  read.progress.figures_before_test = steps.count("figures-before-test");
  read.progress.way_begun = steps.number("way-begun");
  read.progress.way_half = steps.number("way-half");
  read.progress.lasting_points = steps.count("lasting-points");
  read.progress.latest_points = steps.count("latest-points");
  ThresholdSection limits(drivers, "thresholds", problems);
  read.limits.fewest_primary = limits.count("fewest-primary");
  read.limits.most_primary = limits.count("most-primary");
  read.limits.untested_weeks = limits.whole("untested-weeks");
  read.limits.revisit_weeks = limits.whole("revisit-weeks");
  read.limits.many_ideas = limits.count("many-ideas");
  read.limits.latest_points = limits.count("latest-points");
  read.limits.fewest_points = limits.count("fewest-points");
  read.limits.vital_percent = limits.number("vital-percent");
  read.limits.fewest_counted = limits.whole("fewest-counted");
  read.limits.flat_share = limits.number("flat-share");
  read.limits.other_percent = limits.number("other-percent");
  read.limits.old_weeks = limits.whole("old-weeks");
  read.limits.fewest_whys = limits.count("fewest-whys");
  ThresholdSection words(wording, "words", problems);
  read.wording.tasks = words.words("tasks");
  read.wording.wishes = words.words("wishes");
  read.wording.people = words.words("people");
  read.wording.systems = words.words("systems");
  read.wording.others = words.words("others");
  if (steps.failed() || limits.failed() || words.failed()) return std::nullopt;
  return read;
}

}  // namespace thrive::improvement
