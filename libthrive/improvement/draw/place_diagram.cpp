// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "libthrive/improvement/draw/place_diagram.hpp"
#include "libthrive/report/svg.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::improvement {

namespace {

constexpr double box_width = 230;
constexpr double corridor = 46;
constexpr double gap = 12;
constexpr double margin = 24;
constexpr double header = 84;
constexpr double padding = 8;
constexpr double mark_width = 38;  // room for the mark and the letter of a state
constexpr double title_size = 13;
constexpr double line_size = 11;
constexpr double title_height = 16;
constexpr double line_height = 14;

class Placer {
 public:
  Placer(const Worked& worked, const Shown& shown) : worked_(worked), shown_(shown) {}

  Diagram place() {
    make_columns();
    add_aim();
    add_drivers();
    if (shown_.ideas) add_ideas();
    if (shown_.tests) add_ramps();
    measure_boxes();
    order_columns();
    set_heights();
    return std::move(diagram_);
  }

 private:
  void make_columns() {
    if (shown_.aim) diagram_.columns.push_back("Aim");
    int deepest = 0;
    for (const DriverStanding& driver : worked_.theory.drivers) deepest = std::max(deepest, driver.level);
    for (int level = 1; level <= std::max(deepest, 2); ++level) {
      if (level == 1 ? !shown_.primary : !shown_.secondary) continue;
      column_of_level_[level] = diagram_.columns.size();
      diagram_.columns.push_back(level == 1   ? "Primary drivers"
                                 : level == 2 ? "Secondary drivers"
                                              : "Drivers of these");
    }
    ideas_column_ = diagram_.columns.size();
    if (shown_.ideas) diagram_.columns.push_back("Ideas");
    tests_column_ = diagram_.columns.size();
    if (shown_.tests) diagram_.columns.push_back("Tests");
  }

  void add_aim() {
    if (!shown_.aim) return;
    DiagramBox box;
    box.kind = DiagramBox::Kind::aim;
    box.id = "aim";
    const auto& drivers = worked_.project.drivers;
    box.title = drivers && drivers->aim ? drivers->aim->text : "The aim is not recorded";
    if (drivers && drivers->aim && drivers->aim->for_whom) box.lines.push_back("For " + *drivers->aim->for_whom);
    for (const AimProgress& one : worked_.aim)
      box.lines.push_back(one.measure + (shown_.state ? ": " + progress_in_words(one) : std::string()));
    diagram_.boxes.push_back(std::move(box));
  }

  void add_drivers() {
    const Theory& theory = worked_.theory;
    for (std::size_t at = 0; at < theory.drivers.size(); ++at) {
      const DriverStanding& driver = theory.drivers[at];
      const auto column = column_of_level_.find(driver.level);
      if (column == column_of_level_.end()) continue;
      DiagramBox box;
      box.kind = DiagramBox::Kind::driver;
      box.place = at;
      box.id = driver.id;
      box.title = driver.id + " " + driver.driver->name;
      if (!driver.driver->priorities.empty()) box.lines.push_back("for " + text::join(driver.driver->priorities, ", "));
      if (shown_.state)
        for (const std::string& measure : driver.driver->measures)
          box.lines.push_back(reading_in_words(worked_, measure));
      box.column = column->second;
      box_of_driver_[at] = diagram_.boxes.size();
      diagram_.boxes.push_back(std::move(box));
    }
    for (const auto& [at, box] : box_of_driver_)
      diagram_.boxes[box].parents = parents_of(theory.drivers[at].driver->drives);
  }

  /// The boxes of goals; of a driver that is not shown, those of what it drives.
  std::vector<std::size_t> parents_of(const std::vector<std::string>& goals) const {
    std::vector<std::size_t> parents;
    std::vector<std::string> open(goals.rbegin(), goals.rend());
    std::map<std::string, bool> seen;
    while (!open.empty()) {
      const std::string goal = open.back();
      open.pop_back();
      if (!seen.emplace(goal, true).second) continue;
      if (goal == "aim") {
        if (shown_.aim) parents.push_back(0);
        continue;
      }
      const DriverStanding* driver = worked_.theory.driver(goal);
      if (driver == nullptr) continue;
      const auto box = box_of_driver_.find(static_cast<std::size_t>(driver - worked_.theory.drivers.data()));
      if (box != box_of_driver_.end())
        parents.push_back(box->second);
      else
        open.insert(open.end(), driver->driver->drives.rbegin(), driver->driver->drives.rend());
    }
    return parents;
  }

  void add_ideas() {
    for (std::size_t at = 0; at < worked_.theory.ideas.size(); ++at) {
      const IdeaStanding& idea = worked_.theory.ideas[at];
      DiagramBox box;
      box.kind = DiagramBox::Kind::idea;
      box.place = at;
      box.id = idea.id;
      box.title = idea.id + " " + idea.idea->text;
      if (shown_.state) box.lines.push_back(std::string(in_words(idea.state)));
      box.column = ideas_column_;
      box.parents = parents_of(idea.idea->drives);
      box_of_idea_[idea.id] = diagram_.boxes.size();
      diagram_.boxes.push_back(std::move(box));
    }
  }

