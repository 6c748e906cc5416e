// SPDX-License-Identifier: MIT
#include "libthrive/pathway/picture/picture_part.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "libthrive/report/render.hpp"

namespace thrive::pathway {

namespace {

using FlowKey = std::pair<std::string, std::string>;

template <class T>
bool differ(const std::optional<T>& before, const std::optional<T>& now) {
  return before && now && *before != *now;
}

/// A number that only one of the two pathways records is missing from the other; that is no change.
bool same_numbers(const model::Flow& before, const model::Flow& now) {
  const model::Wait wait_before = before.wait.value_or(model::Wait{});
  const model::Wait wait_now = now.wait.value_or(model::Wait{});
  return !differ(before.kind, now.kind) && !differ(before.per_year, now.per_year) &&
         !differ(wait_before.median_days, wait_now.median_days);
}

/// The flows of a pathway, and those of the other one that it no longer has.
PicturePart all_of(const model::Project& project, const Graph& graph, const PictureOptions& options) {
  PicturePart part;
  part.services.insert(graph.ids.begin(), graph.ids.end());
  if (options.compare_with.empty()) {
    for (const DrawnFlow& flow : graph.flows) part.flows.push_back({flow.flow, Change::same});
    return part;
  }
  const Graph before = make_graph(project, options.compare_with);
  part.services_before.insert(before.ids.begin(), before.ids.end());
  std::map<FlowKey, const model::Flow*> earlier;
  for (const DrawnFlow& flow : before.flows) earlier.emplace(FlowKey(flow.flow->from, flow.flow->to), flow.flow);
  std::set<FlowKey> kept;
  for (const DrawnFlow& flow : graph.flows) {
    const FlowKey key(flow.flow->from, flow.flow->to);
    const auto match = earlier.find(key);
    kept.insert(key);
    const Change change = match == earlier.end()                     ? Change::added
                          : same_numbers(*match->second, *flow.flow) ? Change::same
                                                                     : Change::changed;
    part.flows.push_back({flow.flow, change});
  }
  for (const DrawnFlow& flow : before.flows)
    if (!kept.contains(FlowKey(flow.flow->from, flow.flow->to))) part.flows.push_back({flow.flow, Change::removed});
  part.services.insert(before.ids.begin(), before.ids.end());
  return part;
}

std::string near_in_words(const model::Project& project, const PictureOptions& options) {
  const std::string& name = project.services.find(options.focus)->name;
  if (options.hops == 0) return name + " alone";
  return options.hops == 1 ? "next to " + name : fmt::format("within {} steps of {}", options.hops, name);
}

/// Keeps what lies within the wanted number of steps of the focus, in either direction.
void keep_near_focus(PicturePart& part, const model::Project& project, const PictureOptions& options) {
  if (options.focus.empty()) return;
  const std::size_t all = part.services.size();
  std::set<std::string, std::less<>> near = {options.focus};
  for (int hop = 0; hop < options.hops; ++hop) {
    std::set<std::string, std::less<>> wider = near;
    for (const FlowOfPicture& entry : part.flows) {
      if (near.contains(entry.flow->from)) wider.insert(entry.flow->to);
      if (near.contains(entry.flow->to)) wider.insert(entry.flow->from);
    }
    if (wider.size() == near.size()) break;
    near = std::move(wider);
  }
  part.services = near;
  for (FlowOfPicture& entry : part.flows)
    entry.is_drawn = near.contains(entry.flow->from) && near.contains(entry.flow->to);
  part.which_services =
      fmt::format("{} of {}, {}.", near.size(), report::count_of(all, "service"), near_in_words(project, options));
}

/// What share of the people the flows carry that are left out; nothing that would give a small number away.
std::string share_in_words(double hidden, double all, const text::SmallNumbers& small) {
  if (small.hides(hidden)) return "few of the people";
  return fmt::format("{:.1f} % of the people", all > 0 ? 100 * hidden / all : 0);
}

/// Takes out flows known to carry few people, and says what share of people and flows of what is left that hides.
void hide_small_flows(PicturePart& part, const PictureOptions& options, const text::SmallNumbers& small) {
  if (!options.min_people) return;
  // Counts that readers do not see are left out or drawn together: else the option would tell them apart.
  const double least = small.hides(*options.min_people) ? small.under : *options.min_people;
  double all_people = 0, hidden_people = 0;
  std::size_t hidden = 0, unknown = 0, all = 0;
  for (FlowOfPicture& entry : part.flows) {
    if (!entry.is_drawn) continue;
    const std::optional<double> people = entry.flow->people_per_year();
    ++all;
    if (!entry.flow->per_year) ++unknown;
    all_people += people.value_or(0);
    if (!people || *people >= least) continue;
    hidden_people += *people;
    ++hidden;
    entry.is_drawn = false;
  }
  part.which_flows = fmt::format(
      "Not drawn: {} of {} flows{}, those with fewer than {} people a year; they carry {} on flows with a number.",
      hidden, all, options.focus.empty() ? "" : " between these services", report::number(least),
      share_in_words(hidden_people, all_people, small));
  if (unknown > 0)
    part.which_flows +=
        fmt::format(" {} of the flows drawn {} no number recorded.", unknown, unknown == 1 ? "has" : "have");
}

}  // namespace

bool PicturePart::draws(std::string_view from, std::string_view to) const {
  return std::all_of(flows.begin(), flows.end(), [&](const FlowOfPicture& entry) {
    return entry.is_drawn || entry.flow->from != from || entry.flow->to != to;
  });
}

std::optional<findings::Finding> cannot_draw(const Graph& graph, const PictureOptions& options) {
  if (graph.size() == 0) return findings::Finding("nothing-to-draw", text::Place{});
  const bool has_stage = std::any_of(graph.services.begin(), graph.services.end(),
                                     [](const model::Service* service) { return service->stage.has_value(); });
  if (options.columns == ColumnBy::stage && !has_stage) return findings::Finding("no-stages", text::Place{});
  return std::nullopt;
}

PicturePart part_to_draw(const model::Project& project, std::string_view pathway, const PictureOptions& options) {
  const Graph graph = make_graph(project, pathway);
  PicturePart part = all_of(project, graph, options);
  const std::size_t services = part.services.size();
  keep_near_focus(part, project, options);
  hide_small_flows(part, options, graph.small);
  part.is_whole = part.services.size() == services &&
                  std::all_of(part.flows.begin(), part.flows.end(), [](const auto& entry) { return entry.is_drawn; });
  return part;
}

}  // namespace thrive::pathway
