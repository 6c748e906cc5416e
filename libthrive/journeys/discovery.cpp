// SPDX-License-Identifier: MIT
#include "libthrive/journeys/discovery.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "libthrive/journeys/pair_numbers.hpp"

namespace thrive::journeys {

namespace {

constexpr std::size_t most_variants = 50;

std::int64_t ticks_of_day(const EventTally& tally) {
  constexpr std::int64_t seconds_of_day = 86400;
  return seconds_of_day * tally.ticks_per_second;
}

/// The place of each activity in the order of names.
std::vector<std::uint32_t> places_by_name(const std::vector<std::string>& names) {
  std::vector<std::uint32_t> by_name(names.size());
  std::iota(by_name.begin(), by_name.end(), 0U);
  std::sort(by_name.begin(), by_name.end(), [&](std::uint32_t a, std::uint32_t b) { return names[a] < names[b]; });
  std::vector<std::uint32_t> places(names.size());
  for (std::size_t place = 0; place < by_name.size(); ++place)
    places[by_name[place]] = static_cast<std::uint32_t>(place);
  return places;
}

Sequences renumbered(const Sequences& sequences, const std::vector<std::uint32_t>& places) {
  Sequences result;
  std::vector<std::uint32_t> sequence;
  for (std::size_t i = 0; i < sequences.size(); ++i) {
    sequence.clear();
    for (const std::uint32_t number : sequences[i]) sequence.push_back(number == no_order ? no_order : places[number]);
    result.add(sequence, sequences.count(i));
  }
  return result;
}

template <class T>
std::vector<T> in_places(std::vector<T> items, const std::vector<std::uint32_t>& places) {
  std::vector<T> result(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) result[places[i]] = std::move(items[i]);
  return result;
}

/// Counts each thing once in a sequence, however often it stands there.
class Once {
 public:
  explicit Once(std::size_t things) : met_in_(things) {}
  void next_sequence() { ++sequence_; }
  bool is_first(std::size_t thing) { return std::exchange(met_in_[thing], sequence_) != sequence_; }

 private:
  std::vector<std::size_t> met_in_;
  std::size_t sequence_ = 0;
};

/// Activities of every way: how often, in how many cases, first, last, again.
void count_activities(const EventTally& tally, Discovery& found) {
  Once met(tally.activities.size()), met_again(tally.activities.size());
  for (std::size_t i = 0; i < tally.ways.size(); ++i) {
    const Way way = way_of(tally.ways[i]);
    const std::int64_t times = tally.ways.count(i);
    met.next_sequence();
    met_again.next_sequence();
    found.cases += times;
    found.activities[way.first].starts += times;
    found.activities[way.last].ends += times;
    for (const std::uint32_t step : way.steps) {
      if (step == no_order) continue;
      ActivityFigures& activity = found.activities[step];
      activity.events += times;
      if (met.is_first(step))
        activity.cases += times;
      else if (met_again.is_first(step))
        activity.rework += times;
    }
  }
}

/// Flows of every way: in how many cases.
void count_flows(const EventTally& tally, Discovery& found) {
  PairNumbers pairs(tally.activities.size());
  for (const PairWaits& pair : tally.waits) pairs.number_of(pair.from, pair.to);
  Once met(tally.waits.size());
  for (std::size_t i = 0; i < tally.ways.size(); ++i) {
    const Way way = way_of(tally.ways[i]);
    met.next_sequence();
    for (std::size_t step = 1; step < way.steps.size(); ++step) {
      if (way.steps[step - 1] == no_order || way.steps[step] == no_order) continue;
      const std::size_t pair = pairs.number_of(way.steps[step - 1], way.steps[step]);
      if (met.is_first(pair)) found.flows[pair].cases += tally.ways.count(i);
    }
  }
}

std::vector<Variant> most_frequent(const EventTally& tally, Count& how_many) {
  // A way that differs from another only in what starts later is the same variant.
  Sequences steps;
  if (!tally.has_own_variants)
    for (std::size_t i = 0; i < tally.ways.size(); ++i) steps.add(way_of(tally.ways[i]).steps, tally.ways.count(i));
  const Sequences& variants = tally.has_own_variants ? tally.variants : steps;
  how_many = static_cast<std::int64_t>(variants.size());
  std::vector<std::size_t> order(variants.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto comes_before = [&](std::size_t a, std::size_t b) {
    if (variants.count(a) != variants.count(b)) return variants.count(a) > variants.count(b);
    return std::lexicographical_compare(variants[a].begin(), variants[a].end(), variants[b].begin(), variants[b].end());
  };
  const std::size_t shown = std::min(order.size(), most_variants);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown), order.end(), comes_before);
  std::vector<Variant> most;
  for (std::size_t i = 0; i < shown; ++i)
    most.push_back({variants.count(order[i]), {variants[order[i]].begin(), variants[order[i]].end()}});
  return most;
}

}  // namespace

