// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "libthrive/improvement/describe/describe.hpp"
#include "libthrive/report/wrap.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::improvement {

namespace {

constexpr std::size_t page_width = 80;

/// Writes the outline line by line.
class Outline {
 public:
  Outline(const Worked& worked, const Shown& shown) : worked_(worked), shown_(shown) {}

  std::string write() {
    if (shown_.aim) write_aim();
    for (const std::size_t at : worked_.theory.primary()) write_driver(at, 0);
    write_loose_ideas();
    write_other_ramps();
    return std::move(text_);
  }

 private:
  void line(std::size_t indent, std::string_view words, std::size_t hang = 2) {
    const std::vector<std::string> lines = report::wrapped(words, page_width - indent - hang);
    for (std::size_t at = 0; at < lines.size(); ++at)
      text_ += std::string(indent + (at == 0 ? 0 : hang), ' ') + lines[at] + "\n";
  }

  void write_aim() {
    const auto& drivers = worked_.project.drivers;
    if (!drivers || !drivers->aim) return line(0, "Aim: not recorded");
    const model::Aim& aim = *drivers->aim;
    line(0, "Aim: " + aim.text);
    if (aim.for_whom) line(2, "for: " + *aim.for_whom);
    if (aim.where) line(2, "where: " + *aim.where);
    for (const AimProgress& one : worked_.aim) {
      std::string words = one.measure;
      if (shown_.state) words += "  " + progress_in_words(one);
      if (one.by) words += ", by " + text::format_date_in_words(*one.by);
      line(2, words);
    }
    if (aim.closed)
      line(2, fmt::format("closed on {}, reached: {}{}", text::format_date_in_words(aim.closed->date),
                          model::word(aim.closed->reached), aim.closed->reason ? "; " + *aim.closed->reason : ""));
  }

  bool is_shown(const DriverStanding& driver) const { return driver.level == 1 ? shown_.primary : shown_.secondary; }

  void write_driver(std::size_t at, std::size_t indent) {
    const DriverStanding& driver = worked_.theory.drivers[at];
    const bool is_first = written_.insert(at).second;
    const std::size_t below = is_shown(driver) ? indent + 2 : indent;
    if (is_shown(driver)) {
      std::string words = driver.id + " " + driver.driver->name;
      if (!driver.driver->priorities.empty()) words += "  [" + text::join(driver.driver->priorities, " ") + "]";
      if (!is_first) words += "  (see above)";
      if (is_first && shown_.state && (driver.level == 1 || !driver.driver->measures.empty()))
        words += "  " + readings_of(worked_, driver);
      line(indent, words, 4);
      if (is_first && driver.driver->note) line(indent + 4, *driver.driver->note);
    }
    if (!is_first) return;
    if (shown_.ideas)
      for (const std::size_t idea : driver.ideas) write_idea(worked_.theory.ideas[idea], below);
    for (const std::size_t child : driver.below) write_driver(child, below);
  }

  void write_idea(const IdeaStanding& idea, std::size_t indent) {
    std::string words;
    if (shown_.state) words = std::string(mark(idea.state)) + " ";
    words += idea.id + " " + idea.idea->text;
    if (shown_.state) words += ": " + std::string(in_words(idea.state));
    if (shown_.tests && !idea.ramps.empty()) words += " (" + text::join(idea.ramps, ", ") + ")";
    if (shown_.state && idea.state == IdeaState::parked) words += ", " + idea.idea->parked->reason;
    line(indent, words, 4);
  }

  /// Ideas that no driver shows.
  void write_loose_ideas() {
    if (!shown_.ideas) return;
    bool is_headed = false;
    for (const IdeaStanding& idea : worked_.theory.ideas) {
      const auto is_known = [&](const std::string& id) { return worked_.theory.driver(id) != nullptr; };
      if (std::any_of(idea.idea->drives.begin(), idea.idea->drives.end(), is_known)) continue;
      if (!is_headed) line(0, worked_.theory.drivers.empty() ? "Ideas" : "Ideas that drive nothing");
      is_headed = true;
      write_idea(idea, 2);
    }
  }

  /// Ramps that test no idea.
  void write_other_ramps() {
    if (!shown_.tests) return;
    bool is_headed = false;
    for (const auto& ramp : worked_.project.ramps) {
      if (!ideas_of(ramp.value).empty()) continue;
      if (!is_headed) line(0, "Ramps that test no idea");
      is_headed = true;
      line(2, ramp.id + " " + ramp.value.name);
    }
  }

  const Worked& worked_;
  const Shown& shown_;
  std::string text_;
  std::set<std::size_t> written_;
};

}  // namespace

std::string outline(const Worked& worked, const Shown& shown) { return Outline(worked, shown).write(); }

}  // namespace thrive::improvement