  void add_ramps() {
    for (std::size_t at = 0; at < worked_.project.ramps.size(); ++at) {
      const auto& ramp = worked_.project.ramps[at];
      DiagramBox box;
      box.kind = DiagramBox::Kind::ramp;
      box.place = at;
      box.id = ramp.id;
      box.title = ramp.id + " " + ramp.value.name;
      if (shown_.state && !ramp.value.cycles.empty()) box.lines.emplace_back();  // the dots of its cycles
      box.column = tests_column_;
      for (const std::string& id : ideas_of(ramp.value)) {
        const auto idea = box_of_idea_.find(id);
        if (idea != box_of_idea_.end()) box.parents.push_back(idea->second);
      }
      diagram_.boxes.push_back(std::move(box));
    }
  }

  void measure_boxes() {
    for (DiagramBox& box : diagram_.boxes) {
      const double left = box.kind == DiagramBox::Kind::idea && shown_.state ? mark_width : 0;
      const double room = box_width - 2 * padding - left;
      box.wrapped_title = report::wrap_text(box.title, room, title_size, true);
      for (const std::string& line : box.lines)
        for (std::string& part : report::wrap_text(line, room, line_size)) box.wrapped_lines.push_back(std::move(part));
      box.width = box_width;
      box.height = 2 * padding + title_height * static_cast<double>(box.wrapped_title.size()) +
                   line_height * static_cast<double>(box.wrapped_lines.size());
      box.x = margin + static_cast<double>(box.column) * (box_width + corridor);
    }
  }

  /// Column by column from the left: by the mean place, from 0 to 1, of what a box drives.
  void order_columns() {
    std::vector<double> rank(diagram_.boxes.size(), 0.5);
    order_.resize(diagram_.columns.size());
    for (std::size_t at = 0; at < diagram_.boxes.size(); ++at) order_[diagram_.boxes[at].column].push_back(at);
    for (std::vector<std::size_t>& column : order_) {
      std::map<std::size_t, double> wanted;
      for (const std::size_t at : column) {
        const auto& parents = diagram_.boxes[at].parents;
        double sum = 0;
        for (const std::size_t parent : parents) sum += rank[parent];
        wanted[at] =
            parents.empty() ? 1 : sum / static_cast<double>(parents.size());  // what drives nothing stands last
      }
      std::stable_sort(column.begin(), column.end(),
                       [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
      for (std::size_t i = 0; i < column.size(); ++i)
        rank[column[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(column.size());
    }
  }

  /// From the right: each box as near to the middle of what drives it as the boxes above it allow.
  void set_heights() {
    std::map<std::size_t, std::vector<std::size_t>> children;
    for (std::size_t at = 0; at < diagram_.boxes.size(); ++at)
      for (const std::size_t parent : diagram_.boxes[at].parents) children[parent].push_back(at);
    // The fullest column sets the pace; those to its right follow what they test.
    for (std::size_t column = order_.size(); column-- > 0;) {
      double free_from = header;
      for (const std::size_t at : order_[column]) {
        DiagramBox& box = diagram_.boxes[at];
        double wanted = free_from;
        const bool is_ramp = box.kind == DiagramBox::Kind::ramp;
        std::vector<std::size_t> near;
        for (const std::size_t child : children[at])
          if (diagram_.boxes[child].kind != DiagramBox::Kind::ramp) near.push_back(child);
        if (!near.empty() && !is_ramp) {
          double sum = 0;
          for (const std::size_t other : near) sum += diagram_.boxes[other].middle();
          wanted = sum / static_cast<double>(near.size()) - box.height / 2;
        }
        box.y = std::max(free_from, wanted);
        free_from = box.y + box.height + gap;
      }
    }
    follow_ideas();
    for (const DiagramBox& box : diagram_.boxes) diagram_.height = std::max(diagram_.height, box.y + box.height + gap);
    diagram_.height = std::max(diagram_.height, header + 60);
    diagram_.width = 2 * margin + static_cast<double>(diagram_.columns.size()) * (box_width + corridor) - corridor;
  }

  /// Ramps stand beside the ideas they test.
  void follow_ideas() {
    if (!shown_.tests || !shown_.ideas) return;
    double free_from = header;
    for (const std::size_t at : order_[tests_column_]) {
      DiagramBox& box = diagram_.boxes[at];
      double sum = 0;
      for (const std::size_t parent : box.parents) sum += diagram_.boxes[parent].middle();
      if (!box.parents.empty())
        box.y = std::max(free_from, sum / static_cast<double>(box.parents.size()) - box.height / 2);
      else
        box.y = free_from;
      free_from = box.y + box.height + gap;
    }
  }

  const Worked& worked_;
  const Shown& shown_;
  Diagram diagram_;
  std::map<int, std::size_t> column_of_level_;
  std::size_t ideas_column_ = 0, tests_column_ = 0;
  std::map<std::size_t, std::size_t> box_of_driver_;
  std::map<std::string, std::size_t, std::less<>> box_of_idea_;
  std::vector<std::vector<std::size_t>> order_;
};

}  // namespace

Diagram place_diagram(const Worked& worked, const Shown& shown) { return Placer(worked, shown).place(); }

}  // namespace thrive::improvement