void put_in_order(EventTally& tally, const AtOnce& at_once) {
  const std::vector<std::uint32_t> places = places_by_name(tally.activities);
  if (!std::is_sorted(places.begin(), places.end())) {
    tally.ways = renumbered(tally.ways, places);
    tally.variants = renumbered(tally.variants, places);
    tally.activities = in_places(std::move(tally.activities), places);
    tally.last_times = in_places(std::move(tally.last_times), places);
    for (PairWaits& pair : tally.waits) {
      pair.from = places[pair.from];
      pair.to = places[pair.to];
    }
  }
  std::sort(tally.waits.begin(), tally.waits.end(),
            [](const PairWaits& a, const PairWaits& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
  at_once(tally.waits.size(), [&](std::size_t i) { sort_ticks(tally.waits[i].ticks); });
  at_once(tally.last_times.size(), [&](std::size_t i) { sort_ticks(tally.last_times[i]); });
  sort_ticks(tally.durations);
}

Discovery discover(const EventTally& tally, const AtOnce& at_once) {
  Discovery found;
  found.rows = tally.rows;
  found.ties = tally.ties;
  found.tied_percent = tally.ties.percent();
  found.activities.resize(tally.activities.size());
  for (std::size_t i = 0; i < tally.activities.size(); ++i) found.activities[i].name = tally.activities[i];
  found.flows.resize(tally.waits.size());
  at_once(tally.waits.size(), [&](std::size_t i) {
    const PairWaits& pair = tally.waits[i];
    found.flows[i] = {pair.from, pair.to, static_cast<std::int64_t>(pair.ticks.size()), 0,
                      time_spread_of(pair.ticks, tally.ticks_per_second)};
  });
  for (const PairWaits& pair : tally.waits) {
    found.negative_or_zero_waits += std::upper_bound(pair.ticks.begin(), pair.ticks.end(), 0) - pair.ticks.begin();
    if (pair.from == pair.to) found.activities[pair.from].self_loops = static_cast<std::int64_t>(pair.ticks.size());
  }
  count_activities(tally, found);
  count_flows(tally, found);
  found.variants = most_frequent(tally, found.variants_n);
  found.durations = time_spread_of(tally.durations, tally.ticks_per_second);
  return found;
}

namespace {

/// The end of a day, in a tally's ticks.
std::int64_t end_of(text::Date day, const EventTally& tally) {
  return (day.time_since_epoch().count() + 1) * ticks_of_day(tally);
}

}  // namespace

std::int64_t cases_seen_after(const EventTally& tally, text::Date day) {
  std::int64_t cases = 0;
  const std::int64_t end = end_of(day, tally);
  for (const std::vector<std::int64_t>& times : tally.last_times)
    cases += std::count_if(times.begin(), times.end(), [end](std::int64_t time) { return time >= end; });
  return cases;
}

std::vector<Onward> onward(const EventTally& tally, text::Date as_of, const std::vector<bool>& ends_here,
                           const AtOnce& at_once) {
  const std::int64_t day = ticks_of_day(tally);
  const std::int64_t end_of_last_day = end_of(as_of, tally);
  std::vector<Onward> all(tally.activities.size());
  at_once(all.size(), [&](std::size_t activity) {
    Onward& one = all[activity];
    one.activity = activity;
    std::vector<std::int64_t> stays, going_on;
    const auto comes_before = [](const PairWaits& pair, std::size_t from) { return pair.from < from; };
    for (auto pair = std::lower_bound(tally.waits.begin(), tally.waits.end(), activity, comes_before);
         pair != tally.waits.end() && pair->from == activity; ++pair)
      stays.insert(stays.end(), pair->ticks.begin(), pair->ticks.end());
    for (std::int64_t& ticks : stays) {
      if (ticks < 0) ++one.negative.people;
      ticks = std::max(ticks, std::int64_t{0});
    }
    if (!ends_here[activity])
      for (const std::int64_t time : tally.last_times[activity])
        going_on.push_back(std::max(end_of_last_day - time, std::int64_t{0}));
    std::reverse(going_on.begin(), going_on.end());
    sort_ticks(stays);
    one.moved_on = static_cast<std::int64_t>(stays.size());
    one.still_there = static_cast<std::int64_t>(going_on.size());
    if (stays.empty()) return;
    one.median_days = quantile(stays, 0.5) / static_cast<double>(day);
    if (const auto median = median_with_those_going_on(stays, going_on))
      one.kaplan_meier_median_days = static_cast<double>(*median) / static_cast<double>(day);
  });
  std::erase_if(all, [](const Onward& one) { return one.moved_on.people + one.still_there.people == 0; });
  return all;
}

}  // namespace thrive::journeys
