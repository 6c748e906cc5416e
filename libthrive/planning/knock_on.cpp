// SPDX-License-Identifier: MIT
#include "libthrive/planning/knock_on.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <set>

namespace thrive::planning {

namespace {

using Links = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

/// From a task to those that come after it.
Links links_of(const TaskStates& states) {
  Links links(states.tasks.size());
  for (std::size_t at = 0; at < states.tasks.size(); ++at)
    for (const std::size_t before : states.tasks[at].after) boost::add_edge(before, at, links);
  return links;
}

/// The strongly connected component of every task. Boost numbers a component before all from which it can be reached,
/// so that going down the numbers is going along the links.
std::vector<std::size_t> components_of(const Links& links) {
  std::vector<std::size_t> component(boost::num_vertices(links));
  boost::strong_components(
      links, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, links)));
  return component;
}

std::vector<bool> circles_of(const Links& links, const std::vector<std::size_t>& component) {
  std::vector<std::size_t> members(component.size());
  for (const std::size_t number : component) ++members[number];
  std::vector<bool> in_circle(component.size());
  for (std::size_t at = 0; at < component.size(); ++at) {
    const auto [next, end] = boost::adjacent_vertices(at, links);
    in_circle[at] = members[component[at]] > 1 || std::find(next, end, at) != end;
  }
  return in_circle;
}

/// Follows lateness along the links, one late task after the other.
class KnockOn {
 public:
  explicit KnockOn(TaskStates& states)
      : states_(states),
        links_(links_of(states)),
        component_(components_of(links_)),
        in_circle_(circles_of(links_, component_)),
        begins_(states.tasks.size()),
        is_reached_(states.tasks.size()) {}

  void work_out() {
    for (std::size_t at = 0; at < states_.tasks.size(); ++at) {
      TaskState& state = states_.tasks[at];
      if (in_circle_[at]) states_.in_circles.push_back(state.id);
      if (!in_circle_[at] && state.is_open() && (state.status == Status::late || state.is_waiting))
        state.squeezes = squeezed_by(at);
    }
  }

 private:
  std::vector<Squeezed> squeezed_by(std::size_t late) {
    std::vector<Squeezed> squeezed;
    push_those_after(late, std::max(states_.today, states_.tasks[late].task->end) + std::chrono::days(1));
    while (!waiting_.empty()) {
      const std::size_t at = waiting_.begin()->second;
      waiting_.erase(waiting_.begin());
      is_reached_[at] = false;
      const model::PlanTask& task = *states_.tasks[at].task;
      if (begins_[at] <= task.start) continue;
      squeezed.push_back({at, begins_[at], text::days_between(task.start, begins_[at])});
      const int days = std::max(0, text::days_between(task.start, task.end));
      push_those_after(at, begins_[at] + std::chrono::days(days + 1));
    }
    std::sort(squeezed.begin(), squeezed.end(), [](const Squeezed& a, const Squeezed& b) { return a.task < b.task; });
    return squeezed;
  }

  void push_those_after(std::size_t from, text::Date earliest) {
    const auto [next, end] = boost::adjacent_vertices(from, links_);
    for (auto to = next; to != end; ++to) {
      if (!can_be_pushed(*to)) continue;
      begins_[*to] = is_reached_[*to] ? std::max(begins_[*to], earliest) : earliest;
      if (!is_reached_[*to]) waiting_.insert({component_.size() - component_[*to], *to});
      is_reached_[*to] = true;
    }
  }

  bool can_be_pushed(std::size_t at) const {
    const TaskState& state = states_.tasks[at];
    const bool has_begun = state.task->started && *state.task->started <= states_.today;
    return state.is_open() && !has_begun && !in_circle_[at];
  }

  TaskStates& states_;
  Links links_;
  std::vector<std::size_t> component_;
  std::vector<bool> in_circle_;
  std::vector<text::Date> begins_;  // of those that are reached
  std::vector<bool> is_reached_;
  std::set<std::pair<std::size_t, std::size_t>> waiting_;  // reached and not yet looked at, along the links
};

}  // namespace

void add_knock_on(TaskStates& states) { KnockOn(states).work_out(); }

}  // namespace thrive::planning
